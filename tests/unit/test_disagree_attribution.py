"""Hearsay that another document states flatly, and contents that two sides are said to have stated."""

from __future__ import annotations

import pytest

from annotator.model import Disagreement, DisagreementKind, SourceRole
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story, with_speaker

HIDDEN = "the mill had hidden its losses from the bank"


def found(a: str, b: str, *said: tuple[str, str], role: SourceRole = SourceRole.UNNAMED) -> tuple[Disagreement, ...]:
    """Disagreements of two sentences, of which each source in `said` is found with the content behind it."""
    documents, claims = make_story((*FILLER_A, a), (*FILLER_B, b))
    for source, content in said:
        claims = [with_speaker(c, source, content, role=role) if source in c.text else c for c in claims]
    return compare(documents, claims)


@pytest.mark.parametrize(
    "source",
    ["A former welder", "Two nurses", "A person with knowledge of the books", "Several insiders"],
)
def test_what_a_nameless_source_says_and_another_text_states_flatly_is_a_tension(source: str) -> None:
    a, b = f"{source} said that {HIDDEN}.", f"For years {HIDDEN}."

    assert [d.kind for d in found(a, b, (source, HIDDEN))] == [DisagreementKind.ATTRIBUTION]


@pytest.mark.parametrize("source", ["A spokesman", "Police", "A court document", "One study"])
def test_what_an_answerable_source_says_may_be_stated_flatly(source: str) -> None:
    a, b = f"{source} said that {HIDDEN}.", f"For years {HIDDEN}."

    assert found(a, b, (source, HIDDEN)) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [("A union official", "The board"), ("Two drivers", "The owners"), ("The police", "Some patients")],
)
def test_one_content_of_two_sides_is_a_tension(left: str, right: str) -> None:
    said = (left, HIDDEN), (right, HIDDEN)

    assert [d.kind for d in found(f"{left} said {HIDDEN}.", f"{right} said {HIDDEN}.", *said)] == [
        DisagreementKind.ATTRIBUTION
    ]


@pytest.mark.parametrize(
    ("left", "right"), [("The company", "The board"), ("Two drivers", "The union"), ("An official", "The owners")]
)
def test_words_for_one_side_are_one_speaker(left: str, right: str) -> None:
    assert found(f"{left} said {HIDDEN}.", f"{right} said {HIDDEN}.", (left, HIDDEN), (right, HIDDEN)) == ()
