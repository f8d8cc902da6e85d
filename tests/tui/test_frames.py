"""What is sent to the terminal: what it shows afterwards is the frame that was painted, and no cell is sent twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from annotator.tui import AnnotatorApp
from annotator.tui.frames import PLAIN, Frames, Paint, split_cells
from annotator.tui.front import Piece
from annotator.tui.pacing import PATIENCE_S, QUESTION, Pace
from annotator.tui.screens.claims import ClaimsScreen
from annotator.tui.widgets.bar import Bar
from annotator.tui.widgets.line_view import LineView
from annotator.tui.widgets.lines import Lines
from annotator.view import PLACES
from tests.tui.screens import NARROW, WIDE, home_of, settle, text_of, until

SIZE = WIDTH, HEIGHT = 30, 4
CONSOLE = Console()
CODE = re.compile(r"\x1b\[([\d;]*)([A-Za-z])|(.)", re.DOTALL)
ATTRIBUTES = {"1", "2", "3", "4", "7", "9"}


class Screen:
    """As much of a terminal as frames need."""

    def __init__(self) -> None:
        self.cells = [[(" ", PLAIN)] * WIDTH for _ in range(HEIGHT)]
        self.x = self.y = 0
        self.paint: Paint = PLAIN

    def feed(self, sent: str) -> None:
        for match in CODE.finditer(sent):
            numbers, code, character = match.groups()
            match code:
                case "H":
                    self.y, self.x = (int(n) - 1 for n in numbers.split(";"))
                case "m":
                    self._choose(numbers.split(";"))
                case "X":
                    self.cells[self.y][self.x : self.x + int(numbers)] = [(" ", self._blank())] * int(numbers)
                case "C":
                    self.x = min(WIDTH - 1, self.x + int(numbers))
                case None:
                    self._put(character)

    def _put(self, character: str) -> None:
        size = len(split_cells(f"a{character}")) - 1
        if size == 0:
            at = self.x - 1 if self.cells[self.y][self.x - 1][0] else self.x - 2
            self.cells[self.y][at] = (self.cells[self.y][at][0] + character, self.paint)
            return
        paint = self._blank() if character == " " and not self.paint[0] else self.paint
        self.cells[self.y][self.x : self.x + size] = [(character, paint), *[("", paint)] * (size - 1)]
        self.x += size

    def _blank(self) -> Paint:
        return ("", "", self.paint[2])

    def _choose(self, codes: list[str]) -> None:
        attributes, front, back = self.paint
        while codes:
            code = codes.pop(0)
            if code in ("", "0"):
                attributes, front, back = PLAIN
            elif code in ATTRIBUTES:
                attributes = f"{attributes};{code}".strip(";")
            elif code in ("38", "48"):
                code = ";".join([code, *(codes.pop(0) for _ in range(2 if codes[0] == "5" else 4))])
                front, back = (code, back) if code.startswith("38") else (front, code)
            elif code == "49" or code[0] == "4" or code[:2] == "10":
                back = code
            else:
                front = code
        self.paint = (attributes, front, back)


styles = st.sampled_from(
    [
        Style(),
        Style.parse("bold red"),
        Style.parse("#10203a on #405060"),
        Style.parse("underline dim"),
        Style.parse("on blue"),
    ]
)
texts = st.text(alphabet="ab  ≠渡e\u0301🛟", max_size=14)


@st.composite
def updates(draw: st.DrawFn) -> list[Piece]:
    """A whole frame, or pieces of one line: parts of strips, beside each other, not always to the edge."""
    if draw(st.booleans()):
        return [Piece(y, 0, _fit(draw(segments()), WIDTH), 0, WIDTH) for y in range(HEIGHT)]
    y, cut = draw(st.integers(0, HEIGHT - 1)), draw(st.integers(1, WIDTH - 1))
    x = draw(st.integers(0, cut))
    strip = _fit(draw(segments()), WIDTH)
    end = draw(st.integers(cut, WIDTH))
    return [Piece(y, a, strip, a, b) for a, b in ((x, cut), (cut, end)) if a < b]


def segments() -> st.SearchStrategy[list[Segment]]:
    return st.lists(st.tuples(texts, styles).map(lambda made: Segment(*made)), max_size=4)


def _fit(made: list[Segment], width: int) -> Strip:
    return Strip(made).adjust_cell_length(width, Style())


@given(painted=st.lists(updates(), min_size=1, max_size=6), erases=st.booleans(), system=st.sampled_from(ColorSystem))
def test_the_terminal_shows_what_was_painted(painted: list[list[Piece]], *, erases: bool, system: ColorSystem) -> None:
    frames, screen = Frames(erases=erases), Screen()
    for update in painted:
        frames.take(update, SIZE, system)
        screen.feed(frames.render_segments(CONSOLE))
        assert screen.cells == [[_seen(cell) for cell in row] for row in frames._wanted]
        assert frames.is_shown


def _seen(cell: tuple[str, Paint]) -> tuple[str, Paint]:
    """A blank without attributes shows its background only."""
    return (cell[0], ("", "", cell[1][2])) if cell[0] == " " and not cell[1][0] else cell


def frame(*lines: str) -> list[Piece]:
    strips = [_fit([Segment(line, Style())], WIDTH) for line in lines]
    return [Piece(y, 0, strip, 0, WIDTH) for y, strip in enumerate(strips)]


def sent(frames: Frames, *lines: str) -> str:
    frames.take(frame(*lines), SIZE, ColorSystem.TRUECOLOR)
    return frames.render_segments(CONSOLE)


def test_a_frame_that_is_shown_already_is_not_sent_again() -> None:
    frames = Frames()
    assert "ferry" in sent(frames, "the ferry", "ran aground")
    assert sent(frames, "the ferry", "ran aground") == ""
    frames.forget()
    assert "ferry" in sent(frames, "the ferry", "ran aground")


def test_only_the_cells_that_differ_are_sent() -> None:
    frames = Frames()
    sent(frames, "40 people aboard the ferry", "ran aground")
    assert sent(frames, "52 people aboard the tram.", "ran aground").count("\x1b[") == 2
    assert sent(frames, "52 people aboard the tram!", "ran aground") == "\x1b[1;26H!"


def test_a_line_whose_widths_terminals_disagree_on_is_sent_whole() -> None:
    frames = Frames()
    sent(frames, "渡し船 ran aground", "x")
    assert "渡し船" in sent(frames, "渡し船 ran aground!", "x")


def test_a_frame_behind_a_wide_word_is_gone_to_by_its_column() -> None:
    """Spacing marks of Indic scripts take a cell in some terminals and none in others."""
    frames = Frames()
    line = "│ हिन्दी │ next".ljust(WIDTH)
    column = len(split_cells(line[: line.rindex("│")]))
    painted = sent(frames, line)
    assert f"\x1b[1;{column + 1}H│" in painted
    assert sent(Frames(), "│ hindi │ next").count("H│") == 1  # the beginning of the line


def test_a_terminal_of_another_size_gets_everything() -> None:
    frames = Frames()
    sent(frames, "the ferry")
    frames.take(frame("the ferry"), (WIDTH, HEIGHT + 1), ColorSystem.TRUECOLOR)
    assert "ferry" in frames.render_segments(CONSOLE)


def test_a_terminal_that_shrank_before_a_frame_was_sent_gets_the_new_one() -> None:
    frames = Frames()
    frames.take(frame("a", "b", "c", "d"), SIZE, ColorSystem.TRUECOLOR)
    frames.take(frame("the ferry"), (WIDTH, 1), ColorSystem.TRUECOLOR)
    assert not frames.is_shown
    assert "ferry" in frames.render_segments(CONSOLE)
    assert frames.is_shown


# in the program


def shown_text(app: AnnotatorApp) -> list[str]:
    """What the frames would have the terminal show."""
    return ["".join(character for character, _ in row).rstrip() for row in app._frames._wanted]


@pytest.mark.parametrize("letter", [place.letter for place in PLACES])
async def test_what_is_sent_is_what_a_whole_painting_shows(app: AnnotatorApp, letter: str) -> None:
    """Frames are put together of pieces that changed; nothing of what was there before may stay."""
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", letter)
        for step in (
            *"jjkj",
            "slash",
            "escape",
            "question_mark",
            "escape",
            "g",
            "escape",
            "tab",
            "j",
            (90, 30),
            "j",
            WIDE,
            "k",
        ):
            if isinstance(step, str):
                await pilot.press(step)
            else:
                await pilot.resize_terminal(*step)
            await settle(pilot)
            await until(pilot, lambda: shown_text(app) == [line.rstrip() for line in text_of(pilot).splitlines()])


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
@pytest.mark.parametrize("letter", [place.letter for place in PLACES])
async def test_lines_have_the_borders_and_colours_that_textual_gives_them(session, letter: str, theme: str) -> None:
    app = AnnotatorApp(session, theme=theme)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", letter)
        await settle(pilot)
        for key in ("j", "tab", "j", "tab"):
            await pilot.press(key)
            await settle(pilot)
            for widget in app.screen.query(LineView):
                if widget.region:
                    assert cells_as_painted(widget) == cells_as_textual_paints(widget, LineView), widget
                    bar = widget.vertical_scrollbar
                    assert cells_as_painted(bar) == cells_as_textual_paints(bar, Bar), bar


def cells_as_painted(widget: Widget) -> list[list[tuple[str, Paint]]]:
    return [Frames()._cells(strip, ColorSystem.TRUECOLOR) for strip in widget.render_lines(widget.outer_size.region)]


def cells_as_textual_paints(widget: Widget, ours: type[Widget]) -> list[list[tuple[str, Paint]]]:
    """The same with borders and colours found anew for each line."""
    widget._styles_cache.clear()
    usual, background = super(ours, widget), widget.background_colors[1]
    made = []
    for strip in usual.render_lines(widget.outer_size.region):
        filtered = strip
        for each in usual.get_line_filters():
            filtered = filtered.apply_filter(each, background)
        made.append(Frames()._cells(filtered, ColorSystem.TRUECOLOR))
    return made


async def test_a_step_that_needs_another_number_of_columns_paints_one_frame(app: AnnotatorApp) -> None:
    """The passages know their width before they are painted, so nothing is painted twice, nor left out."""
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "x")
        await settle(pilot)
        numbers, frames = set(), []
        send = app._send_frame
        app._send_frame = lambda: (frames.append(shown_text(app)), send())
        for key in ("j", "tab", "j", "tab", "j", "shift+tab", "shift+tab"):
            app._frames.render_segments(app.console)
            frames.clear()
            await pilot.press(key)
            await settle(pilot)
            claims = app.screen.columns.shown_claims
            numbers.add(len(claims))
            assert len({tuple(frame[:-1]) for frame in frames}) <= 1, key
            columns = [c for c in app.screen.columns.query(Lines) if c.display]
            assert [c.line_count > 0 for c in columns] == [True] * len(claims), key
            for column in columns:
                assert "".join(run.text for run in column.line(0)) in "\n".join(shown_text(app)), key
        assert len(numbers) > 1


async def test_what_changed_while_its_panel_was_hidden_is_there_when_it_comes_back(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        before = home.document
        await pilot.press("g", "d", "j")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert home.document != before
        words = home.document.text.split()[:4]
        await until(pilot, lambda: " ".join(words) in " ".join(shown_text(app)))


@pytest.mark.parametrize(("place", "keys", "most"), [("", "l h", 600), ("g c", "j k", 4_000), ("g m", "j k", 3_000)])
async def test_a_move_of_the_cursor_sends_little(app: AnnotatorApp, place: str, keys: str, most: int) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        there, back = keys.split()
        await pilot.press(*place.split(), there)
        await settle(pilot)
        app._frames.render_segments(app.console)
        await pilot.press(back)
        await settle(pilot)
        assert 0 < len(app._frames.render_segments(app.console)) < most


async def test_over_a_line_a_question_does_not_repaint_what_lies_below(
    session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    app = AnnotatorApp(session, theme="dark")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app._frames.render_segments(app.console)
        await pilot.press("c")
        await settle(pilot)
        assert 0 < len(app._frames.render_segments(app.console)) < 3_000


async def test_a_key_paints_the_whole_screen_anew(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app._frames.render_segments(app.console)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert len(app._frames.render_segments(app.console)) > 3_000


async def test_frames_wait_for_the_terminal_and_the_last_is_sent(session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    app = AnnotatorApp(session, theme="dark")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app._sync_available = True
        await pilot.press("l")
        await until(pilot, lambda: app._pace.remaining_s > 0)
        await pilot.press("g", "c")
        await until(pilot, lambda: isinstance(app.screen, ClaimsScreen))
        await until(pilot, lambda: app._late is not None)
        app.on_terminal_supports_synchronized_output()
        assert app._late is None
        assert app._pace.remaining_s > 0


def test_an_answer_that_never_comes_holds_nothing_for_long() -> None:
    time = [100.0]
    written: list[str] = []
    pace = Pace(lambda: time[0])
    assert pace.remaining_s == 0
    pace.ask(written.append)
    assert written == [QUESTION]
    time[0] += 1
    assert pace.remaining_s == pytest.approx(PATIENCE_S - 1)
    time[0] += PATIENCE_S
    assert pace.remaining_s == 0
    pace.ask(written.append)
    pace.answered()
    assert pace.remaining_s == 0


@given(st.text(st.sampled_from("ab 日本िबाँधகிé\u0301\u200d\ufe0f❤👩👧👦🇩🇪🏽‍"), max_size=30))
def test_the_cells_of_a_text_are_as_many_as_its_painter_counted(text: str) -> None:
    """What follows, such as the label at the end of a border, would be shifted or cut otherwise."""
    cells = split_cells(text)
    assert len(cells) == cell_len(text)
    assert text.endswith("".join(cells))


def test_people_that_are_one_sign_are_one_cell_pair() -> None:
    assert split_cells("👩\u200d👩\u200d👧 a❤\ufe0fx") == ("👩\u200d👩\u200d👧", "", " ", "a", "❤\ufe0f", "", "x")
