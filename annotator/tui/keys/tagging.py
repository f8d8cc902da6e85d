"""How does one put labels on words?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context
from annotator.view import DIGITS, digit_key

_HOME = (Context.HOME,)
_LABELS = (Context.LABELS,)

ACTIONS: tuple[Action, ...] = (
    Action("put_label", ("t",), "label", "Put a label on what is selected, or on the claim", _HOME, 5),
    Action("repeat_label", ("full_stop",), "same label", "Put the label given last on what is selected", _HOME),
    *(
        Action(f"tag_{n}", (digit_key(n),), f"label {n}", f"Put label {n} on what is selected, or on the claim", _HOME)
        for n in range(1, DIGITS + 1)
    ),
    Action(
        "rename_label", ("e",), "rename", "Rename the label everywhere; a name that exists merges the two", _LABELS, 2
    ),
    Action("define_label", ("d",), "define", "Say what the label means", _LABELS, 3),
    Action("recolour_label", ("o",), "colour", "Give the label the next colour", _LABELS, 4),
    Action("new_label", ("plus",), "new", "Make a label", _LABELS, 5),
)
