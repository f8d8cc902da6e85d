"""A document's file changes under a person's marks: the session takes it over, and undoes that."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.decisions import anchor_of, place_of
from annotator.errors import InputError, StaleAnchorError, UsageError
from annotator.model import (
    FIRST_VERSION,
    Accept,
    Anchor,
    AnchorKind,
    Document,
    Fate,
    Note,
    Place,
    PlaceMark,
    RateReliability,
    Span,
    TagSpan,
    UntagSpan,
    UpdateDocument,
)
from annotator.session import MarkFate, Session, describe_log, export_project, import_project, open_story, verify
from tests.story_builders import FERRY, TEXTS

LATER = FERRY.replace("Ferry runs", "By our reporters\n\nFerry runs").replace("40 people", "43 people")
LATER = LATER.replace("The owner gave no comment on the wreck.\n\n", "")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "harrow.txt").write_text(TEXTS["harrow"], encoding="utf-8")
    made = folder / "tidepost.txt"
    made.write_text(FERRY, encoding="utf-8")
    return made


@pytest.fixture
def session(file: Path) -> Iterator[Session]:
    with open_story([file.parent], by="ada", clock=lambda: "2031-05-07T10:00:00.000Z") as made:
        made.analyse()
        yield made


def document(session: Session, name: str = "tidepost") -> Document:
    return next(d for d in session.analysis.documents if name in d.path)


def place(session: Session, words: str) -> Place:
    held = document(session)
    at = held.text.index(words)
    return place_of(held, Span(at, at + len(words)))


def tag(session: Session, words: str, label: str = "Money") -> None:
    session.apply(TagSpan(place(session, words), label))


def update(session: Session, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    session.update(session.plan_update(document(session).id))


def tags(session: Session) -> list[str]:
    return [t.text for t in session.analysis.tags]


def open_mark(session: Session, words: str) -> MarkFate:
    return next(m for m in session.open_marks() if words in (m.mark.position.place.quote or ""))


def test_the_plan_tells_the_fate_of_each_mark_and_changes_nothing(session: Session, file: Path) -> None:
    tag(session, "Ilse Marrow")
    tag(session, "40 people")
    tag(session, "The owner gave no comment on the wreck.")
    before = (session.analysis, len(session.log))
    file.write_text(LATER, encoding="utf-8")
    plan = session.plan_update(document(session).id)
    assert plan.counts == {Fate.KEPT: 1, Fate.MOVED: 0, Fate.CHANGED: 1, Fate.AMBIGUOUS: 0, Fate.ORPHAN: 1}
    assert {f.mark.position.place.quote: f.fate for f in plan.fates}["40 people"] is Fate.CHANGED
    assert (plan.old.text, plan.new.text) == (FERRY, LATER)
    assert (session.analysis, len(session.log)) == before


def test_an_update_puts_the_new_text_in_place_under_the_same_id(session: Session, file: Path) -> None:
    names = [d.id for d in session.analysis.documents]
    update(session, file, LATER)
    assert document(session).text == LATER
    assert [d.id for d in session.analysis.documents] == names
    assert session.needs_analysis
    assert not session.changed_on_disk()
    session.analyse()
    assert not session.needs_analysis
    assert any("43 people" in c.text for c in session.analysis.claims)
    assert not any("40 people" in c.text for c in session.analysis.claims if c.document == names[1])


def test_marks_whose_words_stand_still_follow_and_the_others_wait(session: Session, file: Path) -> None:
    for words in ("Ilse Marrow", "40 people", "The owner gave no comment on the wreck."):
        tag(session, words)
    update(session, file, LATER)
    assert tags(session) == ["Ilse Marrow"]
    assert {m.fate for m in session.open_marks()} == {Fate.CHANGED, Fate.ORPHAN}
    assert len(session.orphans) == 2
    assert all(t.span.text(LATER) == t.text for t in session.analysis.tags)


def test_decisions_on_suggestions_follow_too(session: Session, file: Path) -> None:
    claim = next(c for c in session.analysis.claims if "pull the ship" in c.text)
    session.apply(Accept(anchor_of(claim, session.analysis)))
    session.apply(RateReliability(Anchor(AnchorKind.DOCUMENT, (Place(document(session).id),)), "B"))
    update(session, file, LATER)
    session.analyse()
    found = next(c for c in session.analysis.claims if "pull the ship" in c.text)
    assert found.decision is not None
    assert document(session).reliability == "B"
    assert not session.orphans


def test_undo_brings_back_text_marks_and_analysis_and_redo_the_new_ones(session: Session, file: Path) -> None:
    tag(session, "Ilse Marrow")
    tag(session, "40 people")
    before = session.analysis
    update(session, file, LATER)
    session.analyse()
    after = session.analysis
    change = session.undo()
    assert change is not None
    assert "updated the text of tidepost.txt" in change.description
    assert session.analysis == before
    assert not session.needs_analysis
    session.redo()
    assert session.analysis == after


def test_old_versions_stay_after_a_restart(session: Session, file: Path) -> None:
    tag(session, "Ilse Marrow")
    update(session, file, LATER)
    name = document(session).id
    session.close()
    with open_story([session.workspace]) as again:
        assert document(again).text == LATER
        assert tags(again) == ["Ilse Marrow"]
        first, second = again.versions(name)
        assert (first.source.text, second.source.text) == (FERRY, LATER)
        assert (first.is_in_use, second.is_in_use) == (False, True)
        assert second.taken == "2031-05-07T10:00:00.000Z"
        assert again.original(name).decode() == FERRY
        assert again.original(name, second.name).decode() == LATER
        assert again.undo() is not None
        assert document(again).text == FERRY


def test_a_person_says_where_a_changed_mark_stands(session: Session, file: Path) -> None:
    tag(session, "40 people")
    update(session, file, LATER)
    session.apply(open_mark(session, "40 people").answer(0))
    assert tags(session) == ["43 people"]
    assert not session.open_marks()
    assert not session.orphans
    session.undo()
    assert not tags(session)
    assert open_mark(session, "40 people").fate is Fate.CHANGED


def test_a_person_picks_one_of_several_places(session: Session, file: Path) -> None:
    tag(session, "Monday")
    update(session, file, FERRY.replace("on Monday with", "with") + "Seen on Monday. Heard on Monday.\n")
    found = open_mark(session, "Monday")
    assert found.fate is Fate.AMBIGUOUS
    assert len(found.candidates) == 2
    session.apply(found.answer(1))
    assert tags(session) == ["Monday"]
    assert session.analysis.tags[0].span == found.candidates[1].span


def test_a_mark_left_without_a_place_is_kept_and_asks_no_more(session: Session, file: Path) -> None:
    tag(session, "The owner gave no comment on the wreck.")
    update(session, file, LATER)
    session.apply(open_mark(session, "The owner").answer(None))
    assert not session.open_marks()
    assert len(session.orphans) == 1
    assert "without a place" in next(describe_log(session.log[-1:], session.names))


def test_a_mark_that_moved_is_shown_as_moved_until_somebody_says_yes(session: Session, file: Path) -> None:
    words = "“We heard a bang,” said Ilse Marrow, the harbour master."
    tag(session, words)
    update(session, file, FERRY.replace(words + "\n\n", "") + "\n" + words + "\n")
    assert tags(session) == [words]
    found = open_mark(session, "We heard")
    assert found.fate is Fate.MOVED
    session.apply(found.answer(0))
    assert not session.open_marks()
    assert tags(session) == [words]


def test_a_mark_that_waits_is_found_again_when_its_words_come_back(session: Session, file: Path) -> None:
    tag(session, "40 people")
    update(session, file, LATER)
    update(session, file, FERRY)
    assert tags(session) == ["40 people"]
    assert not session.open_marks()
    assert [v.name for v in session.versions(document(session).id)].count(FIRST_VERSION) == 1


def test_a_mark_that_waits_is_compared_with_the_version_that_had_its_words(session: Session, file: Path) -> None:
    tag(session, "40 people")
    update(session, file, LATER)
    update(session, file, LATER.replace("43 people", "44 people"))
    found = open_mark(session, "40 people")
    assert [c.quote for c in found.candidates] == ["44 people"]


def test_a_mark_never_lands_on_a_look_alike_at_the_same_offset(session: Session, file: Path) -> None:
    """One of two equal lines is cut; whichever it was, the other now stands where the marked one stood."""
    update(session, file, "Nobody knew.\nThe tide turned at nine.\nNobody knew.\n")
    tag(session, "Nobody knew.")
    update(session, file, "Nobody knew.\n")
    assert not tags(session)
    assert open_mark(session, "Nobody knew.").fate is Fate.AMBIGUOUS


def test_a_label_that_was_taken_off_is_no_mark(session: Session, file: Path) -> None:
    tag(session, "40 people")
    session.apply(UntagSpan(place(session, "40 people"), "Money"))
    session.apply(Note(Anchor(AnchorKind.CLAIM, (place(session, "Ilse Marrow"),)), "who?"))
    session.apply(Note(Anchor(AnchorKind.CLAIM, (place(session, "Ilse Marrow"),)), "ask"))
    file.write_text(LATER, encoding="utf-8")
    (found,) = session.plan_update(document(session).id).fates
    assert found.mark.words == ("noted on claim “Ilse Marrow”",)
    assert [r.command for r in found.mark.rulings] == [session.log[-1].command]


def test_two_documents_are_updated_by_one_deed(session: Session, file: Path) -> None:
    other = file.with_name("harrow.txt")
    other.write_text("All quiet at the quay today, the company said.\n", encoding="utf-8")
    file.write_text(LATER, encoding="utf-8")
    plans = [session.plan_update(d.id) for d in session.analysis.documents]
    session.update(*plans)
    assert document(session, "harrow").text.startswith("All quiet")
    session.undo()
    assert document(session, "harrow").text == TEXTS["harrow"]
    assert document(session).text == FERRY


def test_of_two_texts_of_one_document_the_last_is_taken(session: Session, file: Path) -> None:
    plans = []
    for words in ("First. ", "Second. "):
        file.write_text(words, encoding="utf-8")
        plans.append(session.plan_update(document(session).id))
    session.update(*plans, plans[-1])
    assert document(session).text == "Second. "
    session.undo()
    assert document(session).text not in ("First. ", "Second. ")


def test_what_cannot_be_updated_is_refused_in_one_sentence(session: Session, file: Path) -> None:
    name = document(session).id
    with pytest.raises(UsageError, match="no document nobody"):
        session.plan_update("nobody")
    with pytest.raises(UsageError, match="annotator update"):
        session.apply(UpdateDocument(name, "v1"))
    file.write_text(" \n", encoding="utf-8")
    with pytest.raises(InputError, match=r"tidepost\.txt"):
        session.plan_update(name)
    file.unlink()
    with pytest.raises(InputError, match=r"tidepost\.txt"):
        session.plan_update(name)
    here = place(session, "Monday")
    with pytest.raises(StaleAnchorError):
        session.apply(PlaceMark("", here, Place(name, Span(0, 3), "xyz")))
    with pytest.raises(UsageError):
        session.apply(PlaceMark("", here, Place(document(session, "harrow").id, Span(0, 3), "The")))
    assert len(session.log) == 1


def test_a_document_without_a_file_says_so(tmp_path: Path) -> None:
    with open_story([("pasted.txt", FERRY)], workspace=tmp_path / "p.annotator") as session:
        name = session.analysis.documents[0].id
        with pytest.raises(UsageError, match="without a file"):
            session.plan_update(name)


def test_versions_cannot_be_changed_by_hand(session: Session, file: Path) -> None:
    update(session, file, LATER)
    session.close()
    connection = sqlite3.connect(session.workspace)
    for statement in ("UPDATE version SET raw = ''", "DELETE FROM version"):
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_a_log_that_names_a_version_nobody_has_still_opens(session: Session, file: Path) -> None:
    update(session, file, LATER)
    session.close()
    connection = sqlite3.connect(session.workspace)
    connection.executescript("DROP TRIGGER version_no_delete; DELETE FROM version;")
    connection.close()
    with open_story([session.workspace]) as again:
        assert document(again).text == FERRY


def test_a_project_that_is_sent_holds_every_version(session: Session, file: Path) -> None:
    tag(session, "Ilse Marrow")
    tag(session, "40 people")
    update(session, file, LATER)
    name = document(session).id
    session.close()
    lines = export_project(session.workspace)
    sent = file.parent / "sent.jsonl"
    sent.write_text(lines, encoding="utf-8")
    import_project(sent, file.parent / "there.annotator")
    assert export_project(file.parent / "there.annotator") == lines
    with open_story([file.parent / "there.annotator"]) as there:
        assert document(there).text == LATER
        assert tags(there) == ["Ilse Marrow"]
        assert there.original(name).decode() == FERRY
        assert open_mark(there, "40 people").fate is Fate.CHANGED


def test_a_workspace_with_updates_is_whole(session: Session, file: Path) -> None:
    tag(session, "40 people")
    update(session, file, LATER)
    tag(session, "43 people")
    session.undo()
    session.close()
    assert verify(session.workspace).findings == ()
