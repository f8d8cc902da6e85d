"""What can be asked about the object at the cursor, wherever one is shown?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_SHOWN = (Context.HOME, Context.LEDGER, Context.PASSAGES, Context.FILTERED)

ACTIONS: tuple[Action, ...] = (
    Action("trace", ("T",), "trace", "Show the way of the fact: who said it first, who took it from whom", _SHOWN),
    Action(
        "explain_mark", ("i",), "why", "Say where the mark at the cursor comes from: rule, score, who and when", _SHOWN
    ),
    Action("open_original", ("O",), "original", "Open the original in a browser or pager, after showing which", _SHOWN),
)
