"""What is one row of any list: what keys act on there, which passages it is about, what a filter can ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.view.filtering import Asked, Filter
from annotator.view.story import Target


@dataclass(frozen=True, slots=True)
class Item:
    """A row; how it looks is painted when it comes into view."""

    key: str
    """Names the row within its list, also in another analysis."""
    facets: Asked
    target: Target | None = None
    """What accept, reject, note act on."""
    claims: tuple[str, ...] = ()
    """Ids of the claims it is about, in order of publication."""


def fitting(items: Sequence[Item], filter: Filter | None) -> tuple[Item, ...]:  # noqa: A002
    """The rows that a filter lets through, in their order."""
    return tuple(items) if filter is None else tuple(item for item in items if filter.fits(item.facets))


def find_row(items: Sequence[Item], key: str) -> int | None:
    """Number of the row of that name."""
    return next((number for number, item in enumerate(items) if item.key == key), None)
