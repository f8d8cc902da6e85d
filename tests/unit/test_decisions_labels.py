"""What a person's own labels do to the story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.decisions import anchor_of, find_orphans, fold_events, lay_over, place_of
from annotator.errors import UsageError
from annotator.export import export_csv, export_markdown
from annotator.model import (
    Analysis,
    Anchor,
    AnchorKind,
    Command,
    DefineLabel,
    Event,
    Hue,
    Note,
    Place,
    Reject,
    RemoveLabel,
    RenameLabel,
    TagSpan,
    UntagSpan,
)
from annotator.session.checks import check_commands
from annotator.store.packing import pack_analysis, unpack_analysis
from tests.story_builders import make_document, make_story, spot

STORY = make_story()
TIDE, HARROW, _ = STORY.documents


def events_of(*commands: Command) -> list[Event]:
    return [Event(i, f"2031-05-07T10:00:{i:02}Z", "ada", c, f"b{i}") for i, c in enumerate(commands, 1)]


def lay(*commands: Command, story: Analysis = STORY) -> Analysis:
    return lay_over(story, fold_events(events_of(*commands)))


def at(words: str) -> Place:
    return place_of(TIDE, spot(TIDE, words))


def tags(analysis: Analysis) -> list[tuple[str, str]]:
    return [(t.text, t.label) for t in analysis.tags]


def test_a_tag_brings_its_label_into_the_codebook_and_onto_its_claim() -> None:
    laid = lay(TagSpan(at("reckless crew"), "Blame"))
    assert tags(laid) == [("reckless crew", "Blame")]
    assert [x.name for x in laid.codebook] == ["Blame"]
    assert next(c for c in laid.claims if "reckless" in c.text).labels == ("Blame",)
    assert laid.tags[0].decision is not None
    assert laid.tags[0].decision.by == "ada"


def test_tags_may_overlap_and_a_tag_over_two_claims_labels_both() -> None:
    both = TIDE.text[spot(TIDE, "lights went out").start : spot(TIDE, "slammed").end]
    laid = lay(TagSpan(at("slammed the reckless"), "Blame"), TagSpan(at(both), "Scene"))
    assert {c.text[:9]: c.labels for c in laid.claims if c.labels} == {
        "Then the ": ("Scene",),
        "The harbo": ("Scene", "Blame"),
    }


def test_one_spelling_of_a_label_is_kept_whatever_its_case() -> None:
    laid = lay(TagSpan(at("slammed"), "Blame"), TagSpan(at("reckless"), "blame"))
    assert tags(laid) == [("slammed", "Blame"), ("reckless", "Blame")]
    assert len(laid.codebook) == 1


def test_renaming_to_a_name_that_exists_merges_everywhere_and_keeps_the_definition() -> None:
    laid = lay(
        TagSpan(at("slammed"), "Blame"),
        DefineLabel("Fault", "who is said to be at fault"),
        TagSpan(at("slammed"), "Fault"),
        TagSpan(at("reckless"), "Fault"),
        RenameLabel("Fault", "blame"),
    )
    assert tags(laid) == [("slammed", "Blame"), ("reckless", "Blame")]
    assert [(x.name, x.definition) for x in laid.codebook] == [("Blame", "who is said to be at fault")]
    assert next(c for c in laid.claims if "reckless" in c.text).labels == ("Blame",)


def test_a_label_is_renamed_in_its_place_of_the_codebook() -> None:
    laid = lay(DefineLabel("A"), DefineLabel("B"), RenameLabel("A", "Z"))
    assert [x.name for x in laid.codebook] == ["Z", "B"]


def test_a_removed_label_is_gone_from_every_place() -> None:
    laid = lay(TagSpan(at("slammed"), "Blame"), TagSpan(at("reckless"), "Praise"), RemoveLabel("Blame"))
    assert tags(laid) == [("reckless", "Praise")]
    assert [x.name for x in laid.codebook] == ["Praise"]


def test_untagging_takes_the_label_from_that_place_only() -> None:
    laid = lay(TagSpan(at("slammed"), "Blame"), TagSpan(at("reckless"), "Blame"), UntagSpan(at("slammed"), "Blame"))
    assert tags(laid) == [("reckless", "Blame")]


def test_rejecting_a_tag_takes_it_away_and_a_note_stays_with_it() -> None:
    laid = lay(TagSpan(at("slammed"), "Blame"))
    anchor = anchor_of(laid.tags[0], laid)
    assert anchor == Anchor(AnchorKind.TAG, (at("slammed"),), "Blame")
    noted = lay(TagSpan(at("slammed"), "Blame"), Note(anchor, "too strong?"))
    assert noted.tags[0].decision is not None
    assert noted.tags[0].decision.note == "too strong?"
    assert lay(TagSpan(at("slammed"), "Blame"), Reject(anchor)).tags == ()


def test_new_labels_take_hues_in_turn_and_a_hue_that_was_chosen_stays() -> None:
    laid = lay(DefineLabel("A"), DefineLabel("B", hue=Hue.RED), DefineLabel("C"), DefineLabel("B", "now defined"))
    assert [x.hue for x in laid.codebook] == [Hue.BLUE, Hue.RED, Hue.GREEN]
    assert laid.codebook[1].definition == "now defined"


def test_a_tag_whose_words_are_gone_is_an_orphan_and_lands_nowhere_else() -> None:
    other = make_document("tidepost", TIDE.text.replace("reckless", "careless"), id=TIDE.id)
    story = replace(STORY, documents=(other, *STORY.documents[1:]), claims=(), clusters=(), disagreements=())
    tagged = events_of(TagSpan(at("reckless crew"), "Blame"))
    assert lay_over(story, fold_events(tagged)).tags == ()
    assert [r.command for r in find_orphans(story, fold_events(tagged))] == [tagged[0].command]


def test_codebook_and_tags_come_back_from_the_workspace() -> None:
    laid = lay(TagSpan(at("slammed"), "Blame"), DefineLabel("Blame", "says who did it"))
    assert unpack_analysis(pack_analysis(laid)) == laid
    assert "tags" not in STORY.to_dict()


@pytest.mark.parametrize(
    "command", [TagSpan(at("slammed"), " "), RenameLabel("Blame", ""), TagSpan(Place(TIDE.id), "x")]
)
def test_a_label_without_a_name_or_a_place_is_refused(command: Command) -> None:
    with pytest.raises(UsageError):
        check_commands([command], texts={TIDE.id: TIDE.text}, stored=[TIDE.id])


def test_tables_and_report_list_labels_and_marks() -> None:
    laid = lay(TagSpan(at("slammed"), "Blame"), DefineLabel("Blame", "says | who"))
    tables = export_csv(laid)
    assert "Blame,says | who,blue,1" in tables["labels"]
    assert "tidepost.txt" in tables["marks"]
    report = export_markdown(laid)
    assert "## Labels" in report
    assert "“slammed”" in report
    assert "## Labels" not in export_markdown(STORY)
