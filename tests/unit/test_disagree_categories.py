"""Words of one category for one thing or person in two documents."""

from __future__ import annotations

import pytest

from annotator.disagree.vocabulary import forms_of, read_vocabulary
from annotator.model import Disagreement, DisagreementKind, Severity
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story

Kind = DisagreementKind


def raised(found: tuple[Disagreement, ...]) -> list[Disagreement]:
    return [d for d in found if d.severity is not Severity.IMPRECISION]


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (
            Kind.NAMING,
            "Ansel Torv pleaded guilty on Monday to a conspiracy charge.",
            "Ansel Torv pleaded guilty on Monday to one felony fraud count.",
        ),
        (
            Kind.NAMING,
            "The league wants armed guards at every ferry landing.",
            "The league wants armed volunteers at every ferry landing.",
        ),
        (
            Kind.OTHER,
            "The talks between the two ministers in Orrin were friendly.",
            "The talks of the two ministers in Orrin were tense.",
        ),
        (
            Kind.TENSE_MODALITY,
            "The auditor's report on the dredging contract is still being written.",
            "The auditor's report on the dredging contract is to be released on Friday.",
        ),
        (
            Kind.NAMING,
            "The council ordered a mandatory evacuation of Pell Island.",
            "A voluntary evacuation of Pell Island was ordered by the council.",
        ),
        (
            Kind.QUANTITY,
            "All of the passengers were rescued by fishermen.",
            "Most of the passengers were rescued by fishermen.",
        ),
        (Kind.NAMING, "The driver of the tram suffered burns.", "The driver of the tram suffered a concussion."),
    ],
)
def test_words_of_one_category_that_exclude_each_other_are_a_tension(kind: Kind, a: str, b: str) -> None:
    found = raised(compare(*make_story((*FILLER_A, a), (*FILLER_B, b))))
    assert [(d.kind, d.severity) for d in found] == [(kind, Severity.TENSION)]


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (
            Kind.NAMING,
            "Brida Kell, company secretary of Orrin Peat, was acquitted.",
            "Brida Kell, a former non-executive director, walked out of court.",
        ),
        (
            Kind.OTHER,
            "Torv, in a grey suit, showed no emotion as the term was read out.",
            "When he was led away, Torv smiled at his family.",
        ),
        (Kind.OTHER, "Brida Kell will join the board of Orrin Peat.", "Brida Kell is to leave the firm in May."),
        (
            Kind.NAMING,
            "The memo was written by Ansel Torv, the mayor's chief of staff at the time.",
            "Kell's longtime press secretary, Ansel Torv, had sent the memo.",
        ),
        (
            Kind.NAMING,
            "The panel sent the skipper a letter of admonition on Tuesday.",
            "On Tuesday Torv was formally reprimanded by the panel.",
        ),
    ],
)
def test_in_sentences_that_differ_otherwise_they_are_listed_and_not_raised(kind: Kind, a: str, b: str) -> None:
    found = compare(*make_story((*FILLER_A, a), (*FILLER_B, b)))
    assert [(d.kind, d.severity) for d in found] == [(kind, Severity.IMPRECISION)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ansel Torv pleaded guilty to fraud.", "Ansel Torv pleaded guilty to a felony."),
        ("Guards stood at the ferry landing.", "At the ferry landing stood two guards."),
        ("The jury found Ansel Torv guilty of fraud and bribery.", "The jury found Ansel Torv guilty of bribery."),
        ("Ansel Torv grinned as the term was read out.", "Brida Kell showed no emotion as the term was read out."),
        ("Brida Kell, a former lobbyist, runs the harbour.", "Brida Kell, an attorney, runs the harbour."),
        ("Ansel Torv is the father of Ines Torv, a diver.", "Ines Torv, a diver, is the daughter of Ansel Torv."),
        ("The fraud at the mill was found in May.", "The theft of the paper heron is unsolved."),
    ],
)
def test_general_words_shared_words_and_other_people_are_not_raised(a: str, b: str) -> None:
    assert not raised(compare(*make_story((*FILLER_A, a), (*FILLER_B, b))))


def test_where_days_lie_between_two_reports_a_later_step_is_no_tension() -> None:
    texts = (
        (*FILLER_A, "The auditor's report on the dredging contract is still being written."),
        (*FILLER_B, "The auditor's report on the dredging contract is ready."),
    )
    assert raised(compare(*make_story(*texts)))
    assert not raised(compare(*make_story(*texts, published=("2031-05-02", "2031-05-09"))))


def test_a_word_stands_for_its_other_forms_but_where_it_is_marked() -> None:
    assert {("reprimanded",), ("reprimands",)} <= set(forms_of("reprimand"))
    assert set(forms_of("=fired")) == {("fired",)}
    assert ("stepping", "down") in set(forms_of("stepping_down"))


def test_every_meaning_of_a_category_is_told_from_the_general_words() -> None:
    for entries in read_vocabulary().values():
        for entry in entries:
            clash = [e for e in entries if e.category is entry.category and e.words == entry.words]
            assert len({e.meaning for e in clash}) == 1, entry
