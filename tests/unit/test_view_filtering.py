"""One filter grammar for every list: words, fields, comparisons, negation; what cannot be read is said in one line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UsageError
from annotator.view import Facets, read_filter

FIELDS = ("kind", "outlet", "strength", "published", "is")
ROW = Facets(
    "Harbour mayor said the ferry left at nine",
    {"kind": ("quantity",), "outlet": ("Radio Selvik", "The Wire"), "strength": ("0.8",), "published": ("2031-05-07",)},
)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ferry",
        "FERRY mayor",
        '"the ferry left"',
        "kind:quantity",
        "kind:quant",
        "outlet:selvik",
        "kind:date,quantity",
        'outlet:"radio s"',
        "outlet:the",
        "strength>0.5",
        "strength<=0.8",
        "published>2031-05",
        "-kind:date",
        "-balloon",
        "-is:decided",
        "ferry kind:quantity -outlet:gazette",
    ],
)
def test_a_row_is_let_through(line: str) -> None:
    assert read_filter(line, FIELDS).fits(ROW)


@pytest.mark.parametrize(
    "line",
    [
        "balloon",
        "kind:date",
        '"ferry the"',
        "strength>0.8",
        "-ferry",
        "is:decided",
        "ferry kind:date",
        "published<2031",
    ],
)
def test_a_row_is_kept_back(line: str) -> None:
    assert not read_filter(line, FIELDS).fits(ROW)


@pytest.mark.parametrize(
    ("line", "said"),
    [("knd:date", "did you mean kind"), ("colour:red", "fields here: kind, outlet"), ('kind:"quan', "quotation mark")],
)
def test_what_cannot_be_read_is_said_with_what_to_do(line: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_filter(line, FIELDS)


@given(st.text(max_size=60))
def test_any_line_is_read_or_refused(line: str) -> None:
    with suppress(UsageError):
        assert read_filter(line, FIELDS).fits(ROW) in (True, False)


@given(st.from_regex(r"[a-z]{1,8}", fullmatch=True))
def test_the_negation_of_a_filter_lets_through_what_the_filter_keeps_back(word: str) -> None:
    assert read_filter(word, FIELDS).fits(ROW) is not read_filter(f"-{word}", FIELDS).fits(ROW)
