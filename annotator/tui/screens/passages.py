"""One disagreement or agreed fact: the passages side by side, and how it is settled."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.getters import query_one
from textual.widget import Widget

from annotator.model import AnchorKind, Attribution, Claim, Document, Settlement
from annotator.text import one_line
from annotator.tui.bindings import bindings_for
from annotator.tui.desk import Desk
from annotator.tui.keys import Action, Context, said
from annotator.tui.screens.reviewing import Reviewing
from annotator.tui.widgets.columns import Columns
from annotator.tui.widgets.lines import Lines
from annotator.view import (
    Entry,
    Ledger,
    Line,
    Room,
    Run,
    Stop,
    Target,
    clip,
    column_claims,
    counted,
    describe_source,
    entries,
    kind_word,
    read_wording,
    settled_word,
    wrap_runs,
)

FULL_WORDS = 100
"""Columns of a screen from which the bottom line says whole sentences."""
MAX_VALUE = 16
"""Cells of a value in the bottom line."""
MAX_NARROW_VALUE = 12
"""The same where the screen is narrow, and the digit with the value has to do."""


class PassagesScreen(Reviewing):
    """Digits say whose value stands, letters how else it is settled; n goes on to the next disagreement."""

    CONTEXT = Context.PASSAGES
    CSS_PATH = "../styles/passages.tcss"
    BINDINGS = bindings_for(Context.PASSAGES)

    columns = query_one("#columns", Columns)
    summary = query_one("#summary", Lines)

    def __init__(self, desk: Desk, entry: Entry, *, walked: tuple[Entry, ...] = ()) -> None:
        super().__init__(desk)
        self._walked = walked
        """What n goes through; the lists of facts or disagreements if empty."""
        self.entry = entry

    def body(self) -> ComposeResult:
        yield Lines(id="summary").as_panel()
        yield Columns(id="columns")

    def main_widget(self) -> Widget:
        return self.query_one("#column-0")

    @property
    def target(self) -> Target | None:
        return self.entry.target if self.entry.target in self.desk.story.things else None

    @property
    def claim(self) -> Claim | None:
        names = column_claims(self.desk.story, self.entry)
        if not names:
            return None
        focused = self.focused.id if self.focused else None
        shown = self.columns.shown_claims or names
        number = int(focused[-1]) if focused and focused.startswith("column-") else 0
        return self.desk.story.claim[shown[min(number, len(shown) - 1)]]

    @property
    def document(self) -> Document | None:
        return self.desk.document(self.claim.document) if self.claim else None

    def show_story(self) -> None:
        if self.target is None:
            self.dismiss(None)
            return
        story, entry = self.desk.story, self.entry
        self.columns.show(story, entry)
        disagreement = self.desk.disagreement(entry.target)
        claims = column_claims(story, entry)
        if disagreement is None:
            title = "The same quotation" if self._is_quotation() else "The same fact"
            self.summary.set_frame(title, note=counted(len(claims), "passage"))
        else:
            title = f"{disagreement.severity.value.capitalize()} of {kind_word(disagreement.kind)}"
            more = said("$columns_left $columns_right for more")
            note = f"{counted(len(claims), 'passage')}, {more}" if len(claims) > 2 else ""
            settled = settled_word(disagreement)
            hue = "disagreement" if settled == "open" else "accepted"
            self.summary.set_frame(title, pill=settled.upper(), hue=hue, note=note)
        self.summary.show(self._summary_lines)
        super().show_story()

    def _summary_lines(self, room: Room) -> list[Line]:
        thing = self.desk.thing(self.target)
        disagreement = self.desk.disagreement(self.target)
        words = disagreement.why if disagreement else self._gist()
        lines = wrap_runs((Run(one_line(words)),), width=room.width, measure=room.measure)
        decision = thing.decision if thing is not None else None
        if decision is not None and (decision.reason or decision.note):
            words = "; ".join(part for part in (decision.reason, decision.note) if part)
            lines += wrap_runs(
                (Run(f"{one_line(decision.by)}: ", "dim"), Run(one_line(words), "note")),
                width=room.width,
                measure=room.measure,
            )
        return lines

    def _gist(self) -> str:
        """What the passages say together."""
        thing, claim = self.desk.thing(self.target), self.desk.claim(self.target)
        if isinstance(thing, Attribution) and claim is not None:
            return f"{describe_source(thing)}: “{read_wording(self.desk.story.document[claim.document], thing)}”"
        return getattr(thing, "gist", "")

    def _is_quotation(self) -> bool:
        return self.entry.target.kind is AnchorKind.ATTRIBUTION

    # what can be done

    def can(self, action: str) -> bool:
        is_open = self.desk.disagreement(self.target) is not None
        match action:
            case "settle" | "both_true" | "different_things" | "leave_open":
                return is_open
            case "stand_1" | "stand_2" | "stand_3" | "stand_4":
                return self._first_with_value(int(action[-1]) - 1) == int(action[-1]) - 1
            case _:
                return super().can(action)

    def label(self, action: Action) -> str:
        value = self._value(int(action.id[-1]) - 1) if action.id.startswith("stand_") else None
        if not value:
            return super().label(action)
        if self.app.size.width < FULL_WORDS:
            return clip(one_line(value), MAX_NARROW_VALUE, cell_len)
        return f"{clip(one_line(value), MAX_VALUE, cell_len)} stands"

    def reason_against(self, action: Action) -> str:
        number = int(action.id[-1]) - 1 if action.id.startswith("stand_") else None
        first = None if number is None else self._first_with_value(number)
        if first is None or number is None:
            return super().reason_against(action)
        return f"“{one_line(self._value(number) or '')}” is {first + 1}"

    def action_stand_1(self) -> None:
        self._stand(0)

    def action_stand_2(self) -> None:
        self._stand(1)

    def action_stand_3(self) -> None:
        self._stand(2)

    def action_stand_4(self) -> None:
        self._stand(3)

    def action_both_true(self) -> None:
        self._ask(self.settle(Settlement.BOTH_TRUE))

    def action_different_things(self) -> None:
        self._ask(self.settle(Settlement.DIFFERENT_THINGS))

    def action_leave_open(self) -> None:
        self._ask(self.settle(Settlement.OPEN))

    def action_reject(self) -> None:
        if self.desk.disagreement(self.target) is not None:
            self._ask(self.settle(Settlement.NOT_A_DISAGREEMENT))
        else:
            super().action_reject()

    def _value(self, number: int) -> str | None:
        """The value that a column in view gives."""
        disagreement = self.desk.disagreement(self.target)
        names = self.columns.shown_claims
        if disagreement is None or number >= len(names):
            return None
        return next((s.value for s in disagreement.sides if s.claim == names[number]), None)

    def _first_with_value(self, number: int) -> int | None:
        """The first column that gives the value which this one gives: sides that agree are one side."""
        value = self._value(number)
        return None if value is None else next(i for i in range(number + 1) if self._value(i) == value)

    def _stand(self, number: int) -> None:
        value = self._value(number)
        if value is not None:
            self._ask(self.settle(Settlement.SIDE_STANDS, value))

    def action_columns_left(self) -> None:
        self.columns.scroll_columns(-1)

    def action_columns_right(self) -> None:
        self.columns.scroll_columns(1)

    def action_go_reader(self) -> None:
        claim = self.claim
        if claim is not None:
            self.desk.bench.come_back(claim)

    # walking: the list that the row is in

    def here(self) -> tuple[str, int, Target | None]:
        claim = self.claim
        return (claim.document, claim.span.start, self.target) if claim else ("", 0, None)

    def _walk(self, by: int) -> None:
        rows = self._rows()
        numbers = [i for i, row in enumerate(rows) if row.target == self.entry.target]
        if rows:
            self.entry = rows[((numbers[0] if numbers else -1) + by) % len(rows)]
            self.show_story()

    def _rows(self) -> tuple[Entry, ...]:
        if self._walked:
            return self._walked
        kind = self.entry.target.kind
        ledgers = (Ledger.CONFLICTING,) if kind is AnchorKind.DISAGREEMENT else (Ledger.AGREED, Ledger.SINGLE)
        found = [e for ledger in ledgers for e in entries(self.desk.story, ledger)]
        return tuple(e for e in found if e.target.kind is kind)

    def go_to_stop(self, stop: Stop) -> None:
        claim = self.desk.story.claim_at(stop.document, stop.offset)
        if claim is not None:
            self.desk.bench.come_back(claim)

    def position(self) -> Line:
        rows = self._rows()
        numbers = [i for i, row in enumerate(rows) if row.target == self.entry.target]
        names = {AnchorKind.DISAGREEMENT: "disagreements", AnchorKind.ATTRIBUTION: "quotations"}
        words = names.get(self.entry.target.kind, "facts")
        place = f"{numbers[0] + 1} of {len(rows)}" if numbers else f"{len(rows)}"
        return (Run(f"{words} ", "dim"), Run(place, "strong"))
