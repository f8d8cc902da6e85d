"""Text is cut into lines by measured width, and never loses or invents a character."""

from __future__ import annotations

import unicodedata

import pytest

from annotator.view import Mark, Run, clip, clip_line, runs, shown, spread, width_of, wrap, wrap_runs


def cells(text: str) -> int:
    """Wide characters take two cells, combining ones none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(text: str, width: int) -> list[str]:
    return [text[a:b] for a, b in wrap(text, 0, len(text), width=width, measure=cells)]


def test_words_move_to_the_next_line_whole() -> None:
    assert wrapped("the ferry ran aground", 10) == ["the ferry", "ran", "aground"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert wrapped("ab https://example.org/x", 8) == ["ab", "https://", "example.", "org/x"]


def test_wide_characters_count_two_cells_when_a_line_is_broken() -> None:
    assert wrapped("渡し船渡し船", 6) == ["渡し船", "渡し船"]


def test_a_combining_accent_stays_with_its_letter() -> None:
    assert wrapped("cafe\u0301 noir", 4) == ["cafe\u0301", "noir"]


def test_a_line_break_in_the_source_is_one_blank_on_the_screen() -> None:
    assert shown("hard\n    wrapped") == "hard wrapped"


@pytest.mark.parametrize("hostile", ["\x1b]0;title\x07", "\u202etxt", "a\x00b", "\u200bz"])
def test_characters_that_would_move_the_screen_become_visible_signs(hostile: str) -> None:
    assert shown(hostile).isprintable()
    assert len(shown(hostile)) == len(hostile)


def test_marks_that_overlap_keep_all_their_names() -> None:
    line = runs("one two three", 0, 13, [Mark(0, 7, "flagged"), Mark(4, 13, "differing")])
    assert [(r.text, r.style) for r in line] == [
        ("one ", "text flagged"),
        ("two", "text flagged differing"),
        (" three", "text differing"),
    ]


def test_marks_outside_the_part_do_not_touch_it() -> None:
    assert runs("one two", 4, 7, [Mark(0, 4, "flagged")]) == (Run("two", "text"),)


def test_clipping_ends_in_an_ellipsis_and_fits() -> None:
    assert clip("Harbour master", 8, cells) == "Harbour…"
    assert clip("Harbour", 8, cells) == "Harbour"
    assert clip("The harbour …: it", 13, cells) == "The harbour…"
    assert clip("渡し船渡", 5, cells) == "渡し…"


def test_a_clipped_line_keeps_the_styles_of_what_stays() -> None:
    assert clip_line((Run("abc", "dim"), Run("defgh", "strong")), 5, cells) == (Run("abc", "dim"), Run("d…", "strong"))


def test_the_right_part_of_a_spread_line_stands_at_its_end() -> None:
    line = spread((Run("left"),), (Run("right"),), 12, cells)
    assert "".join(r.text for r in line) == "left   right"


def test_the_left_part_gives_way() -> None:
    line = spread((Run("a long left part"),), (Run("end"),), 12, cells)
    assert width_of(line, cells) == 12
    assert line[-1] == Run("end")


def test_wrapped_runs_keep_their_styles_and_are_indented_after_the_first_line() -> None:
    lines = wrap_runs((Run("one "), Run("two three", "strong")), width=8, measure=cells, indent=2)
    assert [[(r.text, r.style) for r in line] for line in lines] == [
        [("one ", "text"), ("two", "strong")],
        [("  ", "text"), ("three", "strong")],
    ]


def test_marks_that_take_no_cell_cost_no_words() -> None:
    title = unicodedata.normalize("NFD", "Ệ ế ộ ậ ữ ") * 20
    for width in range(2, 60):
        kept = clip(title, width, cells)
        assert width - 1 <= cells(kept) <= width
        assert title.startswith(kept.removesuffix("…"))
