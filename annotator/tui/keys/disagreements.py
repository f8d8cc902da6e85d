"""What works in the three lists and before the passages side by side?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_LEDGER = (Context.LEDGER,)
_PASSAGES = (Context.PASSAGES,)

ACTIONS: tuple[Action, ...] = (
    Action("open_entry", ("enter",), "side by side", "Show the passages side by side", _LEDGER, 1),
    Action("settle", ("s", "enter"), "settle", "Say how the disagreement is settled, and why", _PASSAGES, 1),
    Action("stand_1", ("1",), "1 stands", "The value of the first column stands", _PASSAGES, 3),
    Action("stand_2", ("2",), "2 stands", "The value of the second column stands", _PASSAGES, 3),
    Action("stand_3", ("3",), "3 stands", "The value of the third column stands", _PASSAGES, 3),
    Action("stand_4", ("4",), "4 stands", "The value of the fourth column stands", _PASSAGES, 3),
    Action("both_true", ("b",), "both true", "Both are true", _PASSAGES, 4),
    Action("different_things", ("d",), "different things", "They speak of different things", _PASSAGES, 5),
    Action("leave_open", ("o",), "leave open", "Leave the disagreement open, with a reason", _PASSAGES, 6),
    Action("columns_left", ("left", "h"), "columns", "Bring the columns further left into view", _PASSAGES),
    Action("columns_right", ("right", "l"), "columns", "Bring the columns further right into view", _PASSAGES),
)
