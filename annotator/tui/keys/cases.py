"""What works where people's differences are settled?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_CASES = (Context.CASES,)
_NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_RANKS = (0, 1, 1, *(0 for _ in _NUMBERS))
"""Two digits in the bottom line say what the others do."""

ACTIONS: tuple[Action, ...] = (
    *(
        Action(f"take_{number}", (str(number),), f"take {number}", f"Take the {word} version", _CASES, _RANKS[number])
        for number, word in enumerate(_NUMBERS, 1)
    ),
    Action("version_before", ("left", "h"), "version", "Bring the version before into focus", _CASES),
    Action("version_after", ("right", "l"), "version", "Bring the next version into focus", _CASES, 9),
    Action("take_with_reason", ("w",), "take, why", "Take the focused version and say why", _CASES, 3),
    Action("merge_colleague", ("plus",), "merge", "Bring in what a colleague decided, from their workspace", _CASES, 5),
    Action(
        "show_agreement", ("percent_sign",), "agreement", "Say how far people agree, by method and range", _CASES, 10
    ),
    Action("show_in_text", ("p",), "in the text", "Show the place in its text", _CASES, 8),
)
