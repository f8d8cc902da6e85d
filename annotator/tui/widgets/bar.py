"""A scroll bar that is painted from few pieces: most of its cells look alike, and most stay as they are."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from rich.color import Color
from rich.segment import Segment
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class Bar(ScrollBar):
    """Textual makes each cell of a bar anew, a strip for each, whenever a list has another length."""

    def render_lines(self, crop: Region) -> list[Strip]:
        bar = cast("ScrollBarRender", self.render())
        style = self.app.console.get_style(bar.style)
        cells = bar.render_bar(
            size=self.outer_size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=bar.thickness,
            vertical=bar.vertical,
            back_color=style.bgcolor or Color.default(),
            bar_color=style.color or Color.default(),
        ).segments
        strips = [_strip(cell) for cell in cells[crop.y : crop.bottom]]
        for each in self.get_line_filters():
            strips = [strip.apply_filter(each, self.background_colors[1]) for strip in strips]
        return strips


@lru_cache(64)
def _strip(cell: Segment) -> Strip:
    return Strip([cell], cell.cell_length)
