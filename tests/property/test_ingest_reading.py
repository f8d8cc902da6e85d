"""What holds of the reading of any bytes and any text at all."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from annotator.ingest import read_sources
from annotator.ingest.dates import normalise_date
from annotator.ingest.decode import decode
from annotator.ingest.front_matter import read_front_matter

YAML = st.text(alphabet="ab:-[]{}&*!#|>'\"\\\n _?,%@`1", max_size=80)


@given(st.binary(max_size=400))
def test_any_bytes_become_text_without_half_characters_or_are_refused(raw: bytes) -> None:
    decoded = decode(raw)

    assert "\r" not in decoded.text
    assert json.loads(json.dumps(decoded.text, ensure_ascii=False).encode().decode()) == decoded.text
    assert not (decoded.refusal and decoded.text)


@given(st.text(max_size=200))
def test_valid_utf8_is_never_changed_but_for_newlines_and_the_mark(text: str) -> None:
    decoded = decode(text.encode())

    if decoded.refusal is None and decoded.warning is None and not text.startswith("\ufeff"):
        assert decoded.text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(YAML, st.sampled_from(["---\n", "...\n", ""]))
def test_front_matter_of_any_shape_is_read_or_left_and_lies_within_the_text(inner: str, closing: str) -> None:
    text = f"---\n{inner}\n{closing}The ferry sank."

    metadata, problem = read_front_matter(text)

    assert metadata.span is None or (metadata.span.start == 0 and metadata.span.end <= len(text))
    assert problem is None or "\n" not in problem


@given(st.text(max_size=40))
def test_any_printed_date_gives_an_iso_date_or_none(printed: str) -> None:
    made = normalise_date(printed)

    assert made is None or made[:4].isdigit()


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=60)), max_size=4))
def test_each_pair_is_a_source_or_a_problem(pairs: list[tuple[str, str]]) -> None:
    result = read_sources(pairs)

    assert len(result.sources) + len(result.problems) == len(pairs)
