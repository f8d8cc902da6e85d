"""What is one thing a person can do, where does it work, and how is its key written?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Context(StrEnum):
    """Where a key works."""

    EVERYWHERE = "everywhere"
    HOME = "documents"
    LEDGER = "disagreements"
    PASSAGES = "side by side"
    MATRIX = "matrix"
    REVIEW = "review queue"
    CASES = "adjudication"
    CLAIMS = "claims"
    BOARD = "dashboard"
    SOURCES = "sources"
    FILTERED = "lists with a filter"
    LABELS = "labels"
    UPDATES = "changed texts"
    READER = "reader"
    LIST = "lists"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do."""

    id: str
    """Also the name of the method that does it: `action_<id>`."""
    keys: tuple[str, ...]
    """Names as Textual writes them; two of them with a blank between are pressed one after the other."""
    label: str
    """One or two words for the bottom line."""
    description: str
    """One sentence for help and palette; "$undo" in it stands for the key of that action."""
    contexts: tuple[Context, ...]
    rank: int = 0
    """Place in the bottom line, the lowest first; 0 is not shown there."""

    @property
    def singles(self) -> tuple[str, ...]:
        """The keys that are pressed alone."""
        return tuple(k for k in self.keys if " " not in k)

    @property
    def sequences(self) -> tuple[tuple[str, str], ...]:
        """The keys that are pressed one after the other."""
        return tuple((k.split(" ")[0], k.split(" ")[1]) for k in self.keys if " " in k)

    def begins(self, key: str) -> bool:
        """Whether a key begins a sequence that ends in this."""
        return any(k.startswith(f"{key} ") for k in self.keys)


def printed(key: str) -> str:
    """A key as people write it: "?", "Ctrl+P", "g n"."""
    if " " in key:
        return " ".join(printed(part) for part in key.split(" "))
    modifier, _, last = key.rpartition("+")
    if modifier and last and key not in PRINTED:
        words = "+".join(part.capitalize() for part in modifier.split("+"))
        return f"{words}+{last.upper() if len(last) == 1 else printed(last)}"
    if key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return PRINTED.get(key, key)


PRINTED = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "enter": "Enter",
    "escape": "Esc",
    "full_stop": ".",
    "asterisk": "*",
    "plus": "+",
    "minus": "-",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "delete": "Del",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "left_curly_bracket": "{",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "right_curly_bracket": "}",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "vertical_line": "|",
    "ampersand": "&",
    "quotation_mark": '"',
    "apostrophe": "'",
    "underscore": "_",
    "comma": ",",
    "semicolon": ";",
    "equals_sign": "=",
    "exclamation_mark": "!",
    "dollar_sign": "$",
    "percent_sign": "%",
    "number_sign": "#",
    "at": "@",
    "backslash": "\\",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "tilde": "~",
    "circumflex_accent": "^",
}
"""Names of keys and how people write them."""
