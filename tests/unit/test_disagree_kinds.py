"""Each kind of disagreement in two invented documents, and pairs that tempt and are none."""

from __future__ import annotations

import pytest

from annotator.model import Directness, DisagreementKind, GenreType, Level, Severity
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story, raised, with_speaker

Kind = DisagreementKind


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (Kind.QUANTITY, "The council voted 7 to 4 to approve the budget.", "Councillors passed the budget by 8-3."),
        (Kind.QUANTITY, "The plan cuts 120 jobs at the mill.", "Under the plan 210 posts at the mill will go."),
        (Kind.QUANTITY, "The council adopted a budget of $48.6 million.", "The new $46.8m budget was adopted."),
        (Kind.QUANTITY, "Fourteen people were arrested near the gate.", "Police arrested 41 people near the gate."),
        (Kind.DATE, "The new tax takes effect on 1 July.", "The tax will take effect on 1 June."),
        (
            Kind.DATE,
            "The bridge closed on Monday after cracks were found.",
            "Cracks were found in the bridge, which was closed on Wednesday.",
        ),
        (
            Kind.PLACE,
            "The collapse happened at Gate 4 of the mill.",
            "Gate 6 of the mill was where the collapse happened.",
        ),
        (Kind.PLACE, "Flames broke out in Harlow Street.", "The flames broke out in Marlow Street."),
        (
            Kind.NAMING,
            "Deputy mayor Ottilie Brandt said the works would close.",
            "The works would close, said deputy mayor Ottilie Kranz.",
        ),
        (Kind.NAMING, "The two sides signed a memorandum on the port.", "The two sides signed a treaty on the port."),
        (Kind.ACTOR, "The finance committee proposed the cut.", "The mayor proposed the cut."),
        (
            Kind.ACTOR,
            "Rescue divers pulled the driver from the river.",
            "The driver was pulled from the river by two anglers.",
        ),
        (
            Kind.ACTOR,
            "On a motion by Edda Voll the council restored the youth fund.",
            "The council restored the youth fund on a motion by Piet Marran.",
        ),
        (
            Kind.NAMING,
            "NGO president Wim Castor opened the clinic.",
            "The clinic was opened by Wim Castor, the treasurer.",
        ),
        (Kind.NEGATION, "The plan includes no layoffs at the mill.", "At the mill nine people will be laid off."),
        (Kind.TENSE_MODALITY, "The Eastmoor clinic will close.", "The Eastmoor clinic could close."),
        (Kind.NEGATION, "No libraries will close under the plan.", "Two libraries will close under the plan."),
        (Kind.NEGATION, "Nobody was hurt in the collapse.", "Two stagehands were hurt in the collapse."),
        (
            Kind.NEGATION,
            "The contractor did not inspect the bolts before the show.",
            "The contractor inspected the bolts before the show.",
        ),
        (Kind.NEGATION, "The council rejected the sale of the mill.", "The council approved the sale of the mill."),
        (
            Kind.TENSE_MODALITY,
            "The council has approved the sale of the mill.",
            "The council will vote on whether to approve the sale of the mill.",
        ),
        (Kind.TENSE_MODALITY, "The minister resigned.", "The minister is considering whether to resign."),
        (Kind.DURATION, "The strike lasted nine days.", "The strike went on for two weeks."),
        (Kind.DURATION, "The two-hour hearing ended in uproar.", "Uproar ended the four-hour hearing."),
    ],
)
def test_a_planted_difference_is_raised_with_its_kind_and_two_values(kind: Kind, a: str, b: str) -> None:
    found = dict(raised(a, b))

    assert kind in found
    assert len(found[kind]) >= 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The budget is $48.6 million.", "The budget comes to nearly $49 million."),
        ("More than 300 people marched to the hall.", "About 350 people marched to the hall."),
        ("The council spent $2 million on roads in 2022.", "The council spent $3 million on roads in 2023."),
        ("The tunnel will open on Friday.", "The tunnel opens this week."),
        ("The union asked for a raise of 6 percent.", "The company offered a raise of 3 percent."),
        ("Ida Thorsen, the mayor, opened the session.", "The mayor opened the session."),
        ("The bill passed the lower house by 60 votes to 38.", "The bill passed the upper house by 24 votes to 20."),
        ("He faces up to ten years in prison.", "Prosecutors asked for six years in prison."),
        ("The first meeting lasted two hours.", "The second meeting lasted four hours."),
        ("The committee approved the plan.", "The full council will vote on the plan next week."),
        ("The strike began on Monday.", "The strike ended on Wednesday."),
        ("The price rose from 20 to 25 crowns.", "The price rose by 25 percent."),
        ("Tobias Marran leads the union.", "Toby Marran leads the union."),
        ("The company fired 30 workers in March.", "The company fired 45 workers in June."),
    ],
)
def test_what_agrees_refines_or_is_of_another_thing_is_not_raised(a: str, b: str) -> None:
    assert raised(a, b) == []


def test_an_announcement_before_the_report_is_no_difference_of_tense() -> None:
    a, b = "The company plans to recall all heaters.", "The company has recalled all heaters."
    texts = (*FILLER_A, a), (*FILLER_B, b)

    assert compare(*make_story(*texts, published=("2031-05-01", "2031-05-09"))) == ()
    assert [d.kind for d in compare(*make_story(*texts, published=("2031-05-09", "2031-05-01")))] == [
        Kind.TENSE_MODALITY
    ]


QUOTED = "“We will not sell one brick of the old mill to anybody,” Voll said."
CHANGED = "“We would not sell one brick of the old mill to anybody,” Voll said."
STOPPED = "“We will not sell one brick,” Voll said."


def test_a_word_changed_inside_quotation_marks_is_raised() -> None:
    ((kind, values),) = raised(QUOTED, CHANGED)

    assert kind is Kind.QUOTE_WORDING
    assert any("will" in v for v in values)
    assert any("would" in v for v in values)


def test_a_quotation_that_stops_earlier_is_not_raised() -> None:
    assert raised(QUOTED, STOPPED) == []


def test_two_people_who_say_nearly_the_same_are_not_collated() -> None:
    documents, claims = make_story(
        (*FILLER_A, QUOTED), (*FILLER_B, QUOTED.replace("Voll", "Marran").replace("brick", "stone"))
    )
    inner = "We will not sell"
    claims = [
        with_speaker(c, "Voll" if "Voll" in c.text else "Marran", inner, Directness.DIRECT) if inner in c.text else c
        for c in claims
    ]

    assert Kind.QUOTE_WORDING not in {d.kind for d in compare(documents, claims)}


SAID = "Treasurer Nils Okafor said the reserve had been spent on road repairs."
SAID_BY_OTHER = "Auditor Mina Sol said the reserve had been spent on road repairs."
CONTENT = "the reserve had been spent on road repairs"


def test_one_content_with_two_speakers_is_a_tension_of_attribution_between_speakers() -> None:
    documents, claims = make_story((*FILLER_A, SAID), (*FILLER_B, SAID_BY_OTHER))
    names = {SAID: "Nils Okafor", SAID_BY_OTHER: "Mina Sol"}
    claims = [with_speaker(c, names[c.text], CONTENT) if c.text in names else c for c in claims]

    found = [d for d in compare(documents, claims) if d.kind is Kind.ATTRIBUTION]

    assert [d.severity for d in found] == [Severity.TENSION]
    assert {s.value for s in found[0].sides} == {"Nils Okafor", "Mina Sol"}


def test_quoted_words_stated_as_fact_are_raised_but_not_against_the_issuer_itself() -> None:
    said, plain = "“The bolts had been rusty for many months,” Voll said.", "The bolts had been rusty for many months."
    documents, claims = make_story((*FILLER_A, said), (*FILLER_B, plain))
    quoted = [with_speaker(c, "Voll", plain[:-1], Directness.DIRECT) if c.text == said else c for c in claims]
    issued, _ = make_story((*FILLER_A, said), (*FILLER_B, plain), kind=GenreType.PRESS_RELEASE)

    assert Kind.ATTRIBUTION in {d.kind for d in compare(documents, quoted)}
    assert Kind.ATTRIBUTION not in {d.kind for d in compare(issued, quoted)}


def test_sides_that_agree_are_one_disagreement_whose_sentence_names_both_values() -> None:
    texts = (
        (*FILLER_A, "Fourteen people were arrested near the gate of the mill."),
        (*FILLER_B, "Police arrested 41 people near the gate of the mill."),
        ("Near the gate of the mill 14 people were arrested by police.", "A goat escaped from the fair."),
    )

    found = [d for d in compare(*make_story(*texts)) if d.kind is Kind.QUANTITY]

    assert len(found) == 1
    assert len(found[0].sides) == 3
    assert len({s.claim[:2] for s in found[0].sides} | {s.value for s in found[0].sides}) >= 3
    assert "41" in found[0].why
    assert "14" in found[0].why or "Fourteen" in found[0].why
    assert found[0].level is Level.OUTLET


def test_whoever_did_it_is_named_without_the_word_that_leads_on() -> None:
    a = "The fair was organised by the Port Authority and is part of the town’s plan."
    b = "The fair was organised by the Port Authority and the Guild of Ropers."
    documents, claims = make_story([a, *FILLER_A], [b, *FILLER_B])
    (found,) = compare(documents, claims)
    assert [s.value for s in found.sides] == ["the Port Authority", "the Port Authority and the Guild of Ropers"]
