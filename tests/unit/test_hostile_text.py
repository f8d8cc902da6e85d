"""Reading a document takes time in proportion to its length, whatever stands in it."""

from __future__ import annotations

import time

import pytest

from annotator.ingest import read_sources
from annotator.pipeline import assemble, read_document

SHORT = 5_000  # characters
TIMES_LONGER = 4
ATTEMPTS = 5
MAX_TIMES_SLOWER = 6
FLOOR_S = 0.03  # what takes less is noise

OPENING = "Mara Ollenshaw said on Monday that it rained. Then the "
CLOSING = " and more."

IN_PROSE = {
    "one long word": "a",
    "capitals within a word": "Ab",
    "short quotations": "“a ” ",
    "straight quotation marks": '"a" ',
    "opening marks that nothing closes": "“a ",
    "nested quotations": "“a ‘b’ c” ",
    "apostrophes": "'a o'er ",
    "commas": "a, ",
    "numbers": "12 ",
    "digits": "1",
    "grouped digits": "1,234",
    "numbers in words": "two hundred and ",
    "sums and shares": "$5 million, 5 percent of ",
    "ranges": "5-6-",
    "dates": "on 5 May 2021 and ",
    "numeric dates": "5/6/2021-",
    "weekdays and clocks": "on Monday at 5 p.m. ",
    "dashes": "a -- — ",
    "unbalanced brackets": "([",
    "brackets": "(a) [b] ",
    "initials": "J. ",
    "names": "Mara Ollenshaw, ",
    "titles": "President Prime Minister ",
    "stops": "a... ",
    "exclamations": "No! ",
    "questions": "Why? ",
    "reports": "she said that ",
    "sources": "according to ",
    "casualties": "5 were killed, 6 wounded, ",
    "loaded words": "brutal, very shameful ",
    "links": "[a](http://b.example) ",
    "emoji and combining marks": "👩‍👧 e\u0301\u0301 ",
    "right-to-left text": "שלום \u202e",
    "NULs": "a\0",
    "blanks": " ",
}
IN_LINES = {
    "front-matter fences": "---\n",
    "front-matter keys": "title: a\n",
    "date lines": "May 5, 2021\n",
    "bylines": "By Mara Ollenshaw\n",
    "credits": "Photo: Mara Ollenshaw/Agency\n",
    "bullets": "- a\n",
    "numbered items": "1. One two.\n\n",
    "blank lines": "\n",
    "short lines": "Ab c\n",
    "initials alone": "J. ",
    "datelines": "ORLEM, May 5 (Agency) - ",
    "table rows": "| a | b |\n",
}


@pytest.mark.parametrize("pattern", IN_PROSE.values(), ids=IN_PROSE)
def test_a_pattern_within_prose_is_read_in_linear_time(pattern):
    check_growth(lambda size: OPENING + pattern * (size // len(pattern)) + CLOSING)


@pytest.mark.parametrize("pattern", IN_LINES.values(), ids=IN_LINES)
def test_a_pattern_that_makes_lines_is_read_in_linear_time(pattern):
    check_growth(lambda size: "---\n" + pattern * (size // len(pattern)) + "\nThe rain went on for a week.\n")


def check_growth(make_text):
    read_seconds(make_text(SHORT // TIMES_LONGER))
    short, long = make_text(SHORT), make_text(SHORT * TIMES_LONGER)
    most = MAX_TIMES_SLOWER * max(read_seconds(short), FLOOR_S)
    assert any(read_seconds(long) <= most for _ in range(ATTEMPTS))  # other work only ever slows one down


def read_seconds(text):
    """Processor time, so that neighbours on the machine do not count."""
    start = time.process_time()
    (source,) = read_sources([("report.txt", text)]).sources
    assemble([read_document(source, "d1")])
    return time.process_time() - start
