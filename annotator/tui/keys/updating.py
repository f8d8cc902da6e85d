"""What works among texts that have changed and marks that wait for a place?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_UPDATES = (Context.UPDATES,)
PLACES_TO_PICK = 9

ACTIONS: tuple[Action, ...] = (
    *(
        Action(f"pick_{n}", (str(n),), f"place {n}", f"Say that the mark belongs on place {n}", _UPDATES)
        for n in range(1, PLACES_TO_PICK + 1)
    ),
    Action("show_in_text", ("p",), "in the text", "Show the place in its text", _UPDATES, 5),
    Action("show_versions", (), "versions", "Versions of this document, with their dates", (Context.HOME,)),
)
