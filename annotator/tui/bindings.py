"""The table of keys in the form that Textual wants."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from annotator.tui.keys import Context, actions_in, said


def bindings_for(*contexts: Context) -> list[BindingType]:
    """A binding for each key that is pressed alone; sequences are handled by `sequences.py`."""
    return [
        Binding(key, action.id, action.label, show=False, tooltip=said(action.description))
        for action in actions_in(*contexts)
        for key in action.singles
    ]
