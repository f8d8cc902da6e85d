"""A panel of lines that are painted when they come into view; every list and the reader are built on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Self

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.content import Content
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.style import Style as ContentStyle

from annotator.text import displayable
from annotator.tui.theme import Painter
from annotator.tui.widgets.bar import Bar
from annotator.view import ASCII, UNICODE, Glyphs, Line, Room, Run, clip

KEPT_STRIPS = 2_000


class LineView(ScrollView, can_focus=True):
    """Shows `line_count` lines that `line(row)` makes; each is painted once and kept until `forget` is called."""

    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[int, Strip] = LRUCache(KEPT_STRIPS)
        self._bordered: LRUCache[int, tuple[Strip, Strip]] = LRUCache(KEPT_STRIPS)
        """Each line without its borders, and with them."""
        self._sides: tuple[list[Segment], list[Segment]] = ([], [])
        self._painter: Painter | None = None
        self._base: Style | None = None
        self._frame = ("", "", "accent", "")
        self._is_laid_out = False

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def line(self, row: int) -> Line:
        """The runs of a line."""
        raise NotImplementedError

    def over(self, row: int) -> str:
        """Names of styles that lie over the whole line."""
        return ""

    def cursor_cell(self) -> Offset:
        """Where what keys act on begins, in cells of the content; the first line where there is no such thing."""
        return Offset(1, 0)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar at the right, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = Bar(name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    @property
    def glyphs(self) -> Glyphs:
        """The signs this terminal can show."""
        return ASCII if self.app.has_class("-ascii") else UNICODE

    @property
    def painter(self) -> Painter:
        """Styles of the theme in use."""
        if self._painter is None:
            self._painter = Painter(self.app.theme_variables, is_plain=self.app.native_ansi_color)
        return self._painter

    @property
    def room(self) -> Room:
        """What a line has to fit into, one blank kept at each side."""
        return Room(max(1, self.clear_width - 2), cell_len, self.glyphs)

    @property
    def clear_width(self) -> int:
        """Cells beside the scroll bar."""
        return self.size.width - self.styles.scrollbar_size_vertical

    def as_panel(self) -> Self:
        """The same widget with a border and a title in it."""
        self.add_class("panel")
        return self

    def set_frame(self, title: str, *, pill: str = "", hue: str = "accent", note: str = "") -> None:
        """Words in the border: title on the left, a state as a filled pill on the right, a note at the bottom."""
        if (title, pill, hue, note) == self._frame:  # setting a title repaints the whole widget
            return
        self._frame = (title, pill, hue, note)
        self.border_subtitle = Content(displayable(note)) if note else None
        self._draw_title()

    def forget(self, rows: range | None = None) -> None:
        """Paints these lines anew, or all and their number too."""
        if rows is None:
            self._strips.clear()
            self._take_length()
            self.refresh()
            return
        for row in rows:
            self._strips.discard(row)
        if rows:
            self.refresh(Region(0, rows.start - self.scroll_offset.y, self.size.width, len(rows)))

    def forget_changed(self, old: Sequence[Line], new: Sequence[Line]) -> None:
        """Paints those of the new lines anew that are not the old ones."""
        for row, (before, after) in enumerate(zip_longest(old, new)):
            if before != after:
                self._strips.discard(row)
        self._take_length()
        self.refresh()

    def bring_into_view(self, row: int, *, height: int = 1, margin: int = 0) -> None:
        """Scrolls as little as needed."""
        top = self.scroll_offset.y
        page = self.size.height
        if page <= 0:
            return
        wanted = top
        if row - margin < top:
            wanted = max(0, row - margin)
        elif row + height + margin > top + page:
            wanted = min(row, row + height + margin - page)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        base = self._base
        if base is None:
            base = self._base = self.rich_style
        if row >= self.line_count:
            return Strip.blank(self.size.width, base)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._paint(row, base)
            self._strips[row] = strip
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines between borders; Textual finds the colours of both for each line, which takes longer than the words."""
        width, height, gutter = *self.outer_size, self.styles.gutter
        rows = range(max(crop.y, gutter.top), min(crop.bottom, height - gutter.bottom))
        usual = super().render_lines
        if not rows:
            return usual(crop)
        edge = usual(Region(0, rows.start, width, 1))[0] if gutter.width else Strip([])
        sides = (edge.crop(0, gutter.left)._segments, edge.crop(width - gutter.right)._segments)
        if sides != self._sides:
            self._sides = sides
            self._bordered.clear()
        ends = [range(crop.y, rows.start), range(rows.stop, crop.bottom)]
        above, below = (usual(Region(0, end.start, width, len(end))) if end else [] for end in ends)
        lines = [*above, *(self._between_sides(y - gutter.top) for y in rows), *below]
        return lines if crop.column_span == (0, width) else [line.crop(*crop.column_span) for line in lines]

    def _between_sides(self, y: int) -> Strip:
        content, row = self.render_line(y), y + self.scroll_offset.y
        kept = self._bordered.get(row)
        if kept is not None and kept[0] is content:
            return kept[1]
        left, right = self._sides
        shown = content
        for each in self.get_line_filters():
            shown = shown.apply_filter(each, self.background_colors[1])
        if left or right:
            shown = Strip([*left, *shown, *right], self.outer_size.width)
        self._bordered[row] = (content, shown)
        return shown

    def _paint(self, row: int, base: Style) -> Strip:
        line: Line = (Run(" "), *self.line(row))
        over = self.over(row)
        segments = self.painter.segments(line, base, over)
        width, length = self.size.width, sum(segment.cell_length for segment in segments)
        if length < width:
            segments.append(Segment(" " * (width - length), base + self.painter.style(over)))
            return Strip(segments, width)
        return Strip(segments, length).crop(0, width)

    def get_line_filters(self) -> list[LineFilter]:
        """All but the one that finds colours for ANSI's: the painter has made them, and it takes time on every line."""
        return [each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)]

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painter = self._base = None
        self._strips.clear()
        if self.is_attached:
            self._draw_title()

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Lays out what depends on the size, before it is painted: the event of it comes a frame later."""
        before = self._size
        is_changed = super()._size_updated(size, virtual_size, container_size, layout)
        if self._size != before or not self._is_laid_out:
            self._is_laid_out = True
            self._strips.clear()
            self._draw_title()
            self.resized()
        return is_changed

    def on_hide(self) -> None:
        """What is shown here meanwhile has no room to be laid out in."""
        self._is_laid_out = False

    def resized(self) -> None:
        """Lays out what depends on the size."""

    def _take_length(self) -> None:
        """Tells the scrollbar how many lines there are, without laying the whole screen out anew."""
        size = Size(self.size.width, self.line_count)
        if size == self.virtual_size:
            return
        if self.styles.auto_dimensions:
            self.virtual_size = size
            return
        had_bar = self.virtual_size.height > self.size.height
        self.set_reactive(LineView.virtual_size, size)
        if had_bar or size.height > self.size.height:  # where nothing can be scrolled, the bar stays blank
            self._scroll_update(size)

    def _draw_title(self) -> None:
        """Title and pill as one border label, with the border's own line between them."""
        room = self.outer_size.width - 6
        heading, word, hue, _ = self._frame
        if room <= 0 or not heading:
            return
        pill = f" {word} " if word else ""
        title = clip(displayable(heading), max(1, room - len(pill) - 2), cell_len)
        label = Content.styled(title, "bold")
        if pill:
            rule = "-" if self.app.has_class("-ascii") else "─"
            gap = max(1, room - cell_len(title) - cell_len(pill) - 1)
            style = self.painter.pill(hue)
            label = Content.assemble(
                label, f" {rule * gap}", Content(pill).stylize(ContentStyle.from_rich_style(style))
            )
        self.border_title = label
