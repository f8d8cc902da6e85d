"""What sort of text a document is, from evidence; what it calls itself is one piece of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from annotator.editorial.genre_labels import Label, find_labels
from annotator.editorial.genre_rules import (
    CLAIMS_TO_REPORT,
    Point,
    weigh_argument,
    weigh_interpretation,
    weigh_issuer,
    weigh_labels,
    weigh_sales,
    weigh_sourcing,
)
from annotator.editorial.genre_signals import read_signals
from annotator.model import Attribution, Evidence, Genre, GenreType, Layout, Metadata, Outlet, Quotation, Span
from annotator.text import load_table, one_line

MIN_POINTS = 0.9  # below, no genre is named
MAX_PLACES = 3  # shown for one piece of evidence
MAX_QUOTED = 80  # characters of a place that are quoted
MAX_CONFIDENCE = 0.97
SATIRE_POINTS = 5.0
_WORKS_AGAINST = {
    GenreType.OPINION: "it argues",
    GenreType.ADVERTORIAL: "it sells",
    GenreType.PRESS_RELEASE: "its issuer speaks of itself",
    GenreType.SATIRE: "it is satire",
}


def judge_genre(
    text: str,
    *,
    layout: Layout,
    metadata: Metadata,
    outlet: Outlet,
    sentences: Sequence[Span],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
) -> Genre:
    """The genre with its confidence, self-label and evidence."""
    signals = read_signals(text, layout, sentences, quotations, attributions)
    labels = find_labels(text, layout, metadata)
    title = metadata.title or layout.title
    argument = tuple(weigh_argument(signals))
    points = (
        *weigh_labels(labels, argument=sum(p.weight for p in argument)),
        *_weigh_satire(outlet, text, layout),
        *weigh_issuer(outlet.kind, signals),
        *weigh_sales(signals),
        *weigh_sourcing(outlet.kind, signals, layout.dateline, layout.byline or metadata.author),
        *argument,
        *weigh_interpretation(
            signals, title, is_explainer=_promises(title, "background"), interprets=_promises(title, "interpretation")
        ),
    )
    genre, confidence = _decide(points, signals.sentences)
    return Genre(
        type=genre,
        confidence=confidence,
        self_label=layout.self_label or _printed_label(labels),
        evidence=_evidence(text, points, genre),
        mismatch=_mismatch(labels, genre, points),
    )


def _decide(points: Iterable[Point], sentences: int) -> tuple[GenreType, float]:
    sums: Mapping[GenreType, float] = _sum(points)
    ranked = sorted(sums.items(), key=lambda item: (-item[1], item[0].value))
    if not ranked or ranked[0][1] < MIN_POINTS:
        return GenreType.UNKNOWN, 0.0
    best = ranked[0][1]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    share = best / (best + second + 0.5)
    return ranked[0][0], min(MAX_CONFIDENCE, share * (sentences + 1) / (sentences + 2))


def _sum(points: Iterable[Point]) -> dict[GenreType, float]:
    sums: dict[GenreType, float] = defaultdict(float)
    for point in points:
        sums[point.genre] += point.weight
    return sums


def _weigh_satire(outlet: Outlet, text: str, layout: Layout) -> list[Point]:
    table = load_table("annotator.editorial", "data/genre.toml")["satire"]
    if outlet.domain in table["domains"]:
        return [Point(GenreType.SATIRE, SATIRE_POINTS, f"stands on {outlet.domain}, which publishes satire")]
    for part in layout.boilerplate:
        low = part.span.text(text).lower()
        if any(note in low for note in table["notes"]):
            return [Point(GenreType.SATIRE, SATIRE_POINTS, "says that it is satire", (part.span,))]
    return []


def _evidence(text: str, points: Iterable[Point], genre: GenreType) -> tuple[Evidence, ...]:
    """What speaks for the genre first, then what speaks for another, each in order of weight."""
    rows: list[Evidence] = []
    for point in sorted(points, key=lambda p: (p.genre is not genre, -p.weight)):
        note = _sentence(point.note if point.genre is genre else f"{point.note} (speaks for {point.genre.value})")
        places = point.spans[:MAX_PLACES]
        if point.is_claim or not places:
            rows.append(Evidence(note, places[0] if places else None))
        else:
            rows += [Evidence(f"{note}: “{one_line(span.text(text))[:MAX_QUOTED]}”", span) for span in places]
    return tuple(rows)


def _sentence(note: str) -> str:
    return note[0].upper() + note[1:]


def _printed_label(labels: Sequence[Label]) -> str | None:
    return next((label.words for label in labels if label.where in ("label", "headline")), None)


def _mismatch(labels: Sequence[Label], genre: GenreType, points: Iterable[Point]) -> str | None:
    """One sentence where a text that claims to report does something else."""
    claimed = next((x for x in labels if x.where in ("label", "headline", "tag", "address")), None)
    if claimed is None or claimed.genre not in CLAIMS_TO_REPORT or genre not in _WORKS_AGAINST:
        return None
    reasons = [p for p in sorted(points, key=lambda p: -p.weight) if p.genre is genre and not p.is_claim][:MAX_PLACES]
    told = "; ".join(f"{p.note} ({len(p.spans)} times)" if len(p.spans) > 1 else p.note for p in reasons)
    return f"Labelled “{claimed.words}”, but {_WORKS_AGAINST[genre]}" + (f": it {told}." if told else ".")


def _promises(title: str | None, genre: str) -> bool:
    return title is not None and _titles(genre).search(title) is not None


@cache
def _titles(genre: str) -> re.Pattern[str]:
    """The headlines of a genre."""
    titles = load_table("annotator.editorial", "data/genre.toml")[genre]["titles"]
    return re.compile("|".join(f"(?:{t})" for t in titles), re.I)
