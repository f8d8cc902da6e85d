"""What works in the matrix?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_MATRIX = (Context.MATRIX,)

ACTIONS: tuple[Action, ...] = (
    Action("column_left", ("h", "left"), "documents", "Go to the document before", _MATRIX, 8),
    Action("column_right", ("l", "right"), "document", "Go to the next document", _MATRIX, 9),
    Action(
        "change_order",
        ("o",),
        "order",
        "Sort by another measure: severity, origins, check-worthiness",
        (Context.MATRIX, Context.CLAIMS),
        12,
    ),
)
