"""Dark, light, sixteen colours and none: every theme paints every name, and no meaning is colour alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from annotator.config import Memory, ScreenSettings
from annotator.errors import UsageError
from annotator.model import GenreType
from annotator.tui import AnnotatorApp
from annotator.tui.ascii_filter import ConsoleFilter, in_ascii
from annotator.tui.theme import (
    ANSI_DARK,
    ANSI_LIGHT,
    CONTRAST,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    LOOKS,
    SAFE,
    SAFE_LIGHT,
    Painter,
    choose_theme,
    make_themes,
)
from annotator.view import ASCII, LEGEND, UNICODE, Run
from tests.tui.screens import WIDE, home_of, last_line, settle, text_of, until

THEMES = {theme.name: theme for theme in make_themes()}
MIN_CONTRAST = 4.5  # WCAG 2.1, 1.4.3 for text
MARK_CONTRAST = 3.0
HIGH_CONTRAST = 7.0  # WCAG 2.1, 1.4.6
DECORATION = ("faint",)
"""Rails and tracks; nothing is lost with them."""
MIN_BAR, MIN_QUIET_BAR = 1.25, 1.15
"""Of the selected row's background against the others'; the words on it must stay easy to read."""


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        ({"COLORTERM": "truecolor"}, DARK),
        ({"TERM": "xterm-256color", "COLORFGBG": "0;15"}, LIGHT),
        ({"TERM": "linux"}, ANSI_DARK),
        ({"COLORTERM": "truecolor", "NO_COLOR": "1"}, ANSI_DARK),
        ({"TERM": "vt220", "COLORFGBG": "0;7"}, ANSI_LIGHT),
    ],
)
def test_the_theme_follows_what_the_terminal_says(environment: dict[str, str], theme: str) -> None:
    assert choose_theme(None, environment) == theme


def test_a_theme_that_was_asked_for_wins() -> None:
    assert choose_theme("light", {"NO_COLOR": "1"}) == LIGHT
    assert choose_theme("nord", {}) == "nord"


def test_the_chosen_theme_holds_where_the_terminal_can_show_it() -> None:
    assert choose_theme(None, {"COLORTERM": "truecolor"}, preferred="safe") == SAFE
    assert choose_theme(None, {"COLORTERM": "truecolor", "NO_COLOR": "1"}, preferred="safe") == ANSI_DARK
    assert choose_theme(None, {"TERM": "linux"}, preferred="contrast") == ANSI_DARK
    assert choose_theme("terminal", {"COLORTERM": "truecolor", "COLORFGBG": "0;15"}, preferred="dark") == LIGHT
    assert choose_theme(None, {"COLORTERM": "truecolor"}, preferred="terminal") == DARK


async def test_the_theme_chosen_last_is_there_in_the_next_run(session, tmp_path: Path) -> None:
    file = tmp_path / "state" / "screens.json"
    app = AnnotatorApp(session, memory=Memory(file))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("z", "t")
        await until(pilot, lambda: "colour-blind people" in text_of(pilot))
        await pilot.press("6")
        await until(pilot, lambda: app.theme == SAFE)
        assert "Colours: dark, hues that colour-blind people tell apart" in last_line(pilot)
    assert AnnotatorApp(session, memory=Memory(file)).theme == SAFE
    assert AnnotatorApp(session, memory=Memory(file), theme="light").theme == LIGHT


async def test_a_theme_of_the_file_comes_back_and_that_is_said(session, tmp_path: Path) -> None:
    settings = ScreenSettings(theme="contrast")
    memory = Memory(tmp_path / "screens.json")
    app = AnnotatorApp(session, settings=settings, memory=memory)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert app.theme == CONTRAST
        await pilot.press("z", "c")
        await until(pilot, lambda: "annotator.toml says contrast" in last_line(pilot))
    assert memory.recall("theme") is None


def test_a_theme_of_the_file_that_is_unknown_is_refused(session) -> None:
    with pytest.raises(UsageError, match=r"mine.toml: no theme is called 'mauve'"):
        AnnotatorApp(session, settings=ScreenSettings(theme="mauve", file="mine.toml"))


async def test_the_file_switches_motion_legend_and_signs(session) -> None:
    app = AnnotatorApp(session, theme="dark", settings=ScreenSettings(ascii=True, motion=False, legend=False))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert app.animation_level == "none"
        assert "Nothing moves on its own, as annotator.toml says" in last_line(pilot)
        assert "≠" not in text_of(pilot)
        assert "not decided" not in text_of(pilot).splitlines()[-2]
        await pilot.press("z", "l")
        await until(pilot, lambda: "not decided" in text_of(pilot).splitlines()[-2])


def test_a_memory_that_cannot_be_read_or_written_costs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "screens.json"
    file.write_text("[", encoding="utf-8")
    assert Memory(file).recall("theme") is None
    assert Memory(file).keep("theme", "dark")
    assert Memory(file).recall("theme") == "dark"
    lasting = Memory(file / "below")
    assert not lasting.keep("theme", "light")
    assert lasting.recall("theme") == "light"


def test_an_unknown_theme_is_refused_with_the_known_ones(session) -> None:
    with pytest.raises(UsageError, match="choose one of terminal, dark, light"):
        AnnotatorApp(session, theme="mauve")


def luminance(colour: str) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    r, g, b = Color.parse(colour).rgb
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)


def contrast(front: str, back: str) -> float:
    lighter, darker = sorted((luminance(front), luminance(back)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def painted(look: str, theme: Theme, ground: str, over: str) -> float:
    """The contrast of a word in this look as it is painted."""
    base = Style(color=theme.variables["hue-text"], bgcolor=ground)
    (segment,) = Painter(theme.variables, is_plain=False).segments((Run("word", look),), base, over)
    assert segment.style is not None
    assert segment.style.color is not None
    assert segment.style.bgcolor is not None
    return contrast(segment.style.color.name, segment.style.bgcolor.name)


COLOURED = (DARK, LIGHT, CONTRAST, CONTRAST_LIGHT, SAFE, SAFE_LIGHT)


@pytest.mark.parametrize("over", ["", "bar", "bar-quiet"])
@pytest.mark.parametrize("look", sorted(set(LOOKS) - {"pill"}))
@pytest.mark.parametrize("name", COLOURED)
def test_words_can_be_read_on_the_background_and_on_the_selection(name: str, look: str, over: str) -> None:
    theme = THEMES[name]
    usual = HIGH_CONTRAST if name in (CONTRAST, CONTRAST_LIGHT) else MIN_CONTRAST
    wanted = MARK_CONTRAST if look in DECORATION and not over else usual
    for ground in (theme.background, theme.surface, theme.panel):
        assert painted(look, theme, ground, over) >= wanted


@pytest.mark.parametrize(
    "look", sorted(made for made in LOOKS if LOOKS[made].hue and made not in (*DECORATION, "pill"))
)
@pytest.mark.parametrize("name", COLOURED)
def test_the_words_of_a_pill_can_be_read(name: str, look: str) -> None:
    style = Painter(THEMES[name].variables, is_plain=False).pill(look)
    assert style.color is not None
    assert style.bgcolor is not None
    assert contrast(style.color.name, style.bgcolor.name) >= MIN_CONTRAST


@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("role", sorted({made.hue for look, made in LOOKS.items() if look.startswith("label-")}))
def test_a_label_can_be_read_wherever_it_stands_in_a_text(name: str, role: str) -> None:
    theme = THEMES[name]
    for back in ("focus-back", "target-back"):
        assert contrast(theme.variables[f"hue-{role}"], theme.variables[f"hue-{back}"]) >= MIN_CONTRAST


@pytest.mark.parametrize("name", COLOURED)
def test_the_selected_row_is_told_from_the_others(name: str) -> None:
    theme = THEMES[name]
    assert contrast(theme.variables["hue-bar-back"], theme.background) >= MIN_BAR
    assert contrast(theme.variables["hue-bar-quiet"], theme.background) >= MIN_QUIET_BAR


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("name", [ANSI_DARK, ANSI_LIGHT])
def test_in_sixteen_colours_no_word_lies_on_its_own_colour(name: str, look: str) -> None:
    """Only the terminal's own background is known to differ from all others; blue and black are too near."""
    painter = Painter(THEMES[name].variables, is_plain=True)
    drowned = {"blue", "black"} if name == ANSI_DARK else {"white", "bright_white", "yellow", "bright_yellow"}
    for over in ("", "bar", "bar-quiet"):
        (segment,) = painter.segments((Run("word", look),), Style(), over)
        for style in (segment.style, painter.pill(look)):
            assert style is not None
            assert style.bgcolor is None
            assert style.color is None or style.color.name not in drowned


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_reversed_row_has_one_background(look: str) -> None:
    painter = Painter(THEMES[ANSI_DARK].variables, is_plain=True)
    (segment,) = painter.segments((Run("word", look),), Style(), "bar")
    assert segment.style is not None
    assert segment.style.color is None
    assert not segment.style.dim


@pytest.mark.parametrize(("over", "is_reversed"), [("bar", False), ("bar-quiet", True)])
def test_the_cell_at_the_cursor_is_told_from_its_row(over: str, is_reversed: bool) -> None:
    painter = Painter({}, is_plain=True)
    cell, row = painter.segments((Run("a", "differing target"), Run("b", "differing")), Style(), over)
    assert cell.style is not None
    assert row.style is not None
    assert bool(cell.style.reverse) is is_reversed
    assert bool(row.style.reverse) is not is_reversed


def test_every_genre_has_a_look() -> None:
    assert {f"genre-{g.value.replace('_', '-')}" for g in GenreType} <= set(LOOKS)


def test_every_colour_role_is_defined_in_every_theme() -> None:
    roles = {role for look in LOOKS.values() for role in (look.hue, look.back) if role}
    for theme in THEMES.values():
        assert {f"hue-{role}" for role in roles} <= set(theme.variables)


def test_without_colours_selection_differences_and_flags_still_look_different() -> None:
    painter = Painter({}, is_plain=True)
    assert painter.style("bar").reverse
    assert painter.style("found").reverse
    assert painter.style("different").underline
    assert painter.style("same").dim
    assert painter.style("flagged").underline
    assert painter.style("differing").bold


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_every_sign_is_one_cell_wide_and_means_one_thing(glyphs) -> None:
    signs = [getattr(glyphs, name) for name, _ in LEGEND]
    assert len(set(signs)) == len(signs)
    assert {cell_len(sign) for sign in signs} == {1}


def test_in_ascii_no_bar_looks_like_a_disagreement() -> None:
    assert ASCII.disagreement not in ASCII.bars + ASCII.shares + in_ascii("▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▐▔▕░▒▓")


def test_an_unknown_name_of_a_style_paints_plainly() -> None:
    assert Painter({}, is_plain=False).segments((Run("x", "nonsense"),), Painter({}, is_plain=False).style("text"))


@pytest.mark.parametrize(
    "name", ["dark", "light", "contrast", "safe-light", "ansi", "ansi-light", "nord", "ansi-dark", "solarized-light"]
)
async def test_every_theme_shows_the_same_words(session, name: str) -> None:
    app = AnnotatorApp(session, theme=name)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "≠" in text_of(pilot)
        assert "Said by" in text_of(pilot)


async def test_no_color_sends_no_colour(session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = AnnotatorApp(session)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        for strip in pilot.app.screen._compositor.render_strips():
            filtered = strip
            for line_filter in app.get_line_filters():
                filtered = filtered.apply_filter(line_filter, Color.parse("black"))
            for segment in filtered:
                colours = (segment.style.color, segment.style.bgcolor) if segment.style else ()
                assert all(c is None or c.is_default for c in colours)


async def test_a_terminal_without_utf8_gets_ascii_signs(app: AnnotatorApp) -> None:
    app.add_class("-ascii")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        reader = home_of(pilot).reader
        first = "".join(run.text for run in reader.line(0))
        assert "#" in first
        assert "≠" not in text_of(pilot)


async def test_a_terminal_without_utf8_gets_nothing_else(app: AnnotatorApp) -> None:
    app.add_class("-ascii")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        strips = app.screen._compositor.render_strips()
        filtered = [strip.apply_filter(app.get_line_filters()[-1], Color(0, 0, 0)) for strip in strips]
        assert all(strip.text.isascii() for strip in filtered)
        assert {strip.cell_length for strip in filtered} == {WIDE[0]}


@pytest.mark.parametrize(
    ("text", "plain"),
    [("“Zoë” – 3 €…", '"Zoe" - 3 ?.'), ("日本", "????"), ("e\u0301", "e"), ("╭─▎▆", "+-|:"), ("ﬀ", "?")],
)
def test_ascii_takes_as_many_cells(text: str, plain: str) -> None:
    assert in_ascii(text) == plain
    assert cell_len(plain) == cell_len(text)


def test_the_linux_console_gets_signs_that_its_fonts_have_in_as_many_cells() -> None:
    shown = "╭━╮│┃▁▇…✓✗≠▸●“Goïta” 渡輪"
    made = ConsoleFilter().apply([Segment(shown)], Color(0, 0, 0))
    assert made[0].text == "┌─┐││_█.+x#>*“Goïta” 渡輪"
    assert cell_len(made[0].text) == cell_len(shown)


def test_only_the_linux_console_gets_them(app: AnnotatorApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    assert any(isinstance(f, ConsoleFilter) for f in app.get_line_filters())
    monkeypatch.setenv("TERM", "screen")
    assert not any(isinstance(f, ConsoleFilter) for f in app.get_line_filters())
