"""What a filter finds in the three lists."""

from __future__ import annotations

import pytest

from annotator.view import LEDGER_FIELDS, Ledger, entries, fitting_entries, index_story, ledger_items, read_filter
from tests.story_builders import make_story

STORY = index_story(make_story())


@pytest.mark.parametrize(
    ("ledger", "line", "number"),
    [
        (Ledger.CONFLICTING, "kind:date", 1),
        (Ledger.CONFLICTING, "severity:conflict outlet:Bulletin", 1),
        (Ledger.CONFLICTING, "value:52 is:open", 1),
        (Ledger.CONFLICTING, "is:settled", 0),
        (Ledger.CONFLICTING, "sure>0.95", 0),
        (Ledger.AGREED, "origins>=2", 1),
        (Ledger.AGREED, 'source:"the company"', 1),
        (Ledger.AGREED, "kind:date", 0),
        (Ledger.SINGLE, "worth>=0.5", 3),
        (Ledger.SINGLE, "bang", 1),
    ],
)
def test_a_filter_finds(ledger: Ledger, line: str, number: int) -> None:
    assert len(fitting_entries(STORY, ledger, read_filter(line, LEDGER_FIELDS))) == number


def test_without_a_filter_all_rows_are_there_also_as_items() -> None:
    for ledger in Ledger:
        assert fitting_entries(STORY, ledger, None) == entries(STORY, ledger)
        assert [i.target for i in ledger_items(STORY, ledger)] == [e.target for e in entries(STORY, ledger)]
