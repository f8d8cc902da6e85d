"""What works in the dashboard?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_BOARD = (Context.BOARD,)

ACTIONS: tuple[Action, ...] = (
    Action("column_left", ("h", "left"), "number", "Go to the number before", _BOARD, 8),
    Action("column_right", ("l", "right"), "number", "Go to the next number", _BOARD),
    Action("list_counted", ("space",), "list them", "List what the number at the cursor counts", _BOARD, 2),
)
