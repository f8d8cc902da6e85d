"""Words that passages share are told from words that differ."""

from __future__ import annotations

from annotator.view.differences import are_versions, find_cuts, mark_differences


def words(text: str, marks: tuple, style: str) -> list[str]:
    return [text[m.start : m.end] for m in marks if m.style == style]


def test_one_word_that_differs_stands_out_on_both_sides() -> None:
    a, b = "The talks lasted two days.", "The talks lasted three days."
    first, second = mark_differences((a, b))
    assert words(a, first, "different") == ["two"]
    assert words(b, second, "different") == ["three"]


def test_upper_case_and_kinds_of_quotes_are_no_difference() -> None:
    a, b = "He said “Yes”", 'he said "yes"'
    assert words(b, mark_differences((a, b))[1], "different") == []


def test_a_word_of_the_first_text_is_the_same_only_if_all_have_it() -> None:
    texts = ("ships sailed north", "ships sailed north", "ships sailed south")
    assert words(texts[0], mark_differences(texts)[0], "different") == ["north"]


def test_a_single_text_has_nothing_to_differ_from() -> None:
    assert mark_differences(("alone",)) == ((),)


def test_words_left_out_leave_a_cut_where_they_stood() -> None:
    first = "The minister, who resigned in May, said the bridge is safe."
    other = "The minister said the bridge is safe."
    (cut,) = find_cuts(first, other)
    assert other[cut:].startswith("said")


def test_different_sentences_have_no_cuts() -> None:
    assert find_cuts("Rain fell on the coast all day.", "The council elected a chair.") == ()


def test_versions_of_a_sentence_are_told_from_other_sentences() -> None:
    assert are_versions("The bridge opened on Monday.", "The bridge opened on Tuesday.")
    assert not are_versions("The bridge opened on Monday.", "Rain fell all night.")


def test_endless_repetition_does_not_hold_up_the_screen() -> None:
    first, other = "word " * 20_000, "word two " * 10_000
    assert mark_differences((first, other)) == ((), ())
    assert find_cuts(first, other) == ()
    assert not are_versions(first, other)
