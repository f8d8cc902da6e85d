"""How does the cursor move in texts and lists?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_READER = (Context.READER,)
_LIST = (Context.LIST,)

ACTIONS: tuple[Action, ...] = (
    Action("cursor_down", ("down", "j"), "down", "One line down", (Context.READER, Context.LIST)),
    Action("cursor_up", ("up", "k"), "up", "One line up", (Context.READER, Context.LIST)),
    Action("cursor_left", ("left", "h"), "left", "One character back", _READER),
    Action("cursor_right", ("right", "l"), "right", "One character on", _READER),
    Action("word_next", ("w",), "word", "To the next word", _READER),
    Action("word_previous", ("b",), "word back", "To the word before", _READER),
    Action("claim_next", ("J",), "next claim", "To the next claim", _READER, 18),
    Action("claim_previous", ("K",), "claim before", "To the claim before", _READER),
    Action("paragraph_next", ("right_curly_bracket",), "paragraph", "To the next paragraph", _READER),
    Action("paragraph_previous", ("left_curly_bracket",), "paragraph back", "To the paragraph before", _READER),
    Action("select_sentence", ("space",), "select", "Select the sentence; again, its paragraph", _READER),
    Action(
        "select_words",
        ("v",),
        "words",
        "Select by word; again, the mark here: w b words, h l characters, o other end",
        _READER,
    ),
    Action("page_down", ("pagedown",), "page down", "One page down", (Context.READER, Context.LIST)),
    Action("page_up", ("pageup",), "page up", "One page up", (Context.READER, Context.LIST)),
    Action("to_start", ("g g", "home"), "top", "To the top", (Context.READER, Context.LIST)),
    Action("to_end", ("G", "end"), "end", "To the end", (Context.READER, Context.LIST)),
)
