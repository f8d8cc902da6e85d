"""Which keys do what, and where? The one table from which bindings, bottom line, help and palette are made."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.tui.keys import deciding, disagreements, everywhere, filtered, going, home, looking, matrix, review, text
from annotator.tui.keys.action import Action, Context, printed

SCENES: tuple[tuple[Context, ...], ...] = (
    (Context.EVERYWHERE, Context.HOME, Context.READER),
    (Context.EVERYWHERE, Context.HOME, Context.LIST),
    (Context.EVERYWHERE, Context.LEDGER, Context.LIST),
    (Context.EVERYWHERE, Context.PASSAGES, Context.LIST),
    (Context.EVERYWHERE, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.MATRIX, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.CLAIMS, Context.FILTERED, Context.LIST),
    (Context.EVERYWHERE, Context.REVIEW, Context.FILTERED, Context.LIST),
)
"""Contexts that work at the same time."""

ACTIONS: tuple[Action, ...] = (
    *home.ACTIONS,
    *disagreements.ACTIONS,
    *deciding.ACTIONS,
    *looking.ACTIONS,
    *matrix.ACTIONS,
    *review.ACTIONS,
    *filtered.ACTIONS,
    *going.ACTIONS,
    *everywhere.ACTIONS,
    *text.ACTIONS,
)
SEQUENCE_TITLES = {"g": "go", "z": "view", "y": "copy"}


def actions_in(*contexts: Context) -> tuple[Action, ...]:
    """The actions that work in one of these contexts, each once, in the order of the table."""
    return tuple(a for a in ACTIONS if any(c in contexts for c in a.contexts))


def find_clashes(actions: Iterable[Action] = ACTIONS) -> tuple[str, ...]:
    """Sentences about keys that mean two things in one scene, or that hide a sequence; empty if all is well."""
    table = tuple(actions)
    clashes = []
    for scene in SCENES:
        seen: dict[str, str] = {}
        working = [a for a in table if any(c in scene for c in a.contexts)]
        for action in working:
            for key in action.keys:
                other = seen.setdefault(key, action.id)
                if other != action.id:
                    clashes.append(f"{printed(key)} in {scene[1].value} is both {other} and {action.id}")
        prefixes = {first for action in working for first, _ in action.sequences}
        clashes += [
            f"{printed(key)} in {scene[1].value} begins a sequence and is also {action.id}"
            for action in working
            for key in action.singles
            if key in prefixes
        ]
    return tuple(dict.fromkeys(clashes))
