"""What is compared is said in plain words: no comparator signs, no ISO notation, names together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.model import Comparator, Fact, FactKind, Span
from annotator.view.facts import fact_lines, say_value

BARE = Fact(FactKind.QUANTITY, Span(0, 1), "x", 1.0)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"value": 350.0, "comparator": Comparator.ABOUT, "counted": "pupils"}, "about 350 pupils"),
        ({"value": 1_250_000.0, "comparator": Comparator.AT_LEAST}, "at least 1,250,000"),
        ({"value": (12.0, 14.5), "comparator": Comparator.RANGE, "unit": "metre"}, "12 to 14.5 metre"),
        ({"kind": FactKind.DATE, "value": "2031-05-06"}, "6 May 2031"),
        ({"kind": FactKind.DATE, "value": "2031-05-06/2031-05-07"}, "6 May 2031 to 7 May 2031"),
        ({"kind": FactKind.DURATION, "value": "P2D"}, "2 days"),
        ({"kind": FactKind.DURATION, "value": "P1DT12H"}, "1 day, 12 hours"),
        ({"kind": FactKind.DURATION, "value": "for ever"}, "for ever"),
    ],
)
def test_a_value_is_said_in_words(changes: dict[str, object], said: str) -> None:
    assert say_value(replace(BARE, **changes)) == said


def test_names_and_events_take_one_line_each_kind_and_none_twice() -> None:
    facts = [replace(BARE, kind=FactKind.NAME, text=name, value=name) for name in ("Osprey", "Quell", "Osprey")]
    facts += [replace(BARE, kind=FactKind.EVENT_STATUS, text=word, value="done") for word in ("sank", "left")]
    assert fact_lines(facts) == (("happened", "sank, left"), ("names", "Osprey, Quell"))


def test_the_printed_words_stand_beside_a_value_that_is_written_differently() -> None:
    fact = replace(BARE, text="some forty", value=40.0, comparator=Comparator.ABOUT)
    assert fact_lines([fact]) == (("number", "about 40 (“some forty”)"),)
