"""Every way about the text and the panels: pages, paragraphs, documents, panels shown and hidden, and what copies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model import DefineLabel
from annotator.session import Session, open_story
from annotator.tui import AnnotatorApp
from annotator.tui.screens.disagreements import DisagreementsScreen
from annotator.tui.screens.passages import PassagesScreen
from tests.tui.screens import HUGE, NARROW, WIDE, home_of, last_line, settle, text_of, until

LONG = "\n\n".join(f"On day {n} of the strike {n + 200} drivers stayed at home, the union said." for n in range(1, 61))


@pytest.fixture
def long_story(tmp_path: Path) -> Iterator[Session]:
    text = f"---\nurl: https://longpost.example/strike\n---\n{LONG}\n"
    with open_story([("long.md", text)], workspace=tmp_path / "long.annotator", by="mo") as opened:
        opened.analyse()
        yield opened


async def test_pages_paragraphs_and_ends_of_a_text(long_story: Session) -> None:
    app = AnnotatorApp(long_story, theme="dark")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        reader = home_of(pilot).reader
        top = reader.offset_in_text
        await pilot.press("right_curly_bracket")
        second = reader.offset_in_text
        assert LONG.splitlines()[2] in text_of(pilot)
        assert second > top
        await pilot.press("left_curly_bracket")
        assert reader.offset_in_text == top
        await pilot.press("pagedown", "pagedown")
        below = reader.offset_in_text
        assert below > second
        await pilot.press("pageup")
        assert top < reader.offset_in_text < below
        await pilot.press("end")
        assert "On day 60 of" in text_of(pilot)
        await pilot.press("up", "up")
        assert reader.offset_in_text < LONG.index("On day 60 of") + top
        await pilot.press("home")
        assert reader.offset_in_text < top
        assert "On day 1 of" in text_of(pilot)


async def test_words_back_and_forth(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        reader = home_of(pilot).reader
        start = reader.offset_in_text
        await pilot.press("w", "w")
        assert reader.offset_in_text == start + len("The ferry ")
        await pilot.press("b", "b")
        assert reader.offset_in_text == start


async def test_pages_and_ends_of_a_list(long_story: Session) -> None:
    app = AnnotatorApp(long_story, theme="dark")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("g", "c")
        await pilot.press("pagedown", "pagedown")
        assert "On day 1 of" not in text_of(pilot)
        await pilot.press("pageup", "pageup")
        assert "On day 1 of" in text_of(pilot)
        await pilot.press("G")
        assert "60 of 60" in last_line(pilot)
        await pilot.press("g", "g")
        assert "1 of 60" in last_line(pilot)


async def test_the_documents_before_and_after(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        first = home_of(pilot).reader.document
        await pilot.press("right_parenthesis")
        assert home_of(pilot).reader.document is not first
        await pilot.press("left_parenthesis")
        assert home_of(pilot).reader.document is first


async def test_panels_are_hidden_and_shown(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        for key, panel in (("s", home.documents), ("i", home.inspector)):
            await pilot.press("z", key)
            assert not panel.display
            await pilot.press("z", key)
            assert panel.display


async def test_the_text_alone_is_one_sequence_and_back_again(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        await pilot.press("z", "i", "z", "z")
        assert not home.documents.display
        assert not home.inspector.display
        assert home.reader.has_focus
        await pilot.press("z", "z")
        assert home.documents.display
        assert home.inspector.display


async def test_the_list_of_a_sequence_is_as_wide_as_its_words(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g")
        await until(pilot, lambda: "which document came when, and which took what from which" in text_of(pilot))


async def test_all_left_out_lines_open_and_fold_at_once(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("right_parenthesis", "z", "b")
        assert "Photo: Harrow Daily" in text_of(pilot)
        await pilot.press("z", "b")
        assert "Photo: Harrow Daily" not in text_of(pilot)


@pytest.mark.parametrize(("keys", "panel"), [("d", "documents"), ("r", "reader"), ("i", "inspector")])
async def test_other_screens_lead_to_the_panels_of_home(app: AnnotatorApp, keys: str, panel: str) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "x")
        await pilot.press("g", keys)
        await pilot.pause()
        assert app.screen is home_of(pilot)
        assert getattr(home_of(pilot), panel).has_focus


async def test_the_inspector_is_walked_by_keys_and_mouse(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        await pilot.press("right_parenthesis", "g", "i")
        before = home.target
        await pilot.press("down")
        chosen = home.target
        assert chosen != before
        await pilot.press("up")
        assert home.target == before
        row = next(y for y in range(home.inspector.size.height) if _target_in_row(home, y) == chosen)
        await pilot.click(home.inspector, offset=(3, row))
        assert home.target == chosen


def _target_in_row(home, y: int):
    rows = home.inspector._rows
    number = y - home.inspector.gutter.top + home.inspector.scroll_offset.y
    return rows[number].target if 0 <= number < len(rows) else None


async def test_a_link_is_copied_where_there_is_one(
    long_story: Session, app: AnnotatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    words: list[str] = []
    linked = AnnotatorApp(long_story, theme="dark")
    monkeypatch.setattr(linked, "copy_to_clipboard", words.append)
    async with linked.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("y", "l")
        assert words == ["https://longpost.example/strike"]
        await pilot.press("space", "y", "y")
        assert words[1].startswith("On day 1 of the strike")
        await pilot.press("ctrl+c")
        assert words[2].startswith("On day 1 of the strike")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("y", "l")
        assert "No address of this document is known" in last_line(pilot)
        await pilot.press("ctrl+c")
        assert "Q leaves the program" in last_line(pilot)


async def test_control_s_says_that_all_is_saved(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+s")
        assert "saved" in last_line(pilot)


@pytest.mark.parametrize("digit", range(1, 10))
async def test_each_digit_puts_on_its_label(app: AnnotatorApp, session: Session, digit: int) -> None:
    session.apply(*(DefineLabel(f"label {n}") for n in range(1, 10)))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press(str(digit))
        (tag,) = session.analysis.tags
        assert tag.label == f"label {digit}"
        assert tag.text == home_of(pilot).claim.text


async def test_n_and_capital_n_walk_to_and_fro(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("n")
        first = home_of(pilot).target
        await pilot.press("n")
        assert home_of(pilot).target != first
        await pilot.press("N")
        assert home_of(pilot).target == first


DAYS = ("Monday", "Tuesday", "Friday", "Saturday", "Sunday")


@pytest.fixture
def five_days(tmp_path: Path) -> Iterator[Session]:
    """Five outlets, five days of one event: a disagreement of five columns, in the order of the alphabet."""
    texts = [(f"{day.lower()}.txt", f"The ferry Osprey ran aground on {day} near the pier.") for day in DAYS]
    with open_story(texts, workspace=tmp_path / "days.annotator", by="mo") as opened:
        opened.analyse()
        yield opened


async def test_any_of_four_columns_can_stand_and_more_come_into_view(five_days: Session) -> None:
    app = AnnotatorApp(five_days, theme="dark")
    async with app.run_test(size=HUGE) as pilot:
        await settle(pilot)
        await pilot.press("g", "x")
        await until(pilot, lambda: isinstance(app.screen, DisagreementsScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PassagesScreen))
        shown = app.screen.columns.shown_claims
        await pilot.press("right")
        await until(pilot, lambda: app.screen.columns.shown_claims != shown)
        await pilot.press("left")
        await until(pilot, lambda: app.screen.columns.shown_claims == shown)
        for digit in range(3, len(shown) + 1):
            await pilot.press(str(digit), "enter")
            await until(pilot, lambda d=digit: sorted(DAYS)[d - 1] in _standing(five_days))


async def test_from_the_passages_one_goes_into_the_text(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "x", "enter")
        await until(pilot, lambda: isinstance(app.screen, PassagesScreen))
        claim = app.screen.claim
        await pilot.press("g", "r")
        await until(pilot, lambda: app.screen is home_of(pilot))
        assert home_of(pilot).claim == claim


def _standing(session: Session) -> list[str | None]:
    return [d.decision.stands for d in session.analysis.disagreements if d.decision]
