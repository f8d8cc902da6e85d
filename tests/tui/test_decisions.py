"""Deciding: every act is one key away, is on disk at once, is named, and can be taken back."""

from __future__ import annotations

import pytest

from annotator.model import AnchorKind, Settlement, Status, Voice
from annotator.session import Session
from annotator.tui import AnnotatorApp
from tests.tui.screens import WIDE, home_of, last_line, settle, text_of


async def go_to_flag(pilot) -> None:
    await settle(pilot)
    await pilot.press("g", "n", "4")
    await pilot.pause()


def flag_of(session: Session):
    return next(f for c in session.analysis.claims for f in c.flags if f.text == "slammed")


async def test_enter_accepts_and_the_bottom_line_says_so(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await go_to_flag(pilot)
        await pilot.press("enter")
        assert flag_of(session).decision.status is Status.ACCEPTED
        assert "slammed" in last_line(pilot)
        assert "1 of 6 decided" in text_of(pilot)


async def test_x_rejects_and_u_names_what_it_takes_back(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await go_to_flag(pilot)
        await pilot.press("x")
        assert flag_of(session).decision.status is Status.REJECTED
        await pilot.press("u")
        assert flag_of(session).decision is None
        assert last_line(pilot).startswith("Undone: rejected")
        assert "slammed" in last_line(pilot)
        await pilot.press("U")
        assert flag_of(session).decision.status is Status.REJECTED
        assert last_line(pilot).startswith("Redone: rejected")


async def test_undo_with_nothing_done_says_so(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("u")
        assert "Nothing to take back" in last_line(pilot)


async def test_a_claim_is_attributed_to_somebody_the_story_quotes(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("a", *"marr", "enter")
        await pilot.pause()
        claim = session.analysis.claims[6]
        assert [a.source.name for a in claim.attributions] == ["Ilse Marrow"]
        assert claim.voice is Voice.ATTRIBUTED


async def test_a_new_name_is_typed_freely_and_offered_again(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("a", *"Q. Zz", "enter")
        await pilot.pause()
        assert session.analysis.claims[6].attributions[-1].source.name == "Q. Zz"
        await pilot.press("J", "a", "1")
        await pilot.pause()
        assert session.analysis.claims[7].attributions[-1].source.name == "Q. Zz"


async def test_a_new_name_that_only_looks_like_a_known_one_stays_as_typed(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("a", *"Ilsa Morrow", "enter")
        await pilot.pause()
        assert session.analysis.claims[6].attributions[-1].source.name == "Ilsa Morrow"


async def test_what_was_done_names_a_document_by_its_outlet(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("r", "b")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert last_line(pilot).startswith("Rated Bulletin reliability B")


async def test_zero_says_that_the_outlet_itself_says_it(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("J", "a", "0")
        await pilot.pause()
        assert session.analysis.claims[7].voice is Voice.OUTLET


async def test_an_outlet_is_rated_with_a_reason(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("r", "b")
        await pilot.pause()
        await pilot.press(*"own photo", "enter")
        await pilot.pause()
        document = home_of(pilot).document
        assert (document.reliability, document.reliability_basis) == ("B", "own photo")
        assert "outlet B" in text_of(pilot)


async def test_a_claim_is_rated_by_digit_and_escape_changes_nothing(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("r", "2")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert session.analysis.claims[6].credibility is None
        await pilot.press("r", "2")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert session.analysis.claims[6].credibility == 2


async def test_a_note_is_kept_and_shown(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await go_to_flag(pilot)
        await pilot.press("c", *"ask her", "enter")
        await pilot.pause()
        assert flag_of(session).decision.note == "ask her"
        assert "“ask her”" in text_of(pilot)
        assert session.progress()[0] == 0


async def test_o_goes_through_everything_marked_in_the_claim(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        seen = []
        for _ in range(3):
            seen.append(home_of(pilot).target)
            await pilot.press("o")
        assert {t.kind for t in seen} == {AnchorKind.DISAGREEMENT, AnchorKind.CLAIM}


async def test_enter_on_a_disagreement_opens_the_passages(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "Enter side by side" in last_line(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "Conflict of number" in text_of(pilot)


async def test_a_write_that_fails_is_said_and_not_called_saved(
    app: AnnotatorApp, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.errors import WorkspaceError

    def refuse(*_: object) -> None:
        raise WorkspaceError("the disk is full", "free some space")

    async with app.run_test(size=WIDE) as pilot:
        await go_to_flag(pilot)
        monkeypatch.setattr(session, "apply", refuse)
        await pilot.press("x")
        assert "Not done: the disk is full; free some space" in last_line(pilot)
        assert "not saved" in text_of(pilot)


async def open_disagreements(pilot) -> None:
    await settle(pilot)
    await pilot.press("g", "x")
    await pilot.pause()


async def test_the_three_lists_are_there_and_tab_goes_through_them(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_disagreements(pilot)
        shown = text_of(pilot)
        assert "Conflicting  2" in shown
        assert "2 OPEN" in shown
        assert "Agreed  1" in shown
        assert "disagreements 1 of 2" in last_line(pilot)
        await pilot.press("tab")
        assert "agreed 1 of 1" in last_line(pilot)


async def test_a_side_stands_with_a_reason(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_disagreements(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "Monday against Tuesday." in text_of(pilot)
        await pilot.press("2")
        await pilot.pause()
        await pilot.press(*"log book", "enter")
        await pilot.pause()
        decision = session.analysis.disagreements[0].decision
        assert (decision.settlement, decision.stands, decision.reason) == (
            Settlement.SIDE_STANDS,
            "Monday",
            "log book",
        )
        assert "MONDAY STANDS" in text_of(pilot)


@pytest.mark.parametrize(
    ("key", "settlement"),
    [
        ("b", Settlement.BOTH_TRUE),
        ("d", Settlement.DIFFERENT_THINGS),
        ("x", Settlement.NOT_A_DISAGREEMENT),
        ("o", Settlement.OPEN),
    ],
)
async def test_other_ways_to_settle(app: AnnotatorApp, session: Session, key: str, settlement: Settlement) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_disagreements(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert session.analysis.disagreements[0].decision.settlement is settlement


async def test_settling_from_the_list_offers_each_value(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_disagreements(pilot)
        await pilot.press("s")
        await pilot.pause()
        assert "Tuesday stands" in text_of(pilot)
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert session.analysis.disagreements[0].decision.settlement is Settlement.SIDE_STANDS


async def test_n_goes_on_to_the_next_disagreement_side_by_side(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_disagreements(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("n")
        assert "52 against 40." in text_of(pilot)
        assert "disagreements 2 of 2" in last_line(pilot)


async def test_escape_goes_back_one_step_at_a_time(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_disagreements(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "Conflicting" in text_of(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is home_of(pilot)


async def test_a_lone_claim_opens_in_its_text(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_disagreements(pilot)
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()
        assert pilot.app.screen is home_of(pilot)
