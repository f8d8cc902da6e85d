"""The status of events, names and titles."""

from __future__ import annotations

import pytest

from annotator.facts import find_facts
from annotator.model import Fact, FactKind, Span


def facts_in(text: str, kind: FactKind) -> list[Fact]:
    return [f for f in find_facts(text, Span(0, len(text))) if f.kind is kind]


@pytest.mark.parametrize(
    ("text", "group", "status", "lemma"),
    [
        ("The agency has provided the data.", "has provided", "done", "provide"),
        ("The agency will provide the data.", "will provide", "will", "provide"),
        ("The agency provided the data.", "provided", "done", "provide"),
        ("She is expected to plead guilty.", "is expected to plead", "expected", "plead"),
        ("She later pleaded guilty.", "pleaded", "done", "plead"),
        ("The city plans to hire nurses.", "plans to hire", "planned", "hire"),
        ("The school could close.", "could close", "may", "close"),
        ("The fees will be reviewed.", "will be reviewed", "will", "review"),
        ("The ad is set to air.", "is set to air", "planned", "air"),
        ("It's airing now.", "'s airing", "ongoing", "air"),
        ("He was charged with theft.", "was charged", "charged", "charge"),
        ("He denied the theft.", "denied", "denied", "deny"),
        ("The fair was called off.", "was called off", "cancelled", "call off"),
        ("The fair will take place in June.", "will take place", "will", "take place"),
        ("He allegedly stole a cart.", "stole", "alleged", "steal"),
        ("He is believed to have fled.", "is believed to have fled", "alleged", "flee"),
    ],
)
def test_a_verb_group_tells_status_and_event(text: str, group: str, status: str, lemma: str) -> None:
    (fact,) = facts_in(text, FactKind.EVENT_STATUS)
    assert (fact.text, fact.value, fact.counted) == (group, status, lemma)


@pytest.mark.parametrize("text", ["He did not sign it.", "He won't sign it.", "He has never signed it."])
def test_a_negated_group_has_the_scope_not(text: str) -> None:
    (fact,) = facts_in(text, FactKind.EVENT_STATUS)
    assert (fact.counted, fact.scope) == ("sign", "not")


@pytest.mark.parametrize(
    "text", ["the proposed budget", "data provided by others", "two hundred ships", "the plans to build"]
)
def test_participles_and_nouns_are_no_events(text: str) -> None:
    assert facts_in(text, FactKind.EVENT_STATUS) == []


@pytest.mark.parametrize(
    ("text", "role", "person", "body"),
    [
        ("President Maren Holt spoke.", "president", "Maren Holt", None),
        ("Ilse Brandt, chief executive of Calder Group, spoke.", "chief executive", "Ilse Brandt", "Calder Group"),
        ("The council's chief auditor, Otto Lind, spoke.", "chief auditor", "Otto Lind", None),
        ("They met NLA CEO Wayne Hill there.", "ceo", "Wayne Hill", "NLA"),
        ("Ada Vale is mayor of Tarnwick.", "mayor", "Ada Vale", "Tarnwick"),
    ],
)
def test_a_title_belongs_to_a_person(text: str, role: str, person: str, body: str | None) -> None:
    (fact,) = facts_in(text, FactKind.TITLE)
    assert (fact.value, fact.counted, fact.scope) == (role, person, body)


@pytest.mark.parametrize(
    "text",
    [
        "They praised Boreal, Prime Minister Ola Berg said.",
        "Jonas Reed, accusing the president of theft, left.",
        "They met Jo Lind of Norland, the majority leader.",
        "Jonas Reed was offered executive branch work.",
    ],
)
def test_a_role_near_a_name_is_not_always_its_own(text: str) -> None:
    titles = {f.counted for f in facts_in(text, FactKind.TITLE)}
    assert titles <= {"Ola Berg"}


def test_headlines_in_title_case_have_no_names_but_events() -> None:
    text = "Rail Union Signs Deal With Calder Group"
    assert facts_in(text, FactKind.NAME) == []


def test_written_acts_are_names_in_capitals_and_in_lower_case() -> None:
    text = "They signed a Statement of Purpose on Rail Traffic; others called it a letter of intent."
    acts = [f for f in facts_in(text, FactKind.NAME) if f.counted == "instrument"]
    assert [f.value for f in acts] == ["Statement of Purpose on Rail Traffic", "letter of intent"]


def test_names_leave_their_titles_out_and_places_follow_prepositions() -> None:
    text = "President Maren Holt met the Rail Union in Tarnwick at Berth 4."
    assert [f.value for f in facts_in(text, FactKind.NAME)] == ["Maren Holt", "Rail Union"]
    assert [f.value for f in facts_in(text, FactKind.PLACE)] == ["Tarnwick", "Berth 4"]


@pytest.mark.parametrize(
    ("text", "role", "person"),
    [
        ("The meeting with Norland Gov. Teodor Brandt lasted for hours.", "Gov", "Teodor Brandt"),
        ("Former N.O. Sen. Ilse Quill spoke.", "Sen", "Ilse Quill"),
    ],
)
def test_a_short_title_stands_between_a_place_and_a_name(text: str, role: str, person: str) -> None:
    facts = find_facts(text, Span(0, len(text)), published=None)
    assert [(f.text, f.counted) for f in facts if f.kind is FactKind.TITLE] == [(role, person)]
    assert person in [f.text for f in facts if f.kind is FactKind.NAME]
