"""Makes texts comparable: one kind of quote, dash and space, no accents, lower case."""

from __future__ import annotations

import re
import unicodedata

_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    }
)
_SPACE = re.compile(r"\s+")


def fold_marks(text: str) -> str:
    """Straight quotes, plain hyphens and spaces; the length and all offsets stay as they are."""
    if text.isascii() and "`" not in text:  # the only one of them that is ASCII
        return text
    return text.translate(_LOOKALIKES)


def strip_accents(text: str) -> str:
    """Letters without their diacritics; the length may change ("Goïta" to "Goita")."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def fold(text: str) -> str:
    """The form in which two spellings of one wording are equal; offsets are lost."""
    return _SPACE.sub(" ", strip_accents(fold_marks(text))).strip().casefold()


def squeeze(text: str) -> str:
    """The text with each run of white space as one blank and none at the ends."""
    return _SPACE.sub(" ", text).strip()
