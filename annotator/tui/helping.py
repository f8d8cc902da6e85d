"""What does the help list? Everything that can be done, by where it works and first what works now; words; signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.tui.keys import Action, Context, printed, said
from annotator.view import GLOSSARY, SIGNS

NOW, WORDS, SIGNS_GROUP = "Works now", "Words", "Signs"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the help."""

    group: str
    words: str
    """What it does or means."""
    action: str = ""
    """What Enter runs; empty if there is nothing to run."""
    keys: str = ""
    also: str = ""
    """Further words by which it is found; for a word or sign, the word itself."""
    sign: str = ""
    """Field of `Glyphs`."""

    @property
    def found_by(self) -> str:
        """Everything that a search looks at."""
        if len(self.keys) > 1:
            return f"{self.keys} {self.also} {self.words}"
        return f"{self.also} {self.words} {self.keys}"


def help_entries(actions: Sequence[Action], working: Sequence[Action]) -> tuple[Entry, ...]:
    """What works now in the order of the bottom line, the rest by where it works, then words and signs."""
    now = {a.id for a in working}
    made = [_entry(a, NOW) for a in sorted(_once(working), key=lambda a: a.rank or 1_000)]
    for context in Context:
        here = (a for a in _once(actions) if a.contexts[0] is context and a.id not in now)
        made += [_entry(a, f"Works in: {context.value}") for a in here]
    made += [Entry(WORDS, said(meaning), also=word) for word, meaning in GLOSSARY]
    made += [Entry(SIGNS_GROUP, meaning, also="sign mark legend", sign=name) for name, meaning in SIGNS]
    return tuple(made)


def _entry(action: Action, group: str) -> Entry:
    keys = "  ".join(printed(key) for key in action.keys)
    return Entry(group, said(action.description), action.id, keys, f"{action.label} {action.id.replace('_', ' ')}")


def _once(actions: Sequence[Action]) -> Sequence[Action]:
    return tuple({a.id: a for a in reversed(actions)}.values())[::-1]
