"""What detectors hand over, and how findings on one fact become one disagreement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.disagree.statements import Statement
from annotator.disagree.story import Story, label_of, source_of
from annotator.model import (
    Disagreement,
    DisagreementKind,
    Document,
    Evidence,
    Fact,
    FactKind,
    Level,
    Severity,
    Side,
    Span,
    make_id,
)
from annotator.text import fold, squeeze

MAX_SIDES = 8
_VALUES = frozenset({DisagreementKind.QUANTITY, DisagreementKind.DATE, DisagreementKind.DURATION})
MAX_VALUE = 70  # characters of a side's value on the screen
RANK = {Severity.CONFLICT: 0, Severity.TENSION: 1, Severity.IMPRECISION: 2}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim gives a value."""

    statement: Statement
    span: Span
    value: str
    """Fit for the screen."""
    meaning: str
    """What the value comes to; places that agree have the same."""

    @property
    def key(self) -> tuple[int, Span]:
        return self.statement.index, self.span


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference between two places, of two documents."""

    kind: DisagreementKind
    severity: Severity
    left: Place
    right: Place
    detector: str
    confidence: float
    """0..1."""
    note: str = ""
    """What follows the values in the sentence for the reader."""
    level: Level | None = None
    """Where the detector knows it."""


def make_place(statement: Statement, span: Span, value: str | None = None, *, meaning: str | None = None) -> Place:
    """A place whose value is, where none is given, the words themselves, and whose meaning is its value."""
    shown = squeeze(value if value is not None else span.text(statement.document.text))
    shown = shown if len(shown) <= MAX_VALUE else shown[: MAX_VALUE - 1] + "…"
    return Place(statement, span, shown, meaning if meaning is not None else fold(shown))


def place_of(statement: Statement, fact: Fact) -> Place:
    """The place of a fact; facts of one value and bound agree."""
    is_hidden = fact.kind is FactKind.DATE and _hides_day(fact)
    shown = f"{fact.text} ({fact.value})" if is_hidden else _with_noun(statement, fact)
    meaning = f"{fact.kind} {fact.value} {fact.unit} {fact.comparator or '='}"
    return make_place(statement, fact.span, shown, meaning=meaning)


def _with_noun(statement: Statement, fact: Fact) -> str:
    """The fact's words with what they count, where that stands right behind them."""
    if fact.kind is not FactKind.QUANTITY or not fact.counted:
        return fact.text
    behind = statement.document.text[fact.span.end : fact.span.end + len(fact.counted) + 1]
    return fact.text + behind if behind[1:].casefold() == fact.counted.casefold() else fact.text


def _hides_day(fact: Fact) -> bool:
    """Whether words such as "Monday" or "last week" stand for a date that readers would have to work out."""
    return str(fact.value)[:1].isdigit() and not any(c.isdigit() for c in fact.text)


def join_findings(story: Story, findings: Sequence[Finding]) -> tuple[Disagreement, ...]:
    """One disagreement for each fact and kind, most severe and surest first."""
    made = [
        disagreement
        for kind in dict.fromkeys(f.kind for f in findings)
        for group in _connect([f for f in findings if f.kind is kind])
        for disagreement in _make_disagreements(story, group)
    ]
    return tuple(sorted(made, key=lambda d: (RANK[d.severity], -d.confidence, d.id)))


def _connect(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Groups of findings that share a place; surer findings are joined first and a group stays small."""
    groups: dict[int, list[Finding]] = {}
    standing: defaultdict[int, set[int]] = defaultdict(set)  # by statement, the groups that have a place in it
    ranked = sorted(findings, key=lambda f: (RANK[f.severity], -f.confidence, f.left.key, f.right.key))
    for number, finding in enumerate(ranked):
        near = standing[finding.left.statement.index] | standing[finding.right.statement.index]
        touching = [key for key in sorted(near) if key in groups and _belongs(finding, groups[key])]
        joined = [finding]
        for key in touching:
            group = groups[key]
            if len(_places([*group, *joined])) <= MAX_SIDES and not _split_a_claim([*group, *joined]):
                del groups[key]
                joined = [*group, *joined]
        if joined != [finding] or not touching:
            groups[number] = joined
            for member in joined:
                standing[member.left.statement.index].add(number)
                standing[member.right.statement.index].add(number)
    return list(groups.values())


def _belongs(finding: Finding, group: Sequence[Finding]) -> bool:
    return any(_touch(finding, other) for other in group) and not _split_a_claim([*group, finding])


def _split_a_claim(findings: Sequence[Finding]) -> bool:
    """Whether one claim would be given two values of a slot: it then speaks of two things."""
    if findings[0].kind not in _VALUES:
        return False
    meanings: dict[int, set[str]] = {}
    for place in _places(findings):
        meanings.setdefault(place.statement.index, set()).add(place.meaning)
    return any(len(found) > 1 for found in meanings.values())


def _touch(a: Finding, b: Finding) -> bool:
    return any(
        p.statement.index == q.statement.index and p.span.overlap(q.span)
        for p in (a.left, a.right)
        for q in (b.left, b.right)
    )


def _places(findings: Iterable[Finding]) -> list[Place]:
    kept: list[Place] = []
    for finding in findings:
        for place in (finding.left, finding.right):
            if not any(p.statement.index == place.statement.index and p.span.overlap(place.span) for p in kept):
                kept.append(place)
    return kept


def _make_disagreements(story: Story, group: Sequence[Finding]) -> Iterator[Disagreement]:
    """One, or none where everything looks the same on the screen."""
    best = group[0]
    places = sorted(_places(group), key=lambda p: (_published(p.statement.document), p.key))
    values = _values(places)
    sides = tuple(
        Side(p.statement.claim.id, p.span, p.span.text(p.statement.document.text), values[p.meaning]) for p in places
    )
    if len({s.value for s in sides}) < 2:
        return
    yield Disagreement(
        id=make_id("x", best.kind, *(f"{s.claim}:{s.span.start}:{s.span.end}" for s in sides)),
        kind=best.kind,
        severity=best.severity,
        level=best.level or _level(places),
        cluster=story.shared_cluster([s.claim for s in sides]),
        sides=sides,
        detector=best.detector,
        confidence=round(best.confidence, 3),
        why=_sentence(places, values, best.note),
        evidence=tuple(
            Evidence(note=p.value, document=p.statement.document.id, span=p.span) for p in (best.left, best.right)
        ),
    )


def _published(document: Document) -> str:
    return document.published or "9999"


def _level(places: Sequence[Place]) -> Level:
    """Speakers differ where every value is somebody's whom the documents name, and not the same body's."""
    sources = [source_of(p.statement.claim, p.span) for p in places]
    named = {fold(s.entity or s.name or s.text or "") for s in sources if s is not None}
    return Level.SPEAKER if all(sources) and len(named - {""}) > 1 else Level.OUTLET


def _values(places: Sequence[Place]) -> dict[str, str]:
    """For each meaning the value to show: the shortest, one with a figure first, and of equals the usual one."""
    made: dict[str, str] = {}
    usual = Counter(p.value for p in places)

    def rank(place: Place) -> tuple[bool, int, int, str]:
        has_figure = any(c.isdigit() for c in place.value)
        return (not has_figure, len(place.value), -usual[place.value], place.value)

    for place in sorted(places, key=rank):
        made.setdefault(place.meaning, place.value)
    return made


def _sentence(places: Sequence[Place], values: Mapping[str, str], note: str) -> str:
    said: list[str] = []
    for meaning in dict.fromkeys(p.meaning for p in places):
        names = list(dict.fromkeys(label_of(p.statement.document) for p in places if p.meaning == meaning))
        verb = "" if said else (" say" if len(names) > 1 else " says")
        said.append(f"{_enumerate(names)}{verb} “{values[meaning]}”")
    return ", ".join(said) + (f": {note}." if note else ".")


def _enumerate(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
