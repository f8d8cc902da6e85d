"""What works on every screen?"""

from __future__ import annotations

from annotator.tui.keys.action import Action, Context

_ALL = (Context.EVERYWHERE,)

ACTIONS: tuple[Action, ...] = (
    Action("show_warnings", ("g w",), "warnings", "Show what is wrong with files or decisions", _ALL),
    Action("undo", ("u",), "undo", "Take back the last change", _ALL, 30),
    Action("redo", ("U", "ctrl+r"), "redo", "Bring back what was taken back", _ALL, 31),
    Action("go_next", ("n",), "next", "Go to the next place of the chosen set", _ALL, 5),
    Action("go_previous", ("N",), "previous", "Go to the place before in the chosen set", _ALL),
    Action("choose_set", ("g n",), "choose set", "Choose what $go_next and $go_previous walk", _ALL),
    Action(
        "search", ("slash",), "search", "Search all documents; re: before it makes it a regular expression", _ALL, 40
    ),
    Action("show_help", ("question_mark",), "help", "Search all keys and run one", _ALL, 50),
    Action("palette", ("colon", "ctrl+p"), "commands", "Run any command by name", _ALL, 51),
    Action("go_documents", ("g d",), "documents", "Go to the list of documents", _ALL),
    Action("go_reader", ("g r",), "reader", "Go to the text", _ALL),
    Action("go_inspector", ("g i",), "inspector", "Go to what is known about the claim", _ALL),
    Action("toggle_legend", ("z l",), "legend", "Show or hide what the signs mean", _ALL),
    Action("toggle_keys", ("z k",), "keys", "Show or hide the keys in the bottom line", _ALL),
    Action("toggle_blind", ("z o",), "hide outlets", "Hide or show outlets, addresses and authors while judging", _ALL),
    Action("change_theme", ("z c",), "colours", "Change to the next theme", _ALL),
    Action("choose_theme", ("z t",), "theme", "Choose the colours: high contrast, colour-blind safe and others", _ALL),
    Action("copy_selection", ("y y",), "selection", "Copy what is selected, or the claim", _ALL),
    Action("copy_or_explain", ("ctrl+c",), "copy", "Copy what is selected", _ALL),
    Action(
        "pipe_selection",
        ("vertical_line",),
        "to a command",
        "Send what is selected, or the claim, to a shell command",
        _ALL,
    ),
    Action(
        "export", ("W",), "export", "Write a report, JSON or tables beside the workspace, with your decisions", _ALL
    ),
    Action("begin_tour", (), "tour", "Begin the tour of the sample story", _ALL),
    Action("resume_tour", (), "resume tour", "Resume the tour where it was left", _ALL),
    Action("redraw", ("ctrl+l",), "redraw", "Paint the whole screen anew, over what another program wrote on it", _ALL),
    Action("screenshot", ("S",), "screenshot", "Save a picture of the screen as SVG", _ALL),
    Action("next_panel", ("tab",), "next panel", "Go to the next panel", _ALL),
    Action("previous_panel", ("shift+tab",), "panel before", "Go to the panel before", _ALL),
    Action("back", ("escape",), "back", "Go one step back; never leaves the program", _ALL),
    Action("leave", ("Q", "ctrl+q"), "leave", "Leave the program; everything is saved", _ALL, 61),
    Action("say_saved", ("ctrl+s",), "saved", "Say that everything is saved already", _ALL),
)
