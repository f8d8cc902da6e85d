"""Is text of documents as wide on a terminal as it was measured?"""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from annotator.linear import cells
from annotator.text import displayable

CLUSTERS = (
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "⌚\ufe0f",
    "👍🏽",
    "👩\u200d👩\u200d👧",
    "e\u0301",
    "が",
    "か\u3099",
    "渡輪",
    "ก็ที่",
    "א\u05b8",
)


@pytest.mark.parametrize("text", CLUSTERS)
def test_no_cluster_is_wider_or_narrower_than_its_characters(text: str) -> None:
    """Terminals disagree on clusters, so none is shown as one; on single characters nearly all agree."""
    shown = displayable(text)
    assert len(shown) == len(text)
    assert cell_len(shown) == sum(map(cell_len, shown))
    assert cells(shown) == cell_len(shown)
    assert displayable(shown) == shown


def test_an_emoji_keeps_its_shape_and_loses_what_asks_for_another_width() -> None:
    assert displayable("❤\ufe0f") == "❤\ufe00"
    assert displayable("👍🏽") == "👍·"
