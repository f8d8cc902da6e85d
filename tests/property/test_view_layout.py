"""Whatever the text, the reader shows each of its characters once, in order, and no line is wider than the column."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.view import lay_page, shown, wrap
from annotator.view.differences import mark_differences
from tests.story_builders import make_document

TEXTS = st.text(st.sampled_from("ab \n\t.é渡\u0301\u202e\x1b-“”0"), max_size=400).map(lambda text: f"a{text}")


@given(TEXTS, st.integers(1, 40))
def test_wrapping_keeps_every_visible_character_once(text: str, width: int) -> None:
    lines = wrap(text, 0, len(text), width=width, measure=len)
    assert "".join("".join(text[a:b].split()) for a, b in lines) == "".join(text.split())
    assert all(a < b for a, b in lines)
    assert all(len(shown(text[a:b])) <= width for a, b in lines)


@given(TEXTS, st.integers(5, 40))
def test_a_page_shows_the_whole_body_in_order(text: str, width: int) -> None:
    document = make_document("any", text)
    page = lay_page(document, (), width=width, measure=len)
    texts = [document.text[line.start : line.end] for line in page.lines]
    assert "".join("".join(t.split()) for t in texts) == "".join(document.text[: len(text.rstrip())].split())


@given(TEXTS, st.integers(5, 40), st.integers(0, 400))
def test_every_offset_has_a_row_of_the_page(text: str, width: int, offset: int) -> None:
    page = lay_page(make_document("any", text), (), width=width, measure=len)
    assert 0 <= page.row_of(offset) <= max(0, len(page.lines) - 1)


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_marks_of_differences_lie_inside_their_text_and_do_not_overlap(texts: list[str]) -> None:
    for text, marks in zip(texts, mark_differences(texts), strict=True):
        ends = [0, *(e for m in marks for e in (m.start, m.end)), len(text)]
        assert ends == sorted(ends)
