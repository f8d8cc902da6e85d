"""Who says what where cue, source and content stand far apart or are not all named."""

from __future__ import annotations

import pytest

from annotator.model import Attitude, SourceRole
from tests.unit.test_attribution_reports import read, told


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Brandvik says at a stop in Ostvik, Norway, that fares rise.", "Brandvik", "says", ["that fares rise"]),
        (
            "The council voted on Friday, after a long debate, to close the bridge.",
            "The council",
            "voted",
            ["to close the bridge"],
        ),
        (
            "The union asked Anna Brandvik, the harbour engineer, to close the bridge.",
            "The union",
            "asked",
            ["Anna Brandvik, the harbour engineer, to close the bridge"],
        ),
        ("Brandvik continues to insist that fares stay.", "Brandvik", "continues to insist", ["that fares stay"]),
        ("The mayor appeared to suggest that fares stay.", "The mayor", "appeared to suggest", ["that fares stay"]),
        ("Ministers met on Friday to discuss the ferry.", "Ministers", "to discuss", ["the ferry"]),
        ("Fares may rise, the ferry line believes.", "the ferry line", "believes", ["Fares may rise"]),
        ("Boats sank, and cars followed them, one slide says.", "one slide", "says", None),
        (
            "The river agency put the spill at about 50 litres.",
            "The river agency",
            "put",
            ["the spill at about 50 litres"],
        ),
        ("The bridge, which Brandvik called a disgrace, will close.", "Brandvik", "called", ["which", "a disgrace"]),
    ],
)
def test_cue_and_content_meet_over_what_stands_between(
    text: str, source: str, cue: str, content: list[str] | None
) -> None:
    [(said_source, said_cue, said_content)] = told(text)
    assert (said_source, said_cue) == (source, cue)
    assert content is None or said_content == content


def test_an_adverb_after_and_belongs_to_the_second_cue() -> None:
    _, second = told("Brandvik denied the charge and repeatedly said that fares stay.")
    assert second == ("Brandvik", "repeatedly said", ["that fares stay"])


def test_an_opening_participle_has_the_source_behind_its_comma_and_ends_there() -> None:
    [(source, cue, content)] = told("After admitting that fares rise, Brandvik left the hall.")
    assert (source, cue, content) == ("Brandvik", "admitting", ["that fares rise"])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It was announced that the bridge would close.", ["that the bridge would close"]),
        ("The bridge is considered a danger.", ["The bridge", "a danger"]),
        ("The mayor has been blamed for closing the bridge.", ["The mayor", "closing the bridge"]),
        ("The bridge is believed to be safe.", ["The bridge", "to be safe"]),
    ],
)
def test_a_passive_without_by_has_a_source_that_is_not_named(text: str, content: list[str]) -> None:
    [attribution] = read(text)
    assert attribution.source is not None
    assert attribution.source.role is SourceRole.UNNAMED
    assert attribution.source.span is None
    assert [c.text(text) for c in attribution.content] == content


def test_the_writers_own_words_about_themselves_have_the_author_as_source() -> None:
    [attribution] = read("I believe that the bridge is safe.")
    assert attribution.source is not None
    assert attribution.source.role is SourceRole.AUTHOR
    assert attribution.attitude is Attitude.BELIEVES


def test_a_sentence_that_quotes_without_a_cue_goes_on_with_the_speaker_before() -> None:
    text = "According to Brandvik, the bridge is old. There is, however, “no reason at all” to close it."
    _, second = read(text)
    assert second.cue is None
    assert second.source is not None
    assert second.source.name == "Brandvik"
    assert [c.text(text) for c in second.content] == ["There is, however, “no reason at all” to close it."]


def test_a_new_paragraph_is_no_longer_the_speakers() -> None:
    assert len(read("According to Brandvik, the bridge is old.\n\nThere is “no reason at all” to close it.")) == 1


def test_what_and_joins_to_a_report_has_the_outer_speaker() -> None:
    *_, last = told("Brandvik says Ostler promised to stay and said the bridge was safe.")
    assert last == ("Brandvik", "said", ["the bridge was safe"])


def test_nobody_is_no_source() -> None:
    assert read("Nobody said the bridge was safe.") == ()


def test_a_subject_is_found_across_an_apposition_of_two() -> None:
    [(source, _, _)] = told("The port, its only tenant and its lender in the bad years, said fares rise.")
    assert source is not None
    assert source.startswith("The port")


@pytest.mark.parametrize(
    "text",
    [
        "Brandvik told the Ostvik Herald that the bridge was safe.",
        "Brandvik, speaking to the Ostvik Herald, said the bridge was safe.",
        "In an interview with the Ostvik Herald, Brandvik said the bridge was safe.",
        "“The bridge is safe,” Brandvik said in a statement to the Ostvik Herald.",
    ],
)
def test_an_outlet_that_was_spoken_to_is_the_way_the_words_came(text: str) -> None:
    assert {a.via for a in read(text)} == {"Ostvik Herald"}


@pytest.mark.parametrize(
    "source",
    [
        "Officials",
        "A person familiar with the matter",
        "People briefed on the plan",
        "Sources close to the mayor",
        "A senior official",
        "One of the people",
        "Someone with knowledge of the talks",
        "Those close to him",
        "Three of the officials",
    ],
)
def test_sources_that_nobody_can_name_are_a_class(source: str) -> None:
    *_, attribution = read(f"{source} said the bridge was safe.")
    assert attribution.source is not None
    assert attribution.source.text == source
    assert (attribution.source.role, attribution.source.name) == (SourceRole.UNNAMED, None)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "In the latest Herald poll, Brandvik led by five points.",
            "the latest Herald poll",
            "Brandvik led by five points",
        ),
        ("Half the forest is gone, by one estimate.", "one estimate", "Half the forest is gone"),
    ],
)
def test_polls_and_estimates_are_documents_that_speak(text: str, source: str, content: str) -> None:
    [attribution] = read(text)
    assert attribution.source is not None
    assert (attribution.source.text, attribution.source.role) == (source, SourceRole.DOCUMENT)
    assert [c.text(text) for c in attribution.content] == [content]


def test_an_office_before_a_colon_and_a_quotation_speaks() -> None:
    [(source, cue, content)] = told("The harbour master: “The bridge is safe for cars.”")
    assert (source, cue, content) == ("The harbour master", ":", ["“The bridge is safe for cars.”"])


def test_a_source_that_asked_not_to_be_named_is_not_named() -> None:
    *_, attribution = read("Two drivers, who spoke on condition of anonymity, said the bridge was safe.")
    assert attribution.source is not None
    assert (attribution.source.role, attribution.source.name) == (SourceRole.UNNAMED, None)
    assert len(read("A driver, who spoke on condition of anonymity, said the bridge was safe.")) == 1


def test_quotations_behind_a_sentence_go_on_with_the_cue_that_quotes() -> None:
    text = "“The bridge is safe,” Brandvik said, dismissing the report. “Nobody needs to worry about it.”"
    quoting = next(a for a in read(text) if a.cue and a.cue.text == "said")
    assert [c.text(text) for c in quoting.content][-1] == "“Nobody needs to worry about it.”"


def test_adverbs_of_frequency_are_no_subject() -> None:
    text = "Drivers have sometimes been accused of cheating."
    [attribution] = read(text)
    assert [c.text(text) for c in attribution.content] == ["Drivers", "cheating"]
