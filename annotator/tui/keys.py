"""Which keys do what, and where? The one table from which bindings, bottom line, help and palette are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Context(StrEnum):
    """Where a key works."""

    EVERYWHERE = "everywhere"
    HOME = "documents"
    LEDGER = "disagreements"
    PASSAGES = "side by side"
    READER = "reader"
    LIST = "lists"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do."""

    id: str
    """Also the name of the method that does it: `action_<id>`."""
    keys: tuple[str, ...]
    """Names as Textual writes them; two of them with a blank between are pressed one after the other."""
    label: str
    """One or two words for the bottom line."""
    description: str
    """One sentence for help and palette."""
    contexts: tuple[Context, ...]
    rank: int = 0
    """Place in the bottom line, the lowest first; 0 is not shown there."""

    @property
    def singles(self) -> tuple[str, ...]:
        """The keys that are pressed alone."""
        return tuple(k for k in self.keys if " " not in k)

    @property
    def sequences(self) -> tuple[tuple[str, str], ...]:
        """The keys that are pressed one after the other."""
        return tuple((k.split(" ")[0], k.split(" ")[1]) for k in self.keys if " " in k)


SCENES: tuple[tuple[Context, ...], ...] = (
    (Context.EVERYWHERE, Context.HOME, Context.READER),
    (Context.EVERYWHERE, Context.HOME, Context.LIST),
    (Context.EVERYWHERE, Context.LEDGER, Context.LIST),
    (Context.EVERYWHERE, Context.PASSAGES, Context.LIST),
)
"""Contexts that work at the same time."""
_ALL = (Context.EVERYWHERE,)
_HOME = (Context.HOME,)
_LEDGER = (Context.LEDGER,)
_PASSAGES = (Context.PASSAGES,)
_READER = (Context.READER,)
_LIST = (Context.LIST,)
_DECIDING = (Context.HOME, Context.LEDGER, Context.PASSAGES)

ACTIONS: tuple[Action, ...] = (
    Action("accept", ("enter",), "accept", "Accept the suggestion at the cursor, or open what is there", _HOME, 1),
    Action("open_entry", ("enter",), "side by side", "Show the passages side by side", _LEDGER, 1),
    Action("settle", ("s", "enter"), "settle", "Say how the disagreement is settled, and why", _PASSAGES, 7),
    Action(
        "settle", ("s",), "settle", "Say how the disagreement is settled, and why", (Context.HOME, Context.LEDGER), 4
    ),
    Action("stand_1", ("1",), "1 stands", "The value of the first column stands", _PASSAGES, 1),
    Action("stand_2", ("2",), "2 stands", "The value of the second column stands", _PASSAGES, 1),
    Action("stand_3", ("3",), "3 stands", "The value of the third column stands", _PASSAGES, 1),
    Action("stand_4", ("4",), "4 stands", "The value of the fourth column stands", _PASSAGES, 1),
    Action("both_true", ("b",), "both true", "Both are true", _PASSAGES, 2),
    Action("different_things", ("d",), "different things", "They speak of different things", _PASSAGES, 2),
    Action("leave_open", ("o",), "leave open", "Leave the disagreement open, with a reason", _PASSAGES, 3),
    Action("columns_left", ("left", "h"), "columns", "Bring the columns further left into view", _PASSAGES),
    Action("columns_right", ("right", "l"), "columns", "Bring the columns further right into view", _PASSAGES),
    Action("reject", ("x", "delete"), "reject", "Reject the suggestion at the cursor", _DECIDING, 2),
    Action("attribute", ("a",), "who said it", "Say who said the claim", _HOME, 3),
    Action("rate", ("r",), "rate", "Rate the outlet A to F or the claim 1 to 6, with a reason", _DECIDING, 6),
    Action("note", ("c",), "note", "Write a note on what is at the cursor", _DECIDING, 7),
    Action("add_documents", ("plus",), "add", "Add a file or a folder to the story", _HOME, 52),
    Action("remove_document", ("minus",), "take out", "Take the document out of the story; u brings it back", _HOME, 0),
    Action("show_warnings", ("g w",), "warnings", "Show what is wrong with files or decisions", _ALL),
    Action("undo", ("u",), "undo", "Take back the last change", _ALL, 30),
    Action("redo", ("U", "ctrl+r"), "redo", "Bring back what was taken back", _ALL, 31),
    Action("go_next", ("n",), "next", "Go to the next place of the chosen set", _ALL, 20),
    Action("go_previous", ("N",), "previous", "Go to the place before in the chosen set", _ALL),
    Action("choose_set", ("g n",), "choose set", "Choose what n and N walk", _ALL),
    Action(
        "search", ("slash",), "search", "Search all documents; re: before it makes it a regular expression", _ALL, 40
    ),
    Action("show_help", ("question_mark",), "help", "Search all keys and run one", _ALL, 50),
    Action("palette", ("colon", "ctrl+p"), "commands", "Run any command by name", _ALL, 51),
    Action("cycle_target", ("o",), "next mark", "Go through everything that is marked in the claim", _HOME, 8),
    Action("peek", ("p",), "elsewhere", "Jump to the matching passage of another document", _HOME, 9),
    Action("next_document", ("g j",), "next document", "Show the next document", _HOME),
    Action("previous_document", ("g k",), "document before", "Show the document before", _HOME),
    Action("go_documents", ("g d",), "documents", "Go to the list of documents", _ALL),
    Action("go_reader", ("g r",), "reader", "Go to the text", _ALL),
    Action("go_inspector", ("g i",), "inspector", "Go to what is known about the claim", _ALL),
    Action("go_disagreements", ("g x",), "disagreements", "Go to where the accounts disagree", _ALL, 15),
    Action("toggle_documents", ("z s",), "documents list", "Show or hide the list of documents", _HOME),
    Action("toggle_inspector", ("z i",), "inspector", "Show or hide the inspector", _HOME),
    Action("toggle_legend", ("z l",), "legend", "Show or hide what the signs mean", _ALL),
    Action("toggle_boilerplate", ("z b",), "left-out lines", "Show or fold all lines that were left out", _HOME),
    Action("change_theme", ("z c",), "colours", "Change to the next theme: dark, light, sixteen colours", _ALL),
    Action("copy_claim", ("y s",), "claim", "Copy the claim's words", _HOME),
    Action("copy_quotation", ("y q",), "citation", "Copy the claim with outlet, title and date", _HOME),
    Action("copy_link", ("y l",), "link", "Copy the document's address", _HOME),
    Action("copy_json", ("y j",), "data", "Copy the claim as JSON", _HOME),
    Action("copy_selection", ("y y",), "selection", "Copy what is selected, or the claim", _ALL),
    Action("copy_or_explain", ("ctrl+c",), "copy", "Copy what is selected", _ALL),
    Action("screenshot", ("S",), "screenshot", "Save a picture of the screen as SVG", _ALL),
    Action("next_panel", ("tab",), "next panel", "Go to the next panel", _ALL),
    Action("previous_panel", ("shift+tab",), "panel before", "Go to the panel before", _ALL),
    Action("back", ("escape",), "back", "Go one step back; never leaves the program", _ALL),
    Action("close_view", ("q",), "close", "Close this view", (Context.LEDGER, Context.PASSAGES), 60),
    Action("explain_leaving", ("q",), "close", "Say how to leave the program", _HOME),
    Action("leave", ("Q", "ctrl+q"), "leave", "Leave the program; everything is saved", _ALL, 61),
    Action("say_saved", ("ctrl+s",), "saved", "Say that everything is saved already", _ALL),
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
    Action("select_claim", ("space",), "select", "Select the claim; again, its paragraph", _READER),
    Action("page_down", ("pagedown",), "page down", "One page down", (Context.READER, Context.LIST)),
    Action("page_up", ("pageup",), "page up", "One page up", (Context.READER, Context.LIST)),
    Action("to_start", ("g g", "home"), "top", "To the top", (Context.READER, Context.LIST)),
    Action("to_end", ("G", "end"), "end", "To the end", (Context.READER, Context.LIST)),
)
SEQUENCE_TITLES = {"g": "go", "z": "view", "y": "copy"}
_PRINTED = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "enter": "Enter",
    "escape": "Esc",
    "plus": "+",
    "minus": "-",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "delete": "Del",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def actions_in(*contexts: Context) -> tuple[Action, ...]:
    """The actions that work in one of these contexts, each once, in the order of the table."""
    return tuple(a for a in ACTIONS if any(c in contexts for c in a.contexts))


def printed(key: str) -> str:
    """A key as people write it: "?", "Ctrl+P", "g n"."""
    if " " in key:
        return " ".join(printed(part) for part in key.split(" "))
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return _PRINTED.get(key, key)


def find_clashes(actions: Iterable[Action] = ACTIONS) -> tuple[str, ...]:
    """Sentences about keys that mean two things in one scene, or that hide a sequence; empty if all is well."""
    table = tuple(actions)
    clashes = []
    for scene in SCENES:
        seen: dict[str, str] = {}
        working = [a for a in table if any(c in scene for c in a.contexts)]
        for action in working:
            for key in action.keys:
                other = seen.setdefault(key, action.id)
                if other != action.id:
                    clashes.append(f"{printed(key)} in {scene[1].value} is both {other} and {action.id}")
        prefixes = {first for action in working for first, _ in action.sequences}
        clashes += [
            f"{printed(key)} in {scene[1].value} begins a sequence and is also {action.id}"
            for action in working
            for key in action.singles
            if key in prefixes
        ]
    return tuple(dict.fromkeys(clashes))
