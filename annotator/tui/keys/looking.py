"""What can be asked about the object at the cursor, wherever one is shown?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_SHOWN = (Context.HOME, Context.LEDGER, Context.PASSAGES, Context.FILTERED)

ACTIONS: tuple[Action, ...] = (
    Action("trace", ("T",), "trace", "Show the way of the fact: who said it first, who took it from whom", _SHOWN),
)
