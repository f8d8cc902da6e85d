"""What a desk keeps from one state of the story to the next is what it would make anew, whatever people do."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.decisions import count_decided
from annotator.session import open_story
from annotator.tui.bench import Bench
from annotator.tui.desk import Desk
from annotator.view import WalkSet, find_waiting, index_story, queue_items, stops
from tests.command_strategies import commands
from tests.story_builders import TEXTS, make_story

STORY = make_story()
EDITS = ("Corrected. ", "", "The crew, again, said nothing. ")

decisions = st.tuples(st.just("apply"), st.lists(commands(STORY), min_size=1, max_size=3))
others = st.one_of(
    st.tuples(st.sampled_from(("undo", "redo", "blind", "analyse"))),
    st.tuples(st.just("remove"), st.sampled_from([d.id for d in STORY.documents])),
    st.tuples(st.just("rewrite"), st.sampled_from([d.path for d in STORY.documents]), st.sampled_from(EDITS)),
    st.tuples(st.just("walk"), st.sampled_from([s for s in WalkSet if s not in (WalkSet.HITS, WalkSet.ORPHANS)])),
)


class Quiet:
    """A bench around a desk without screens."""

    def __getattr__(self, name: str) -> Any:
        return lambda *_: None


@settings(max_examples=60, deadline=None)
@given(st.lists(decisions | others, min_size=1, max_size=8))
def test_what_a_desk_keeps_is_what_it_would_make_anew(moves: Sequence[tuple[Any, ...]]) -> None:
    with TemporaryDirectory() as folder:
        files = [Path(folder) / d.path for d in STORY.documents]
        for file in files:
            file.write_text(TEXTS[file.stem], encoding="utf-8")
        with open_story(files, workspace=Path(folder) / "ferry.annotator", by="mo") as session:
            session.adopt(STORY)
            desk = Desk(session, cast(Bench, Quiet()))
            waiting = None
            for move in moves:
                _make(desk, Path(folder), *move)
                anew = index_story(desk.story.analysis)
                assert desk.story == anew
                assert list(desk.story.things) == list(anew.things)
                rated = {d.id: d.reliability for d in session.analysis.documents}
                assert {d.id: d.reliability for d in desk.story.documents} == rated
                assert desk.progress == count_decided(session.analysis)
                assert desk.stops == stops(anew, desk.walk.chosen)
                waiting = find_waiting(desk.story, waiting)
                assert queue_items(desk.story, waiting=waiting) == queue_items(anew)


def _make(desk: Desk, folder: Path, kind: str, *told: Any) -> None:
    """Does what a person can do at the keys; what cannot be done is told there, and changes nothing."""
    match kind, *told:
        case "apply", made:
            desk.apply(*made)
        case "undo":
            desk.undo()
        case "redo":
            desk.redo()
        case "blind":
            asyncio.run(desk.hide_outlets(not desk.is_blind))
        case "analyse":
            asyncio.run(desk.adopt(STORY))
        case "remove", document:
            desk.remove(document)
        case "rewrite", path, words:
            (folder / path).write_text(words + TEXTS[Path(path).stem], encoding="utf-8")
            desk.update([desk.session.plan_update(stale.document) for stale in desk.session.changed_on_disk()])
        case "walk", chosen:
            desk.choose(chosen)
