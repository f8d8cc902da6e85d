"""Makes text of documents harmless on a screen: what cannot be seen or would move the cursor becomes a visible sign.

Every character that is replaced is replaced by exactly one, so that offsets into the text are offsets into what is
shown.
"""

from __future__ import annotations

import unicodedata
from functools import cache

REPLACEMENT = "\ufffd"
_CONTROL_PICTURES = 0x2400  # the Unicode block "Control Pictures" names C0 characters in order
_DELETE_PICTURE = "\u2421"
_BIDI_AND_INVISIBLE = frozenset(
    "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"
)
_VISIBLE_DOT = "\u00b7"
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_EMOJI_STYLE = "\ufe0f"
_NO_STYLE = "\ufe00"
"""A variation selector that no emoji has: of no width everywhere, whereas after U+FE0F terminals disagree (1 or 2)."""


@cache
def _shown(character: str) -> str:
    code = ord(character)
    if character in "\n\t":
        return character
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return _DELETE_PICTURE
    if 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return REPLACEMENT
    if character == _EMOJI_STYLE:
        return _NO_STYLE
    if character in _BIDI_AND_INVISIBLE or character in _SKIN_TONES or 0xE0000 <= code < 0xE0200:
        return _VISIBLE_DOT
    if character in "\u2028\u2029\u0085":
        return " "
    if unicodedata.category(character) in ("Cf", "Co", "Cn"):
        return REPLACEMENT
    return character


def displayable(text: str) -> str:
    """The text as it may be shown: same length, newlines and tabs kept, no control, bidi or invisible characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def one_line(text: str) -> str:
    """Displayable text on one line: each run of white space is one blank."""
    return " ".join(displayable(text).split())
