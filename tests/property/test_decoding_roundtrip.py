"""What is encoded for the contract can be read back."""

from __future__ import annotations

import json
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
    decode_analysis,
)
from tests.command_strategies import commands
from tests.story_builders import make_story

STORY = make_story()


def test_a_story_comes_back_as_it_was() -> None:
    assert decode_analysis(STORY.to_dict()) == STORY


@given(st.lists(commands(STORY), max_size=12))
def test_a_story_with_decisions_comes_back_through_json(made: list[object]) -> None:
    events = [Event(i, "2031-05-07T10:00:00Z", "ada", c, f"b{i}") for i, c in enumerate(made, 1)]
    laid = lay_over(STORY, fold_events(events))
    assert decode_analysis(json.loads(json.dumps(laid.to_dict()))) == laid


texts = st.text(max_size=20)
numbers = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False, width=32)
values = numbers | texts | st.tuples(numbers, numbers).map(lambda pair: (float(pair[0]), float(pair[1])))


@given(value=values, unit=st.none() | texts, scope=st.none() | st.text(min_size=1), kind=st.sampled_from(FactKind))
def test_any_value_of_a_fact_comes_back(value: object, unit: str | None, scope: str | None, kind: FactKind) -> None:
    claim = STORY.claims[0]
    fact = Fact(kind, Span(40, 44), "text", value, unit, None, None, scope)  # type: ignore[arg-type]
    story = _with_claim(replace(claim, facts=(fact,)))
    assert decode_analysis(json.loads(json.dumps(story.to_dict()))) == story


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
    assert decode_analysis(json.loads(json.dumps(story.to_dict()))) == story


def test_what_a_text_leaves_out_stays_left_out() -> None:
    claim = next(c for c in STORY.claims if c.voice is Voice.ATTRIBUTED)
    bare: Attribution = replace(claim.attributions[0], source=None, cue=None, parent="a0", via="Tidepost")
    story = _with_claim(replace(STORY.claims[0], attributions=(bare,), credibility=2, labels=("later",)))
    assert decode_analysis(story.to_dict()) == story


@pytest.mark.parametrize("broken", [{}, {"story": None}, {**STORY.to_dict(), "claims": [{"id": 1}]}])
def test_anything_else_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        decode_analysis(broken)


def _with_claim(claim: object) -> Analysis:
    return replace(STORY, claims=(claim, *STORY.claims[1:]))  # type: ignore[arg-type]
