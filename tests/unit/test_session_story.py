"""A story that is opened, decided on, closed and opened again."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import annotator
from annotator.decisions import anchor_of, without_rejected
from annotator.errors import InputError, StaleAnchorError, UsageError, WorkspaceError
from annotator.model import (
    Accept,
    AddDisagreement,
    Analysis,
    Anchor,
    AnchorKind,
    Command,
    DisagreementKind,
    Note,
    RateCredibility,
    RateReliability,
    Reject,
    SetSource,
    Settle,
    Settlement,
    Span,
)
from annotator.session import (
    Change,
    ChangeKind,
    Session,
    StaleReason,
    describe_log,
    open_demo,
    open_story,
    read_workspace,
    run_job,
    workspace_for,
)
from tests.story_builders import TEXTS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "ferry"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    with open_story([folder], by="ada", clock=lambda: "2031-05-07T10:00:00.000Z") as made:
        made.analyse()
        yield made


def reopen(session: Session) -> Session:
    session.close()
    return open_story([session.workspace], by="ada")


def on_claim(session: Session, number: int = 0) -> Anchor:
    return anchor_of(session.analysis.claims[number], session.analysis)


def note(session: Session, text: str, number: int = 0) -> Note:
    return Note(on_claim(session, number), text)


def notes(analysis: Analysis) -> list[str | None]:
    return [c.decision.note for c in analysis.claims if c.decision]


def test_a_new_story_shows_its_texts_before_it_is_analysed(folder: Path) -> None:
    with open_story([str(folder)]) as session:
        assert session.needs_analysis
        assert session.title == "ferry"
        assert session.workspace == folder.parent / "ferry.annotator"
        assert [d.text for d in session.analysis.documents] == [TEXTS[k] for k in ("bulletin", "harrow", "tidepost")]
        assert session.analysis.claims == ()
        session.analyse()
        assert not session.needs_analysis
        assert session.analysis.claims


def test_the_suggestions_are_what_analyze_says(session: Session, folder: Path) -> None:
    fresh = annotator.analyze([folder]).to_dict()
    kept = session.suggestions.to_dict()
    assert {k: v for k, v in kept.items() if k != "story"} == {k: v for k, v in fresh.items() if k != "story"}


def test_reopening_needs_no_analysis_and_shows_the_same(session: Session) -> None:
    session.apply(note(session, "ask"))
    before = session.analysis
    with reopen(session) as again:
        assert not again.needs_analysis
        assert again.analysis == before
        assert [e.by for e in again.log] == ["ada", "ada"]


def test_the_folder_and_its_workspace_open_the_same_story(session: Session, folder: Path) -> None:
    session.apply(note(session, "ask"))
    session.close()
    with open_story([folder]) as again:
        assert notes(again.analysis) == ["ask"]
        assert len(again.analysis.documents) == 3


def test_a_change_names_what_was_done_and_undone(session: Session) -> None:
    target = anchor_of(session.analysis.documents[0], session.analysis)
    seen: list[Change] = []
    unsubscribe = session.subscribe(seen.append)
    session.apply(RateReliability(target, "B"))
    session.undo()
    session.redo()
    unsubscribe()
    unsubscribe()
    session.undo()
    assert [c.kind for c in seen] == [ChangeKind.APPLIED, ChangeKind.UNDONE, ChangeKind.REDONE]
    assert {c.description for c in seen} == {"rated bulletin.txt reliability B"}


def test_one_batch_is_one_undo(session: Session) -> None:
    before = session.analysis
    session.apply(note(session, "a"), note(session, "b", 1), note(session, "c", 2))
    change = session.undo()
    assert change is not None
    assert len(change.commands) == 3
    assert session.analysis == before


def test_undo_and_redo_reach_back_over_restarts(session: Session) -> None:
    bare = session.analysis
    session.apply(note(session, "first"))
    session.apply(note(session, "second", 1))
    done = session.analysis
    with reopen(session) as second:
        second.undo()
        with reopen(second) as third:
            third.undo()
            assert third.analysis == bare
            assert third.undo() is None
            with reopen(third) as fourth:
                fourth.redo()
                fourth.redo()
                assert fourth.redo() is None
                assert fourth.analysis == done
                assert [e.type for e in fourth.log][-4:] == ["undo", "undo", "redo", "redo"]


def test_a_new_decision_after_an_undo_leaves_nothing_to_redo(session: Session) -> None:
    session.apply(note(session, "first"))
    session.undo()
    session.apply(note(session, "second"))
    assert session.redo() is None


def test_the_documents_of_the_first_opening_cannot_be_undone(session: Session) -> None:
    assert session.undo() is None
    assert len(session.analysis.documents) == 3


def test_adding_and_removing_documents_can_be_undone(session: Session, folder: Path) -> None:
    extra = folder.parent / "extra.md"
    extra.write_text("The Osprey was refloated on Wednesday.\n", encoding="utf-8")
    change = session.add([extra])
    assert change.description == "added extra.md"
    assert session.needs_analysis
    assert [d.path for d in session.analysis.documents][-1] == str(extra)
    session.analyse()
    whole = session.analysis
    removed = session.remove([session.analysis.documents[0].id])
    assert removed.description == "removed bulletin.txt"
    assert session.needs_analysis
    assert len(session.analysis.documents) == 3
    session.undo()
    assert not session.needs_analysis
    assert session.analysis == whole
    session.undo()
    assert not session.needs_analysis
    assert len(session.analysis.documents) == 3


def test_a_document_that_is_there_is_not_added_again(session: Session, folder: Path) -> None:
    change = session.add([folder / "harrow.txt"])
    assert (change.commands, change.description) == ((), "nothing new to add")
    assert session.undo() is None


def test_a_removed_document_comes_back_when_it_is_added_but_not_when_the_story_is_opened(
    session: Session, folder: Path
) -> None:
    gone = session.analysis.documents[0].id
    session.remove([gone])
    session.close()
    with open_story([folder]) as again:
        assert gone not in {d.id for d in again.analysis.documents}
        again.add([folder / "bulletin.txt"])
        assert again.analysis.documents[0].id == gone


def test_a_new_file_in_the_folder_comes_in_on_opening(session: Session, folder: Path) -> None:
    session.close()
    (folder / "weekly.txt").write_text("The Osprey is old.", encoding="utf-8")
    with open_story([folder]) as again:
        assert again.needs_analysis
        assert len(again.analysis.documents) == 4
        assert again.analysis.claims


def test_files_that_were_moved_are_not_taken_for_new_ones(folder: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "kept" / "ferry.annotator"
    workspace.parent.mkdir()
    with open_story([folder], workspace=workspace) as session:
        names = session.names
    moved = folder.rename(tmp_path / "elsewhere")
    (moved / "copies").mkdir()
    (moved / "copies" / "harrow.txt").write_text(TEXTS["harrow"], encoding="utf-8")
    with open_story([moved, moved / "copies"], workspace=workspace) as session:
        assert set(names) < set(session.names)
        assert sorted(session.names.values()) == sorted([*names.values(), "harrow.txt"])


def test_the_same_bytes_in_two_files_are_two_documents(session: Session, folder: Path) -> None:
    (folder / "copy.txt").write_text(TEXTS["harrow"], encoding="utf-8")
    session.add([folder / "copy.txt"])
    ids = [d.id for d in session.analysis.documents]
    assert len(set(ids)) == 4
    session.analyse()
    session.remove([next(d.id for d in session.analysis.documents if d.path.endswith("harrow.txt"))])
    session.analyse()
    assert [d.id for d in session.analysis.documents] == [i for i in ids if i.endswith("-2") or i in ids[::2]]


def test_files_that_changed_are_named_and_the_old_text_stays(session: Session, folder: Path) -> None:
    assert session.changed_on_disk() == ()
    (folder / "harrow.txt").write_text("Nothing happened.", encoding="utf-8")
    (folder / "tidepost.txt").unlink()
    with reopen(session) as again:
        stale = {Path(s.path).name: s.reason for s in again.changed_on_disk()}
        assert stale == {"harrow.txt": StaleReason.CHANGED, "tidepost.txt": StaleReason.MISSING}
        assert [d.text for d in again.analysis.documents] == [TEXTS[k] for k in ("bulletin", "harrow", "tidepost")]
    with open_story([folder]) as again:
        assert len(again.analysis.documents) == 3


def test_story_and_workspace_can_move_together(session: Session, folder: Path) -> None:
    session.close()
    home = folder.parent / "elsewhere"
    home.mkdir()
    folder.rename(home / "ferry")
    session.workspace.rename(home / "ferry.annotator")
    with open_story([home / "ferry"]) as again:
        assert again.changed_on_disk() == ()
        assert len(again.analysis.documents) == 3


def test_a_story_whose_folder_is_gone_still_opens(session: Session, folder: Path) -> None:
    session.close()
    for file in folder.iterdir():
        file.unlink()
    with open_story([folder]) as again:
        assert len(again.analysis.documents) == 3
        assert {s.reason for s in again.changed_on_disk()} == {StaleReason.MISSING}


def test_another_engine_analyses_again_and_decisions_stay(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.apply(note(session, "ask"))
    monkeypatch.setattr("annotator.session.session.engine_key", lambda *_: "0.2.0+new")
    with reopen(session) as again:
        assert again.needs_analysis
        assert notes(again.analysis) == ["ask"]
        shorter = tuple(replace(c, id=f"n{c.id}") for c in again.suggestions.claims)
        again.adopt(replace(again.suggestions, claims=shorter, clusters=(), disagreements=()))
        assert not again.needs_analysis
        assert notes(again.analysis) == ["ask"]
        assert again.orphans == ()


def test_a_decision_that_finds_nothing_is_kept_and_reported(session: Session) -> None:
    session.apply(note(session, "ask"))
    kept = session.suggestions
    session.adopt(replace(kept, claims=kept.claims[1:], clusters=(), disagreements=()))
    assert [o.command for o in session.orphans] == [session.log[-1].command]
    assert "no longer found" in session.analysis.warnings[-1].message
    session.adopt(kept)
    assert session.orphans == ()
    assert notes(session.analysis) == ["ask"]


def test_a_job_can_run_in_another_process_and_gives_the_same(session: Session) -> None:
    job = pickle.loads(pickle.dumps(session.job()))
    said: list[str] = []
    made = run_job(job, lambda what, done, total: said.append(f"{what} {done}/{total}"))
    assert made.to_dict() == session.suggestions.to_dict()
    assert said[0].startswith("reading")


def test_an_analysis_of_fewer_documents_leaves_the_story_in_need_of_one(session: Session, folder: Path) -> None:
    job = session.job()
    (folder / "weekly.txt").write_text("The Osprey is old.", encoding="utf-8")
    session.add([folder / "weekly.txt"])
    session.adopt(run_job(job))
    assert session.needs_analysis
    assert len(session.analysis.documents) == 4


def test_a_quote_that_is_not_there_is_refused_and_nothing_is_written(session: Session) -> None:
    anchor = on_claim(session)
    place = anchor.places[0]
    for wrong in (replace(place, quote="No."), replace(place, document="d0"), replace(place, span=Span(9990, 9999))):
        with pytest.raises(StaleAnchorError):
            session.apply(Reject(replace(anchor, places=(wrong,))))
    assert len(session.log) == 1


@pytest.mark.parametrize("values", [("one",), ("one", "one"), ("one", ""), ("one", "two", "three")])
def test_a_disagreement_without_two_values_is_refused(session: Session, values: tuple[str, ...]) -> None:
    places = (on_claim(session).places[0], on_claim(session, 1).places[0])
    with pytest.raises(UsageError):
        session.apply(AddDisagreement(places, values, DisagreementKind.OTHER))


def test_commands_for_another_kind_of_object_are_refused(session: Session) -> None:
    claim, document = on_claim(session), anchor_of(session.analysis.documents[0], session.analysis)
    wrong: list[Command] = [
        RateReliability(claim, "B"),
        RateCredibility(document, 3),
        SetSource(document, "Tam Ferrow"),
        SetSource(claim, "  "),
        Settle(claim, Settlement.OPEN),
        Accept(Anchor(AnchorKind.CLAIM, ())),
    ]
    for command in wrong:
        with pytest.raises(UsageError):
            session.apply(command)
    assert len(session.log) == 1


def test_nothing_and_unknown_documents_are_refused(session: Session) -> None:
    with pytest.raises(UsageError):
        session.apply()
    with pytest.raises(UsageError):
        session.remove(["d0"])
    with pytest.raises(UsageError):
        session.remove([])
    gone = session.analysis.documents[0].id
    session.remove([gone])
    with pytest.raises(UsageError):
        session.remove([gone])


def test_a_failed_write_leaves_the_story_as_it_was(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.apply(note(session, "ask"))
    before, log = session.analysis, session.log

    def fail(*_: object) -> None:
        raise WorkspaceError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("annotator.store.Store.append", fail)
        acts: list[Command] = [note(session, "lost")]
        for act in (lambda: session.apply(*acts), session.undo, lambda: session.remove([before.documents[0].id])):
            with pytest.raises(WorkspaceError):
                act()
    assert (session.analysis, session.log) == (before, log)
    session.apply(Accept(on_claim(session, 1)))
    assert len(session.log) == len(log) + 1


def test_the_place_of_the_reader_is_remembered(session: Session) -> None:
    assert session.view_state == {}
    session.save_view_state({"document": "d1", "line": 3})
    log = session.log
    with reopen(session) as again:
        assert again.view_state == {"document": "d1", "line": 3}
        assert again.log == log


def test_progress_counts_people_only(session: Session) -> None:
    decided, total = session.progress()
    assert decided == 0
    session.apply(note(session, "just a note"))
    assert session.progress() == (0, total)


def test_a_second_session_is_refused_until_the_first_closes(session: Session, folder: Path) -> None:
    with pytest.raises(WorkspaceError, match="open in another annotator"):
        open_story([folder])
    session.close()
    open_story([folder]).close()


def test_one_file_lends_its_name_and_several_their_folders(folder: Path) -> None:
    one, two = folder / "harrow.txt", folder / "tidepost.txt"
    assert workspace_for([one]) == folder / "harrow.txt.annotator"
    assert workspace_for([one, two]) == folder / "ferry.annotator"
    assert workspace_for([folder, one]) == folder.parent / "ferry.annotator"


def test_text_without_a_file_needs_a_named_workspace(tmp_path: Path) -> None:
    pasted = [("pasted.txt", TEXTS["harrow"])]
    with pytest.raises(UsageError, match="--workspace"):
        open_story(pasted)
    with open_story(pasted, workspace=tmp_path / "kept.db", by="ada") as session:
        assert session.changed_on_disk() == ()
    with open_story([tmp_path / "kept.db"]) as again:
        assert again.analysis.documents[0].text == TEXTS["harrow"]
    with open_story(pasted, workspace=tmp_path / "kept.db") as again:
        assert len(again.analysis.documents) == 1


def test_nothing_to_read_leaves_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError):
        open_story([tmp_path / "empty"])
    with pytest.raises(InputError, match="no workspace"):
        open_story([tmp_path / "none.annotator"])
    assert [p.name for p in tmp_path.iterdir()] == ["empty"]


def test_a_file_that_lies_where_the_workspace_should_is_left_alone(folder: Path) -> None:
    other = folder.parent / "ferry.annotator"
    other.write_text("my shopping list")
    with pytest.raises(WorkspaceError, match="not a workspace"):
        open_story([folder])
    assert other.read_text() == "my shopping list"


def test_the_bytes_of_every_version_are_kept(session: Session, folder: Path) -> None:
    old = "Der Fährhafen hieß Quell; the ferry ran aground.".encode("cp1252")
    (folder / "old.txt").write_bytes(old)
    session.add([folder / "old.txt"])
    name = session.analysis.documents[-1].id
    (folder / "old.txt").write_text("changed")
    with reopen(session) as again:
        assert again.original(name) == old
        with pytest.raises(UsageError):
            again.original("d0")


def test_a_workspace_of_other_documents_is_not_mixed_with_these(session: Session, folder: Path) -> None:
    session.close()
    other = folder.parent / "other" / "ferry"
    other.mkdir(parents=True)
    (other / "weather.txt").write_text("It rained.", encoding="utf-8")
    session.workspace.rename(other.parent / "ferry.annotator")
    with pytest.raises(UsageError, match="keeps another story"):
        open_story([other])
    with open_story([other], workspace=other.parent / "ferry.annotator") as meant:
        assert len(meant.analysis.documents) == 4


def test_a_workspace_where_nothing_may_be_written_can_be_read(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = on_claim(session)
    session.apply(Note(target, "ask"), Reject(on_claim(session, 1)))
    expected = without_rejected(session.analysis)
    session.close()
    before = session.workspace.stat().st_mtime_ns
    monkeypatch.setattr("os.access", lambda *_: False)
    assert read_workspace(session.workspace) == expected
    assert read_workspace(session.workspace, with_rejected=True) == session.analysis
    assert session.workspace.stat().st_mtime_ns == before


def test_the_log_names_what_was_undone(session: Session) -> None:
    session.apply(note(session, "ask"))
    session.undo()
    session.redo()
    lines = list(describe_log(session.log, session.names))
    assert len(lines) == 4
    assert lines[0].endswith("ada  added bulletin.txt and 2 more")
    assert "ada  noted on claim" in lines[1]
    assert "undid 2: noted on claim" in lines[2]
    assert "redid 2: noted on claim" in lines[3]


def test_the_demo_keeps_its_decisions_and_can_start_afresh(tmp_path: Path) -> None:
    with open_demo(by="ada") as demo:
        demo.apply(RateReliability(anchor_of(demo.analysis.documents[0], demo.analysis), "B"))
        home = demo.workspace.parent
    with open_demo() as again:
        assert again.analysis.documents[0].reliability == "B"
    with open_demo(fresh=True) as fresh:
        assert fresh.analysis.documents[0].reliability is None
    assert sorted(p.name for p in home.iterdir()) == ["demo-1.annotator", "demo.annotator"]
    assert home.is_relative_to(tmp_path)
