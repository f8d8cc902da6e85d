"""How far do the people of a story agree, thing by thing, by which method, and on how many items?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.agreement.coefficients import (
    RESAMPLES,
    SEED,
    Counts,
    Item,
    Range,
    Scale,
    Statistic,
    bootstrap_range,
    cohen_kappa,
    krippendorff_alpha,
    positive_agreement,
    raw_agreement,
    shared_places,
)
from annotator.agreement.marks import Place, overlapping, same_edges
from annotator.agreement.opinions import Ground, Opinions, Values, read_opinions
from annotator.agreement.people import Person
from annotator.model import Analysis, AnchorKind, Span

MIN_ITEMS = 10  # below it one item more or less moves any coefficient by .1 or more

F1_METHOD = "F1 between pairs"
KAPPA_METHOD = "Cohen's kappa"
ALPHA_METHOD = "Krippendorff's alpha, nominal"
ORDINAL_METHOD = "Krippendorff's alpha, ordinal"

_VERDICTS_ON = {
    AnchorKind.ATTRIBUTION: "verdicts on attributions",
    AnchorKind.FLAG: "verdicts on flags",
    AnchorKind.FACT: "verdicts on facts",
    AnchorKind.CLUSTER: "verdicts on groups",
    AnchorKind.DISAGREEMENT: "verdicts on disagreements",
}


class Gap(StrEnum):
    """Why there is no figure."""

    NONE = "nothing that two people judged"
    FEW = "too few items"
    ONE_VALUE = "undefined: everybody gave one value"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One line of the result."""

    what: str
    method: str
    items: int
    """Things that at least two people judged; for marks, places that at least one of them marked."""
    people: tuple[str, ...]
    """Who judged any of them."""
    raw: float | None
    """Share of pairs of judgements that are equal, or of marked places that are shared, 0 to 1."""
    value: float | None
    """The coefficient; None where it would mean nothing."""
    range: Range | None
    """Of 95 %, by resampling the items; None where there is no value, or hardly a resample that has one."""
    gap: Gap | None
    """Why there is no value."""


@dataclass(frozen=True, slots=True)
class Report:
    """How far the people of a story agree."""

    people: tuple[str, ...]
    documents: int
    """Which at least two of them had."""
    lines: tuple[Agreement, ...]
    resamples: int = RESAMPLES
    seed: int = SEED
    min_items: int = MIN_ITEMS


@dataclass(frozen=True, slots=True)
class _Question:
    """One thing to be compared."""

    what: str
    names: tuple[str, ...]
    items: tuple[Item, ...]
    methods: tuple[tuple[str, Statistic], ...]
    raw: Statistic = raw_agreement


def measure_agreement(people: Sequence[Person], ground: Analysis, *, seed: int = SEED) -> Report:
    """The agreement of people on documents that at least two of them had.

    Args:
        seed: of the resampling; the same seed and data give the same ranges.
    """
    base = Ground(ground)
    opinions = [read_opinions(person, base) for person in people]
    names = tuple(p.name for p in people)
    shared = frozenset(d.id for d in ground.documents if sum(d.id in p.documents for p in people) > 1)
    questions = (*_about_marks(names, opinions, shared), *_about_values(names, opinions))
    lines = tuple(line for question in questions for line in _answer(question, seed))
    return Report(names, len(shared), lines, seed=seed)


def _about_marks(names: tuple[str, ...], opinions: Sequence[Opinions], shared: frozenset[str]) -> Iterator[_Question]:
    marking = [i for i, opinion in enumerate(opinions) if any(d in shared for d in opinion.marks)]
    marking = marking if len(marking) > 1 else []  # marks of one person alone show nothing about anybody else's
    those = tuple(names[i] for i in marking)
    held = [opinions[i].marks for i in marking]
    here = [d for d in sorted(shared) if any(d in marks for marks in held)]
    f1 = ((F1_METHOD, positive_agreement),)

    def places(group: Callable[[Sequence[Sequence[Span]]], tuple[Place, ...]]) -> list[tuple[str, Place]]:
        return [(d, place) for d in here for place in group([tuple(marks.get(d, ())) for marks in held])]

    exact, near = places(same_edges), places(overlapping)
    yield _Question("marks with the same edges", those, _presence(exact), f1, shared_places)
    yield _Question("marks that overlap", those, _presence(near), f1, shared_places)
    labels = tuple(
        tuple(None if span is None else marks[document][span] for span, marks in zip(place, held, strict=True))
        for document, place in near
    )
    yield _Question("labels where marks overlap", those, _judged_twice(labels), _nominal(labels))


def _presence(places: Sequence[tuple[str, Place]]) -> tuple[Item, ...]:
    return tuple(tuple(None if span is None else True for span in place) for _, place in places)


def _about_values(names: tuple[str, ...], opinions: Sequence[Opinions]) -> Iterator[_Question]:
    for kind, what in _VERDICTS_ON.items():
        yield _compare(what, names, [o.verdicts.get(kind, {}) for o in opinions])
    yield _compare("source of claims", names, [o.sources for o in opinions])
    yield _compare("disagreements settled", names, [o.settled for o in opinions])
    yield _compare("genre of documents", names, [o.genres for o in opinions])
    for what, values in (
        ("credibility of claims, 1 to 5", [o.credibility for o in opinions]),
        ("reliability of outlets, A to E", [o.reliability for o in opinions]),
    ):
        yield _compare(what, names, values, scale=Scale.ORDINAL)


def _compare(what: str, names: tuple[str, ...], values: Sequence[Values], *, scale: Scale = Scale.NOMINAL) -> _Question:
    things: dict[Hashable, None] = dict.fromkeys(thing for said in values for thing in said)
    items = _judged_twice([tuple(said.get(thing) for said in values) for thing in things])
    those = [i for i in range(len(names)) if any(item[i] is not None for item in items)]
    kept = tuple(tuple(item[i] for i in those) for item in items)
    methods = _nominal(kept) if scale is Scale.NOMINAL else ((ORDINAL_METHOD, _ordinal_alpha),)
    return _Question(what, tuple(names[i] for i in those), kept, methods)


def _judged_twice(items: Sequence[Item]) -> tuple[Item, ...]:
    """Those that at least two people judged; sorted, so that ranges do not hang on who decided what first."""
    kept = [item for item in items if sum(value is not None for value in item) > 1]
    return tuple(sorted(kept, key=repr))


def _nominal(items: Sequence[Item]) -> tuple[tuple[str, Statistic], ...]:
    alpha = (ALPHA_METHOD, krippendorff_alpha)
    return (alpha, (KAPPA_METHOD, cohen_kappa)) if items and len(items[0]) == 2 else (alpha,)


def _ordinal_alpha(counts: Counts) -> float | None:
    return krippendorff_alpha(counts, Scale.ORDINAL)


def _answer(question: _Question, seed: int) -> Iterator[Agreement]:
    counts = Counter(question.items)
    total, raw = counts.total(), question.raw(counts)
    few = total < MIN_ITEMS
    for method, statistic in question.methods[:1] if few else question.methods:
        value = None if few else statistic(counts)
        found = None if value is None else bootstrap_range(counts, statistic, seed=seed)
        gap = Gap.NONE if not total else Gap.FEW if few else Gap.ONE_VALUE if value is None else None
        yield Agreement(question.what, method, total, question.names, raw, value, found, gap)
