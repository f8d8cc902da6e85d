"""What works in the review queue?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_REVIEW = (Context.REVIEW,)

ACTIONS: tuple[Action, ...] = (
    Action("skip", ("space", "right"), "skip", "Leave it undecided and go on", _REVIEW, 3),
    Action("attribute", ("a",), "who said it", "Say who said it", _REVIEW, 4),
    Action("settle", ("s",), "settle", "Say how the disagreement is settled, and why", _REVIEW, 4),
    Action("show_in_text", ("p",), "in the text", "Show the place in its text", _REVIEW, 8),
)
