"""Two colleagues' workspaces brought together: on the disk, and as the command line tells it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from annotator.decisions import anchor_of
from annotator.errors import InputError, UsageError
from annotator.model import (
    Accept,
    Adjudicate,
    Anchor,
    CorrectDocument,
    DocumentPart,
    Reject,
    RemoveDocuments,
    SetSource,
    TagSpan,
    Version,
)
from annotator.session import Session, describe_log, export_project, import_project, merge, open_story
from annotator.store.codec import canonical
from annotator.store.log import link_hash
from tests.story_builders import TEXTS, judgements
from tests.unit.test_cli_commands import refusal, run
from tests.unit.test_cli_project import change

MINE, THEIRS = "ada/ferry.annotator", "bo/ferry.annotator"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def start(who: str, names: Sequence[str] = tuple(TEXTS), **more: str) -> Session:
    """A colleague's own workspace of the same documents."""
    folder = Path(who, "ferry")
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    for name, text in more.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    session = open_story([folder], by=who)
    if session.needs_analysis:
        session.analyse()
    return session


def genre(session: Session, value: str, number: int = 0) -> CorrectDocument:
    return CorrectDocument(on_document(session, number), DocumentPart.GENRE, value)


def on_document(session: Session, number: int = 0) -> Anchor:
    return anchor_of(session.analysis.documents[number], session.analysis)


def on_claim(session: Session, number: int) -> Anchor:
    return anchor_of(session.analysis.claims[number], session.analysis)


def differ() -> None:
    """Ada and Bo agree on one claim, differ on a genre, and Bo alone decided on two more things."""
    with start("ada") as ada:
        ada.apply(Accept(on_claim(ada, 0)))
        ada.apply(genre(ada, "opinion"))
    with start("bo") as bo:
        bo.apply(Accept(on_claim(bo, 0)))
        bo.apply(genre(bo, "analysis"))
        bo.apply(Reject(on_claim(bo, 1), "no"), TagSpan(on_claim(bo, 2).places[0], "Money"))


def test_nobody_is_given_an_empty_name() -> None:
    differ()
    with start("ada") as ada, pytest.raises(UsageError, match="has no name"):
        merge(ada, THEIRS, their_name=" \t")


def test_what_only_they_decided_is_taken_over_with_their_name_and_time() -> None:
    differ()
    with start("bo") as bo:
        theirs = {e.command: e.at for e in bo.log}
    with open_story([], workspace=MINE, by="ada") as ada:
        done = merge(ada, THEIRS)
        assert (done.plan.taken, done.plan.agreed, done.plan.differing) == (2, 1, 1)
        rejected = ada.analysis.claims[1].decision
        assert rejected is not None
        assert (rejected.by, rejected.reason, rejected.at) == ("bo", "no", theirs[Reject(on_claim(ada, 1), "no")])
        assert [t.label for t in ada.analysis.tags] == ["Money"]
        assert ada.analysis.documents[0].genre.type == "opinion"
        assert len(judgements(ada.log).cases) == 1


def test_one_undo_takes_the_merge_back_also_after_a_restart() -> None:
    differ()
    with open_story([], workspace=MINE, by="ada") as ada:
        before = ada.analysis
        merge(ada, THEIRS)
        assert ada.analysis != before
    with open_story([], workspace=MINE, by="ada") as ada:
        undone = ada.undo()
        assert undone is not None
        assert undone.description == "merged ferry.annotator (bo): 2 taken over, 1 agreed, 1 differ"
        assert ada.analysis == before
        assert not merge(ada, THEIRS).is_nothing


def test_merging_the_same_again_or_its_export_changes_nothing() -> None:
    differ()
    Path("bo.jsonl").write_text(export_project(THEIRS), encoding="utf-8")
    with open_story([], workspace=MINE, by="ada") as ada:
        merge(ada, "bo.jsonl")
        lines = len(ada.log)
        for again in ("bo.jsonl", THEIRS):
            done = merge(ada, again)
            assert (done.is_nothing, done.plan.known) == (True, 4)
        assert len(ada.log) == lines


def test_both_may_merge_each_other_and_know_the_same() -> None:
    differ()
    with open_story([], workspace=MINE, by="ada") as ada:
        merge(ada, THEIRS)
    with open_story([], workspace=THEIRS, by="bo") as bo:
        assert merge(bo, MINE).plan.differing == 1
        mine = judgements(bo.log)
    with open_story([], workspace=MINE, by="ada") as ada:
        assert merge(ada, THEIRS).is_nothing
        assert judgements(ada.log).cases == mine.cases


def test_an_outcome_goes_back_to_everybody_whose_version_it_knew() -> None:
    differ()
    with open_story([], workspace=MINE, by="ada") as ada:
        merge(ada, THEIRS)
        told = judgements(ada.log)
        said = told.on(told.cases[0])
        versions = tuple(Version(j.by, j.at, j.command) for j in said.values())
        ada.apply(Adjudicate(versions, said["ada"].command, "it argues"))
        last = list(describe_log(ada.log, ada.names))[-1]
        assert "took the version of ada" in last
        assert "(before: ada corrected the genre" in last
        assert "; bo corrected the genre" in last
    with open_story([], workspace=THEIRS, by="bo") as bo:
        assert merge(bo, MINE).plan.taken == 1
        assert bo.analysis.documents[0].genre.type == "opinion"
        assert merge(bo, MINE).is_nothing
        bo.undo()
        bo.apply(genre(bo, "satire"))
        done = merge(bo, MINE)
        assert (done.plan.left, bo.analysis.documents[0].genre.type) == (1, "satire")


def test_the_same_text_in_another_file_is_the_same_document() -> None:
    with start("ada") as ada:
        ada.apply(Accept(on_claim(ada, 0)))
    folder = Path("bo/ferry")
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / f"copy-of-{name}.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    with open_story([folder], by="bo") as bo:
        bo.analyse()
        assert not {d.id for d in bo.analysis.documents} & {d.id for d in ada.analysis.documents}
        merge(bo, MINE)
        assert bo.orphans == ()
        assert [c.decision.by for c in bo.analysis.claims if c.decision] == ["ada"]


def test_documents_that_only_they_have_come_when_asked_for() -> None:
    with start("ada") as ada:
        ada.apply(Accept(on_claim(ada, 0)))
    with start("bo", extra="The pier was shut on Monday, the mayor said.") as bo:
        number = next(i for i, d in enumerate(bo.analysis.documents) if "pier was shut" in d.text)
        bo.apply(genre(bo, "analysis", number))
    with open_story([], workspace=MINE, by="ada") as ada:
        left = merge(ada, THEIRS)
        assert (left.missing, left.plan.elsewhere, left.is_nothing) == (("extra.txt",), 1, True)
        done = merge(ada, THEIRS, with_documents=True)
        assert (done.added, done.plan.taken) == (("extra.txt",), 1)
        ada.analyse()
        assert [d.genre.type for d in ada.analysis.documents if "pier" in d.text] == ["analysis"]
        assert merge(ada, THEIRS, with_documents=True).is_nothing
        ada.undo()
        assert not any("pier was shut" in d.text for d in ada.analysis.documents)


def test_decisions_on_a_document_taken_out_here_wait_for_it() -> None:
    differ()
    with open_story([], workspace=MINE, by="ada") as ada:
        ada.apply(RemoveDocuments((ada.analysis.documents[1].id,)))
        assert merge(ada, THEIRS).missing == ()


def test_a_name_that_two_people_have_is_asked_about() -> None:
    with start("ada") as ada:
        ada.apply(genre(ada, "opinion"))
    folder = Path("bo/ferry")
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with open_story([folder], by="ada") as bo:
        bo.analyse()
        bo.apply(genre(bo, "analysis"))
    said = refusal("merge", MINE, THEIRS, "--by", "ada", kind=UsageError)
    assert "both have decisions of ada; say who decided there with --as NAME" in said
    assert "     1  differ" in run("merge", MINE, THEIRS, "--by", "ada", "--as", "bo").stdout
    assert "nothing new" in run("merge", MINE, THEIRS, "--by", "ada", "--as", "bo").stdout


def test_ones_own_work_on_another_machine_comes_back_under_the_one_name() -> None:
    with start("ada") as ada:
        ada.apply(genre(ada, "opinion"))
    Path("p.jsonl").write_text(export_project(MINE), encoding="utf-8")
    import_project("p.jsonl", "laptop.annotator")
    with open_story([], workspace="laptop.annotator", by="ada") as laptop:
        laptop.analyse()
        laptop.apply(genre(laptop, "analysis"))
        laptop.apply(Accept(on_claim(laptop, 0)))
    with open_story([], workspace=MINE, by="ada") as ada:
        assert merge(ada, "laptop.annotator").plan.taken == 2
        assert ada.analysis.documents[0].genre.type == "analysis"
        assert judgements(ada.log).cases == ()


def test_the_command_counts_and_a_dry_run_changes_nothing() -> None:
    differ()
    before = export_project(MINE)
    done = run("merge", MINE, THEIRS, "--by", "ada", "--dry-run")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "ferry.annotator: decisions of bo (nothing is changed)",
        "     2  taken over: nobody here had decided",
        "     1  agreed: the same is decided here",
        "     1  differ: kept beside what you decided, to be settled (annotator open, then g a)",
    ]
    assert run("merge", MINE, THEIRS.removesuffix(".annotator"), "--by", "ada", "--dry-run").stdout == done.stdout
    assert export_project(MINE) == before
    assert "nothing is changed" not in run("merge", MINE, THEIRS, "--by", "ada").stdout
    assert export_project(MINE) != before
    assert "merged ferry.annotator (bo): 2 taken over" in run("log", MINE).stdout


def test_files_that_cannot_be_merged_are_refused_with_a_reason() -> None:
    differ()
    assert "this very workspace" in refusal("merge", MINE, MINE, kind=UsageError)
    assert "there is no nowhere.jsonl" in refusal("merge", MINE, "nowhere.jsonl", kind=InputError)
    assert "no project of annotator" in refusal("merge", MINE, "ada/ferry/harrow.txt", kind=InputError)
    change(Path(THEIRS), "UPDATE event SET by = 'eve' WHERE seq = 2")
    assert "line 2 of its log was changed" in refusal("merge", MINE, THEIRS, kind=InputError)


def test_a_source_that_has_another_name_here_is_not_heard_of_twice() -> None:
    """Their question is told by the name that the source has there, ours by the one it had first."""
    with start("ada") as ada:
        claim = next(c for c in ada.analysis.claims if c.attributions)
        said = anchor_of(claim.attributions[0], ada.analysis)
        ada.apply(SetSource(said, "Tam Ferrow"))
    with start("bo") as bo:
        bo.apply(Accept(Anchor(said.kind, said.places, "Tam Ferrow")))
    with open_story([], workspace=MINE, by="ada") as ada:
        assert not merge(ada, THEIRS).is_nothing
        assert merge(ada, THEIRS).is_nothing


def test_names_of_people_cannot_move_the_cursor() -> None:
    with start("ada") as ada:
        ada.apply(genre(ada, "opinion"))
    lines = [json.loads(line) for line in export_project(MINE).splitlines()]
    Path("p.jsonl").write_text(resealed(lines, by="eve\x1b[2J\n"), encoding="utf-8")
    with start("bo"):
        pass
    shown = run("merge", THEIRS, "p.jsonl").stdout
    assert "decisions of eve" in shown
    assert "\x1b" not in shown
    assert "\x1b" not in run("log", THEIRS).stdout


def resealed(lines: list[dict[str, Any]], *, by: str) -> str:
    """A project whose log somebody wrote anew, with hashes that fit."""
    prev, rows = "", [line for line in lines if line.get("kind") == "event"]
    for row in rows:
        row |= {"by": by, "prev": prev}
        names = ("seq", "at", "by", "type", "data", "batch", "undoes", "redoes", "client")
        sealed = [canonical(row[name]) if name == "data" else row[name] for name in names]
        prev = row["hash"] = link_hash(prev, sealed)
    lines[0]["last"] = prev
    return "".join(json.dumps(line) + "\n" for line in lines)
