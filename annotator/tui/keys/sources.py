"""What works in the list of sources and outlets?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_SOURCES = (Context.SOURCES,)

ACTIONS: tuple[Action, ...] = (
    Action("switch_list", ("o",), "outlets", "Change between those who are quoted and the outlets", _SOURCES, 2),
    Action("correct_row", ("e",), "correct", "Correct a name everywhere, a kind, a genre or a date", _SOURCES, 3),
    Action("merge_source", ("equals_sign",), "same as", "Say that two sources are one, everywhere", _SOURCES, 4),
    Action("split_source", ("s",), "split", "Take one of its names as a source of its own", _SOURCES, 5),
)
