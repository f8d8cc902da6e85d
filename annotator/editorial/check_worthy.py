"""Is a claim worth checking: does it state something particular that could be false and would matter?

The score says nothing about truth. It adds up what a fact-checker looks for (figures, dates, named actors, events,
causes, comparisons) against what cannot be checked (questions, wishes, opinions, guesses, fragments).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp

from annotator.model import Attitude, Attribution, Fact, FactKind, Span

# Weights in logits; the sum passes through the logistic function, so 0 is a score of 0.5.
START = -0.9
FIGURE = 1.1  # the first quantity, money, percentage, ordinal or duration
MORE_FIGURES = 0.3  # each further one, up to MAX_FIGURES
MAX_FIGURES = 4
DATED = 0.4
STATUS = 0.3  # planned, signed, denied
NAMED = 0.6  # a name in the middle of the sentence
CAUSE_OR_CHANGE = 0.5
COMPARED = 0.4
SOMEBODY_SAYS = 0.2
DISPUTED = 0.6  # a denial: two versions exist
WISH = -0.5  # beliefs, intentions, questions and orders can be checked only as having been uttered
QUESTION = -1.6
PERSONAL = -0.8
OPINION = -0.6  # duty, guess or general verdict
FRAGMENT = -1.2
MIN_WORDS = 6

_FIGURES = frozenset((FactKind.QUANTITY, FactKind.MONEY, FactKind.PERCENT, FactKind.ORDINAL, FactKind.DURATION))
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]+")
_CAUSE_OR_CHANGE = re.compile(
    r"\b(?:because|caused?|causing|led to|leads? to|resulted|results? in|due to|after|rose|rise[sn]?|fell|falls?|fallen"
    r"|increased?|decreased?|doubled|tripled|halved|cut|grew|dropped|killed|died|injured|signed|approved|banned|arrested"
    r"|charged|convicted|voted|won|lost|paid|spent|built|closed|opened|launched|resigned|collapsed)\b"
)
_COMPARED = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|better|worse) than\b|\b(?:first|only|most|least|largest|biggest"
    r"|highest|lowest|worst|best|record|majority|average|twice|half)\b"
)
_PERSONAL = re.compile(r"\b(?:I|we|my|our|us|me)\b(?!\.)")
_OPINION = re.compile(
    r"\b(?:should|must|ought|might|may|could|perhaps|maybe|probably|hopefully|seems?|think|believe|feel|hope|wish)\b"
)


def score_check_worthiness(
    text: str, sentence: Span, *, facts: Sequence[Fact] = (), attributions: Sequence[Attribution] = ()
) -> float:
    """How worthwhile checking the sentence is, 0..1; facts and attributions are those that touch it."""
    said = sentence.text(text)
    total = START + _weigh_facts(facts) + _weigh_attributions(attributions)
    for pattern, weight in (
        (_NAME, NAMED),
        (_CAUSE_OR_CHANGE, CAUSE_OR_CHANGE),
        (_COMPARED, COMPARED),
        (_PERSONAL, PERSONAL),
        (_OPINION, OPINION),
    ):
        if pattern.search(said):
            total += weight
    if said.rstrip("\"'”’ ").endswith("?"):
        total += QUESTION
    if len(said.split(None, MIN_WORDS)) < MIN_WORDS:
        total += FRAGMENT
    return 1.0 / (1.0 + exp(-total))


def _weigh_facts(facts: Sequence[Fact]) -> float:
    kinds = [f.kind for f in facts]
    figures = min(sum(kind in _FIGURES for kind in kinds), MAX_FIGURES)
    total = FIGURE + MORE_FIGURES * (figures - 1) if figures else 0.0
    if FactKind.DATE in kinds:
        total += DATED
    if FactKind.EVENT_STATUS in kinds:
        total += STATUS
    return total


def _weigh_attributions(attributions: Sequence[Attribution]) -> float:
    attitudes = {a.attitude for a in attributions}
    if Attitude.DENIES in attitudes:
        return DISPUTED
    if Attitude.ASSERTS in attitudes:
        return SOMEBODY_SAYS
    return WISH if attitudes else 0.0
