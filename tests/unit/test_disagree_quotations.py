"""Quotations of one speaker that two documents give differently, or that one of them cuts."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.tunnel_story import compare_passages

CONFLICT, TENSION, IMPRECISION = Severity.CONFLICT, Severity.TENSION, Severity.IMPRECISION


def said(first: str, second: str) -> list[Severity]:
    """How severe the differences of wording are between two quotations of one man."""
    return wording(f"“{first},” Draycott said.", f"“{second},” said Paul Draycott.")


def wording(first: str, second: str) -> list[Severity]:
    found = compare_passages(first, second)
    return [d.severity for d in found if d.kind is DisagreementKind.QUOTE_WORDING]


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("We were not told about the water", "We were told about the water", CONFLICT),
        ("It was not a mistake", "It was a mistake", CONFLICT),
        ("We can finish the tube without more money", "We cannot finish the tube without more money", CONFLICT),
        ("We have tested nearly all the joints", "We have tested all the joints", TENSION),
        ("Some of the workers asked to be moved", "Most of the workers asked to be moved", TENSION),
        ("Few could have foreseen the crack", "Nobody could have foreseen the crack", CONFLICT),
        ("Passengers may use the southern tube by August", "Passengers will use the southern tube by August", TENSION),
        ("The contractors should pay for every litre", "The contractors must pay for every litre", TENSION),
        ("We will replace the seals in the tube", "We replaced the seals in the tube", TENSION),
        ("We are pumping out the northern tube", "We have pumped out the northern tube", TENSION),
        ("The seal has probably failed", "The seal has failed", TENSION),
        ("If the audit finds faults, drilling stops", "When the audit finds faults, drilling stops", TENSION),
        ("The rock was softer than our maps", "The rock is softer than our maps", IMPRECISION),
        ("They hid the readings from the inspectors", "He hid the readings from the inspectors", IMPRECISION),
    ],
)
def test_a_small_word_changed_in_a_quotation_counts_for_what_it_means(
    first: str, second: str, severity: Severity
) -> None:
    assert said(first, second) == [severity]


def test_a_quotation_in_pieces_is_collated_with_the_whole() -> None:
    assert wording(
        "“We trusted the surveys. We did not check the seabed ourselves,” Draycott said.",
        "“We trusted the surveys,” Draycott said. “We did check the seabed ourselves.”",
    ) == [CONFLICT]


@pytest.mark.parametrize(
    ("full", "cut", "severity"),
    [
        ("I support the tunnel, but not at any price", "I support the tunnel", TENSION),
        ("The tunnel will open this year if the pumps hold", "The tunnel will open this year", TENSION),
        ("Unless the winter is mild, the work will run on", "The work will run on", TENSION),
        ("As far as I know, nobody signed off the lining", "Nobody signed off the lining", TENSION),
        ("I do not believe that the lining was tested", "The lining was tested", CONFLICT),
    ],
)
def test_a_condition_a_doubt_or_a_denial_cut_off_a_quotation_is_told(full: str, cut: str, severity: Severity) -> None:
    assert said(full, cut) == [severity]


def test_a_negation_cut_off_a_fragment_is_a_conflict() -> None:
    assert wording(
        "“I never promised that trains would run by Easter,” Corrigan said.",
        "Corrigan said that she had “promised that trains would run by Easter”.",
    ) == [CONFLICT]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“I support the tunnel, but not at any price,” Vik said.", "“I support the tunnel,” Vik said, “at a price.”"),
        (
            "“The tunnel will open this year if the pumps hold,” Draycott said.",
            "“The tunnel will open this year,” Draycott said. That depends on the pumps holding, he added.",
        ),
        ("“We were not told, and we are angry,” Draycott said.", "“We were not told,” said Paul Draycott."),
        ("“We tried the pumps, the grout, and it failed,” Vik said.", "“We tried ... and it failed,” Vik said."),
        ("“They hid the readings from us,” Vik said.", "“[The firm] hid the readings from us,” Vik said."),
        ("“We are ready to talk,” Vik said on Tuesday.", "“We are ready to strike,” Vik said."),
        ("“The minister has to go,” Vik said.", "“The minister has lied,” Vik said."),
        ("“I did not want this job,” Vik said, “but I took it.”", "“I took it because nobody wanted it,” Vik said."),
        ("“I promised no date,” Vik said.", "Vik denied that she had “promised a date”."),
    ],
)
def test_a_quotation_cut_fairly_and_another_sentence_are_no_difference(first: str, second: str) -> None:
    assert not wording(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("We have waited for this tunnel for a very long time", "We've waited for this tunnel for a long, long time"),
        ("We want a seat at every meeting", "And we want a seat at every meeting"),
        ("The truth is that the tunnel leaks", "The truth is the tunnel leaks"),
    ],
)
def test_emphasis_a_word_to_begin_with_and_that_are_imprecision(first: str, second: str) -> None:
    assert said(first, second) == [IMPRECISION]


def test_spelling_is_no_difference() -> None:
    assert not said("We apologise to every traveller", "We apologize to every traveler")


def test_fragments_of_two_sentences_are_not_taken_for_one_that_was_cut() -> None:
    assert not wording(
        "Vik said that the ministry would “watch every joint of the tunnel”.",
        "Vik called the audit “better late than never”. She said they would “watch every joint of the tunnel”.",
    )
