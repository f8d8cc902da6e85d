"""Which keys do what, and where? The one table from which bindings, bottom line, help and palette are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.tui.keys import (
    cases,
    dashboard,
    deciding,
    disagreements,
    everywhere,
    filtered,
    going,
    home,
    looking,
    matrix,
    review,
    sources,
    structuring,
    tagging,
    text,
    updating,
)
from annotator.tui.keys.action import Action, Context, printed

SCENES: tuple[tuple[Context, ...], ...] = (
    (Context.EVERYWHERE, Context.HOME, Context.READER),
    (Context.EVERYWHERE, Context.HOME, Context.LIST),
    (Context.EVERYWHERE, Context.LEDGER, Context.LIST),
    (Context.EVERYWHERE, Context.PASSAGES, Context.LIST),
    (Context.EVERYWHERE, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.MATRIX, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.SOURCES, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.CLAIMS, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.BOARD, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.REVIEW, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.CASES, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.LABELS, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.UPDATES, Context.FILTERED, Context.LIST),
)
"""Contexts that work at the same time."""

ACTIONS: tuple[Action, ...] = (
    *home.ACTIONS,
    *tagging.ACTIONS,
    *structuring.ACTIONS,
    *disagreements.ACTIONS,
    *deciding.ACTIONS,
    *looking.ACTIONS,
    *matrix.ACTIONS,
    *dashboard.ACTIONS,
    *review.ACTIONS,
    *cases.ACTIONS,
    *sources.ACTIONS,
    *updating.ACTIONS,
    *filtered.ACTIONS,
    *going.ACTIONS,
    *everywhere.ACTIONS,
    *text.ACTIONS,
)
SEQUENCE_TITLES = {"g": "go", "z": "view", "y": "copy"}


@dataclass(frozen=True, slots=True)
class Clash:
    """A key that means two things in one place, or that hides a sequence."""

    first: str
    second: str
    """Ids of the two actions."""
    sentence: str


def find_clashes(actions: Iterable[Action] = ACTIONS) -> tuple[Clash, ...]:
    """Keys that mean two things in one scene, or that hide a sequence; empty if all is well."""
    table = tuple(actions)
    clashes = [clash for scene in SCENES for clash in _clashes_in(scene, table)]
    return tuple({c.sentence: c for c in clashes}.values())


def _clashes_in(scene: tuple[Context, ...], table: Iterable[Action]) -> Iterator[Clash]:
    where = scene[1].value
    working = [a for a in table if any(c in scene for c in a.contexts)]
    seen: dict[str, str] = {}
    begun = {first: action.id for action in working for first, _ in action.sequences}
    for action in working:
        for key in action.keys:
            other = seen.setdefault(key, action.id)
            if other != action.id:
                yield Clash(other, action.id, f"{printed(key)} in {where} is both {other} and {action.id}")
            if key in begun:
                words = f"{printed(key)} in {where} begins a sequence and is also {action.id}"
                yield Clash(begun[key], action.id, words)
