"""How does one go to the other screens? One action a place, made from the list of places."""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context
from annotator.view import PLACES

GO = "go_"

ACTIONS: tuple[Action, ...] = tuple(
    Action(f"{GO}{p.name}", (f"g {p.letter}",), p.name, p.description, (Context.EVERYWHERE,)) for p in PLACES
)
_GONE_TO = {f"{GO}{p.name}": p.name for p in PLACES}


def place_of(action: str) -> str | None:
    """The place that an action goes to; None for any other action."""
    return _GONE_TO.get(action)
