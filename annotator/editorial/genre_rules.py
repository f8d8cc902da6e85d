"""What each kind of evidence weighs for which genre. Weights are points; the genre with the most points wins.

The weights were set on 320 news articles and 32 documents of known genre (2026-11): no article of the former reaches
the opinion threshold by wording alone unless it argues.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.editorial.genre_labels import Label
from annotator.editorial.genre_signals import Sign, Signals
from annotator.model import GenreType, OutletKind, Span

ISSUERS = frozenset({OutletKind.COMPANY, OutletKind.PARTY, OutletKind.NGO, OutletKind.ACADEMIC, OutletKind.ADVOCACY})
AUTHORITIES = frozenset({OutletKind.GOVERNMENT, OutletKind.MILITARY, OutletKind.INTERGOVERNMENTAL})
PRESS = frozenset(
    {OutletKind.COMMERCIAL_PRESS, OutletKind.TRADE_PRESS, OutletKind.PUBLIC_BROADCASTER, OutletKind.STATE_MEDIA}
)
CLAIMS_TO_REPORT = frozenset(
    {GenreType.ANALYSIS, GenreType.REPORTAGE, GenreType.BACKGROUND, GenreType.WIRE, GenreType.INTERVIEW}
)
ARGUES = 1.2  # points of argument from which a text argues, whatever its label says
CONTRADICTED = 0.4  # of its weight that a label keeps which the text contradicts
ARGUMENT_FLOOR = 0.15  # argument points an own-voice sentence that reports reach too
ARGUMENT_SLOPE = 8.0  # points for each argument point a sentence above the floor
ARGUMENT_CAP = 4.5
REPORTED_COUNTS = 0.8  # of a sentence: how much one with a source thins out the argument
FULL_ARGUMENT = 4  # signs of argument from which its density counts in full
MIN_SENTENCES = 4  # shorter texts are weighed as if they had so many
MIN_REPORTED = 0.2  # share of sentences with a source from which a text reports
MIN_INTERPRETED = 0.1  # interpreting phrases an own-voice sentence above which a text explains
MIN_TOLD = 3  # sentences without a source from which a text is taken for an account of events
MAX_TOLD_ARGUMENT = 0.25  # argument points a sentence up to which it may still be an account
MIN_TURNS = 4  # of an interview
INTERVIEWED = 5.0  # more than ARGUMENT_CAP: what is argued there, the interviewee argues
AGENCY_TAG = 2.4
_LABEL_WEIGHTS = {"label": 1.0, "headline": 1.0, "disclaimer": 0.7, "tag": 0.5, "address": 0.5}
_GENRE_WEIGHTS = {
    GenreType.SATIRE: 4.0,
    GenreType.ADVERTORIAL: 4.0,
    GenreType.OPINION: 3.5,
    GenreType.PRESS_RELEASE: 3.5,
    GenreType.OFFICIAL: 3.0,
    GenreType.INTERVIEW: 2.5,
    GenreType.BACKGROUND: 3.0,
    GenreType.ANALYSIS: 2.8,
    GenreType.REPORTAGE: 1.0,
    GenreType.WIRE: 1.5,
}
_ARGUMENT = (
    ("normative", 2.4, "says what ought to be done"),
    ("judgement", 1.2, "judges in its own voice"),
    ("stance", 1.0, "takes a stand"),
    ("first_singular", 1.2, "speaks as “I”"),
    ("first_plural", 0.7, "speaks as “we”"),
)  # category of phrases, argument points each, note


@dataclass(frozen=True, slots=True)
class Point:
    """One piece of evidence for a genre."""

    genre: GenreType
    weight: float
    note: str
    """What it is, as the rest of a sentence that begins with "it"."""
    spans: tuple[Span, ...] = ()
    is_claim: bool = False
    """The text says so itself."""


def weigh_labels(labels: tuple[Label, ...], *, argument: float) -> Iterator[Point]:
    """What a text claims for itself; of several claims of one genre the plainest.

    A claim to report or analyse counts for little where the text argues; `argument` is with how many points.
    """
    seen = set()
    for label in labels:
        if label.genre in seen:
            continue
        seen.add(label.genre)
        weight = _GENRE_WEIGHTS.get(label.genre, 1.0) * _LABEL_WEIGHTS[label.where]
        spans = (label.span,) if label.span else ()
        if label.genre in CLAIMS_TO_REPORT and argument >= ARGUES:
            weight *= CONTRADICTED
        yield Point(label.genre, weight, f"calls itself “{label.words}” ({label.where})", spans, is_claim=True)


def weigh_issuer(kind: OutletKind, signals: Signals) -> Iterator[Point]:
    """Texts in which an authority, company or body speaks for itself."""
    is_report = _reported_share(signals) > 0.5
    if kind in AUTHORITIES:
        yield Point(GenreType.OFFICIAL, 2.5, f"is published by a body of kind “{kind.value}”")
    elif kind in ISSUERS:
        yield Point(
            GenreType.PRESS_RELEASE, 0.8 if is_report else 1.5, f"is published by a body of kind “{kind.value}”"
        )
    release = signals.release
    if release:
        weight = min(3.6, 1.4 * len(release))
        yield Point(GenreType.PRESS_RELEASE, weight, "has the furniture of a release", _spans(release))
    praise = signals.of("praise")
    if praise and (release or kind in ISSUERS | AUTHORITIES):
        yield Point(GenreType.PRESS_RELEASE, min(1.5, 0.4 * len(praise)), "praises its issuer", _spans(praise))
    notice = signals.of("notice")
    if len(notice) > 1:
        yield Point(GenreType.OFFICIAL, min(3.0, 0.8 * len(notice)), "gives public notice", _spans(notice))


def weigh_sales(signals: Signals) -> Iterator[Point]:
    """Texts that want to sell."""
    calls = signals.of("calls")
    if len(calls) > 1 and _rate(len(calls), signals) > 0.05:
        yield Point(GenreType.ADVERTORIAL, min(4.0, 1.0 + 0.8 * len(calls)), "asks the reader to buy", _spans(calls))


def weigh_sourcing(kind: OutletKind, signals: Signals, dateline: str | None, byline: str | None) -> Iterator[Point]:
    """Texts that hand what they say to sources: reports, agency copy, interviews."""
    if len(signals.turns) >= MIN_TURNS:
        yield Point(GenreType.INTERVIEW, INTERVIEWED, "has questions and answers take turns", _spans(signals.turns))
    share = _reported_share(signals)
    if share >= MIN_REPORTED:
        yield Point(GenreType.REPORTAGE, 1.0 + 1.5 * share, f"has a source for {share:.0%} of its sentences")
    elif signals.own >= MIN_TOLD and argument_density(signals) < MAX_TOLD_ARGUMENT and not _speaks_to_reader(signals):
        yield Point(GenreType.REPORTAGE, 0.9, "tells of events without argument")
    if dateline and "(" in dateline:
        yield Point(GenreType.WIRE, AGENCY_TAG + share, f"has an agency's tag in its dateline: {dateline}")
    elif dateline:
        yield Point(GenreType.REPORTAGE, 0.8, f"has a dateline: {dateline}")
    if byline:
        yield Point(GenreType.REPORTAGE, 0.2, f"is signed by {byline}")
    if kind in PRESS:
        yield Point(GenreType.REPORTAGE, 0.6, f"is published by an outlet of kind “{kind.value}”")
    if kind is OutletKind.WIRE_AGENCY:
        yield Point(GenreType.WIRE, 2.2 + 1.5 * share, "is published by a news agency")
    marks = [s for s in signals.wire if "with " not in s.words.lower()]
    if marks:
        yield Point(GenreType.WIRE, min(3.0, 1.2 * len(marks)), "has the marks of agency copy", _spans(marks))


def weigh_argument(signals: Signals) -> Iterator[Point]:
    """Texts that say in their own voice what is right, wrong or to be done."""
    density = argument_density(signals)
    found = [(signals.of(category), note) for category, _, note in _ARGUMENT if signals.of(category)]
    if signals.questions:
        found.append((signals.questions, "asks rhetorical questions"))
    points = min(ARGUMENT_CAP, ARGUMENT_SLOPE * (density - ARGUMENT_FLOOR))
    points *= min(1.0, sum(len(signs) for signs, _ in found) / FULL_ARGUMENT)
    if points <= 0:
        return
    for signs, note in found:
        yield Point(GenreType.OPINION, points / len(found), note, _spans(signs))


def weigh_interpretation(
    signals: Signals, title: str | None, *, is_explainer: bool, interprets: bool
) -> Iterator[Point]:
    """Texts that explain rather than report: analysis and background."""
    signs = signals.of("interpretation")
    rate = _rate(len(signs), signals)
    if len(signs) > 1 and rate > MIN_INTERPRETED:
        weight = min(3.0, 12.0 * (rate - MIN_INTERPRETED))
        yield Point(GenreType.ANALYSIS, weight, "says what things mean", _spans(signs))
    if interprets and title:
        yield Point(GenreType.ANALYSIS, 1.3, f"promises an interpretation in its headline: “{title}”")
    if is_explainer and title:
        yield Point(GenreType.BACKGROUND, 1.6, f"promises to explain in its headline: “{title}”")


def argument_density(signals: Signals) -> float:
    """Argument points an own-voice sentence; a text that mostly reports is not made an argument by a few of its own."""
    points = sum(weight * len(signals.of(category)) for category, weight, _ in _ARGUMENT) + 0.8 * len(signals.questions)
    return points / max(signals.own + REPORTED_COUNTS * signals.reported, MIN_SENTENCES)


def _reported_share(signals: Signals) -> float:
    return signals.reported / signals.sentences if signals.sentences else 0.0


def _speaks_to_reader(signals: Signals) -> bool:
    return _rate(len(signals.of("second_person")) + len(signals.of("first_plural")), signals) > 0.25


def _rate(count: int, signals: Signals) -> float:
    return count / max(signals.own, MIN_SENTENCES)


def _spans(signs: tuple[Sign, ...] | list[Sign]) -> tuple[Span, ...]:
    return tuple(s.span for s in signs)
