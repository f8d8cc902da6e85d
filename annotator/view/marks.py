"""Which sign stands for which meaning? One set of glyphs for UTF-8 terminals, one of ASCII for all others."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.view.lines import Measure


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Each one cell wide."""

    disagreement: str = "≠"
    flag: str = "!"
    quotation: str = "“"
    attributed: str = "→"
    own_voice: str = "·"
    suggested: str = "?"
    accepted: str = "✓"
    rejected: str = "✗"
    focus: str = "▎"
    saved: str = "●"
    folded: str = "▸"
    unfolded: str = "▾"
    separator: str = "·"
    bars: str = "▁▂▃▄▅▆▇"
    shares: str = "█▒░"
    """Parts of one bar, told by how dense they are."""
    rule: str = "─"
    done: str = "━"
    cut: str = "⟨…⟩"
    beside: str = "│"
    more: str = "…"
    """Several letters in one place."""

    def state(self, mark: str) -> str:
        """The sign of a state named by `words.state_mark`."""
        return {"suggested": self.suggested, "accepted": self.accepted, "rejected": self.rejected}[mark]

    def bar(self, share: float) -> str:
        """A small bar for a share of 0 to 1."""
        top = len(self.bars) - 1
        return self.bars[min(top, max(0, round(share * top)))]


UNICODE = Glyphs()
ASCII = Glyphs(
    disagreement="#",
    flag="!",
    quotation='"',
    attributed=">",
    own_voice=".",
    suggested="?",
    accepted="+",
    rejected="x",
    focus="|",
    saved="*",
    folded="+",
    unfolded="-",
    separator="-",
    bars="_.:-=%@",
    shares="@=.",
    rule="-",
    done="=",
    cut="<...>",
    beside="|",
    more="+",
)


@dataclass(frozen=True, slots=True)
class Room:
    """What lines have to fit into."""

    width: int
    """Cells."""
    measure: Measure
    glyphs: Glyphs = UNICODE


LEGEND: tuple[tuple[str, str], ...] = (
    ("disagreement", "disagreement"),
    ("flag", "editorial"),
    ("quotation", "quotation"),
    ("attributed", "attributed"),
    ("own_voice", "own voice"),
    ("suggested", "not decided"),
    ("accepted", "accepted"),
    ("rejected", "rejected"),
)
"""Field of `Glyphs` and what it means, in the order in which the legend names them."""
