"""How the Markdown report writes a text, a person and a state."""

from __future__ import annotations

import re
from pathlib import PurePath

from annotator.model import Decision, Document, Status
from annotator.text import one_line
from annotator.view import date_word

_SPECIAL = re.compile(
    r"[\\`*\[\]<>|~@$]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|:(?=//)|(?<=\bwww)\.|^[#+=-]"
    r"|(?:(?<=^\d)|(?<=^\d\d)|(?<=^\d{3})|(?<=^\d{4}))[.)](?=\s|$)"
)
STATES = {
    Status.SUGGESTED: "not decided",
    Status.ACCEPTED: "accepted",
    Status.REJECTED: "rejected",
    Status.EDITED: "changed",
    Status.ADDED: "added",
}


def escape(text: str) -> str:
    """The text on one line, every character as itself in CommonMark and in a table's cell."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", one_line(text))


def file_name(document: Document) -> str:
    """The name of a document's file, which stands for its outlet where none is known."""
    return one_line(PurePath(document.path).name or document.path)


def shorten(text: str, width: int) -> str:
    """The words that fit into so many characters, with an ellipsis where there were more."""
    return text if len(text) <= width else f"{text[: width - 1].rsplit(' ', 1)[0]}…"


def name_decider(made: Decision) -> str:
    """Who decided, and on which day."""
    return escape(made.by) + (f", {escape(date_word(made.at))}" if made.at else "")
