"""A person's labels: which letter and which digit each has, and the rows of the codebook and of a label's marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from string import ascii_uppercase

from annotator.model import Label

DIGITS = 10
"""Labels that a digit gives: 1 to 9, and 0 for the tenth."""


@dataclass(frozen=True, slots=True)
class Slots:
    """Which label each digit gives; a label keeps its digit until ten others were used more lately."""

    names: tuple[str, ...] = ()
    """For the digits 1 to 9 and 0; empty where none was given yet."""
    used: tuple[str, ...] = ()
    """The one used last comes first."""

    def shown(self, codebook: Sequence[Label]) -> tuple[str, ...]:
        """The labels of the digits, empty for a free one; unused labels fill up in the codebook's order."""
        known = [x.name for x in codebook]
        kept = [name if name in known else "" for name in (*self.names, *[""] * DIGITS)][:DIGITS]
        others = iter([name for name in known if name not in kept])
        return tuple(name or next(others, "") for name in kept)

    def give(self, name: str, codebook: Sequence[Label]) -> Slots:
        """The slots after a label was used."""
        names = list(self.shown(codebook))
        used = (name, *(n for n in self.used if n != name))
        if name not in names:
            free = names.index("") if "" in names else None
            at = free if free is not None else max(range(DIGITS), key=lambda i: _age(names[i], used))
            names[at] = name
        return Slots(tuple(names), used[: DIGITS * 3])

    def state(self) -> dict[str, list[str]]:
        """What is remembered between two runs."""
        return {"labels": list(self.names), "used_labels": list(self.used)}

    @staticmethod
    def from_state(state: Mapping[str, object]) -> Slots:
        """What was remembered; nothing where that makes no sense."""
        return Slots(_names(state.get("labels")), _names(state.get("used_labels")))

    def renamed(self, name: str, new_name: str) -> Slots:
        """The slots after a label got another name."""
        names = tuple(new_name if n == name and new_name not in self.names else n for n in self.names)
        return Slots(names, tuple(dict.fromkeys(new_name if n == name else n for n in self.used)))


def digit_key(number: int) -> str:
    """The digit that gives the label of a slot, counted from 1."""
    return str(number % DIGITS)


def label_letters(codebook: Sequence[Label]) -> dict[str, str]:
    """A letter for each label: the first of its name that no label before it has, else any that is free."""
    letters: dict[str, str] = {}
    taken: set[str] = set()
    for label in codebook:
        own = (c.upper() for c in label.name if c.isascii() and c.isalnum())
        letter = next((c for c in chain(own, ascii_uppercase) if c not in taken), "+")
        letters[label.name] = letter
        taken.add(letter)
    return letters


def _names(value: object) -> tuple[str, ...]:
    return tuple(x for x in value if isinstance(x, str)) if isinstance(value, list) else ()


def _age(name: str, used: tuple[str, ...]) -> int:
    return used.index(name) if name in used else len(used)
