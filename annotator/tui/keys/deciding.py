"""What can be done to the object at the cursor, wherever one is shown?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_DECIDING = (Context.HOME, Context.LEDGER, Context.PASSAGES, Context.FILTERED)

ACTIONS: tuple[Action, ...] = (
    Action(
        "settle", ("s",), "settle", "Say how the disagreement is settled, and why", (Context.HOME, Context.LEDGER), 4
    ),
    Action("reject", ("x", "delete"), "reject", "Reject the suggestion at the cursor", _DECIDING, 2),
    Action("rate", ("r",), "rate", "Rate the outlet A to F or the claim 1 to 6, with a reason", _DECIDING, 6),
    Action("note", ("c",), "note", "Write a note on what is at the cursor", _DECIDING, 7),
    Action("edit_note", ("E",), "edit note", "Write the note in your own editor, that of VISUAL or EDITOR", _DECIDING),
    Action("flag_to_return", ("m",), "come back", "Flag the claim to come back to it, or unflag it", _DECIDING),
    Action(
        "close_view",
        ("q",),
        "back",
        "Close this view and go back: from a list to the text, from passages to their list",
        (Context.LEDGER, Context.PASSAGES, Context.FILTERED),
        60,
    ),
)
