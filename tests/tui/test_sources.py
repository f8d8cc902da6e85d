"""Sources and outlets by keys: rename, merge, split, rate, correct; each with its undo."""

from __future__ import annotations

from annotator.model import SourceRole
from annotator.tui import AnnotatorApp
from annotator.tui.screens.claims import ClaimsScreen
from annotator.tui.screens.sources import SourcesScreen
from tests.tui.screens import NARROW, WIDE, last_line, settle, text_of, until


async def open_sources(pilot, *keys: str) -> SourcesScreen:
    await settle(pilot)
    await pilot.press("g", "s")
    await until(pilot, lambda: isinstance(pilot.app.screen, SourcesScreen))
    await pilot.pause()
    screen = pilot.app.screen
    await pilot.press(*keys)
    await pilot.pause()
    return screen


def names(screen: SourcesScreen) -> list[str]:
    return [screen._sources[item.key].name for item in screen.items()]


async def test_everybody_who_is_quoted_is_a_row_and_enter_lists_the_claims(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        screen = await open_sources(pilot)
        assert "sources 1 of 3" in last_line(pilot)
        name = screen.source.name
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ClaimsScreen))
        await pilot.pause()
        assert f'filter: source:"{name}"' in text_of(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_enter_shows_the_claims_of_another_source_where_the_list_is_open_already(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "c")
        await open_sources(pilot, "j")
        name = pilot.app.screen.source.name
        await pilot.press("enter")
        await until(pilot, lambda: f'filter: source:"{name}"' in text_of(pilot))


async def test_a_source_is_renamed_everywhere_and_u_takes_it_back(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_sources(pilot)
        before = names(screen)
        old = screen.source.name
        await pilot.press("e", "1")
        await until(pilot, lambda: f"Rename {old}" in text_of(pilot))
        await pilot.press("end", "X", "enter")
        await until(pilot, lambda: f"{old}X" in names(screen))
        assert last_line(pilot).startswith(f"Renamed {old} to {old}X")
        assert screen.source.name == f"{old}X"
        await pilot.press("u")
        await until(pilot, lambda: names(screen) == before)


async def test_what_a_source_is_can_be_corrected_everywhere_with_one_undo(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_sources(pilot)
        before, times = screen.source, len(screen.source.quoted)
        await pilot.press("e", "2")
        await until(pilot, lambda: f"What {before.name} is" in text_of(pilot))
        await pilot.press("4")
        await until(pilot, lambda: screen.source.role is SourceRole.DOCUMENT)
        assert (screen.source.name, len(screen.source.quoted)) == (before.name, times)
        await pilot.press("u")
        await until(pilot, lambda: screen.source.role is before.role)


async def test_two_sources_are_merged_and_split_again(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_sources(pilot)
        first, other = names(screen)[:2]
        await pilot.press("equals_sign")
        await until(pilot, lambda: "Same source" in text_of(pilot))
        await pilot.press(*other, "enter")
        await until(pilot, lambda: len(names(screen)) == 2)
        assert set(screen.source.names) == {first, other}
        await pilot.press("s")
        await until(pilot, lambda: "Which name is not" in text_of(pilot))
        await pilot.press("1")
        await until(pilot, lambda: len(names(screen)) == 3)
        await pilot.press("u")
        await until(pilot, lambda: len(names(screen)) == 2)
        await pilot.press("u")
        await until(pilot, lambda: len(names(screen)) == 3)


async def test_a_source_with_one_name_cannot_be_split_and_the_key_says_so(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_sources(pilot, "s")
        assert "It has only one name" in last_line(pilot)


async def test_an_outlet_is_rated_with_a_reason(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_sources(pilot, "o")
        assert "outlets 1 of 3" in last_line(pilot)
        await pilot.press("r", "b")
        await until(pilot, lambda: "Why B" in text_of(pilot))
        await pilot.press(*"careful", "enter")
        await until(pilot, lambda: screen.outlet.rating == "B")
        assert "rated B" in text_of(pilot)
        await pilot.press("u")
        await until(pilot, lambda: screen.outlet.rating is None)


async def test_an_outlet_gets_another_name_and_kind(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_sources(pilot, "o", "e")
        await until(pilot, lambda: "Correct " in text_of(pilot))
        await pilot.press("1")
        await until(pilot, lambda: "Name of" in text_of(pilot))
        await pilot.press("end", "Z", "enter")
        await until(pilot, lambda: screen.outlet is not None and screen.outlet.name.endswith("Z"))
        await pilot.press("e", "2")
        await until(pilot, lambda: "What it is" in text_of(pilot))
        await pilot.press(*"wire", "enter")
        await until(pilot, lambda: screen.outlet.kind.value == "wire_agency")


async def test_a_date_that_is_none_is_refused_with_the_reason(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_sources(pilot, "o", "e", "4")
        await until(pilot, lambda: "Published on" in text_of(pilot))
        await pilot.press("end", "7", "enter")
        await until(pilot, lambda: "Not done: a date reads" in last_line(pilot))
        assert screen.outlet.documents[0].published == "2031-05-06"
