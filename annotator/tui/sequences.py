"""Which two-key sequence is being pressed? Textual has none: "g,d" there means g or d."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from annotator.tui.keys import Action


class Outcome(Enum):
    """What a key did."""

    IGNORED = auto()
    """It begins no sequence."""
    BEGUN = auto()
    CANCELLED = auto()
    UNKNOWN = auto()
    """The second key ends no sequence, or one whose action makes no sense now."""
    COMPLETE = auto()


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of a key."""

    outcome: Outcome
    action: Action | None = None
    keys: str = ""


class Sequences:
    """Remembers the first key of a sequence until the second comes."""

    def __init__(self) -> None:
        self.first: str | None = None

    def feed(self, key: str, actions: Iterable[Action], works: Callable[[Action], bool] = lambda _: True) -> Pressed:
        """Takes a key; `works` says of an action whether it makes sense now, and is asked of few."""
        if self.first is None:
            if any(a.begins(key) and works(a) for a in actions):
                self.first = key
                return Pressed(Outcome.BEGUN, keys=key)
            return Pressed(Outcome.IGNORED)
        first, self.first = self.first, None
        if key == "escape":
            return Pressed(Outcome.CANCELLED)
        action = next((a for a in actions if (first, key) in a.sequences and works(a)), None)
        if action is None:
            meant = next((a for a in actions if (first, key) in a.sequences), None)
            return Pressed(Outcome.UNKNOWN, meant, f"{first} {key}")
        return Pressed(Outcome.COMPLETE, action, f"{first} {key}")


def continuations(first: str, actions: Iterable[Action]) -> tuple[tuple[str, Action], ...]:
    """Second keys that are possible after a first one, each with what it does."""
    return tuple((second, a) for a in actions for begin, second in a.sequences if begin == first)
