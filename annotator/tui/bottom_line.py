"""Which keys does the bottom line name, when not all that work now have room?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.tui.keys import Action, Context, all_actions, place_of
from annotator.view import PLACES, Line, Room, width_of

ELSEWHERE = "show_places"
ALWAYS = (ELSEWHERE, "close_view", "show_help")
"""Actions that the bottom line never lacks, at its end: the ways to other screens, back, and to all other keys."""
HUBS = ("home", *(p.name for p in PLACES))
"""Screens that one goes on from; from those that lie over them one goes back."""
KEYS_HIDDEN = "-no-keys"
"""Class of the program while the bottom line names only those."""
ENOUGH = 6
"""Actions the bottom line should name before it names the set that is walked."""


def ways_on(place: str) -> tuple[Action, ...]:
    """The key that the way to every other screen begins with, where the chosen keys have one."""
    begins = {first for a in all_actions() if place_of(a.id) is not None for first, _ in a.sequences}
    if len(begins) != 1 or place not in HUBS:
        return ()
    return (Action(ELSEWHERE, (*begins,), "go to", "Show the other screens and their keys", (Context.EVERYWHERE,)),)


def choose_hints(
    working: Sequence[Action], hint: Callable[[Action], Line], position: Line, room: Room
) -> tuple[list[Action], Line]:
    """The actions to name, and the place in the walked set, without the set's name where keys need its room."""
    hints = _fitting(working, hint, position, room)
    if len(hints) < min(ENOUGH, len(working)) and len(position) > 1:
        position = position[-1:] if " of " in position[-1].text else ()
        hints = _fitting(working, hint, position, room)
    return hints, position


def _fitting(working: Sequence[Action], hint: Callable[[Action], Line], position: Line, room: Room) -> list[Action]:
    ending = sorted((a for a in working if a.id in ALWAYS), key=lambda a: ALWAYS.index(a.id))
    fitting: list[Action] = []
    space = room.width - 2 - sum(width_of(part, room.measure) for part in (position, *map(hint, ending)))
    for action in working:
        if action in ending:
            continue
        space -= width_of(hint(action), room.measure)
        if space < 0:
            break
        fitting.append(action)
    return [*fitting, *ending]
