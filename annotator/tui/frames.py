"""What has to be sent, so that the terminal shows a frame? Only the cells that differ from what it shows.

Textual sends every line that a widget painted anew, each piece of it with all its colours: 15,000 bytes for a move of
the cursor, 80,000 for another screen. Over a line of 9600 baud that is a minute and a half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual._compositor import CompositorUpdate
from textual.strip import Strip

from annotator.tui.front import Piece

Cell = tuple[str, "Paint"]
"""A character with what stands over it, and how it is painted; the second cell of a wide one has no character."""
Paint = tuple[str, str, str]
"""Attributes, foreground and background, as the parameters of SGR; a blank has no foreground."""

PLAIN: Paint = ("", "39", "49")
GAP = 4  # cells that are alike and cheaper to send again than to jump over: a jump takes 4 to 8 bytes
MIN_ERASED = 12  # blanks that are cheaper to erase and jump over than to send
FRAMES = frozenset("│┃║|▏▎▕╭╮╰╯┌┐└┘")
_KEPT = 4_096


class Frames(CompositorUpdate):
    """Takes what Textual painted, and renders what of it the terminal does not show yet."""

    def __init__(self, *, erases: bool = False) -> None:
        """Takes whether the terminal erases with the background that is chosen at that time."""
        self._erases = erases
        self._wanted: list[list[Cell]] = []
        self._pieces: list[dict[int, Piece]] = []
        """What each line is made of, by its first column: Textual keeps the strips of what did not change."""
        self._shown: list[list[Cell] | None] = []
        self._touched: set[int] = set()
        self._size = (0, 0)
        self._paints: dict[Style | None, Paint] = {}

    def take(self, pieces: Iterable[Piece], size: tuple[int, int], system: ColorSystem | None) -> None:
        """Paints pieces onto the frame that is wanted.

        Args:
            size: columns and rows of the terminal; nothing is known of what one of another size shows.
            system: how many colours the terminal has.
        """
        if size != self._size:
            self._size = size
            self._wanted = [[(" ", PLAIN)] * size[0] for _ in range(size[1])]
            self._pieces = [{} for _ in range(size[1])]
            self.forget()
        width, height = size
        for piece in pieces:
            y, x = piece.y, piece.x
            if y < height and x < width and not piece.is_like(self._pieces[y].get(x)):
                cells, end = self._cells(piece.strip, system), min(piece.end, piece.start + width - x)
                _cut(cells, piece.start)
                _cut(cells, end)
                self._place(piece, cells[piece.start : end])

    def _place(self, piece: Piece, cells: list[Cell]) -> None:
        row, x, end = self._wanted[piece.y], piece.x, piece.x + len(cells)
        pieces = self._pieces[piece.y]
        if x not in pieces or pieces[x].width != piece.width:
            self._pieces[piece.y] = pieces = {a: p for a, p in pieces.items() if a + p.width <= x or a >= end}
        pieces[x] = piece
        if row[x:end] != cells:
            _cut(row, x)
            _cut(row, end)
            row[x:end] = cells
            self._touched.add(piece.y)

    def forget(self) -> None:
        """Sends everything anew: something else wrote on the terminal."""
        self._shown = [None] * self._size[1]
        self._touched = set(range(self._size[1]))

    @property
    def is_shown(self) -> bool:
        """Whether the terminal shows all that is wanted."""
        return not self._touched

    def render_segments(self, console: Console) -> str:
        """What turns the shown frame into the wanted one."""
        made: list[str] = []
        now = PLAIN
        for y in sorted(self._touched):
            row = self._wanted[y]
            for start, end in changed_spans(self._shown[y], row):
                made.append(f"\x1b[{y + 1};{start + 1}H")
                now = self._write(row[start:end], now, made, y=y, x=start)
            self._shown[y] = row.copy()
        self._touched.clear()
        if now != PLAIN:
            made.append("\x1b[m")
        return "".join(made)

    def _write(self, cells: list[Cell], now: Paint, made: list[str], *, y: int, x: int) -> Paint:
        """Adds what shows the cells to `made`; returns the paint that is chosen then.

        Behind a character that terminals disagree on, frames and columns are gone to by their number, so that they
        stand where they belong.
        """
        is_astray = was_gap = False
        for paint, group in groupby(cells, key=itemgetter(1)):
            characters = [character for character, _ in group]
            text = "".join(characters)
            is_blank = not paint[1]
            if is_astray and not is_blank and (was_gap or text[0] in FRAMES):
                made.append(f"\x1b[{y + 1};{x + 1}H")
                is_astray = False
            is_astray = is_astray or "" in characters or len(text) != len(characters)
            was_gap = is_blank and len(text) > 1
            x += len(characters)
            wanted = (paint[0], now[1], paint[2]) if is_blank else paint
            if wanted != now:
                made.append(change_of_paint(now, wanted))
                now = wanted
            is_erased = is_blank and len(text) >= MIN_ERASED and (self._erases or paint[2] == PLAIN[2])
            made.append(f"\x1b[{len(text)}X\x1b[{len(text)}C" if is_erased else text)
        return now

    def _cells(self, strip: Strip, system: ColorSystem | None) -> list[Cell]:
        made: list[Cell] = []
        for text, style, control in strip:
            if control:
                continue
            paint = self._paints.get(style)
            if paint is None:
                paint = self._paints[style] = PLAIN if style is None else paint_of(style, system)
            made += cells_of(text, paint)
        return made


@lru_cache(_KEPT)
def cells_of(text: str, paint: Paint) -> tuple[Cell, ...]:
    """The cells of a text in one paint."""
    blank = paint if paint[0] else ("", "", paint[2])
    return tuple([(c, blank if c == " " else paint) for c in split_cells(text)])


def changed_spans(old: list[Cell] | None, new: list[Cell]) -> Iterator[tuple[int, int]]:
    """Cells [start, end) of a row that are sent; all, where terminals may disagree on a character's width."""
    if old == new:
        return
    if old is None or _is_uncertain(old) or _is_uncertain(new):
        yield 0, len(new)
        return
    start = end = -1
    for x, (before, after) in enumerate(zip(old, new, strict=True)):
        if before == after:
            continue
        if start >= 0 and x - end > GAP:
            yield start, end
            start = x
        elif start < 0:
            start = x
        end = x + 1
    if start >= 0:
        yield start, end


def change_of_paint(old: Paint, new: Paint) -> str:
    """The shortest SGR that leads from one paint to another."""
    if old[0] != new[0]:
        codes = ["0", new[0], *(code for code, usual in zip(new[1:], PLAIN[1:], strict=True) if code != usual)]
    else:
        codes = [after for before, after in zip(old[1:], new[1:], strict=True) if before != after]
    return f"\x1b[{';'.join(code for code in codes if code)}m" if codes != ["0", ""] else "\x1b[m"


def paint_of(style: Style, system: ColorSystem | None) -> Paint:
    """A style as the terminal takes it, with as many colours as it has."""
    if system is None:
        return PLAIN
    colours = []
    for colour, usual, is_front in ((style.color, "39", True), (style.bgcolor, "49", False)):
        codes = colour.downgrade(system).get_ansi_codes(foreground=is_front) if colour is not None else (usual,)
        colours.append(";".join(codes))
    bare = Style(**{name: getattr(style, name) for name in _ATTRIBUTES if getattr(style, name)})
    return (bare._make_ansi_codes(system), colours[0], colours[1])


_ATTRIBUTES = ("bold", "dim", "italic", "underline", "blink", "reverse", "strike", "underline2", "overline")


@lru_cache(_KEPT)
def split_cells(text: str) -> tuple[str, ...]:
    """The cells of a text."""
    if text.isascii() or (cell_len(text) == len(text) and all(cell_len(c) == 1 for c in text)):
        return tuple(text)
    made: list[str] = []
    sign, at, size = "", 0, 0  # the last sign, where it stands, and how many cells it takes
    for character in text:
        own = cell_len(character)
        grown = cell_len(sign + character) - size
        if own and grown == own:
            sign, at, size = character, len(made), own
            made += [character, *[""] * (own - 1)]
            continue
        sign, size = sign + character, size + grown  # a mark, or a part of an emoji of several people
        if made:
            made[at] += character
            made += [""] * grown
    return tuple(made)


def _cut(row: list[Cell], x: int) -> None:
    """Makes blanks of a wide character that lies on both sides of a column."""
    if 0 < x < len(row) and not row[x][0]:
        row[x - 1 : x + 1] = [(" ", paint) for _, paint in row[x - 1 : x + 1]]


def _is_uncertain(row: list[Cell]) -> bool:
    """Whether a cell holds no character, as the second of a wide one, or several."""
    return set(map(len, map(itemgetter(0), row))) != {1}


def erases_in_colour() -> bool:
    """Whether the terminal says that it erases with the background that is chosen; TERM may name none that is known."""
    try:
        import curses  # here: there is none on Windows

        curses.setupterm(fd=1)
    except (ImportError, OSError, curses.error):
        return False
    return curses.tigetflag("bce") > 0 and curses.tigetstr("ech") is not None
