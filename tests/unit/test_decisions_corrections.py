"""Names of sources corrected everywhere at once, and what is corrected about a document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.decisions import anchor_of, describe, fold_events, lay_over
from annotator.model import (
    Analysis,
    Claim,
    Command,
    CorrectDocument,
    DocumentPart,
    Event,
    GenreType,
    MergeSources,
    OutletKind,
    PublishedBasis,
    RateReliability,
    RenameSource,
    Source,
    Status,
)
from tests.story_builders import make_story

STORY = make_story()


def lay(*commands: Command, onto: Analysis = STORY) -> Analysis:
    events = [Event(i, "2031-05-07T10:00:00Z", "ada", c, batch=f"b{i}") for i, c in enumerate(commands, 1)]
    return lay_over(onto, fold_events(events))


def claim(words: str, analysis: Analysis = STORY) -> Claim:
    return next(c for c in analysis.claims if words in c.text)


def source(words: str, analysis: Analysis = STORY) -> Source:
    found = claim(words, analysis).attributions[0].source
    assert found is not None
    return found


def said(words: str, analysis: Analysis = STORY):
    return anchor_of(claim(words, analysis).attributions[0], analysis)


def test_a_renamed_source_has_its_new_name_in_every_claim_and_stays_a_suggestion() -> None:
    laid = lay(RenameSource(said("heard a bang"), "Ilse Marrow-Finn"))
    assert source("heard a bang", laid).name == source("lights went", laid).name == "Ilse Marrow-Finn"
    assert source("heard a bang", laid).text == "Ilse Marrow"
    assert claim("heard a bang", laid).attributions[0].decision is None
    assert source("acted quickly", laid) == source("acted quickly")


def test_merged_sources_are_one_entity_and_keep_the_names_their_documents_give() -> None:
    laid = lay(MergeSources(said("acted quickly"), "officials"))
    assert source("acted quickly", laid).entity == source("Nobody was hurt", laid).entity
    assert source("acted quickly", laid).name == "the company"


def test_a_name_merged_with_itself_is_a_source_of_its_own_again() -> None:
    merged = MergeSources(said("acted quickly"), "officials")
    laid = lay(merged, MergeSources(said("acted quickly"), "the company"))
    assert source("acted quickly", laid).entity != source("Nobody was hurt", laid).entity


def test_what_is_merged_with_a_name_that_was_split_off_goes_where_that_name_is() -> None:
    laid = lay(
        MergeSources(said("acted quickly"), "officials"),
        MergeSources(said("acted quickly"), "the company"),
        MergeSources(said("heard a bang"), "the company"),
    )
    assert source("heard a bang", laid).entity == source("acted quickly", laid).entity
    assert source("heard a bang", laid).entity != source("Nobody was hurt", laid).entity


def test_a_decision_on_a_renamed_source_is_found_under_its_new_name() -> None:
    renamed = RenameSource(said("acted quickly"), "Harrow Ferries")
    after = lay(renamed)
    anchor = said("acted quickly", after)
    assert anchor.label == "Harrow Ferries"
    again = lay(renamed, RenameSource(anchor, "Harrow Lines"))
    assert source("acted quickly", again).name == "Harrow Lines"


@pytest.mark.parametrize(
    ("part", "value"),
    [
        (DocumentPart.OUTLET, "The Tide Post"),
        (DocumentPart.KIND, "personal"),
        (DocumentPart.GENRE, "opinion"),
        (DocumentPart.PUBLISHED, "2031-05"),
    ],
)
def test_a_corrected_document_says_what_a_person_said_and_keeps_saying_so_without_its_rating(
    part: DocumentPart, value: str
) -> None:
    anchor = anchor_of(STORY.documents[0], STORY)
    made = lay(CorrectDocument(anchor, part, value), RateReliability(anchor, "B"), RateReliability(anchor, None))
    document = made.documents[0]
    assert document.decision is not None
    assert document.decision.status is Status.EDITED
    found = {
        DocumentPart.OUTLET: document.outlet.name,
        DocumentPart.KIND: document.outlet.kind,
        DocumentPart.GENRE: document.genre.type,
        DocumentPart.PUBLISHED: document.published,
    }
    assert found[part] == {"personal": OutletKind.PERSONAL, "opinion": GenreType.OPINION}.get(value, value)
    assert document.published_basis is PublishedBasis.STATED


@pytest.mark.parametrize(
    ("part", "value"),
    [
        (DocumentPart.OUTLET, "  "),
        (DocumentPart.KIND, "tabloid"),
        (DocumentPart.GENRE, "poem"),
        (DocumentPart.PUBLISHED, "2031-13"),
        (DocumentPart.PUBLISHED, "yesterday"),
        (DocumentPart.PUBLISHED, "2031-02-30"),
    ],
)
def test_a_correction_that_makes_no_sense_is_no_command(part: DocumentPart, value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        CorrectDocument(anchor_of(STORY.documents[0], STORY), part, value)


def test_corrections_are_told_in_words() -> None:
    anchor = said("acted quickly")
    document = anchor_of(STORY.documents[0], STORY)
    names = {STORY.documents[0].id: "Tidepost"}
    assert describe([RenameSource(anchor, "Harrow Ferries")]) == "renamed the company to Harrow Ferries"
    assert describe([MergeSources(anchor, "officials")]) == "took the company and officials as one source"
    assert describe([MergeSources(anchor, "the company")]) == "took the company as a source of its own"
    told = describe([CorrectDocument(document, DocumentPart.KIND, "state_media")], names)
    assert told == "corrected the kind of outlet of Tidepost: state media"


def test_a_name_that_nobody_has_changes_nothing() -> None:
    anchor = replace(said("acted quickly"), label="nobody at all")
    assert lay(RenameSource(anchor, "X"), MergeSources(anchor, "Y")) == STORY


def test_who_copied_whom_turns_round_where_the_dates_are_corrected() -> None:
    (edge,) = STORY.provenance
    later = next(d for d in STORY.documents if d.id == edge.source)
    laid = lay(CorrectDocument(anchor_of(later, STORY), DocumentPart.PUBLISHED, "2031-05-09"))
    (turned,) = laid.provenance
    assert (turned.source, turned.target) == (edge.target, edge.source)
    assert turned.passages[0].source == edge.passages[0].target
    assert 0 < turned.share < 1
