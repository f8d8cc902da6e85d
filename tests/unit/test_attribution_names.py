"""Names of sources: resolved within a document, linked across documents."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from annotator.attribution import attribute, link_entities
from annotator.model import Attribution, Quotation, SourceRole, Span

_QUOTED = re.compile(r"“([^”]+)”")
_SENTENCE = re.compile(r"\S[^\n]*?[.!?][”\"]?(?=\s|\Z)|\S[^\n]*")


def read(text: str) -> tuple[Attribution, ...]:
    quotations = tuple(
        Quotation(Span(*m.span()), Span(m.start() + 1, m.end() - 1), is_speech=True) for m in _QUOTED.finditer(text)
    )
    return attribute(text, tuple(Span(*m.span()) for m in _SENTENCE.finditer(text)), quotations, document="d1")


def names(text: str) -> list[str | None]:
    return [a.source.name if a.source else None for a in read(text)]


def test_a_surname_is_the_full_name_given_before() -> None:
    text = "Mayor Maria Ostler spoke on Monday. Ostler said the bridge was safe."
    assert names(text) == ["Maria Ostler"]


def test_a_pronoun_is_the_last_speaker_of_that_gender() -> None:
    text = "Maria Ostler said the bridge was safe. Peter Brandvik said it was not. She said it would stay open."
    assert names(text) == ["Maria Ostler", "Peter Brandvik", "Maria Ostler"]


def test_a_pronoun_may_be_the_subject_of_the_sentence_before() -> None:
    text = "Maria Ostler inspected the bridge. She said it was safe."
    assert names(text) == ["Maria Ostler"]


def test_an_office_is_its_bearer() -> None:
    text = "Finance Minister Maria Ostler met Peter Brandvik. The minister said the bridge was safe."
    assert names(text) == ["Maria Ostler"]


def test_a_source_described_before_it_is_named_has_the_name() -> None:
    text = "The lighthouse keeper, Captain Idris Ostler, said the bridge was safe."
    assert names(text) == ["Idris Ostler"]


def test_the_title_is_no_part_of_the_name() -> None:
    [attribution] = read("Secretary of Transport Maria Ostler said the bridge was safe.")
    assert attribution.source is not None
    assert attribution.source.name == "Maria Ostler"
    assert attribution.source.role is SourceRole.OFFICIAL


def test_a_body_is_found_by_its_kind() -> None:
    text = "The Ostvik Boatmen Union met on Monday. The union said the bridge was safe."
    assert names(text) == ["Ostvik Boatmen Union"]


@pytest.mark.parametrize("source", ["Officials", "A person familiar with the matter", "Two witnesses"])
def test_unnamed_sources_are_a_role_without_a_name(source: str) -> None:
    [attribution] = read(f"{source} said the bridge was safe.")
    assert attribution.source is not None
    assert attribution.source.role is SourceRole.UNNAMED
    assert attribution.source.name is None


def test_who_is_the_person_before_it() -> None:
    text = "The bridge was built by Maria Ostler, who said it was safe."
    assert names(text) == ["Maria Ostler"]


def make_attribution(name: str | None, role: SourceRole = SourceRole.PERSON) -> Attribution:
    [attribution] = read("Brandvik said the bridge was safe.")
    assert attribution.source is not None
    return replace(attribution, source=replace(attribution.source, name=name, role=role))


def entities(*sources: tuple[str | None, SourceRole]) -> list[str | None]:
    linked = link_entities([(make_attribution(name, role),) for name, role in sources])
    return [a.source.entity if a.source else None for (a,) in linked]


PERSON, OFFICIAL, BODY = SourceRole.PERSON, SourceRole.OFFICIAL, SourceRole.INSTITUTION


def test_spellings_of_one_surname_are_one_person() -> None:
    first, second, third = entities(("Pavlo Hordiyenko", PERSON), ("Pavlo Hordienko", OFFICIAL), ("Hordienko", PERSON))
    assert first is not None
    assert first == second == third


def test_a_short_given_name_is_the_same_person() -> None:
    first, second = entities(("Gregory Ostler", PERSON), ("Greg Ostler", PERSON))
    assert first == second


def test_two_given_names_are_two_people() -> None:
    first, second = entities(("Maria Ostler", PERSON), ("Peter Ostler", PERSON))
    assert first != second


def test_a_surname_that_two_people_bear_is_not_given_to_either() -> None:
    first, second, third = entities(("Maria Ostler", PERSON), ("Peter Ostler", PERSON), ("Ostler", PERSON))
    assert third not in (first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ministry of Defence", "Defense Ministry"),
        ("Harbour Safety Board", "HSB"),
        ("Pentagon", "Department of Defense"),
        ("the Harbour Safety Board", "Harbour Safety Board"),
    ],
)
def test_forms_of_a_bodys_name_are_one_body(first: str, second: str) -> None:
    one, other = entities((first, BODY), (second, BODY))
    assert one == other


@pytest.mark.parametrize(
    ("first", "second"),
    [("Department of Defense", "Department of Commerce"), ("Ostvik Council", "Ostvik Police")],
)
def test_bodies_that_share_a_word_stay_two(first: str, second: str) -> None:
    one, other = entities((first, BODY), (second, BODY))
    assert one != other


def test_a_source_without_a_name_has_no_entity() -> None:
    assert entities((None, SourceRole.UNNAMED)) == [None]


def test_the_order_of_documents_does_not_change_an_entity() -> None:
    sources = [("Pavlo Hordiyenko", PERSON), ("Hordienko", PERSON), ("Pavlo Hordienko", PERSON)]
    assert set(entities(*sources)) == set(entities(*reversed(sources)))


def test_a_person_is_one_entity_and_keeps_the_spelling_of_each_document() -> None:
    spellings = ("Pavlo Hordiyenko", "Pavlo Hordienko", "Pavlo Hordienko")
    linked = link_entities([(make_attribution(name),) for name in spellings])
    assert {a.source.entity for (a,) in linked if a.source} == {"Pavlo Hordienko"}
    assert tuple(a.source.name for (a,) in linked if a.source) == spellings


def test_of_spellings_that_as_many_documents_use_the_plainest_stands() -> None:
    assert set(entities(("Pavlo Hordiyenko", PERSON), ("Pavlo Hordienko", PERSON))) == {"Pavlo Hordienko"}


def test_each_of_two_people_named_together_has_the_one_spelling() -> None:
    [(first,), _] = link_entities(
        [(make_attribution("Pavlo Hordiyenko and Maria Ostler"),), (make_attribution("Pavlo Hordienko"),)]
    )
    assert first.source is not None
    assert first.source.entity == "Pavlo Hordienko and Maria Ostler"
