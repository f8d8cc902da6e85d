"""Does the writer step forward as I or we? An issuer who speaks of itself does not count, nor does "told us"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.editorial.evidence import ARGUING, ISSUING, REPORTING, Hit, Reading
from annotator.model import FlagKind, GenreType

FAMILY = "first_person"
IN_REPORT = 0.52
IN_ARGUMENT = 0.5
UNKNOWN_GENRE = 0.34
_WHY = "“{words}”: the writer, or writer and reader, step into the text."
_PERSON = re.compile(
    r"\b(?:we|our|my|We|Our|My|We're|we're|We've|we've|we'll|We'll|we'd)\b(?: [a-z]+)?"
    r"|\b(?:us|me|ours|myself|ourselves)\b"
    r"|(?:\b(?:of|is|are|was|were|than|like|with|to|not|and|or) )mine\b(?! [a-z]+ers\b)"
    r"|\bI(?:'(?:m|ve|d|ll)\b| [a-z]+)"
)
_PERSONS = frozenset(
    (
        *("i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself", "we", "we're", "we've", "we'll", "we'd"),
        *("us", "our", "ours", "ourselves"),
    )
)
_NOT_THE_WRITER = re.compile(
    r"(?:\b(?:told|tell|contact|email|call|asked|follow|visit|join|with|World War|Part|Chapter|Title|Phase|Act|Volume"
    r"|Class|Type|Article|Schedule|Category|Elizabeth|Henry|Charles|George)|[A-Z]\.?) \Z"
)
_TITLE_AFTER = re.compile(r" [A-Z]")
_SPEECH = re.compile(r"\b(?:said|says|told|asked|added)\b")


def find_first_person(reading: Reading) -> Iterator[Hit]:
    """The first "I" or "we" of a sentence outside quotation marks."""
    if (
        _PERSONS.isdisjoint(reading.vocabulary)
        or reading.genre.type in ISSUING
        or reading.genre.type is GenreType.INTERVIEW
    ):
        return
    weight = UNKNOWN_GENRE
    if reading.genre.type in REPORTING:
        weight = IN_REPORT
    elif reading.genre.type in ARGUING:
        weight = IN_ARGUMENT
    text = reading.outside
    for found in _PERSON.finditer(text):
        if _NOT_THE_WRITER.search(text, max(0, found.start() - 12), found.start()):
            continue
        if found.start() and found[0][0] in "OMW" and _TITLE_AFTER.match(text, found.end()):
            continue
        if reading.quotations and _SPEECH.search(text):
            weight *= 0.6  # half of a quotation may have escaped its marks
        yield Hit(FlagKind.FIRST_PERSON, *found.span(), weight, "first_person", FAMILY, _WHY)
        return
