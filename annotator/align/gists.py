"""Which words name a fact: of the claims that state it, the one that states it best and names no other fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.model import Claim

MAX_GIST = 120  # characters
MIN_GIST = 40  # characters; less is a headline's fragment or an aside
WEAK_OPENING = 0.7  # what a claim counts whose first words lean on what stood before it or only say when
NOT_A_STATEMENT = 0.5  # what a question, somebody's own "I" or a line that opens inside a quotation counts

_LEANS = re.compile(
    r"(?:he|she|they|it|this|that|these|those|such|there|here|so|but|and|or|also|still|however|meanwhile|moreover"
    r"|in addition|in particular|in total|as a result|for example|according to)\b",
    re.IGNORECASE,
)
_ONLY_WHEN = re.compile(
    r"(?:today|yesterday|earlier|last|on|in|at|by|after|before|since|during)\b[^,.;]{0,60},", re.IGNORECASE
)
_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]{2,40}(?:, [^.;:\n]{1,30}?\.?)? ?(?:\([^()]{2,30}\))? ?[-–—]+ (?=\S)")
_LABEL = re.compile(r"[^.:?!]{3,60}:\s")
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us)\b")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that could name its fact."""

    claim: Claim
    standing: float
    """How surely it states what the others of its group state; the largest of the group stands for certain."""


def choose_gists(groups: Sequence[Sequence[Candidate]]) -> tuple[str, ...]:
    """A name for each group, no two alike while there are words enough.

    A claim of several groups states several facts, so it names a group only where no better one is left; the
    group with the fewest claims to choose from chooses first.
    """
    stands_in = Counter(c for group in groups for c in {_key(candidate.claim) for candidate in group})
    marks = [_marks(group, stands_in) for group in groups]
    taken: set[str] = set()
    names = [""] * len(groups)
    for number in sorted(range(len(groups)), key=lambda n: (len(marks[n]), n)):
        ranked = sorted(marks[number], key=lambda key: (-marks[number][key][0], key))
        chosen = next((key for key in ranked if key not in taken), ranked[0])
        taken.add(chosen)
        names[number] = shorten(marks[number][chosen][1].text)
    return tuple(names)


def shorten(text: str) -> str:
    """The text on one line without its dateline, cut at a word."""
    words = _plain(text)
    return words if len(words) <= MAX_GIST else words[: MAX_GIST - 1].rsplit(" ", 1)[0] + "…"


def clarity(text: str) -> float:
    """How well words name a fact to somebody who has not read what stands around them, 0 to 1."""
    words = _plain(text)
    length = len(words)
    fit = min(1.0, MAX_GIST / max(1, length), length / MIN_GIST)
    if "?" in words or words[:1] in "\"“„«'‘" or words[:1].islower() or _PERSONAL.search(words):
        fit *= NOT_A_STATEMENT
    if any(opening.match(words) for opening in (_LEANS, _ONLY_WHEN, _LABEL)):
        fit *= WEAK_OPENING
    return fit


def _marks(group: Sequence[Candidate], stands_in: Mapping[str, int]) -> dict[str, tuple[float, Claim]]:
    """Each different wording of a group with what it counts, and the first claim that has it."""
    most = max((candidate.standing for candidate in group), default=0.0)
    marks: dict[str, tuple[float, Claim]] = {}
    for candidate in group:
        key = _key(candidate.claim)
        own = 0.5 + 0.5 / stands_in[key]
        standing = candidate.standing / most if most else 1.0
        marks.setdefault(key, (standing * own * clarity(candidate.claim.text), candidate.claim))
    return marks


def _key(claim: Claim) -> str:
    return _plain(claim.text).casefold()


def _plain(text: str) -> str:
    """The text on one line, without a dateline ("LIMA, May 3 (Reuters) - ")."""
    words = " ".join(text.split())
    dateline = _DATELINE.match(words)
    return words[dateline.end() :] if dateline else words
