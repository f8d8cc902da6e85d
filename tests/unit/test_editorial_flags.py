"""What is flagged, in whose voice and how strongly; all texts, people and outlets are invented."""

from __future__ import annotations

import pytest

from annotator.editorial import find_flags
from annotator.model import (
    Attitude,
    Attribution,
    Cue,
    Directness,
    Flag,
    FlagKind,
    FlagVoice,
    Genre,
    GenreType,
    Quotation,
    Source,
    SourceRole,
    Span,
    Stance,
)

SHOWN = 0.5


def flag(
    text: str,
    *,
    genre: GenreType = GenreType.REPORTAGE,
    quotations: tuple[Quotation, ...] = (),
    attributions: tuple[Attribution, ...] = (),
) -> tuple[Flag, ...]:
    return find_flags(
        text,
        Span(0, len(text)),
        document="d1",
        quotations=quotations,
        attributions=attributions,
        genre=Genre(genre),
    )


def shown(text: str, *, genre: GenreType = GenreType.REPORTAGE) -> dict[str, FlagKind]:
    return {f.text: f.kind for f in flag(text, genre=genre) if f.strength >= SHOWN}


def quote(text: str, words: str, *, is_speech: bool = True) -> Quotation:
    start = text.index(words)
    return Quotation(Span(start, start + len(words)), Span(start + 1, start + len(words) - 1), is_speech)


def attribute(text: str, source: str, cue: str, content: str, *, attitude: Attitude = Attitude.ASSERTS) -> Attribution:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Attribution(
        id="a1",
        source=Source(span(source), source, source, SourceRole.PERSON),
        cue=Cue(span(cue), cue, Stance.NEUTRAL),
        content=(span(content),),
        directness=Directness.INDIRECT,
        attitude=attitude,
        confidence=0.9,
    )


def test_a_fighting_verb_in_the_reporters_voice_is_loaded_language() -> None:
    assert shown("Councillor Orla Venn slammed the ferry timetable.") == {"slammed": FlagKind.LOADED_LANGUAGE}


def test_a_plain_report_has_no_shown_flag() -> None:
    text = "The council approved the ferry timetable on Tuesday by nine votes to four."
    assert shown(text) == {}


def test_terms_of_art_that_contain_loaded_words_are_left_alone() -> None:
    assert shown("Tomas Irden won his third grand slam at the age of 24.") == {}
    assert shown("The hull suffered a catastrophic failure during the pressure test.") == {}
    assert shown("The ministry counts the dam as critical infrastructure.") == {}


def test_names_that_look_like_loaded_words_are_left_alone() -> None:
    assert shown("The mayor thanked Brenda Savage and Philip Crook for their work.") == {}


def test_words_between_quotation_marks_belong_to_the_speaker() -> None:
    text = "“This corrupt, shameful racket must end,” the deputy said."
    flags = flag(text, quotations=(quote(text, "“This corrupt, shameful racket must end,”"),))
    assert {f.voice for f in flags} == {FlagVoice.SPEAKER}
    assert any(f.text == "shameful" for f in flags)


def test_words_of_indirect_speech_belong_to_the_speaker() -> None:
    text = "Venn said that the plan was a disgraceful sham."
    said = attribute(text, "Venn", "said", "that the plan was a disgraceful sham")
    flags = [f for f in flag(text, attributions=(said,)) if f.strength >= SHOWN]
    assert [(f.text, f.voice) for f in flags] == [("disgraceful", FlagVoice.SPEAKER), ("sham", FlagVoice.SPEAKER)]


def test_a_paraphrase_may_be_worded_by_the_outlet_but_that_is_never_shown() -> None:
    text = "Venn said that the plan was a disgraceful sham."
    said = attribute(text, "Venn", "said", "that the plan was a disgraceful sham")
    perhaps = [f for f in flag(text, attributions=(said,)) if f.voice is FlagVoice.OUTLET]
    assert [f.text for f in perhaps] == ["sham"]
    assert perhaps[0].strength < SHOWN
    assert "paraphrase" in perhaps[0].why


def test_quoted_words_of_a_paraphrase_are_the_speakers_alone() -> None:
    text = "Venn said that the plan was “a disgraceful sham”."
    said = attribute(text, "Venn", "said", "that the plan was “a disgraceful sham”")
    flags = flag(text, attributions=(said,), quotations=(quote(text, "“a disgraceful sham”"),))
    assert {f.voice for f in flags} == {FlagVoice.SPEAKER}


def test_a_told_speech_act_keeps_the_writers_words_with_the_outlet() -> None:
    text = "Venn hailed the council's shameful surrender."
    told = attribute(text, "Venn", "hailed", "the council's shameful surrender")
    assert FlagVoice.OUTLET in {f.voice for f in flag(text, attributions=(told,)) if f.text == "shameful"}


def test_what_somebody_plans_is_worded_by_the_writer() -> None:
    text = "The board plans to gut the library service."
    plan = attribute(text, "The board", "plans", "to gut the library service", attitude=Attitude.INTENDS)
    assert {f.voice for f in flag(text, attributions=(plan,)) if f.text == "gut"} == {FlagVoice.OUTLET}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We must never let the harbour rot like this.", FlagKind.NORMATIVE),
        ("Every voter knows how this ends.", FlagKind.GENERALISATION),
        ("The so-called reform takes effect in May.", FlagKind.INSINUATION),
        ("In my view, the bridge is fine.", FlagKind.OPINION_IN_OWN_VOICE),
        ("How many more nights will the town sleep through this?", FlagKind.RHETORICAL_QUESTION),
        ("The visitor centre is a world-class landmark.", FlagKind.PROMOTIONAL),
        ("The deputy grudgingly admitted the delay.", FlagKind.EDITORIAL_CUE),
        ("A spokesman boasted that the queue had gone.", FlagKind.EDITORIAL_CUE),
    ],
)
def test_each_kind_is_found_where_it_is_plain(text: str, kind: FlagKind) -> None:
    assert kind in shown(text).values()


def test_rules_that_are_reported_are_not_demands() -> None:
    assert shown("Applicants must return the form by 3 June.") == {}
    assert shown("Under the new ordinance, landlords must register every flat.") == {}


def test_a_condition_with_should_is_not_a_demand() -> None:
    assert shown("Should the vote fail, the budget returns to the committee.") == {}


def test_one_weak_cue_alone_is_not_shown_but_company_lifts_it() -> None:
    alone = flag("The hearing was very long.")
    together = flag("The hearing was a very bitter, utterly chaotic and deeply strange spectacle.")
    assert alone
    assert max(f.strength for f in alone) < SHOWN
    assert max(f.strength for f in together) >= SHOWN


def test_negation_weakens_a_judgement() -> None:
    plain = {f.text: f.strength for f in flag("The scheme was disgraceful.")}
    negated = {f.text: f.strength for f in flag("The scheme was not disgraceful.")}
    assert negated["disgraceful"] < plain["disgraceful"]


def test_claims_as_a_noun_are_no_reporting_cue() -> None:
    assert shown("The fund received 40 insurance claims in a week.") == {}
    assert FlagKind.EDITORIAL_CUE not in shown("The court rejected his claims on Friday.").values()


def test_praise_by_an_issuer_is_promotional() -> None:
    text = "The programme is a remarkable and inspiring achievement."
    assert set(shown(text, genre=GenreType.PRESS_RELEASE).values()) == {FlagKind.PROMOTIONAL}
    assert FlagKind.PROMOTIONAL not in {f.kind for f in flag(text, genre=GenreType.REPORTAGE)}


def test_an_issuer_may_say_we() -> None:
    text = "We will publish the accounts in March."
    assert FlagKind.FIRST_PERSON not in {f.kind for f in flag(text, genre=GenreType.PRESS_RELEASE)}
    assert FlagKind.FIRST_PERSON in {f.kind for f in flag(text, genre=GenreType.REPORTAGE)}


def test_told_us_and_roman_numerals_are_no_first_person() -> None:
    for text in ("She told us about the crossing.", "The pier was built before World War I ended."):
        assert FlagKind.FIRST_PERSON not in {f.kind for f in flag(text)}


def test_flags_of_an_opinion_piece_are_expected() -> None:
    text = "The so-called reform is a farce."
    assert all(f.expected for f in flag(text, genre=GenreType.OPINION))
    assert not any(f.expected for f in flag(text, genre=GenreType.REPORTAGE))


def test_short_quoted_words_that_nobody_spoke_are_scare_quotes() -> None:
    text = "The so-called “experts” left early."
    flags = flag(text, quotations=(quote(text, "“experts”", is_speech=False),))
    assert [f.text for f in flags if f.kind is FlagKind.SCARE_QUOTES] == ["“experts”"]


def test_a_quoted_title_is_no_scare_quote() -> None:
    text = "He sang “Grey Water” and a book called “tides” was read."
    quotations = (quote(text, "“Grey Water”", is_speech=False), quote(text, "“tides”", is_speech=False))
    assert FlagKind.SCARE_QUOTES not in {f.kind for f in flag(text, quotations=quotations)}


def test_a_reported_question_is_not_the_outlets() -> None:
    assert FlagKind.RHETORICAL_QUESTION not in shown("Who pays for it, asked the treasurer?").values()


def test_the_reason_names_the_words_and_the_detector_its_family() -> None:
    (found,) = (f for f in flag("The mayor slammed the plan.") if f.strength >= SHOWN)
    assert "slammed" in found.why
    assert found.detector == "editorial.loaded@2"


def test_inflected_and_hyphenated_entries_are_found() -> None:
    assert "ripping into" in shown("He was ripping into the umpire again.")
    assert "ill-conceived" in shown("It was an ill-conceived tunnel.")


def test_the_same_sentence_gives_the_same_ids_wherever_the_flags_are_asked_for() -> None:
    text = "A shameful, botched tender."
    assert [f.id for f in flag(text)] == [f.id for f in flag(text)]


def test_a_word_that_the_document_is_about_is_no_colouring() -> None:
    about = "The barrage opened. Engineers tested the barrage twice. Rain filled the barrage. "
    text = about + "The barrage holds."
    flags = find_flags(
        text,
        Span(len(about), len(text)),
        document="d1",
        quotations=(),
        attributions=(),
        genre=Genre(GenreType.REPORTAGE),
    )
    alone = {f.text: f.strength for f in flag("The minister faced a barrage.")}
    assert alone["barrage"] > max((f.strength for f in flags), default=0.0)


def test_admitting_in_court_is_procedure() -> None:
    in_court = {f.text: f.strength for f in flag("Pell admitted the theft, the court heard.")}
    elsewhere = {f.text: f.strength for f in flag("Pell admitted the delay, the paper wrote.")}
    assert in_court["admitted"] < SHOWN <= elsewhere["admitted"]


def test_what_an_interviewee_says_is_the_speakers() -> None:
    text = "PELL: I think the scheme is a shameful racket."
    assert {f.voice for f in flag(text, genre=GenreType.INTERVIEW)} == {FlagVoice.SPEAKER}


@pytest.mark.parametrize(
    "text",
    [
        "Under the 25-year accord Orlem must release 140 cubic metres a second at the border.",
        "Once a petition tops 100,000 signatures, it must be considered in the chamber.",
        "On 7 June the letters are to be out.",
    ],
)
def test_what_a_treaty_or_timetable_says_is_no_demand(text: str) -> None:
    assert shown(text, genre=GenreType.OPINION) == {}


def test_who_will_do_something_is_no_forecast() -> None:
    text = "They are quarrelling about who will chair the board."
    assert FlagKind.SPECULATION not in {f.kind for f in flag(text, genre=GenreType.OPINION)}


def test_wrecks_and_bribes_of_a_plain_report_are_no_colouring() -> None:
    assert shown("Divers reached the wreck, and the jury heard of bribes.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed three miners.",
        "A savings scheme for tenants opened in Harrow.",
        "The gag order expires in June.",
        "Roasters shipped 40 tons of coffee.",
        "The mine closed in 1998.",
    ],
)
def test_literal_nouns_and_measures_are_no_colouring(text: str) -> None:
    assert shown(text) == {}


def test_the_verb_of_the_same_spelling_is_still_found() -> None:
    assert "blast" in shown("Both unions blast the ferry timetable.")
    assert "slams" in shown("The mayor slams the ferry timetable.")


def test_a_name_that_opens_a_sentence_is_known_from_the_rest_of_the_text() -> None:
    about = "The board thanked Anna Savage. On Monday it paid Savage. "
    text = about + "Savage left the hall."
    flags = find_flags(
        text,
        Span(len(about), len(text)),
        document="d1",
        quotations=(),
        attributions=(),
        genre=Genre(GenreType.REPORTAGE),
    )
    assert flags == ()


@pytest.mark.parametrize(
    "text",
    [
        "That is not a tariff; it is a toll on the poor.",
        "What the valley needs is a train that runs.",
        "A ribbon is no substitute for a railway.",
        "The board treats its tenants as a nuisance.",
        "Caution, at some point, becomes cowardice.",
        "The tunnel was buried under a mountain of polite excuses.",
    ],
)
def test_steps_of_an_argument_are_shown_where_a_text_argues(text: str) -> None:
    assert shown(text, genre=GenreType.OPINION)


def test_slight_evidence_is_not_shown_in_a_report_whatever_its_company() -> None:
    text = "Yet the reality of power is political, and people still fear it."
    assert max((f.strength for f in flag(text)), default=0.0) < SHOWN
    assert shown(text, genre=GenreType.OPINION)


def test_facts_of_an_opinion_piece_are_not_shown() -> None:
    for text in ("The tunnel was estimated at 1.4 billion in 2021.", "Traffic on the ferry fell by 12 percent."):
        assert shown(text, genre=GenreType.OPINION) == {}


def test_what_there_is_none_of_is_a_fact() -> None:
    assert shown("There was no lifeboat on the upper deck.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "The storm ravaged nine villages on the coast.",
        "The gunman surrendered to police after nine hours.",
        "Tenants were never asked to sign the lease.",
        "The scheme opens to farmers in June.",
    ],
)
def test_violence_that_is_meant_literally_and_plain_denials_are_not_shown(text: str) -> None:
    assert shown(text) == {}


@pytest.mark.parametrize("text", ["Every family in Orlem gets a voucher.", "The council will close the night ferry."])
def test_a_plain_announcement_in_an_opinion_piece_is_not_shown(text: str) -> None:
    assert shown(text, genre=GenreType.OPINION) == {}


def test_a_stance_between_commas_is_the_writers() -> None:
    assert "predictably" in shown("The unions, predictably, voted against the rota.")


def test_a_verdict_said_of_its_subject_weighs_more_than_an_epithet() -> None:
    verdict = {f.text: f.strength for f in flag("The case is shaky and looks unconvincing.")}
    epithet = {f.text: f.strength for f in flag("It was a shaky case with an unconvincing end.")}
    assert verdict["unconvincing"] > epithet["unconvincing"]


def test_the_language_of_sport_and_statute_is_no_colouring() -> None:
    for text in (
        "Ruud was sent off for a foul on Lenz.",
        "Pell was wrongfully dismissed, a panel found in an unfair dismissal case.",
    ):
        assert shown(text) == {}


def test_a_comment_on_a_number_is_shown_in_a_report_but_a_count_is_not() -> None:
    assert "a whopping" in shown("The trust paid a whopping nine million crowns.")
    assert shown("As many as 40 trucks waited at the border.") == {}


def test_an_order_to_the_reader_is_shown_where_a_text_argues() -> None:
    assert shown("Ask any parent in Elby.", genre=GenreType.OPINION)


def test_what_any_such_thing_would_do_is_no_generalisation() -> None:
    assert shown("Any boycott would cost the hotels revenue.") == {}


def test_an_unnamed_group_is_a_vague_source() -> None:
    (found,) = (f for f in flag("Observers say the ferry is late.") if f.kind is FlagKind.INSINUATION)
    assert found.strength < SHOWN
    assert "without a name" in found.why
