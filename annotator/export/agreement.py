"""The lines of an agreement as text for a terminal, as a table for a spreadsheet, and as values for JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from annotator.agreement import Agreement, Gap, Report
from annotator.export.csv_tables import make_table
from annotator.text import one_line

_HEAD = ("what", "items", "people", "raw", "value", "95 % range", "method")
_NUMBERS = range(1, 6)
"""Columns that are aligned to the right."""


def tell_agreement(report: Report) -> Iterator[str]:
    """Lines for a terminal, without drawing; what no two people judged is named in one line."""
    people = ", ".join(map(one_line, report.people))
    yield f"people: {people}; documents that at least two of them have: {report.documents}"
    yield ""
    judged = [line for line in report.lines if line.items]
    if judged:
        yield from _columns([_HEAD, *map(_cells, judged)])
        yield ""
        yield from _notes(report)
    none = dict.fromkeys(line.what for line in report.lines if not line.items)
    if none:
        yield f"nothing that two people judged: {'; '.join(none)}"


def agreement_sentences(report: Report) -> Iterator[str]:
    """One sentence for each thing that two people judged, then what the figures are; for a screen."""
    judged = [line for line in report.lines if line.items]
    for what, lines in groupby(judged, key=lambda line: line.what):
        first, *others = lines
        _, items, people, raw, *_ = _cells(first)
        figures = "; ".join(map(_phrase, (first, *others)))
        yield f"{what}, {items} {'item' if first.items == 1 else 'items'} of {people} people, {raw} equal: {figures}"
    yield from _notes(report)


def _phrase(line: Agreement) -> str:
    *_, value, span, method = _cells(line)
    return f"{method} {value}" + (f" ({span})" if span else "")


def export_agreement_csv(report: Report) -> str:
    """RFC 4180 with a row of names."""
    columns = ("what", "method", "items", "people", "raw", "value", "low", "high", "gap", "resamples", "seed")
    return make_table(columns, (_row(line, report) for line in report.lines))


def export_agreement_json(report: Report) -> str:
    """One object; figures are not rounded."""
    made = {
        "people": report.people,
        "documents": report.documents,
        "min_items": report.min_items,
        "range": {
            "level": 0.95,
            "method": "percentile bootstrap of the items",
            "resamples": report.resamples,
            "seed": report.seed,
        },
        "lines": [
            {
                "what": line.what,
                "method": line.method,
                "items": line.items,
                "people": line.people,
                "raw": line.raw,
                "value": line.value,
                "range": [line.range.low, line.range.high] if line.range else None,
                "gap": line.gap,
            }
            for line in report.lines
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _row(line: Agreement, report: Report) -> tuple[object, ...]:
    low, high = (line.range.low, line.range.high) if line.range else (None, None)
    figures = (None if x is None else round(x, 4) for x in (line.raw, line.value, low, high))
    return (
        line.what, line.method, line.items, "; ".join(line.people), *figures, line.gap, report.resamples, report.seed,
    )  # fmt: skip


def _cells(line: Agreement) -> tuple[str, ...]:
    raw = "" if line.raw is None else f"{line.raw:.0%}".replace("%", " %")
    value = line.gap.value if line.value is None and line.gap else _figure(line.value)
    span = f"{_figure(line.range.low)} to {_figure(line.range.high)}" if line.range else ""
    return line.what, str(line.items), str(len(line.people)), raw, value, span, line.method


def _figure(value: float | None) -> str:
    """Two decimals; nothing for no figure."""
    if value is None:
        return ""
    shown = f"{value:.2f}"
    return "0.00" if shown == "-0.00" else shown


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[i]) for row in rows) for i in range(len(_HEAD))]
    for row in rows:
        cells = [c.rjust(w) if i in _NUMBERS else c.ljust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))]
        yield "  ".join(cells).rstrip()


def _notes(report: Report) -> Iterator[str]:
    yield (
        f"ranges: {report.resamples} bootstrap resamples of the items, percentiles, seed {report.seed}; raw: share of "
        "equal judgements, or of marked places that both marked"
    )
    if any(line.gap is Gap.FEW for line in report.lines):
        yield f"too few items: fewer than {report.min_items}, where one item moves a coefficient by .1 or more"
