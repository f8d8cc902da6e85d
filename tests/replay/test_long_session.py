"""A long day's work: a thousand decisions, undone, redone and reopened, end in the state that the log describes."""

from __future__ import annotations

import random
from pathlib import Path

from annotator.decisions import anchor_of, fold_events, lay_over
from annotator.model import (
    RateReliability,
)
from annotator.session import Session, open_story
from tests.command_strategies import random_command
from tests.story_builders import TEXTS

MOVES = 1000


def move(pick: random.Random, session: Session) -> None:
    match pick.randrange(12):
        case 0 | 1:
            session.undo()
        case 2:
            session.redo()
        case 3 if len(session.analysis.documents) > 1:
            session.remove([pick.choice(session.analysis.documents).id])
        case _:
            session.apply(*(random_command(pick, session.analysis) for _ in range(pick.choice([1, 1, 3]))))


def test_a_thousand_decisions_reopen_to_the_same_state_and_undo_to_the_first(tmp_path: Path) -> None:
    pick = random.Random(7)
    pasted = [(f"{name}.txt", text) for name, text in TEXTS.items()]
    workspace = tmp_path / "story.annotator"
    session = open_story(pasted, workspace=workspace, by="ada")
    session.analyse()
    bare = session.analysis
    for number in range(MOVES):
        move(pick, session)
        if number % 250 == 0:
            before = session.analysis
            session.close()
            session = open_story([workspace], by="ada")
            assert session.analysis == before
    assert session.analysis == lay_over(session.suggestions, fold_events(session.log))
    length = len(session.log)
    while session.undo():
        pass
    assert session.analysis == bare
    assert len(session.log) > length
    assert [e.seq for e in session.log] == list(range(1, len(session.log) + 1))
    session.close()


def test_the_log_grows_while_the_clock_goes_back(tmp_path: Path) -> None:
    times = iter(f"20{year}-01-01T00:00:00.000Z" for year in range(60, 10, -1))
    pasted = [("harrow.txt", TEXTS["harrow"])]
    with open_story(pasted, workspace=tmp_path / "s.annotator", by="ada", clock=lambda: next(times)) as session:
        document = anchor_of(session.analysis.documents[0], session.analysis)
        for letter in "ABC":
            session.apply(RateReliability(document, letter))
        session.undo()
    with open_story([tmp_path / "s.annotator"], by="ada") as again:
        assert again.analysis.documents[0].reliability == "B"
        assert [e.at for e in again.log] == sorted((e.at for e in again.log), reverse=True)
