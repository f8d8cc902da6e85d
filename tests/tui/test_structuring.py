"""Splitting, merging, cutting, adding and joining claims, and disagreements a person found, by keys."""

from __future__ import annotations

from textual.pilot import Pilot

from annotator.model import DisagreementKind, Severity, Status
from annotator.tui import AnnotatorApp
from annotator.tui.screens.dialogs import Choice, PassagePicker, Question
from tests.tui.screens import NARROW, WIDE, home_of, settle, text_of, until


async def start(pilot: Pilot[None], words: str) -> None:
    await settle(pilot)
    home = home_of(pilot)
    tide = next(d for d in home.desk.story.documents if "Quell Point" in d.text)
    home.show_document(tide.id, tide.text.index(words))
    home.action_go_reader()
    await pilot.pause()


def texts(pilot: Pilot[None]) -> list[str]:
    return [c.text for c in home_of(pilot).desk.story.analysis.claims]


async def ask(pilot: Pilot[None], key: str, dialog: type) -> None:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, dialog))
    await pilot.pause()


async def test_a_claim_is_split_before_the_word_at_the_cursor_and_undone(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "with 40")
        await ask(pilot, "e", Choice)
        assert "split it before “with”" in text_of(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "with 40 people aboard." in texts(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "with 40 people aboard." not in texts(pilot))


async def test_a_claim_is_merged_with_the_next(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await start(pilot, "We heard")
        await ask(pilot, "e", Choice)
        await pilot.press("m")
        await until(pilot, lambda: "“We heard a bang. Then the lights went out,” said Ilse Marrow." in texts(pilot))


async def test_a_claim_takes_the_edges_of_the_selection(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "ferry Osprey")
        await pilot.press("v", "w", "w")
        await ask(pilot, "e", Choice)
        await pilot.press("e")
        await until(pilot, lambda: "ferry Osprey ran" in texts(pilot))


async def test_a_claim_is_made_of_a_selection_in_a_headline(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "Quell Point")
        await pilot.press("v", "w")
        await ask(pilot, "e", Choice)
        await pilot.press("a")
        await until(pilot, lambda: "Quell Point" in texts(pilot))


async def test_a_claim_is_said_to_be_none(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "slammed")
        await ask(pilot, "e", Choice)
        await pilot.press("x")
        await until(pilot, lambda: home_of(pilot).claim.decision is not None)
        assert home_of(pilot).claim.decision.status is Status.REJECTED


async def test_equals_joins_a_claim_with_one_elsewhere_and_parts_them_again(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "Then the lights")
        claim = home_of(pilot).claim
        await ask(pilot, "equals_sign", PassagePicker)
        await pilot.press(*"Nobody", "enter")
        await until(pilot, lambda: bool(home_of(pilot).desk.story.clusters_of.get(claim.id)))
        await ask(pilot, "equals_sign", PassagePicker)
        assert "joined; Enter parts" in text_of(pilot)
        await pilot.press("enter")
        await until(
            pilot, lambda: home_of(pilot).desk.story.clusters_of[claim.id][0].decision.status is Status.REJECTED
        )


async def test_d_says_what_two_passages_disagree_on(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "slammed")
        await pilot.press("v")
        await ask(pilot, "d", Choice)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, PassagePicker))
        await pilot.press(*"quickly", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("enter")
        await until(pilot, lambda: "The crew acted quickly" in str(pilot.app.screen.query_one("#field").value))
        await pilot.press("enter")
        await until(pilot, lambda: "How grave is it" in text_of(pilot))
        await pilot.press("c")
        await until(pilot, lambda: len(home_of(pilot).desk.story.analysis.disagreements) == 3)
        made = home_of(pilot).desk.story.analysis.disagreements[-1]
        assert made.kind is DisagreementKind.QUOTE_WORDING
        assert made.severity is Severity.CONFLICT
        assert made.sides[0].value == "slammed"


async def test_o_moves_the_other_edge_while_words_are_selected(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "slammed")
        await pilot.press("v", "w", "o", "b")
        assert home_of(pilot).reader.selected_text == "master slammed the"
