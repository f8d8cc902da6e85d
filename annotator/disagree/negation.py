"""Does one document deny what another one states?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from annotator.align import read_terms
from annotator.disagree.clauses import Clause, Stage, content
from annotator.disagree.findings import Finding, Place, make_place
from annotator.disagree.lexicon import opposite_verbs, word_class
from annotator.disagree.matching import likeness_of, may_be_one, overlap, undergoing
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.facts import Relation, compare_values
from annotator.model import DisagreementKind as Kind
from annotator.model import Fact, FactKind, Severity

DETECTOR = "negation@1"
NOTE = "one denies what the other states"
MIN_CERTAINTY = 0.05
MIN_LIKENESS = 0.5
RARE = 4  # claims of a story in which a thing is named, up to which its presence and absence are about one thing
UNASSERTED_REACH = 4  # words before a clause in which a word may take it out of what is asserted
BOUND_REACH = 6  # words behind a verb in which "before" or "until" bounds it
YET_REACH = 30  # words on either side of a clause in which "yet" holds for it
MIN_NOUN = 4  # letters of a noun that stands for an event
MIN_ABSENCE_STRENGTH = 0.15
DENYING_REACH = 3  # words before a clause in which "denied that" stands
MAX_SHOWN = 5  # words behind the verb that are shown with it
MIN_OPPOSITE = 0.6  # likeness of what is approved here and rejected there
MIN_STRENGTH = 0.3
MIN_SUM = 1000  # from which a bare number behind "paid" is taken for money in a currency that is not known
SURE = 0.7  # certainty from which a verb of little meaning will do
_NOUN_ENDINGS = ("s", "ion", "ment", "al", "off", "out", "down", "ance", "ence", "age")
_NONE = frozenset({"no", "none", "nobody", "nothing", "neither"})
_ANSWERING = frozenset({"vote", "votes", "voted", "voting", "answered"})  # "voted no" is no denial
_NOBODY = frozenset({"none", "nobody", "nothing"})
_ONLY = frozenset({"only", "solely", "merely", "just", "purely", "exclusively", "alone"})
_OPEN = frozenset({Stage.MEANT, Stage.POSSIBLE})


def detect_denials(story: Story) -> Iterator[Finding]:
    """The same clause with and without a negation, opposite verbs, and a thing that is there and is not there."""
    absences = [tuple(_absences(s)) for s in story.statements]
    negated = [[_is_negated(s, c) for c in story.clauses[s.index]] for s in story.statements]
    for pair in story.pairs:
        if pair.strength < MIN_CERTAINTY:
            continue
        yield from _compare_absences(story, pair, absences)
        for left, a in zip(story.clauses[pair.left.index], negated[pair.left.index], strict=True):
            for right, b in zip(story.clauses[pair.right.index], negated[pair.right.index], strict=True):
                denied = a != b and _are_one(story, pair, left, right)
                if denied or _are_opposite(story, pair, left, right):
                    yield _make_finding(pair, left, right)


def _compare_absences(story: Story, pair: Pair, absences: Sequence[Sequence[range]]) -> Iterator[Finding]:
    """ "includes no layoffs" here, "nine will be laid off" there: what there is none of is done."""
    if pair.strength < MIN_ABSENCE_STRENGTH:
        return
    for here, there in ((pair.left, pair.right), (pair.right, pair.left)):
        for absent in absences[here.index]:
            term = here.words[absent.stop - 1].term
            for clause in story.clauses[there.index]:
                done = clause.verb == term and not clause.is_negated and clause.stage is not Stage.POSSIBLE
                if done and term is not None and _is_rare(story, term):
                    left = make_place(here, here.span(absent.start, absent.stop), meaning="none")
                    yield Finding(Kind.NEGATION, Severity.CONFLICT, left, _place_of(there, clause), DETECTOR, 0.6, NOTE)


def _absences(statement: Statement) -> Iterator[range]:
    """ "no layoffs", "no new taxes": the words from "no" to the noun."""
    words = statement.words
    if any(w.plain == "yet" for w in words):
        return
    for i, word in enumerate(words[:-1]):
        for noun in range(i + 1, min(i + 3, len(words))):
            if word.plain != "no" or words[i + 1].plain in word_class("no_idioms"):
                continue
            gap = statement.claim.text[word.end : words[noun].start].replace("-", "").replace(" ", "")
            if _ends_like_noun(words[noun].plain) and (not gap or gap.isalnum()):
                yield range(i, noun + 1)


def _ends_like_noun(plain: str) -> bool:
    return plain.endswith(_NOUN_ENDINGS) and len(plain) > MIN_NOUN


def _is_negated(statement: Statement, clause: Clause) -> bool:
    verb = statement.words[clause.group.stop - 1].plain
    behind = () if verb in _ANSWERING else clause.rest[:1]
    first = {statement.words[i].plain for i in (*clause.subject, *behind)}
    return (clause.is_negated != bool(first & _NONE)) != (verb in word_class("negating"))


def _are_one(story: Story, pair: Pair, left: Clause, right: Clause) -> bool:
    if left.stage is not right.stage or left.stage in _OPEN:
        return False
    if _is_unasserted(pair.left, left) or _is_unasserted(pair.right, right):
        return False
    if _bounds(pair.left, left) != _bounds(pair.right, right):
        return False
    if _is_restricted(pair.left, left) or _is_restricted(pair.right, right):
        return False
    if left.verb == right.verb and left.verb not in word_class("reporting"):
        return _has_one_verb(story, pair, left, right)
    return _is_none_of_one(story, pair, left, right)


def _is_restricted(statement: Statement, clause: Clause) -> bool:
    """Whether a clause says it of one thing only, and so denies it of others itself: "spoke only for himself"."""
    return any(statement.words[i].plain in _ONLY for i in (*clause.group, *clause.rest[:2]))


def _has_one_verb(story: Story, pair: Pair, left: Clause, right: Clause) -> bool:
    """Whether clauses with the same verb are one but for the negation."""
    if _are_payments(pair, left, right):
        return True
    is_nobody = _is_nobody(pair.left, left) or _is_nobody(pair.right, right)
    if is_nobody and left.is_passive and right.is_passive and _is_rare(story, left.verb):
        return True
    if pair.strength <= MIN_STRENGTH or (left.verb in word_class("light") and pair.certainty < SURE):
        return _is_none_of_one(story, pair, left, right)
    if likeness_of(story, pair, left, right) < MIN_LIKENESS:
        return False
    return is_nobody or may_be_one(story, pair.left, left.subject, pair.right, right.subject)


def _is_none_of_one(story: Story, pair: Pair, left: Clause, right: Clause) -> bool:
    """Whether one subject is none of what the other one is: "no bus line", "three bus lines"."""
    if not (_opens_with_none(pair.left, left) or _opens_with_none(pair.right, right)):
        return False
    shared = content(pair.left, _to_preposition(pair.left, left.subject))
    shared &= content(pair.right, _to_preposition(pair.right, right.subject))
    return any(_is_rare(story, t) for t in shared)


def _to_preposition(statement: Statement, words: range) -> range:
    """ "no officer" of "no officer in the county"."""
    at = next((i for i in words if statement.words[i].plain in word_class("prepositions")), words.stop)
    return range(words.start, at)


def _are_payments(pair: Pair, left: Clause, right: Clause) -> bool:
    """ "no ransom has been paid", "has paid 40,000 crowns": what is paid is money."""
    if left.verb not in read_terms("paid").unique:
        return False
    sides = (pair.left, left), (pair.right, right)
    none, some = sides if _opens_with_none(pair.left, left) else sides[::-1]
    words = none[0].words
    is_money = _opens_with_none(*none) and any(words[i].plain in word_class("payments") for i in none[1].subject)
    behind = some[0].span(some[1].rest.start, some[1].rest.stop) if some[1].rest else None
    amounts = (f.span for f in some[0].claim.facts if _is_amount(f))
    return is_money and behind is not None and any(span.overlap(behind) for span in amounts)


def _is_amount(fact: Fact) -> bool:
    """Whether a fact may be a sum: of money, or so high that it is hardly a count of people paid."""
    is_high = isinstance(fact.value, int | float) and fact.value >= MIN_SUM
    return fact.kind is FactKind.MONEY or (fact.kind is FactKind.QUANTITY and is_high)


def _are_opposite(story: Story, pair: Pair, left: Clause, right: Clause) -> bool:
    """ "approved the plan", "rejected the plan"."""
    if right.verb not in opposite_verbs().get(left.verb, ()) or left.is_negated or right.is_negated:
        return False
    if pair.strength < MIN_STRENGTH or left.stage is not right.stage or not (left.agent and right.agent):
        return False
    if _are_two_occasions(pair, left, right) or _ends_later(pair.left, left) or _ends_later(pair.right, right):
        return False
    is_one = may_be_one(story, pair.left, left.agent, pair.right, right.agent)
    ours, theirs = undergoing(story, pair.left, left), undergoing(story, pair.right, right)
    return is_one and overlap(story, ours, theirs) >= MIN_OPPOSITE


def _ends_later(statement: Statement, clause: Clause) -> bool:
    """ "will stay through Friday": what holds up to a day may end then."""
    return any(statement.words[i].plain in ("through", "until", "till") for i in clause.rest)


def _are_two_occasions(pair: Pair, left: Clause, right: Clause) -> bool:
    """Whether dates, or words such as "first" and "revised", tell that the same was done twice."""
    ours = {pair.left.words[i].plain for i in left.rest}
    theirs = {pair.right.words[i].plain for i in right.rest}
    if (ours ^ theirs) & word_class("occasions"):
        return True
    dates = product(_dates_in(pair.left, left), _dates_in(pair.right, right))
    return any(compare_values(a, b) in (Relation.DIFFERS, Relation.CONTRADICTS) for a, b in dates)


def _dates_in(statement: Statement, clause: Clause) -> list[Fact]:
    if not clause.rest:
        return []
    behind = statement.span(clause.rest.start, clause.rest.stop)
    return [f for f in statement.claim.facts if f.kind is FactKind.DATE and f.span.overlap(behind)]


def _is_unasserted(statement: Statement, clause: Clause) -> bool:
    """Whether the clause is believed, doubted or conditional, or holds only so far ("not yet")."""
    start = clause.subject.start if clause.subject else clause.group.start
    before = {w.plain for w in statement.words[max(start - UNASSERTED_REACH, 0) : clause.group.stop]}
    around = statement.words[max(start - YET_REACH, 0) : clause.group.stop + YET_REACH]
    return bool(before & word_class("unasserted")) or any(w.plain == "yet" for w in around)


def _bounds(statement: Statement, clause: Clause) -> frozenset[str]:
    """The words that bound a clause in time: "will not open before June"."""
    behind = {w.plain for w in statement.words[clause.group.stop : clause.group.stop + BOUND_REACH]}
    return word_class("bounds_of_time") & behind


def _opens_with_none(statement: Statement, clause: Clause) -> bool:
    return any(statement.words[i].plain in _NONE for i in clause.subject[:1])


def _is_nobody(statement: Statement, clause: Clause) -> bool:
    plain = [statement.words[i].plain for i in clause.subject]
    return bool(plain) and (plain[0] in _NOBODY or plain[:2] == ["no", "one"])


def _is_rare(story: Story, term: str) -> bool:
    return len(story.naming(frozenset((term,)))) <= RARE


def _make_finding(pair: Pair, left: Clause, right: Clause) -> Finding:
    return Finding(
        Kind.NEGATION,
        Severity.CONFLICT,
        _place_of(pair.left, left),
        _place_of(pair.right, right),
        DETECTOR,
        0.4 + 0.4 * pair.certainty,
        NOTE,
    )


def _place_of(statement: Statement, clause: Clause) -> Place:
    start = _first_shown(statement, clause)
    stop = clause.rest.stop if 0 < len(clause.rest) <= MAX_SHOWN else clause.group.stop
    span = statement.span(start, stop)
    return make_place(statement, span, meaning=f"{clause.verb} {_is_negated(statement, clause)}")


def _first_shown(statement: Statement, clause: Clause) -> int:
    """Where the words that show a clause begin: with "denied", where that denies it."""
    start = clause.subject.start if clause.subject else clause.group.start
    denying = (i for i in range(start - 1, max(start - DENYING_REACH, 0) - 1, -1))
    before = next((i for i in denying if statement.words[i].plain in word_class("denying")), None)
    return start if before is None or not clause.is_negated else before
