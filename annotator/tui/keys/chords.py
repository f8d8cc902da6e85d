"""Which key does a person mean, and can and may it be used? Also: which keys does this terminal not send?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from annotator.tui.keys.action import PRINTED, printed

_ALIKE = {
    "esc": "escape",
    "del": "delete",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "return": "enter",
    "ins": "insert",
    "blank": "space",
}
_WRITTEN = {words: name for name, words in PRINTED.items()}
_NAMED = frozenset((*PRINTED, "insert", "backspace", *(f"f{n}" for n in range(1, 13))))
_SIGNS = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Names that Textual gives to signs instead of those of Unicode."""
_MOVES = ("up", "down", "left", "right", "home", "end")
_KEPT = {
    "ctrl+b": "tmux",
    "ctrl+a": "screen",
    **dict.fromkeys(("ctrl+g", "ctrl+o", "ctrl+t", "ctrl+n"), "zellij"),
    "ctrl+z": "the shell, to suspend the program",
    "ctrl+d": "the shell, to end its input",
    "ctrl+backslash": "the terminal, to end the program",
    "ctrl+w": "browsers and editors, to close a window",
    **dict.fromkeys(("shift+pageup", "shift+pagedown"), "the terminal, to scroll back"),
    **dict.fromkeys(("ctrl+pageup", "ctrl+pagedown", "ctrl+tab", "ctrl+shift+tab"), "the terminal, to change tabs"),
    "f10": "the desktop, for menus",
    "f11": "the desktop, for the full screen",
    "grave_accent": "many keyboards, as a dead key",
}
_SAME = {
    "ctrl+h": "Backspace",
    "ctrl+i": "Tab",
    "ctrl+j": "Enter",
    "ctrl+m": "Enter",
    "ctrl+left_square_bracket": "Esc",
}
_SENT = re.compile(rf"(ctrl|alt)\+[a-z]|(ctrl|shift)\+({'|'.join(_MOVES)})|ctrl\+underscore")
_TAKEN_BY_EDITORS = frozenset(("ctrl+p", "ctrl+q", "ctrl+r", "ctrl+s", "ctrl+f", "ctrl+e", "ctrl+k", "f1"))
"""By VS Code or Zed, before their terminals see them."""


def read_key(written: str) -> str:
    """The key or two-key sequence in Textual's names: "?" is question_mark, "Ctrl+P" is ctrl+p, "g D" stays.

    Raises:
        ValueError: if no key is called that, or it cannot or may not be used; says why.
    """
    parts = written.split()
    if not 1 <= len(parts) <= 2:
        raise ValueError(f"{written!r} is not one key, or two with a blank between")
    return " ".join(_read_one(part) for part in parts)


def is_plain(key: str) -> bool:
    """Whether a key needs no modifier that terminals and desktops take for themselves."""
    return not any(part.startswith(("ctrl+", "alt+")) or part == "f1" for part in key.split(" "))


def why_not_sent(key: str, environment: Mapping[str, str]) -> str:
    """Why a key does not come through in this terminal; empty if it does, as far as can be known."""
    for part in key.split(" "):
        if part in _TAKEN_BY_EDITORS and (environment.get("TERM_PROGRAM") == "vscode" or environment.get("ZED_TERM")):
            return "the editor takes it before its terminal does"
        if part in ("ctrl+p", "ctrl+s", "ctrl+q") and environment.get("ZELLIJ"):
            return "zellij takes it"
        if _is_moved(part) and environment.get("TERM", "").startswith(("linux", "vt")):
            return "this terminal sends the same as without Ctrl or Shift"
        if _is_moved(part) and environment.get("TERM", "") == "screen":
            return "screen sends it only if it is told to; TERM=screen-256color or tmux do"
    return ""


def _is_moved(part: str) -> bool:
    return part.startswith(("ctrl+", "shift+")) and part.rsplit("+", 1)[1] in _MOVES


def _read_one(written: str) -> str:
    key = _name(written)
    if key in _KEPT:
        raise ValueError(f"{printed(key)} is kept by {_KEPT[key]}")
    if key in _SAME:
        raise ValueError(f"terminals send {printed(key)} as {_SAME[key]}")
    if len(key) == 1 or key in _NAMED or _SENT.fullmatch(key):
        return key
    if len(written) == 1:
        return key
    if "+" in key and _modifiers(key):
        if re.fullmatch(r"shift\+[a-z]", key):
            raise ValueError(f"write {key[-1].upper()!r} for {written!r}")
        raise ValueError(f"terminals do not send {written}")
    raise ValueError(f"no key is called {written!r}")


def _name(written: str) -> str:
    if len(written) == 1:
        return _name_of_sign(written)
    key = written.lower() if "+" in written or len(written) > 1 else written
    first, _, last = key.rpartition("+")
    if first and last:
        last = _name_of_sign(last) if len(last) == 1 else _ALIKE.get(last, last)
        return f"{first}+{last}"
    return _ALIKE.get(key, key)


def _name_of_sign(sign: str) -> str:
    if sign in _WRITTEN:
        return _WRITTEN[sign]
    if sign.isalnum():
        return sign
    name = unicodedata.name(sign, "").lower().replace("-", "_").replace(" ", "_")
    return _SIGNS.get(name, name) or sign


def _modifiers(key: str) -> bool:
    return set(key.split("+")[:-1]) <= {"ctrl", "alt", "shift", "super", "meta", "hyper", "cmd", "option"}
