"""Quotations are grouped with their versions, and each version says what it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.model import (
    Analysis,
    Attribution,
    Claim,
    Directness,
    Document,
    Genre,
    GenreType,
    Source,
    SourceRole,
    Voice,
)
from annotator.view import (
    QUOTATION_FIELDS,
    Room,
    Story,
    describe_quotation,
    find_edits,
    fitting,
    index_story,
    paint_quotation,
    quotation_groups,
    quotation_items,
    read_filter,
)
from tests.story_builders import make_claim, make_document, spot

ROOM = Room(76, len)
WHOLE = "We will open the lock in May and nobody will pay for it"


def make_quoting(
    name: str,
    quoted: str,
    *,
    speaker: str = "Ilse Marrow",
    genre: GenreType = GenreType.REPORTAGE,
    published: str = "2031-05-06",
) -> tuple[Document, Claim]:
    text = f"“{quoted},” said {speaker}."
    document = make_document("tidepost", text, path=f"{name}.txt", published=published, genre=Genre(genre, 0.9))
    document = replace(document, id=f"d-{name}", outlet=replace(document.outlet, name=name.title()))
    source = Source(spot(document, speaker), speaker, speaker, SourceRole.PERSON, speaker)
    span = spot(document, quoted)
    made = Attribution(f"a-{name}", source, None, (span,), Directness.DIRECT, "asserts", 0.9)  # type: ignore[arg-type]
    return document, make_claim(document, text, voice=Voice.ATTRIBUTED, attributions=(made,))


def make_quoted_story(*pairs: tuple[Document, Claim]) -> Story:
    documents, claims = zip(*pairs, strict=True)
    return index_story(Analysis("Lock", None, documents, claims, (), (), ()))


@pytest.mark.parametrize(
    ("other", "wording"),
    [
        (WHOLE, "same words"),
        ("we will open the lock in May, and nobody will pay for it", "same words"),
        ("We will open the lock in May", "shortened"),
        ("We will open the lock in June and nobody will pay for it", "changed"),
        ("We may open the lock in May and nobody will ever pay for it", "changed"),
    ],
)
def test_versions_of_one_quotation_are_one_row(other: str, wording: str) -> None:
    (group,) = quotation_groups(make_quoted_story(make_quoting("one", WHOLE), make_quoting("two", other)))
    assert group.wording == wording
    assert len(group.versions) == 2


@pytest.mark.parametrize("other", ["The lock is old", "Nobody knows what the weather will be in May", "May"])
def test_other_words_are_another_quotation(other: str) -> None:
    assert len(quotation_groups(make_quoted_story(make_quoting("one", WHOLE), make_quoting("two", other)))) == 2


def test_versions_are_compared_with_the_official_text_else_with_the_earliest() -> None:
    early = make_quoting("early", WHOLE, published="2031-05-01")
    late = make_quoting("late", WHOLE, published="2031-05-09")
    assert quotation_groups(make_quoted_story(late, early))[0].reference.document == "d-early"
    official = make_quoting("ministry", WHOLE, published="2031-05-10", genre=GenreType.OFFICIAL)
    assert quotation_groups(make_quoted_story(early, late, official))[0].reference.document == "d-ministry"


def test_edits_name_what_was_changed_added_and_cut_but_not_punctuation() -> None:
    found = find_edits("We will open the lock in May", "we, will surely open a lock")
    assert [(e.before, e.after) for e in found] == [("", "surely"), ("the", "a"), ("in May", "")]
    assert find_edits("One, two.", "one two") == ()


def test_each_version_is_told_with_its_edits_and_another_speaker() -> None:
    story = make_quoted_story(
        make_quoting("one", WHOLE), make_quoting("two", "We may open the lock in May", speaker="Tam Ferrow")
    )
    (group,) = quotation_groups(story)
    told = "\n".join("".join(run.text for run in line) for line in describe_quotation(story, group, ROOM))
    assert "the others are compared with this" in told
    assert "changed  “may” for “will”" in told
    assert "cut      “and nobody will pay for it”" in told
    assert "⟨…⟩" in told
    assert "≠ another speaker" in told


@pytest.mark.parametrize(
    ("line", "number"),
    [("is:changed", 1), ("is:once", 1), ("is:disputed", 1), ("speaker:tam", 1), ("versions>1", 1), ("outlet:one", 1)],
)
def test_a_filter_finds(line: str, number: int) -> None:
    story = make_quoted_story(
        make_quoting("one", WHOLE),
        make_quoting("two", "We may open the lock in May", speaker="Tam Ferrow"),
        make_quoting("three", "The weather was fine on the whole"),
    )
    items = quotation_items(story, quotation_groups(story))
    assert len(fitting(items, read_filter(line, QUOTATION_FIELDS))) == number


def test_a_speaker_of_twenty_letters_is_not_cut_beside_the_versions() -> None:
    story = make_quoted_story(make_quoting("one", WHOLE, speaker="Bartholomew Quellson"))
    [group] = quotation_groups(story)
    assert "Bartholomew Quellson" in "".join(run.text for run in paint_quotation(group, Room(61, len)))


def test_rows_fit_their_room() -> None:
    story = make_quoted_story(make_quoting("one", WHOLE), make_quoting("two", "We may open the lock in May"))
    for width in (40, 56, 76, 110):
        for group in quotation_groups(story):
            assert sum(len(run.text) for run in paint_quotation(group, Room(width, len))) <= width


def test_many_copies_of_one_wording_are_one_row() -> None:
    story = make_quoted_story(*(make_quoting(f"n{number}", WHOLE) for number in range(100)))
    (group,) = quotation_groups(story)
    assert len(group.versions) == 100
    told = ["".join(run.text for run in line) for line in describe_quotation(story, group, ROOM)]
    assert told[-1] == "and 60 more versions"
