"""Whatever is typed, the dialogue answers in short lines, and no decision is lost."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotator.linear import VERBS, Dialogue, cells
from annotator.session import open_story
from tests.story_builders import TEXTS, make_story

HANDLES = ("A", "b", "A1", "a4", "A4f1", "A4f2", "B2s1", "D1", "D2", "D9", "here", "Z1", "")
TAILS = (
    "", "all", "all 2", "all 6", "both true", "stands 1", "stands Monday", "open because it is", "to Tam Ferrow",
    "to itself", "to X as official", "2", "D", "none", "because no", "-", "paragraph", "3", "queue is:open", "claims",
    "flags kind:loaded", 'disagreements "', "words -document:A", "osprey", "re:(a+)+b", "\x1b[2J\u202e渡輪🛟", "9" * 40,
)  # fmt: skip

lines = st.one_of(
    st.builds(
        " ".join,
        st.tuples(
            st.sampled_from([v.name for v in VERBS if v.name != "quit"]),
            st.sampled_from(HANDLES),
            st.sampled_from(TAILS),
        ),
    ),
    st.builds(" ".join, st.tuples(st.sampled_from([v.name[:2] for v in VERBS]), st.sampled_from(TAILS))),
    st.text(max_size=60),
)


@given(st.lists(lines, max_size=14), st.integers(20, 90), st.booleans())
def test_any_lines_are_answered_and_nothing_decided_is_lost(typed: list[str], width: int, is_ascii: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ferry.annotator"
        sources = [(f"{name}.txt", text) for name, text in TEXTS.items()]
        with open_story(sources, workspace=file, by="mo") as session:
            session.adopt(make_story())
            dialogue = Dialogue(session, width=width, is_ascii=is_ascii)
            written = session.log
            for line in typed:
                reply = dialogue.answer(line)
                assert session.log[: len(written)] == written
                assert reply.refusal is None or session.log == written
                assert reply.lines or line.strip().startswith("#")
                assert all(cells(said) <= width for said in reply.lines)
                assert all(said.isprintable() for said in reply.lines)
                assert not is_ascii or all(said.isascii() for said in reply.lines)
                written = session.log
            decided = session.analysis
        with open_story([], workspace=file, by="mo") as again:
            assert again.log == written
            assert again.analysis.claims == decided.claims
            assert again.analysis.disagreements == decided.disagreements
