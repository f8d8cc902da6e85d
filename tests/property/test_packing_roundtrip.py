"""What the workspace keeps of an analysis is the analysis."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.decisions import fold_events, lay_over
from annotator.model import (
    Analysis,
    Attribution,
    Decision,
    Event,
    Fact,
    FactKind,
    Outlet,
    Problem,
    Settlement,
    Span,
    Status,
    Voice,
)
from annotator.store import packing
from annotator.store.packing import pack_analysis, unpack_analysis
from tests.command_strategies import commands
from tests.story_builders import make_story

STORY = make_story()


def test_a_story_comes_back_as_it_was() -> None:
    assert unpack_analysis(pack_analysis(STORY)) == STORY


@given(st.lists(commands(STORY), max_size=12))
def test_a_story_with_decisions_comes_back_through_json(made: list[object]) -> None:
    events = [Event(i, "2031-05-07T10:00:00Z", "ada", c, f"b{i}") for i, c in enumerate(made, 1)]
    laid = lay_over(STORY, fold_events(events))
    assert unpack_analysis(pack_analysis(laid)) == laid


texts = st.text(max_size=20)
numbers = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False, width=32)
values = numbers | texts | st.tuples(numbers, numbers).map(lambda pair: (float(pair[0]), float(pair[1])))


@given(value=values, unit=st.none() | texts, scope=st.none() | st.text(min_size=1), kind=st.sampled_from(FactKind))
def test_any_value_of_a_fact_comes_back(value: object, unit: str | None, scope: str | None, kind: FactKind) -> None:
    claim = STORY.claims[0]
    fact = Fact(kind, Span(40, 44), "text", value, unit, None, None, scope)  # type: ignore[arg-type]
    story = _with_claim(replace(claim, facts=(fact,)))
    assert unpack_analysis(pack_analysis(story)) == story


@given(
    title=st.none() | texts,
    problem=st.builds(Problem, st.none() | texts, texts),
    outlet=st.builds(Outlet, st.none() | texts, st.none() | texts),
    decision=st.builds(
        Decision,
        st.sampled_from(Status),
        texts,
        st.none() | texts,
        st.none() | texts,
        st.none() | texts,
        st.none() | st.sampled_from(Settlement),
        st.none() | texts,
    ),
)
def test_any_words_of_people_and_documents_come_back(
    title: str | None, problem: Problem, outlet: Outlet, decision: Decision
) -> None:
    document = replace(STORY.documents[0], title=title, outlet=outlet, decision=decision)
    story = replace(STORY, title=title, documents=(document, *STORY.documents[1:]), warnings=(problem,))
    assert unpack_analysis(pack_analysis(story)) == story


def test_what_a_text_leaves_out_stays_left_out() -> None:
    claim = next(c for c in STORY.claims if c.voice is Voice.ATTRIBUTED)
    bare: Attribution = replace(claim.attributions[0], source=None, cue=None, parent="a0", via="Tidepost")
    story = _with_claim(replace(STORY.claims[0], attributions=(bare,), credibility=2, labels=("later",)))
    assert unpack_analysis(pack_analysis(story)) == story


def test_more_than_a_piece_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "PIECE", 2)
    assert unpack_analysis(pack_analysis(STORY)) == STORY


def test_equal_words_are_one_object() -> None:
    read = unpack_analysis(pack_analysis(STORY))
    assert read is not None
    assert len({id(c.document) for c in read.claims}) == len({c.document for c in read.claims})


@given(st.integers(0, 100_000), st.binary(max_size=3))
def test_damaged_bytes_are_none_or_another_analysis(at: int, noise: bytes) -> None:
    whole = pack_analysis(STORY)
    at %= len(whole)
    made = unpack_analysis(whole[:at] + noise + whole[at + len(noise) :])
    assert made is None or isinstance(made, Analysis)
    assert unpack_analysis(whole[:at]) is None


def _with_claim(claim: object) -> Analysis:
    return replace(STORY, claims=(claim, *STORY.claims[1:]))  # type: ignore[arg-type]
