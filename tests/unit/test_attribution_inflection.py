"""Forms of verbs made from word-table entries."""

from __future__ import annotations

import pytest

from annotator.attribution.inflection import Form, inflect


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("say said said", {"say", "says", "said", "saying"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("plan", {"plan", "plans", "planned", "planning"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("vow", {"vow", "vows", "vowed", "vowing"}),
        ("explain", {"explain", "explains", "explained", "explaining"}),
        ("write wrote written", {"write", "writes", "wrote", "written", "writing"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
    ],
)
def test_all_forms_of_a_verb(entry: str, forms: set[str]) -> None:
    assert set(inflect(entry)) == forms


def test_one_word_may_be_several_forms() -> None:
    assert inflect("read read read")["read"] == {Form.BASE, Form.PAST, Form.PARTICIPLE}
