"""Selections: any run of characters, by word and by character, either edge."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.view import Choice, choose_word, drag, word_back, word_on

TEXT = "Harbour masters slammed the reckless crew."


def words(choice: Choice | None) -> str:
    assert choice is not None
    return choice.span.text(TEXT)


def test_words_are_taken_in_and_given_back_at_the_moving_edge() -> None:
    choice = choose_word(TEXT, TEXT.index("slammed") + 2)
    assert words(choice) == "slammed"
    assert choice is not None
    further = word_on(TEXT, word_on(TEXT, choice))
    assert words(further) == "slammed the reckless"
    assert words(word_back(TEXT, further)) == "slammed the"


def test_going_back_over_the_first_word_selects_to_the_other_side_and_keeps_it() -> None:
    choice = choose_word(TEXT, TEXT.index("slammed"))
    assert choice is not None
    back = word_back(TEXT, choice)
    assert words(back) == "masters slammed"
    assert words(word_back(TEXT, back)) == "Harbour masters slammed"
    assert words(word_on(TEXT, back)) == "slammed"
    assert words(word_on(TEXT, word_on(TEXT, back))) == "slammed the"


def test_the_other_edge_moves_after_a_swap() -> None:
    choice = drag(TEXT.index("slammed"), TEXT.index("crew") - 2).swapped()
    assert words(word_back(TEXT, choice)) == "masters slammed the reckless"
    assert words(word_on(TEXT, choice)) == "the reckless"


def test_characters_are_taken_one_by_one_and_never_none() -> None:
    start = TEXT.index("slammed")
    choice = Choice(start, start + 1)
    assert words(choice.to(start + 2)) == "sla"
    assert words(choice.to(start)) == "s"
    assert words(choice.to(start - 1)) == " "


def test_a_drag_takes_in_both_ends_in_either_direction() -> None:
    assert words(drag(0, 6)) == words(drag(6, 0)) == "Harbour"


@given(
    st.text(alphabet="ab .\n🛟é", min_size=1, max_size=40),
    st.integers(0, 50),
    st.lists(st.sampled_from("wbohl"), max_size=20),
)
def test_a_selection_always_lies_in_the_text_and_holds_something(text: str, offset: int, keys: list[str]) -> None:
    choice = choose_word(text, offset)
    assert choice is not None
    for key in keys:
        match key:
            case "w":
                choice = word_on(text, choice)
            case "b":
                choice = word_back(text, choice)
            case "o":
                choice = choice.swapped()
            case _:
                step = 1 if key == "l" else -1
                choice = choice.to(max(0, min(choice.caret + step, len(text) - 1)))
        assert 0 <= choice.span.start < choice.span.end <= len(text)
