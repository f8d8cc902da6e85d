"""Which plug-ins are installed? Nothing of theirs is imported to answer that."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "annotator"


@cache
def find_installed() -> tuple[EntryPoint, ...]:
    """The entry points of the group, by name; of one that is found twice the first.

    They are looked for once: reading the folders of all distributions takes 5 ms.
    """
    from importlib.metadata import entry_points  # here: 10 ms, and whoever only reads tables does without

    by_name: dict[str, EntryPoint] = {}
    for entry in entry_points(group=GROUP):
        by_name.setdefault(entry.name, entry)
    return tuple(by_name[name] for name in sorted(by_name))


def list_installed() -> tuple[str, ...]:
    """A line for each plug-in: its name, what it loads, and the version of its distribution."""
    return tuple(f"{e.name} = {e.value} ({e.dist.version if e.dist else '?'})" for e in find_installed())
