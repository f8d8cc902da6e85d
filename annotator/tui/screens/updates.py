"""Texts whose files have changed, with what becomes of their marks, and marks that wait for a person's yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partialmethod
from typing import ClassVar

from textual.types import CSSPathType

from annotator.model import Document, Fate
from annotator.session import MarkFate, Update
from annotator.tui.bindings import bindings_for
from annotator.tui.keys import Action, Context, key_of
from annotator.tui.screens.listing import ListScreen
from annotator.view import (
    UPDATE_FIELDS,
    Item,
    Line,
    Room,
    Run,
    counted,
    describe_fate,
    fate_item,
    paint_fate,
    paint_text,
    paint_update,
    text_item,
)

_NEED = (Fate.ORPHAN, Fate.AMBIGUOUS, Fate.CHANGED, Fate.MOVED, Fate.KEPT)
"""What a person should look at first."""


class UpdatesScreen(ListScreen):
    """Enter takes a new text over, or puts a mark on the place that is proposed; Esc leaves all as it is."""

    CONTEXT = Context.UPDATES
    CSS_PATH: ClassVar[CSSPathType | None] = ["../styles/listing.tcss", "../styles/updates.tcss"]
    BINDINGS = bindings_for(Context.UPDATES)
    TITLE = "Changed texts"
    EMPTY = "No file has changed, and no mark waits for a place. $back goes back."
    FIELDS = UPDATE_FIELDS

    def on_mount(self) -> None:
        super().on_mount()
        self.app.clear_notifications()  # what they tell of is shown here, and they would lie over it
        self.desk.bench.check_files()

    def show_files(self) -> None:
        self.show_story()

    # what is shown

    def items(self) -> Sequence[Item]:
        self._updates: dict[str, Update] = {}
        """By row: that of the text, and those of the marks on it."""
        self._marks: dict[str, MarkFate] = {}
        self._texts = {d.id: d.text for d in self.desk.session.analysis.documents}
        made: list[Item] = []
        for update in self.desk.updates:
            rows = [text_item(update.document, self._called(update.document))]
            for found in sorted(update.fates, key=lambda f: _NEED.index(f.fate)):
                rows.append(fate_item(found.state, self._called(update.document)))
                self._marks[found.key] = found
            self._updates |= {row.key: update for row in rows}
            made += rows
        for found in self.desk.open_marks:
            if found.key not in self._marks:  # of a text that changed again, the plan tells
                self._marks[found.key] = found
                made.append(fate_item(found.state, self._called(found.document)))
        return made

    def count_words(self) -> str:
        texts = len(self.desk.updates)
        return f"{texts or 'none'}, {counted(len(self._marks), 'mark')}" if self._marks else f"{texts}"

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        found = self._marks.get(item.key)
        if found is not None:
            indent = 2 if item.key in self._updates else 0
            line = paint_fate(found.state, replace(room, width=room.width - indent))
            return (self._hidden((Run(" " * indent), *line)),)
        update = self._updates[item.key]
        return (paint_text(self._called(update.document), update.old.text, update.new.text, update.counts, room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        found, update = self._marks.get(item.key), self._updates.get(item.key)
        made: list[Line] = []
        if found is not None:
            text = update.new.text if update else self._texts[found.document]
            made += map(self._hidden, describe_fate(found.state, text, room))
        if update is not None:
            words = self.desk.words
            made += [*([()] if made else ()), *paint_update(words(update.old.text), words(update.new.text), room)]
        return made

    def detail_title(self) -> str:
        if self.item is None:
            return super().detail_title()
        return "What is new" if self.item.key in self._updates else "Where it may be now"

    @property
    def document(self) -> Document | None:
        key = self.item.key if self.item else ""
        found, update = self._marks.get(key), self._updates.get(key)
        return self.desk.document(found.document if found else update.document if update else None)

    def _hidden(self, line: Line) -> Line:
        """A line without names of outlets, where they are hidden."""
        return tuple(run._replace(text=self.desk.words(run.text)) for run in line) if self.desk.is_blind else line

    def _called(self, document: str) -> str:
        return self.desk.words(self.desk.session.names.get(document, document))

    # what can be done

    @property
    def _waiting(self) -> MarkFate | None:
        """The mark at the cursor, if it waits for a place."""
        key = self.item.key if self.item else ""
        return None if key in self._updates else self._marks.get(key)

    def can(self, action: str) -> bool:
        found = self._waiting
        if action.startswith("pick_"):
            return found is not None and len(found.candidates) >= int(action.removeprefix("pick_"))
        match action:
            case "open_row":
                return (found is None and self.item is not None) or (found is not None and bool(found.candidates))
            case "reject":
                return found is not None
            case "show_in_text":
                return found is not None and bool(found.candidates)
            case "rate":
                return False  # the text is looked at here, not its outlet
            case "decide_all":
                return len(self._to_confirm()) > 0 or len(self.desk.updates) > 1
            case _:
                return super().can(action)

    def label(self, action: Action) -> str:
        match action.id:
            case "open_row":
                return "place it" if self._waiting else "take over"
            case "reject":
                return "no place"
            case _:
                return super().label(action)

    def reason_against(self, action: Action) -> str:
        if action.id == "open_row" and self._waiting is not None:
            return f"Its words are gone; {key_of('reject')} leaves it without a place, kept in the history"
        return super().reason_against(action)

    def action_open_row(self) -> None:
        """Takes the text over, or puts the mark on the one place that is proposed."""
        found, update = self._waiting, self._updates.get(self.item.key if self.item else "")
        if update is not None:
            self.desk.update([update])
        elif found is not None and len(found.candidates) == 1:
            self._answer(found, 0)
        elif found is not None:
            self.tell(f"Its words stand in {len(found.candidates)} places; 1 to {len(found.candidates)} picks one")

    def action_reject(self) -> None:
        if self._waiting is not None:
            self._answer(self._waiting, None)

    def _pick(self, number: int) -> None:
        """Puts the mark at the cursor on one of its places, from 1."""
        if self._waiting is not None:
            self._answer(self._waiting, number - 1)

    action_pick_1 = partialmethod(_pick, 1)
    action_pick_2 = partialmethod(_pick, 2)
    action_pick_3 = partialmethod(_pick, 3)
    action_pick_4 = partialmethod(_pick, 4)
    action_pick_5 = partialmethod(_pick, 5)
    action_pick_6 = partialmethod(_pick, 6)
    action_pick_7 = partialmethod(_pick, 7)
    action_pick_8 = partialmethod(_pick, 8)
    action_pick_9 = partialmethod(_pick, 9)

    def action_show_in_text(self) -> None:
        found = self._waiting
        if found is not None and found.candidates:
            span = found.candidates[0].span
            self.desk.bench.show_place(found.document, span.start if span else 0)

    def _answer(self, found: MarkFate, number: int | None) -> None:
        cursor = self.rows.cursor
        if self.desk.apply(found.answer(number)):
            self.rows.cursor = max(0, min(cursor, len(self._items) - 1))

    def _to_confirm(self) -> list[MarkFate]:
        """The marks that are shown and have moved or changed, with one place each."""
        shown = [self._marks[i.key] for i in self._items if i.key in self._marks and i.key not in self._updates]
        return [f for f in shown if f.fate in (Fate.MOVED, Fate.CHANGED)]

    async def _decide_all(self) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        moved = [f for f in self._to_confirm() if f.fate is Fate.MOVED]
        changed = self._to_confirm()
        options = []
        if len(self.desk.updates) > 1:
            options.append(Option("texts", f"take over {counted(len(self.desk.updates), 'text')}", "", "t"))
        if moved:
            options.append(Option("moved", f"confirm {counted(len(moved), 'mark')} that moved", "", "m"))
        if len(changed) > len(moved):
            words = f"put {counted(len(changed), 'mark')} that moved or changed on the proposed places"
            options.append(Option("changed", words, "", "c"))
        answer = await self._choice("Decide all", options, question="One undo takes it back.")
        if answer == "texts":
            self.desk.update(self.desk.updates)
        elif answer in ("moved", "changed"):
            self.desk.apply(*(f.answer(0) for f in (moved if answer == "moved" else changed)))
