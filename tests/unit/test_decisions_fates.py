"""What becomes of a mark when the text around it is edited: the cases an editor meets."""

from __future__ import annotations

import pytest

from annotator.decisions import find_fates
from annotator.model import Fate, Span

OLD = (
    "Ferry runs aground off Tarn Point\n\n"
    "The ferry Selkie ran aground on Monday with 62 people aboard, the coastguard said.\n\n"
    "“Nobody was hurt,” said Ilse Marrow, the harbour master. She praised the crew.\n\n"
    "Nobody was told why. The owner gave no comment. Nobody was told why.\n"
)


def fate(words: str, new: str, old: str = OLD, nth: int = 0) -> tuple[Fate, list[str]]:
    at = -1
    for _ in range(nth + 1):
        at = old.index(words, at + 1)
    span = Span(at, at + len(words))
    found = find_fates(old, new, [span])[span]
    return found.fate, [c.text(new) for c in found.candidates]


def test_a_paragraph_put_in_before_it_leaves_a_mark_where_it_stood() -> None:
    new = OLD.replace("The ferry Selkie", "A storm had been forecast.\n\nThe ferry Selkie")
    assert fate("She praised the crew.", new) == (Fate.KEPT, ["She praised the crew."])


def test_a_sentence_that_was_moved_is_followed_where_it_went() -> None:
    sentence = "“Nobody was hurt,” said Ilse Marrow, the harbour master."
    new = OLD.replace(sentence + " ", "").replace("The ferry Selkie", sentence + "\n\nThe ferry Selkie")
    assert fate(sentence, new) == (Fate.MOVED, [sentence])


def test_a_number_that_was_corrected_is_a_change_and_waits() -> None:
    new = OLD.replace("62 people", "64 people")
    assert fate("62", new) == (Fate.CHANGED, ["64"])
    assert fate("with 62 people aboard", new) == (Fate.CHANGED, ["with 64 people aboard"])


def test_a_sentence_that_was_reworded_is_a_change() -> None:
    new = OLD.replace("She praised the crew.", "She thanked the whole crew.")
    assert fate("She praised the crew.", new) == (Fate.CHANGED, ["She thanked the whole crew."])


def test_a_sentence_that_was_moved_and_changed_is_found_by_its_words() -> None:
    sentence = "“Nobody was hurt,” said Ilse Marrow, the harbour master."
    new = OLD.replace(sentence + " ", "") + "\n“Nobody was badly hurt,” said Ilse Marrow, the harbour master.\n"
    found, words = fate(sentence, new)
    assert found is Fate.CHANGED
    assert words == ["“Nobody was badly hurt,” said Ilse Marrow, the harbour master."]


def test_a_sentence_that_was_cut_is_an_orphan() -> None:
    assert fate("The owner gave no comment.", OLD.replace("The owner gave no comment. ", "")) == (Fate.ORPHAN, [])


def test_one_of_two_equal_sentences_that_is_cut_is_not_taken_for_the_other() -> None:
    new = OLD.replace("Nobody was told why. The owner", "The owner")
    assert fate("Nobody was told why.", new)[0] is Fate.AMBIGUOUS
    assert fate("Nobody was told why.", new, nth=1) == (Fate.KEPT, ["Nobody was told why."])


def test_a_word_that_stands_elsewhere_too_is_not_followed_there() -> None:
    new = OLD.replace("The ferry Selkie ran aground", "The Selkie ran aground") + "\nA ferry left later.\n"
    found, words = fate("ferry", new)
    assert found is not Fate.MOVED
    assert found is not Fate.KEPT
    assert set(words) == {"ferry"}


def test_a_short_word_that_comes_up_somewhere_else_is_not_followed_on_a_guess() -> None:
    old = "The minister resigned.\n\nRain fell all day on the coast and the roads.\n"
    new = "It was calm.\n\nRain fell all day on the coast. Later the minister spoke.\n"
    assert fate("minister", new, old) == (Fate.AMBIGUOUS, ["minister"])


def test_lines_that_are_wrapped_otherwise_are_a_change_of_blanks_only() -> None:
    new = OLD.replace("Monday with", "Monday\nwith")
    found, (words,) = fate("ran aground on Monday with 62 people", new)
    assert found is Fate.CHANGED
    assert words.split() == ["ran", "aground", "on", "Monday", "with", "62", "people"]


@pytest.mark.parametrize("mark", ["🛟", "é", "e\u0301"])
def test_places_count_code_points(mark: str) -> None:
    old = f"A {mark} was thrown.\nSecond line.\n"
    assert fate(mark, "🛟🛟 first\n" + old, old)[0] in (Fate.KEPT, Fate.AMBIGUOUS)
    assert fate("Second line.", "🛟🛟 first\n" + old, old) == (Fate.KEPT, ["Second line."])


def test_a_long_text_with_many_marks_is_looked_through_once() -> None:
    lines = [f"Line {n} of the log says that gauge {n * 7 % 997} read {n * 13 % 101}." for n in range(4000)]
    old = "\n".join(lines)
    new = "\n".join(line for n, line in enumerate(lines) if n % 100)
    starts = [old.index(line) for line in lines[1:2000:4]]
    spans = [Span(s, s + 20) for s in starts]
    fates = find_fates(old, new, spans)
    assert {f.fate for f in fates.values()} == {Fate.KEPT}
