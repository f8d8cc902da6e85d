"""What changes the claims themselves: their edges, which say the same, which disagree, through whom they came?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_HOME = (Context.HOME,)

ACTIONS: tuple[Action, ...] = (
    Action("reshape_claim", ("e",), "edit claim", "Split, merge, extend, cut, add or remove the claim", _HOME, 10),
    Action(
        "same_claim",
        ("equals_sign",),
        "same claim",
        "Say which claim elsewhere states the same, or does not",
        _HOME,
        11,
    ),
    Action("add_disagreement", ("d",), "disagrees", "Say on what the claim and one elsewhere disagree", _HOME, 12),
    Action("edit_chain", ("A",), "chain", "Edit the chain of sources link by link", _HOME, 13),
)
