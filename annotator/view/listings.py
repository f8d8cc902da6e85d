"""Which lists are there for the command line? The rows of the screens, with the fields that a filter can ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from annotator.model import Analysis
from annotator.text import displayable
from annotator.view.cases import CASE_FIELDS, Case, case_items, paint_case
from annotator.view.claims import CLAIM_FIELDS, claim_items, paint_claim
from annotator.view.filtering import read_filter
from annotator.view.indexing import index_story
from annotator.view.ledger import Entry, paint_entry
from annotator.view.ledger_filter import LEDGER_FIELDS, ledger_items
from annotator.view.lines import Line
from annotator.view.marks import Room
from annotator.view.outlet_list import listed_outlets, outlet_items, paint_outlet
from annotator.view.queue import QUEUE_FIELDS, paint_suggestion, queue_items
from annotator.view.quotation_rows import paint_quotation
from annotator.view.quotations import QUOTATION_FIELDS, quotation_groups, quotation_items
from annotator.view.rows import Item, fitting
from annotator.view.sources import SOURCE_FIELDS, paint_source, quoted_sources, source_items
from annotator.view.story import Story

WHOLE = Room(20_000, len)
"""Wide enough that no row is cut."""
_GAP = re.compile(r" {300,}")

Painted = tuple[Item, Callable[[], Line]]


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row as text, and what a filter can ask of it."""

    key: str
    text: str
    fields: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of the screens."""

    fields: tuple[str, ...]
    paint: Callable[[Story], Iterator[Painted]]
    """The rows and what paints each."""


def list_rows(analysis: Analysis, what: str, line: str) -> tuple[ListedRow, ...]:
    """The rows of a list that a filter line lets through, in the order of its screen.

    Raises:
        UsageError: if the filter cannot be read.
    """
    listing = LISTINGS[what]
    wanted = read_filter(line, listing.fields)
    painted = {item.key: (item, paint) for item, paint in listing.paint(index_story(analysis))}
    found = fitting([item for item, _ in painted.values()], wanted)
    return tuple(ListedRow(i.key, _text(painted[i.key][1]()), _values(i, listing.fields)) for i in found)


def list_case_rows(analysis: Analysis, cases: Sequence[Case], line: str) -> tuple[ListedRow, ...]:
    """The questions on which people differ that a filter line lets through; raises as `list_rows`."""
    story, wanted = index_story(analysis), read_filter(line, CASE_FIELDS)
    rows = [
        (item, case) for item, case in zip(case_items(story, cases), cases, strict=True) if wanted.fits(item.facets)
    ]
    return tuple(ListedRow(i.key, _text(paint_case(story, c, WHOLE)), _values(i, CASE_FIELDS)) for i, c in rows)


def _values(item: Item, fields: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Every field of the list, also those that the row has nothing for."""
    return {name: item.facets.fields.get(name, ()) for name in fields}


def _text(line: Line) -> str:
    """What stands at the right edge of a screen follows after two blanks."""
    return displayable(_GAP.sub("  ", "".join(run.text for run in line))).rstrip()


def _claims(story: Story) -> Iterator[Painted]:
    for item in claim_items(story):
        yield item, partial(paint_claim, story, item, WHOLE)


def _disagreements(story: Story) -> Iterator[Painted]:
    for item in ledger_items(story):
        if item.target is not None:
            entry = Entry(item.target, item.claims)
            yield item, partial(paint_entry, story, entry, WHOLE)


def _sources(story: Story) -> Iterator[Painted]:
    sources = quoted_sources(story)
    for item, source in zip(source_items(story, sources), sources, strict=True):
        yield item, partial(paint_source, story, source, WHOLE)
    outlets = listed_outlets(story)
    for item, outlet in zip(outlet_items(story, outlets), outlets, strict=True):
        yield item, partial(paint_outlet, story, outlet, WHOLE)


def _quotations(story: Story) -> Iterator[Painted]:
    groups = quotation_groups(story)
    for item, group in zip(quotation_items(story, groups), groups, strict=True):
        yield item, partial(paint_quotation, group, WHOLE)


def _queue(story: Story) -> Iterator[Painted]:
    for item in queue_items(story):
        yield item, partial(paint_suggestion, story, item, WHOLE)


LISTINGS: dict[str, Listing] = {
    "claims": Listing(CLAIM_FIELDS, _claims),
    "disagreements": Listing(LEDGER_FIELDS, _disagreements),
    "sources": Listing(SOURCE_FIELDS, _sources),
    "quotations": Listing(QUOTATION_FIELDS, _quotations),
    "queue": Listing(QUEUE_FIELDS, _queue),
}
