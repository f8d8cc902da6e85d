"""Selecting any characters, labelling them, and the codebook, by keys and mouse."""

from __future__ import annotations

from textual.events import MouseDown, MouseEvent, MouseMove, MouseUp
from textual.pilot import Pilot

from annotator.session import Session
from annotator.tui import AnnotatorApp
from annotator.tui.screens.label_picker import LabelPicker
from annotator.tui.screens.labels import LabelsScreen
from annotator.tui.screens.marks import MarksScreen
from tests.tui.screens import NARROW, WIDE, home_of, last_line, settle, text_of, until


def tags(pilot: Pilot[None]) -> list[tuple[str, str]]:
    return [(t.text, t.label) for t in pilot.app.bench.desk.story.analysis.tags]


async def start(pilot: Pilot[None], words: str) -> None:
    """Puts the cursor at some words of the first document."""
    await settle(pilot)
    home = home_of(pilot)
    home.reader.go_to(home.reader.document.text.index(words))
    await pilot.pause()


async def label(pilot: Pilot[None], name: str) -> None:
    await pilot.press("t")
    await until(pilot, lambda: isinstance(pilot.app.screen, LabelPicker))
    await pilot.press(*name, "enter")
    await until(pilot, lambda: pilot.app.screen is home_of(pilot))
    await pilot.pause()


async def test_words_are_selected_from_either_end_and_escape_ends_it(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "ran aground")
        reader = home_of(pilot).reader
        await pilot.press("v", "w", "w")
        assert reader.selected_text.startswith("ran aground")
        assert "selected 3 words" in last_line(pilot)
        await pilot.press("o", "b", "l")
        assert reader.selected_text.startswith(reader.document.text[reader.selected.start :][:3])
        whole = reader.selected
        await pilot.press("escape")
        assert reader.selected is None
        assert whole is not None


async def test_characters_are_taken_one_by_one(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "aground")
        await pilot.press("v", "h", "h", "h", "h", "h")
        assert home_of(pilot).reader.selected_text == "ag"


async def test_space_selects_the_sentence_then_the_paragraph_then_nothing(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "aboard")
        reader = home_of(pilot).reader
        await pilot.press("space")
        assert reader.selected_text == home_of(pilot).claim.text
        await pilot.press("space")
        assert len(reader.selected_text) > len(home_of(pilot).claim.text)
        await pilot.press("space")
        assert reader.selected is None


async def test_the_mouse_selects_what_it_is_drawn_over(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "ran aground")
        reader = home_of(pilot).reader
        at = reader.caret_on_screen - reader.region.offset
        await pilot.mouse_down(reader, offset=at)
        event = MouseMove(reader, at.x + 10, at.y, 10, 0, 1, False, False, False)
        reader.on_mouse_move(event)
        await pilot.mouse_up(reader, offset=(at.x + 10, at.y))
        assert reader.selected_text == "ran aground"


async def test_a_drag_beyond_the_edge_scrolls_and_selects_on(app: AnnotatorApp) -> None:
    async with app.run_test(size=(40, 6)) as pilot:
        await start(pilot, "aground")
        await pilot.press("z", "z")
        await until(pilot, lambda: home_of(pilot).reader.size.height > 0)
        reader = home_of(pilot).reader
        top, bottom = reader.content_region.y, reader.content_region.bottom
        x = reader.caret_on_screen.x

        def point(kind: type[MouseEvent], y: int) -> None:
            app._driver.send_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))

        point(MouseDown, top)
        point(MouseMove, top + 1)
        await until(pilot, lambda: reader.selected is not None)
        first = reader.selected.start
        point(MouseMove, bottom)
        await until(pilot, lambda: reader.scroll_offset.y > 0 and reader.selected.end > len(reader.document.text) * 0.9)
        assert reader.selected.start == first
        point(MouseMove, top - 1)
        await until(pilot, lambda: reader.scroll_offset.y == 0)
        point(MouseUp, top)
        await until(pilot, lambda: app.mouse_captured is None)
        assert reader._pulled is None


async def test_a_new_label_is_made_at_the_cursor_and_repeated_with_a_digit_and_a_dot(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "aground")
        await pilot.press("v")
        await label(pilot, "Accident")
        assert tags(pilot) == [("aground", "Accident")]
        assert "Labelled “aground” as Accident" in last_line(pilot)
        home_of(pilot).reader.go_to(home_of(pilot).reader.document.text.index("Monday"))
        await pilot.press("v", "1")
        await until(pilot, lambda: len(tags(pilot)) == 2)
        home_of(pilot).reader.go_to(home_of(pilot).reader.document.text.index("people"))
        await pilot.press("v", "full_stop")
        await until(pilot, lambda: len(tags(pilot)) == 3)
        assert {name for _, name in tags(pilot)} == {"Accident"}


async def test_the_edges_of_a_mark_are_moved_by_selecting_it_again(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "ran aground")
        await pilot.press("v", "w")
        await label(pilot, "Accident")
        assert tags(pilot) == [("ran aground", "Accident")]
        await pilot.press("v", "v")
        assert home_of(pilot).reader.selected_text == "ran aground"
        await pilot.press("o", "b", "1")
        await until(pilot, lambda: pilot.app.screen is not home_of(pilot))
        await pilot.press("2")
        await until(pilot, lambda: tags(pilot) == [("Osprey ran aground", "Accident")])
        await pilot.press("u")
        await until(pilot, lambda: tags(pilot) == [("ran aground", "Accident")])


async def test_a_second_v_takes_the_mark_at_the_cursor_and_a_third_ends_it(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "ran aground")
        await pilot.press("v", "w")
        await label(pilot, "Accident")
        reader = home_of(pilot).reader
        chosen = []
        for _ in range(3):
            await pilot.press("v")
            chosen.append(reader.selected_text)
        assert chosen == ["aground", "ran aground", ""]


async def test_the_tenth_label_has_the_digit_zero(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "aground")
        for name in ("alfa", "bravo", "coast", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett"):
            await label(pilot, name)
        home_of(pilot).reader.go_to(home_of(pilot).reader.document.text.index("officials"))
        await pilot.press("v", "0")
        await until(pilot, lambda: ("officials", "juliett") in tags(pilot))


async def test_a_known_label_takes_three_keys(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "aground")
        await pilot.press("v")
        await label(pilot, "Accident")
        home_of(pilot).reader.go_to(home_of(pilot).reader.document.text.index("Monday"))
        await pilot.press("v", "t", "a", "enter")
        await until(pilot, lambda: ("Monday", "Accident") in tags(pilot))


async def test_the_picker_opens_beside_the_cursor(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await start(pilot, "aground")
        caret = home_of(pilot).reader.caret_on_screen
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, LabelPicker))
        await pilot.pause()
        box = pilot.app.screen.query_one("#box").region
        assert box.y in (caret.y + 1, caret.y - box.height)
        assert 0 <= box.x <= 80 - box.width


async def test_overlapping_marks_are_each_reached_and_taken_off(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "ran aground")
        await pilot.press("v", "w")
        await label(pilot, "Accident")
        await pilot.press("v")
        await label(pilot, "Sea")
        home = home_of(pilot)
        seen = set()
        for _ in range(8):
            await pilot.press("o")
            seen.add(home.target)
        assert {t.label for t in home.desk.story.analysis.tags} == {"Accident", "Sea"}
        assert sum(home.desk.thing(t) in home.desk.story.analysis.tags for t in seen) == 2
        while home.tag is None:
            await pilot.press("o")
        await pilot.press("x")
        await until(pilot, lambda: len(tags(pilot)) == 1)
        await pilot.press("u")
        await until(pilot, lambda: len(tags(pilot)) == 2)


async def test_enter_on_a_mark_changes_its_label(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "aground")
        await pilot.press("v")
        await label(pilot, "Accident")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LabelPicker))
        await pilot.press(*"Sea", "enter")
        await until(pilot, lambda: tags(pilot) == [("aground", "Sea")])
        await pilot.press("u")
        await until(pilot, lambda: tags(pilot) == [("aground", "Accident")])


async def test_marks_stand_in_the_gutter_and_in_the_inspector(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "aground")
        await pilot.press("v")
        await label(pilot, "Wreck")
        line = next(row for row in text_of(pilot).splitlines() if "·W " in row)
        assert "ran aground" in line
        assert "Labelled" in text_of(pilot)


async def open_codebook(pilot: Pilot[None]) -> LabelsScreen:
    await pilot.press("g", "l")
    await until(pilot, lambda: isinstance(pilot.app.screen, LabelsScreen))
    await pilot.pause()
    return pilot.app.screen


async def test_the_codebook_defines_renames_merges_recolours_and_removes(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "aground")
        await label(pilot, "Accident")
        await open_codebook(pilot)
        await pilot.press("plus", *"Sea", "enter")
        await until(pilot, lambda: "Labels  2" in text_of(pilot))
        await pilot.press("d", *"on water", "enter")
        await until(pilot, lambda: "on water" in text_of(pilot))
        before = pilot.app.bench.desk.story.label["Sea"].hue
        await pilot.press("o")
        await until(pilot, lambda: pilot.app.bench.desk.story.label["Sea"].hue != before)
        await pilot.press("k", "e", *["backspace"] * 8, *"Wreck", "enter")
        await until(pilot, lambda: "Wreck" in pilot.app.bench.desk.story.label)
        await pilot.press("e", *["backspace"] * 5, *"sea", "enter")
        await until(pilot, lambda: "become Sea" in text_of(pilot))
        await pilot.press("m")
        await until(pilot, lambda: {name for _, name in tags(pilot)} == {"Sea"})
        await pilot.press("x")
        await until(pilot, lambda: tags(pilot) == [])
        await pilot.press("u")
        await until(pilot, lambda: len(tags(pilot)) == 1)


async def test_an_empty_codebook_says_what_to_do(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await open_codebook(pilot)
        assert "No label yet. + makes one" in text_of(pilot)


async def test_the_marks_of_a_label_lead_into_the_text_and_are_taken_off(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "aground")
        await pilot.press("v")
        await label(pilot, "Wreck")
        await open_codebook(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, MarksScreen))
        await pilot.pause()
        assert "aground" in text_of(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).tag is not None
        await open_codebook(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, MarksScreen))
        await pilot.press("x")
        await until(pilot, lambda: tags(pilot) == [])
        assert "No mark has this label" in text_of(pilot)


async def marks_of(pilot: Pilot[None], *words: str) -> None:
    """Labels some words and opens the list of the label's marks."""
    for number, word in enumerate(words):
        await start(pilot, word)
        await pilot.press("v")
        if number:
            await pilot.press("1")
        else:
            await label(pilot, "Wreck")
        await until(pilot, lambda n=number: len(tags(pilot)) == n + 1)
    await open_codebook(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, MarksScreen))
    await pilot.pause()


async def test_the_marks_that_fit_a_filter_get_another_label_and_keep_their_notes(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await marks_of(pilot, "aground", "officials")
        await pilot.press("c", *"odd", "enter")
        await until(pilot, lambda: any(t.decision.note for t in pilot.app.bench.desk.story.analysis.tags))
        noted = next(t.text for t in pilot.app.bench.desk.story.analysis.tags if t.decision.note)
        await pilot.press("f", *noted, "enter", "asterisk")
        await until(pilot, lambda: f"1 mark that fit {noted}" in text_of(pilot))
        await pilot.press("1", *"Blame", "enter")
        await until(pilot, lambda: (noted, "Blame") in tags(pilot))
        assert sorted(name for _, name in tags(pilot)) == ["Blame", "Wreck"]
        assert [t.decision.note for t in pilot.app.bench.desk.story.analysis.tags if t.label == "Blame"] == ["odd"]
        await pilot.press("u")
        await until(pilot, lambda: [name for _, name in tags(pilot)] == ["Wreck", "Wreck"])


async def test_all_marks_of_a_label_are_taken_off_with_one_undo(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await marks_of(pilot, "aground", "officials")
        await pilot.press("asterisk")
        await until(pilot, lambda: "All 2 marks of Wreck" in text_of(pilot))
        await pilot.press("2")
        await until(pilot, lambda: tags(pilot) == [])
        await pilot.press("u")
        await until(pilot, lambda: len(tags(pilot)) == 2)


async def test_digits_are_the_same_in_the_next_run(session: Session) -> None:
    first = AnnotatorApp(session, theme="dark")
    async with first.run_test(size=WIDE) as pilot:
        await start(pilot, "aground")
        await label(pilot, "Zebra")
        await label(pilot, "Ant")
        await pilot.press("Q")
    second = AnnotatorApp(session, theme="dark")
    async with second.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert pilot.app.bench.desk.label_slots[:2] == ("Zebra", "Ant")
        assert pilot.app.bench.desk.last_label == "Ant"


async def test_what_was_selected_and_hidden_is_so_in_the_next_run(session: Session) -> None:
    first = AnnotatorApp(session, theme="dark")
    async with first.run_test(size=WIDE) as pilot:
        await start(pilot, "ran aground")
        await pilot.press("z", "k", "z", "l", "v", "w", "o")
        assert "Esc end" not in last_line(pilot)
        assert "g go to" in last_line(pilot)
        await pilot.press("Q")
    second = AnnotatorApp(session, theme="dark")
    async with second.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert home_of(pilot).reader.selected_text == "ran aground"
        assert "selected 2 words" in last_line(pilot)
        assert "Esc end" not in last_line(pilot)
        assert not pilot.app.screen.query_one("#legend").display
        await pilot.press("b", "z", "k")
        assert home_of(pilot).reader.selected_text == "Osprey ran aground"
        assert "Esc end" in last_line(pilot)


async def overlap(pilot: Pilot[None]) -> None:
    await start(pilot, "ran aground")
    await pilot.press("v", "w")
    await label(pilot, "Accident")
    home_of(pilot).reader.go_to(home_of(pilot).reader.document.text.index("aground"))
    await pilot.press("v", "w", "1")
    await until(pilot, lambda: "Accident is on some of these words already." in text_of(pilot))


async def test_the_same_label_on_overlapping_words_asks_to_make_one_mark(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await overlap(pilot)
        await pilot.press("1")
        await until(pilot, lambda: tags(pilot) == [("ran aground on", "Accident")])
        await pilot.press("u")
        await until(pilot, lambda: tags(pilot) == [("ran aground", "Accident")])


async def test_a_mark_gets_other_edges_when_the_new_words_stand_instead(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await overlap(pilot)
        await pilot.press("2")
        await until(pilot, lambda: tags(pilot) == [("aground on", "Accident")])


async def test_both_marks_may_stay(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await overlap(pilot)
        await pilot.press("3")
        await until(pilot, lambda: len(tags(pilot)) == 2)


async def test_the_bottom_line_names_the_keys_of_a_selection(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await start(pilot, "aground")
        await label(pilot, "Accident")
        await pilot.press("J", "v")
        await until(pilot, lambda: "t label  o other end  Esc end  1 Accident" in last_line(pilot))


async def test_in_the_list_of_documents_a_key_for_the_text_says_how_to_get_there(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "d")
        await pilot.press("t")
        await until(pilot, lambda: "works on the text; g r goes there" in last_line(pilot))
