"""What works on the home screen: documents, reader, inspector?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_HOME = (Context.HOME,)

ACTIONS: tuple[Action, ...] = (
    Action("accept", ("enter",), "accept", "Accept the suggestion at the cursor, or open what is there", _HOME, 1),
    Action("attribute", ("a",), "who said it", "Say who said the claim", _HOME, 3),
    Action("add_documents", ("plus",), "add", "Add a file or a folder to the story", _HOME, 52),
    Action(
        "remove_document", ("minus",), "take out", "Take the document out of the story; $undo brings it back", _HOME, 0
    ),
    Action("cycle_target", ("o",), "next mark", "Go through everything that is marked in the claim", _HOME, 8),
    Action("peek", ("p",), "elsewhere", "Jump to the matching passage of another document", _HOME, 9),
    Action("pin", ("P",), "pin", "Keep the second document where it is, or let it follow", _HOME),
    Action("next_document", ("right_parenthesis", "g j"), "next document", "Show the next document", _HOME),
    Action("previous_document", ("left_parenthesis",), "document before", "Show the document before", _HOME),
    Action("toggle_documents", ("z s",), "documents list", "Show or hide the list of documents", _HOME),
    Action("toggle_inspector", ("z i",), "inspector", "Show or hide the inspector", _HOME),
    Action("zoom", ("z z",), "text alone", "Show the text alone, or the panels beside it again", _HOME),
    Action("toggle_boilerplate", ("z b",), "left-out lines", "Show or fold all lines that were left out", _HOME),
    Action("copy_claim", ("y s",), "claim", "Copy the claim's words", _HOME),
    Action("copy_quotation", ("y q",), "citation", "Copy the claim with outlet, title and date", _HOME),
    Action("copy_link", ("y l",), "link", "Copy the document's address", _HOME),
    Action("copy_json", ("y j",), "data", "Copy the claim as JSON", _HOME),
    Action("explain_leaving", ("q",), "close", "Say how to leave the program", _HOME),
)
