"""One table of keys: no clashes, nothing forbidden, every action can be run, sequences and their hints."""

from __future__ import annotations

import pytest

from annotator.tui import AnnotatorApp, places
from annotator.tui.keys import ACTIONS, Action, Context, find_clashes, place_of, printed
from annotator.tui.screens.adjudication import AdjudicationScreen
from annotator.tui.screens.claims import ClaimsScreen
from annotator.tui.screens.dashboard import DashboardScreen
from annotator.tui.screens.disagreements import DisagreementsScreen
from annotator.tui.screens.home import HomeScreen
from annotator.tui.screens.labels import LabelsScreen
from annotator.tui.screens.listing import ListScreen
from annotator.tui.screens.matrix import MatrixScreen
from annotator.tui.screens.passages import PassagesScreen
from annotator.tui.screens.review import ReviewScreen
from annotator.tui.screens.sources import SourcesScreen
from annotator.tui.screens.updates import UpdatesScreen
from annotator.tui.sequences import Outcome, Sequences, continuations
from annotator.tui.widgets.reader import Reader
from annotator.tui.widgets.virtual_list import VirtualList
from tests.tui.screens import WIDE, home_of, last_line, settle, text_of, until

NEVER = {
    "ctrl+b",
    "ctrl+a",
    "ctrl+g",
    "ctrl+z",
    "ctrl+d",
    "ctrl+w",
    "ctrl+h",
    "ctrl+i",
    "ctrl+j",
    "ctrl+m",
    "f10",
    "f11",
}
HOMES = {
    Context.HOME: HomeScreen,
    Context.LEDGER: DisagreementsScreen,
    Context.PASSAGES: PassagesScreen,
    Context.FILTERED: ListScreen,
    Context.MATRIX: MatrixScreen,
    Context.CLAIMS: ClaimsScreen,
    Context.BOARD: DashboardScreen,
    Context.SOURCES: SourcesScreen,
    Context.REVIEW: ReviewScreen,
    Context.LABELS: LabelsScreen,
    Context.CASES: AdjudicationScreen,
    Context.UPDATES: UpdatesScreen,
    Context.READER: Reader,
    Context.LIST: VirtualList,
}


def test_no_key_means_two_things_in_one_place() -> None:
    assert find_clashes() == ()


def test_a_clash_is_named_with_its_key_and_both_actions() -> None:
    table = (
        Action("one", ("x",), "", "", (Context.HOME,)),
        Action("two", ("x", "g x"), "", "", (Context.EVERYWHERE,)),
        Action("three", ("g",), "", "", (Context.HOME,)),
    )
    assert {clash.sentence for clash in find_clashes(table)} == {
        "x in documents is both one and two",
        "g in documents begins a sequence and is also three",
    }


def test_no_key_is_bound_that_a_terminal_keeps_for_itself() -> None:
    assert not {key for action in ACTIONS for key in action.keys} & NEVER


@pytest.mark.parametrize("name", places.NAMES)
def test_every_place_has_its_screen(name: str) -> None:
    screen = places.load(name)
    assert places.name_of(screen.__new__(screen)) == name


@pytest.mark.parametrize("action", [a for a in ACTIONS if not place_of(a.id)], ids=lambda a: a.id)
def test_every_action_has_its_method_where_it_works(action: Action) -> None:
    for context in action.contexts:
        homes = [HOMES[context]] if context in HOMES else [HomeScreen, DisagreementsScreen, PassagesScreen]
        for home in homes:
            assert callable(getattr(home, f"action_{action.id}", None)), home


@pytest.mark.parametrize("action", ACTIONS, ids=lambda a: a.id)
def test_every_action_says_what_it_does(action: Action) -> None:
    assert action.description[0].isupper()
    assert not action.description.endswith((".", "!"))
    assert action.label == action.label.strip() != ""


def test_keys_are_written_as_people_write_them() -> None:
    assert [printed(k) for k in ("question_mark", "ctrl+p", "g n", "enter", "S")] == [
        "?",
        "Ctrl+P",
        "g n",
        "Enter",
        "S",
    ]


GO = (Action("docs", ("g d",), "", "Go", (Context.HOME,)), Action("top", ("g g",), "", "Top", (Context.HOME,)))


def test_a_sequence_runs_when_its_second_key_comes() -> None:
    keys = Sequences()
    assert keys.feed("g", GO).outcome is Outcome.BEGUN
    pressed = keys.feed("d", GO)
    assert (pressed.outcome, pressed.action) == (Outcome.COMPLETE, GO[0])


def test_the_first_key_can_be_the_second_one_too() -> None:
    keys = Sequences()
    keys.feed("g", GO)
    assert keys.feed("g", GO).action is GO[1]


def test_escape_and_unknown_keys_end_a_sequence() -> None:
    keys = Sequences()
    keys.feed("g", GO)
    assert keys.feed("escape", GO).outcome is Outcome.CANCELLED
    keys.feed("g", GO)
    assert keys.feed("q", GO).outcome is Outcome.UNKNOWN
    assert keys.first is None


def test_a_key_outside_a_sequence_is_left_alone() -> None:
    assert Sequences().feed("x", GO).outcome is Outcome.IGNORED


def test_hints_name_the_keys_that_go_on() -> None:
    assert [key for key, _ in continuations("g", GO)] == ["d", "g"]


async def test_the_hint_list_comes_when_one_waits_and_goes_with_the_next_key(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g")
        assert "Go to the list of documents" not in text_of(pilot)
        await until(pilot, lambda: "Go to the list of documents" in text_of(pilot))
        await pilot.press("escape")
        await pilot.pause()
        assert "Go to the list of documents" not in text_of(pilot)


async def test_an_unknown_sequence_says_so(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("z", "u")
        assert "z u does nothing here" in last_line(pilot)


async def test_the_bottom_line_shows_only_keys_that_work_now(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "s settle" in last_line(pilot)
        await pilot.press("J")
        assert "s settle" not in last_line(pilot)


async def test_help_is_searched_and_runs_what_is_chosen(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("question_mark", *"accounts disagree")
        await pilot.pause()
        assert "Go to where the accounts disagree" in text_of(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DisagreementsScreen))


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_runs_any_command_by_name(app: AnnotatorApp, key: str) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press(key, *"next theme", "enter")
        await until(pilot, lambda: pilot.app.theme == "annotator-light")


async def test_letters_typed_into_a_field_are_no_commands(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"gQuxz")
        await pilot.pause()
        assert app.is_running
        assert "gQuxz" in text_of(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is home_of(pilot)


async def test_q_closes_a_view_and_capital_q_leaves(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "x")
        await until(pilot, lambda: isinstance(pilot.app.screen, DisagreementsScreen))
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        await pilot.press("q")
        assert app.is_running
        await pilot.press("Q")
        await until(pilot, lambda: not app.is_running)
