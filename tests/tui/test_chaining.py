"""The chain of sources, link by link, by keys."""

from __future__ import annotations

from textual.pilot import Pilot

from annotator.model import Attitude, Attribution, SourceRole, Voice
from annotator.tui import AnnotatorApp
from annotator.tui.screens.dialogs import Choice, Picker
from tests.tui.screens import NARROW, WIDE, home_of, settle, text_of, until


async def start(pilot: Pilot[None], words: str) -> None:
    await settle(pilot)
    home = home_of(pilot)
    document = next(d for d in home.desk.story.documents if words in d.text)
    home.show_document(document.id, document.text.index(words))
    home.action_go_reader()
    await pilot.pause()
    await pilot.press("A")
    await on(pilot, "Chain of sources")


async def on(pilot: Pilot[None], title: str, kind: type = Choice) -> None:
    await until(
        pilot,
        lambda: isinstance(pilot.app.screen, kind) and str(pilot.app.screen.query_one("#box").border_title) == title,
    )
    await pilot.pause()


def links(pilot: Pilot[None]) -> tuple[Attribution, ...]:
    return home_of(pilot).claim.attributions


async def test_a_link_is_added_in_front_of_another_and_undone(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "The crew acted quickly")
        await pilot.press("plus")
        await on(pilot, "Who is in the chain", Picker)
        await pilot.press(*"Quay Wire", "enter")
        await on(pilot, "What Quay Wire is")
        await pilot.press("5")
        await on(pilot, "Where in the chain")
        assert "Quay Wire has it from the company" in text_of(pilot)
        await pilot.press("3")
        await on(pilot, "Chain of sources")
        await until(pilot, lambda: len(links(pilot)) == 2)
        company, wire = links(pilot)
        assert company.parent == wire.id
        assert wire.source.role is SourceRole.OUTLET
        assert "has it from Quay Wire, who has it from the company." in text_of(pilot)
        await pilot.press("escape", "u")
        await until(pilot, lambda: len(links(pilot)) == 1)


async def test_role_and_attitude_of_a_link_are_changed(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await start(pilot, "The crew acted quickly")
        await pilot.press("1")
        await on(pilot, "the company")
        await pilot.press("r")
        await on(pilot, "What the company is")
        await pilot.press("3")
        await on(pilot, "Chain of sources")
        await until(pilot, lambda: links(pilot)[0].source.role is SourceRole.INSTITUTION)
        await pilot.press("1")
        await on(pilot, "the company")
        await pilot.press("t")
        await on(pilot, "What the company does")
        await pilot.press("2")
        await until(pilot, lambda: links(pilot)[0].attitude is Attitude.DENIES)


async def test_a_link_is_said_to_be_somebody_else_and_then_none(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "The crew acted quickly")
        await pilot.press("1")
        await on(pilot, "the company")
        await pilot.press("s")
        await on(pilot, "Instead of the company", Picker)
        await pilot.press(*"Tam Ferrow", "enter")
        await until(pilot, lambda: links(pilot)[0].source.name == "Tam Ferrow")
        await on(pilot, "Chain of sources")
        await pilot.press("1")
        await on(pilot, "Tam Ferrow")
        await pilot.press("x")
        await until(pilot, lambda: home_of(pilot).claim.voice is Voice.OUTLET)


async def test_a_claim_of_the_outlet_itself_gets_its_first_link(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "The harbour master slammed")
        assert "says it itself." in text_of(pilot)
        await pilot.press("plus")
        await on(pilot, "Who is in the chain", Picker)
        await pilot.press(*"Ilse", "enter")
        await until(pilot, lambda: home_of(pilot).claim.voice is Voice.ATTRIBUTED)


async def test_who_passes_a_link_on_is_changed_and_taken_back(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "The crew acted quickly")
        await pilot.press("plus")
        await on(pilot, "Who is in the chain", Picker)
        await pilot.press(*"Ilse", "enter")
        await on(pilot, "Where in the chain")
        await pilot.press("2")
        await on(pilot, "Chain of sources")
        await until(pilot, lambda: links(pilot)[-1].parent == links(pilot)[0].id)
        await pilot.press("2")
        await on(pilot, "Ilse Marrow")
        await pilot.press("p")
        await on(pilot, "Who has it from Ilse Marrow")
        await pilot.press("0")
        await until(pilot, lambda: links(pilot)[-1].parent is None)
