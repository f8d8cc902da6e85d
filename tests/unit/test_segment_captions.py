"""Lines within an article that are no part of it: captions, picture credits, credits of reporters, widgets."""

from __future__ import annotations

import pytest

from annotator.segment import lay_out

ABOVE = (
    "Pier closed in Wexley\nBy Ada Brook\n5 March 2031\n\n"
    "A pier in Wexley was closed after divers found deep cracks in its pillars, the harbour office said.\n\n"
    "Nobody was hurt when the planks gave way, and the mayor promised a new pier within two years.\n\n"
)
BELOW = "\n\nThe ferry company said it would use the old landing stage until the spring.\n"


def is_body(line: str) -> bool:
    layout = lay_out(f"{ABOVE}{line}{BELOW}")
    return any(b.start <= len(ABOVE) < b.end for b in layout.body)


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Ada Brook at the pier on Monday. | Tom Hay/Wexley Times",
        "The pier in Wexley | Photo by Tom Hay",
        "The old pier in Wexley, seen in 2030 | Getty Images",
        "The pier in Wexley. Image: Tom Hay",
        "The pier in Wexley was closed on Monday.Credit...Tom Hay for The Wexley Times",
        "Mayor Ada Brook speaks at the pier, March 3, 2031. REUTERS/Tom Hay",
        "FILE - Mayor Ada Brook speaks at the pier, March 3, 2030, in Wexley.",
        "View of the pier in Wexley, England, March 3, 2030. Picture taken March 3, 2030.",
        "Getty Images The pier in Wexley was closed on Monday",
        "Tom Hay/Harbour Radio",
        "Enlarge this image",
        "Hide caption",
        "Saltwire writer Tom Hay contributed.",
        "With assistance from Tom Hay.",
        "Our Standards: The Saltwire Principles.",
        "Before You Go",
    ],
)
def test_captions_credits_and_widgets_are_no_body(line: str) -> None:
    assert not is_body(line)


@pytest.mark.parametrize(
    "line",
    [
        "Brook said the pier would be rebuilt (see below).",
        "The mayor spoke to reporters outside the town hall. Credit: she kept her word.",
        "“We lost everything,” said Tom Hay, left, as he looked at the ruins.",
        "The video shows the pier | the ferry had left",
        "The photo was taken by the mayor, who posted it on Monday.",
        "She works for Getty Images, via an agency.",
        "Getty Images sued the town over a picture of the pier.",
        "File the form by Friday, the harbour office said.",
        "The ferry company and the town contributed equally to the cost of the pier.",
        "12:05 GMT - The mayor arrives at the pier in Wexley.",
    ],
)
def test_sentences_that_only_look_like_them_stay_body(line: str) -> None:
    assert is_body(line)
