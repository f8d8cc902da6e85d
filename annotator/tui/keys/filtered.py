"""What works in every list that can be filtered?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_FILTERED = (Context.FILTERED,)
_ALSO_LEDGER = (Context.FILTERED, Context.LEDGER)

ACTIONS: tuple[Action, ...] = (
    Action("open_row", ("enter",), "open", "Open what the row is about", _FILTERED, 1),
    Action("filter_rows", ("f",), "filter", "Show only rows that fit a filter such as kind:date", _ALSO_LEDGER, 4),
    Action("decide_all", ("asterisk",), "all", "Accept or reject everything in the list at once", _FILTERED, 12),
    Action("clear_filter", ("F",), "all rows", "Show all rows again", _ALSO_LEDGER, 11),
)
