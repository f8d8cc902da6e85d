"""Who says what in a single text: source, cue and content."""

from __future__ import annotations

import re

import pytest

from annotator.attribution import attribute
from annotator.model import Attitude, Attribution, Directness, Quotation, SourceRole, Span, Stance

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
_SENTENCE = re.compile(r"\S[^\n]*?[.!?][”\"]?(?=\s|\Z)|\S[^\n]*")


def read(text: str, *, outlet_name: str | None = None) -> tuple[Attribution, ...]:
    """Attributions of a text cut by the simplest rules: quotations by their marks, sentences by their stops."""
    quotations = tuple(
        Quotation(Span(*m.span()), Span(m.start() + 1, m.end() - 1), is_speech=True) for m in _QUOTED.finditer(text)
    )
    sentences = tuple(Span(*m.span()) for m in _SENTENCE.finditer(text))
    return attribute(text, sentences, quotations, document="d1", outlet_name=outlet_name)


def told(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    """Source, cue and content of each attribution as words."""
    return [
        (a.source.text if a.source else None, a.cue.text if a.cue else None, [c.text(text) for c in a.content])
        for a in read(text)
    ]


def test_a_that_clause_after_said_belongs_to_the_subject() -> None:
    assert told("Anna Brandvik said that the bridge would close.") == [
        ("Anna Brandvik", "said", ["that the bridge would close"])
    ]


def test_a_clause_without_that_is_content_too() -> None:
    assert told("Officials said the bridge would close.") == [("Officials", "said", ["the bridge would close"])]


def test_an_inverted_cue_takes_the_quotation_before_it() -> None:
    assert told("“The bridge is safe,” said Anna Brandvik.") == [("Anna Brandvik", "said", ["“The bridge is safe,”"])]


def test_a_quotation_that_goes_on_after_its_cue_is_one_attribution_of_two_pieces() -> None:
    [(source, cue, content)] = told("“The bridge is safe,” Brandvik said, “and it will stay open.”")
    assert (source, cue) == ("Brandvik", "said")
    assert content == ["“The bridge is safe,”", "“and it will stay open.”"]


def test_a_quotation_that_follows_without_a_cue_belongs_to_the_last_speaker() -> None:
    [(_, _, content)] = told("“The bridge is safe,” said Anna Brandvik. “Nobody needs to worry about it.”")
    assert content[1:] == ["“Nobody needs to worry about it.”"]


def test_the_subject_is_found_across_an_apposition() -> None:
    [(source, _, _)] = told("Anna Brandvik, the harbour engineer of Ostvik, said the bridge would close.")
    assert source is not None
    assert source.startswith("Anna Brandvik, the harbour engineer")


def test_the_subject_is_found_across_a_relative_clause() -> None:
    [(source, _, _)] = told("The engineer who inspected the bridge on Monday said it would close.")
    assert source is not None
    assert source.startswith("The engineer who")


def test_an_aside_of_time_and_place_is_not_part_of_the_source() -> None:
    [(source, _, _)] = told("Brandvik, in a speech on Monday, said the bridge would close.")
    assert source == "Brandvik"


def test_according_to_in_front_takes_what_follows() -> None:
    assert told("According to the harbour office, the bridge will close in May.") == [
        ("the harbour office", "According to", ["the bridge will close in May"])
    ]


def test_according_to_at_the_end_takes_what_stands_before() -> None:
    assert told("The bridge will close in May, according to the harbour office.") == [
        ("the harbour office", "according to", ["The bridge will close in May"])
    ]


def test_a_participle_after_a_report_has_the_same_source() -> None:
    first, second = told("Brandvik said the bridge would close, adding that a ferry would run.")
    assert first[2] == ["the bridge would close"]
    assert second == ("Brandvik", "adding", ["that a ferry would run"])


def test_what_is_said_may_stand_on_both_sides_of_the_cue() -> None:
    [(source, _, content)] = told("The bridge, Brandvik said, would close in May.")
    assert source == "Brandvik"
    assert content == ["The bridge", "would close in May"]


def test_the_auxiliaries_and_the_negation_belong_to_the_cue() -> None:
    [(_, cue, _)] = told("Brandvik has not said whether the bridge will close.")
    assert cue == "has not said"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Said Brandvik: “The bridge is safe.”", "Brandvik", ["“The bridge is safe.”"]),
        ("As the Herald first reported, the bridge is safe.", "the Herald", ["the bridge is safe"]),
        ("And yet, says Brandvik, the bridge is safe.", "Brandvik", ["And yet", "the bridge is safe"]),
        ("If it rains, Brandvik said, ferries will run.", "Brandvik", ["If it rains", "ferries will run"]),
        ("The bridge is, in Brandvik's view, safe.", "Brandvik", ["The bridge is", "safe"]),
        ("He was quoted as saying the bridge was safe.", "He", ["the bridge was safe"]),
        ("Last year the harbour said the bridge was safe.", "the harbour", ["the bridge was safe"]),
        ("One engineer said the bridge was safe.", "One engineer", ["the bridge was safe"]),
        ("“The bridge is safe,” he wrote on a website.", "he", ["“The bridge is safe,”"]),
        ("“The bridge is safe,” she said when asked about it.", "she", ["“The bridge is safe,”"]),
        ("“The bridge is safe,” Brandvik deadpanned.", "Brandvik", ["“The bridge is safe,”"]),
        ("Brandvik made clear that the bridge was safe.", "Brandvik", ["that the bridge was safe"]),
        ("The study, published on Monday, found the bridge was safe.", "The study, published on Monday", None),
    ],
)
def test_unusual_places_of_cue_and_source(text: str, source: str, content: list[str] | None) -> None:
    [(said_by, _, said)] = told(text)
    assert said_by == source
    assert content is None or said == content


def test_nobody_is_the_source_of_reportedly() -> None:
    [(source, cue, content)] = told("Two boats reportedly sank near Ostvik on Monday.")
    assert (source, cue) == (None, "reportedly")
    assert content[0] == "Two boats"


def test_what_one_would_do_is_no_report() -> None:
    assert told("A wiser mayor would praise the plan.") == []


def test_a_refusal_is_a_report() -> None:
    [(_, cue, _)] = told("Brandvik would not say whether the bridge was safe.")
    assert cue == "would not say"


def test_declined_to_say_is_one_cue() -> None:
    assert told("Brandvik declined to say whether the bridge was safe.") == [
        ("Brandvik", "declined to say", ["whether the bridge was safe"])
    ]


def test_two_reports_in_one_sentence_do_not_take_each_others_words() -> None:
    first, second = told("Brandvik said the bridge was safe, but Ostvik said it was not.")
    assert first[2] == ["the bridge was safe"]
    assert second == ("Ostvik", "said", ["it was not"])


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("Brandvik denied that the bridge was unsafe.", Attitude.DENIES),
        ("Brandvik plans to close the bridge.", Attitude.INTENDS),
        ("Brandvik believes that the bridge is safe.", Attitude.BELIEVES),
        ("Brandvik asked whether the bridge was safe.", Attitude.ASKS),
        ("Brandvik urged the council to close the bridge.", Attitude.ORDERS),
        ("Brandvik said the bridge was safe.", Attitude.ASSERTS),
    ],
)
def test_the_cue_tells_the_attitude(text: str, attitude: Attitude) -> None:
    [attribution] = read(text)
    assert attribution.attitude is attitude


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Brandvik claimed that the bridge was safe.", Stance.DISTANCING),
        ("Brandvik admitted that the bridge was unsafe.", Stance.CONCESSIVE),
        ("Brandvik said that the bridge was safe.", Stance.NEUTRAL),
    ],
)
def test_the_cue_tells_the_stance(text: str, stance: Stance) -> None:
    [attribution] = read(text)
    assert attribution.cue is not None
    assert attribution.cue.stance is stance


@pytest.mark.parametrize(
    ("text", "directness"),
    [
        ("“The bridge is safe,” said Brandvik.", Directness.DIRECT),
        ("Brandvik said the bridge was “perfectly safe and sound” for cars.", Directness.MIXED),
        ("Brandvik said the bridge was safe.", Directness.INDIRECT),
    ],
)
def test_directness_follows_the_quotation_marks(text: str, directness: Directness) -> None:
    [attribution] = read(text)
    assert attribution.directness is directness


@pytest.mark.parametrize(
    "text",
    [
        "The proposed budget is out.",
        "The state law and the company rules are old.",
        "The council published its plan on Monday.",
        "A highly anticipated match was played in Ostvik.",
        "You think the bridge is ugly.",
        "All who seek shelter may stay.",
        "Who thought that was fair?",
        "Eighteen states, two cities and a port took part.",
    ],
)
def test_words_that_only_look_like_cues_make_no_attribution(text: str) -> None:
    assert read(text) == ()


def test_a_report_within_a_report_names_the_outer_one() -> None:
    outer, inner = read("Brandvik said that the Ostvik police had confirmed that two boats sank.")
    assert inner.parent == outer.id
    assert outer.parent is None


def test_who_was_told_is_the_way_the_words_came() -> None:
    [attribution] = read("Brandvik told the Ostvik Herald that the bridge was safe.")
    assert attribution.via == "Ostvik Herald"


def test_the_outlet_itself_may_be_told() -> None:
    text = "Brandvik told Ostvik Online that the bridge was safe."
    [attribution] = read(text, outlet_name="Ostvik Online")
    assert attribution.via == "Ostvik Online"


def test_reporters_are_no_outlet() -> None:
    [attribution] = read("Brandvik told reporters that the bridge was safe.")
    assert attribution.via is None


def test_a_report_or_a_poll_is_a_source() -> None:
    [attribution] = read("The report shows that the bridge is safe.")
    assert attribution.source is not None
    assert attribution.source.role is SourceRole.DOCUMENT


def test_an_announced_speech_follows_in_the_next_paragraph() -> None:
    text = "Brandvik added:\n\n“The bridge will stay open all year.”"
    assert told(text) == [("Brandvik", "added:", ["“The bridge will stay open all year.”"])]


def test_a_speaker_of_a_transcript_is_named_before_a_colon() -> None:
    lines = (
        "BRANDVIK: The bridge is safe.",
        "OSTLER: I do not think so.",
        "BRANDVIK: It is.",
        "OSTLER: I am sure of it.",
    )
    text = "\n\n".join(lines)
    sources = [source for source, _, _ in told(text)]
    assert sources == ["BRANDVIK", "OSTLER", "BRANDVIK", "OSTLER"]


def test_ids_differ_and_do_not_change() -> None:
    text = "Brandvik said the bridge was safe. Ostler said it was not."
    first, second = read(text)
    assert first.id != second.id
    assert read(text) == (first, second)


def test_how_something_could_be_done_is_no_report() -> None:
    assert told("The court must guide the council by clarifying what the charter means.") == []
    assert told("The board could calm them by explaining that fares stay.") == []


def test_a_participle_behind_by_reports_what_was_said() -> None:
    ((source, _, content),) = told("Brandt responded by saying that fares stay.")
    assert (source, content) == ("Brandt", ["that fares stay"])


def test_an_answer_that_is_named_after_a_form_of_be_is_the_owners() -> None:
    assert told("Brandt's answer was that the ferry had left.") == [
        ("Brandt", "answer was", ["that the ferry had left"]),
    ]
    assert told("The fear is that fares will rise.") == [(None, "fear is", ["that fares will rise"])]


def test_a_question_put_to_somebody_has_no_source() -> None:
    assert told("Brandt was asked whether the ferry had left.") == [
        (None, "was asked", ["whether the ferry had left"]),
    ]
    assert told("Asked about the ferry, Brandt smiled.") == [(None, "Asked", ["the ferry"])]


def test_a_participle_behind_a_noun_gives_that_noun_as_the_source() -> None:
    assert told("A group backing Brandt has bought the advert.") == [("A group", "backing", ["Brandt"])]


def test_a_pronoun_is_never_the_author_or_the_photographer() -> None:
    text = "Photo: Joshua Marrow\nBy Otto Quill\nThe ferry left. He denied that it sank."
    start = text.index("The ferry")
    sentences = (Span(start, start + 15), Span(start + 16, len(text)))
    (denial,) = attribute(text, sentences, (), document="d1")
    assert denial.source is not None
    assert (denial.source.text, denial.source.name) == ("He", None)
