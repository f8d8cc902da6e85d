"""Does the text ask a question of its own? A reported question or an interviewer's does not count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.editorial.evidence import ISSUING, Hit, Reading
from annotator.model import FlagKind, GenreType

FAMILY = "questions"
IN_TEXT = 0.55
GENRE_UNKNOWN = 0.44
EXPLAINER = 0.25  # "What is a bond?" in a background piece, or a form's own question
_WHY = "“{words}” is a question nobody in the story asks; it makes a point."
_WHY_EXCLAIMED = "The exclamation mark after “{words}” is the writer's own."
_QUESTION = re.compile(r"(?P<words>[^\s?][^?]{0,400})\?(?P<after>\W*)\Z")
_EXCLAIMED = re.compile(r"(?P<words>\w+)!\W*\Z")
_ASKED = re.compile(r"\b(?:asked|asks|wondered|wonders|inquired|queried|said|says)\b")


def find_questions(reading: Reading) -> Iterator[Hit]:
    """The question, or the exclamation, at the end of a sentence outside quotation marks."""
    text = reading.outside.rstrip()
    if text.endswith("?") and not _ASKED.search(text):
        found = _QUESTION.search(text, max(0, len(text) - 420))
        if found and found["words"].strip():
            explains = reading.genre.type in ISSUING or reading.genre.type in (
                GenreType.BACKGROUND,
                GenreType.INTERVIEW,
            )
            weight = EXPLAINER if explains else IN_TEXT
            if reading.genre.type is GenreType.UNKNOWN:
                weight = GENRE_UNKNOWN
            start = found.start("words")
            yield Hit(FlagKind.RHETORICAL_QUESTION, start, found.end("words") + 1, weight, "question", FAMILY, _WHY)
    elif text.endswith("!"):
        found = _EXCLAIMED.search(text, max(0, len(text) - 60))
        if found:
            yield Hit(FlagKind.INTENSIFIER, *found.span(), 0.45, "exclamation", FAMILY, _WHY_EXCLAIMED)
