"""Paints only what is seen of the lines that changed; Textual also paints and cuts what lies below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

Result = TypeVar("Result")


class Piece(NamedTuple):
    """Cells of a strip that are seen, and where: cutting strips takes longer than painting them."""

    y: int
    x: int
    strip: Strip
    start: int
    end: int
    """Cells [start, end) of the strip."""

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return self.end - self.start

    def is_like(self, other: Piece | None) -> bool:
        """Whether the other piece shows the same, at a place that is known to be the same."""
        return other is not None and other.strip is self.strip and other[3:] == self[3:]


class Pieces(tuple[Piece, ...]):
    """What was painted, in no order; no two pieces overlap."""

    __slots__ = ()


class FrontCompositor(Compositor):
    """Goes from the front to the back, until nothing of the spans that changed is left."""

    def render_update(  # type: ignore[override]  # Pieces are taken by the application, which alone asks for them
        self, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
    ) -> RenderableType | Pieces | None:
        """What changed, as pieces; the whole screen, which is asked for pictures only, as Textual makes it."""
        if full:
            return super().render_update(full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])
        regions = [region.intersection(self.size.region) for region in self._dirty_regions]
        self._dirty_regions.clear()
        if not regions:
            return None
        pieces = Pieces(self._paint(self._regions_to_spans(regions)))
        for widget, (region, clip) in self.visible_widgets.items():
            if any(painted.contains_region(region.intersection(clip)) for painted in regions):
                widget._exchange_repaint_regions()  # what was to be painted, has been
        return pieces

    def _paint(self, spans: Iterable[tuple[int, int, int]]) -> Iterator[Piece]:
        left: dict[int, list[tuple[int, int]]] = {}
        for y, start, end in spans:
            if start < end:
                left.setdefault(y, []).append((start, end))
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            x1, x2 = seen.x, seen.right
            rows = [y for y in seen.line_range for a, b in left.get(y, ()) if a < x2 and b > x1]
            if not rows:
                continue
            top = rows[0]
            strips = widget.render_lines(Region(0, top - region.y, region.width, rows[-1] + 1 - top))
            for y in dict.fromkeys(rows):
                rest = []
                for start, end in left.pop(y):
                    a, b = max(start, x1), min(end, x2)
                    if a >= b:
                        rest.append((start, end))
                        continue
                    yield Piece(y, a, strips[y - top], a - region.x, b - region.x)
                    if start < a:
                        rest.append((start, a))
                    if b < end:
                        rest.append((b, end))
                if rest:
                    left[y] = rest
            if not left:
                return


class FrontFirst(Screen[Result]):
    """A screen that is painted so."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(name, id, classes)
        self._compositor = FrontCompositor()
