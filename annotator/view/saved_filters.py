"""What does `@name` in a filter line stand for, and which lines did a person save under a name?

@hard = severity:conflict -is:settled     saves the line under a name, and filters with it
@hard outlet:wire                         the saved line, and something more
@hard =                                   forgets it
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from annotator.errors import UsageError
from annotator.text import one_line

_SAVING = re.compile(r"\s*@([\w-]+)\s*=(.*)", re.DOTALL)
_NAMED = re.compile(r'"[^"]*"|(?<!\S)@([\w-]+)(?!\S)')
"""A name, but not inside quotation marks, where it is words to look for."""


def save_filter(line: str, saved: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The line to filter with, and what is saved from now on.

    Raises:
        UsageError: if no line is saved under a name in it.
    """
    saving = _SAVING.fullmatch(line)
    if saving is None:
        return fill_in(line, saved), dict(saved)
    name, made = saving[1].casefold(), fill_in(saving[2].strip(), saved)
    kept = {known: words for known, words in saved.items() if known != name}
    return made, {**kept, name: made} if made else kept


def fill_in(line: str, saved: Mapping[str, str]) -> str:
    """A line with the saved lines in the place of their names.

    Raises:
        UsageError: if no line is saved under a name.
    """

    def words(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        if found[1].casefold() not in saved:
            known = " ".join(f"@{name}" for name in saved)
            hint = f"there are: {known}" if known else "save one on a screen: @name = filter"
            raise UsageError(f"no filter is saved as @{one_line(found[1])}", hint)
        return saved[found[1].casefold()]

    return _NAMED.sub(words, line)


def saved_in(state: Mapping[str, object]) -> dict[str, str]:
    """The lines that a view state remembers by name; nothing where that makes no sense."""
    kept = state.get("filters")
    if not isinstance(kept, Mapping):
        return {}
    return {name: line for name, line in kept.items() if isinstance(name, str) and isinstance(line, str)}
