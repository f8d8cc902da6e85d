"""One suggestion at a time: what is suggested, why, within its words; a decision goes on to the next."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container

from annotator.model import AnchorKind
from annotator.tui.bindings import bindings_for
from annotator.tui.desk import Desk
from annotator.tui.keys import Action, Context
from annotator.tui.screens.listing import ListScreen
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    QUEUE_FIELDS,
    Item,
    Line,
    Room,
    Target,
    Waiting,
    describe_suggestion,
    find_waiting,
    is_decided,
    paint_suggestion,
    queue_items,
)


class ReviewScreen(ListScreen):
    """What was decided here stays in the list above what waits, so that it can be changed."""

    CONTEXT = Context.REVIEW
    CSS_PATH = ["../styles/listing.tcss", "../styles/review.tcss"]
    BINDINGS = bindings_for(Context.REVIEW)
    TITLE = "Queue"
    EMPTY = "Nothing waits for a decision. $back goes back."
    FIELDS = QUEUE_FIELDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._decided: list[Target] = []
        """What was decided on this screen, in that order."""
        self._waiting: Waiting | None = None

    def body(self) -> ComposeResult:
        with Container(id="body"):
            yield Lines(id="detail").as_panel()
            yield VirtualList(empty=self.EMPTY, id="rows").as_panel()

    def items(self) -> Sequence[Item]:
        self._waiting = find_waiting(self.desk.story, self._waiting)
        return queue_items(self.desk.story, self._decided, self._waiting)

    def count_words(self) -> str:
        waiting = len(self._waiting.items) if self._waiting else 0
        things = map(self.desk.thing, self._decided)
        decided = sum(thing is not None and is_decided(thing.decision) for thing in things)
        return f"{waiting}, {decided} decided" if decided else f"{waiting}"

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_suggestion(self.desk.story, item, room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_suggestion(self.desk.story, item, room)

    def detail_title(self) -> str:
        decided, total = self.desk.progress
        return f"{total - decided:,} to decide" if total > decided else "All decided"

    # what can be done

    def can(self, action: str) -> bool:
        match action:
            case "settle":
                return self.desk.disagreement(self.target) is not None
            case "attribute":
                return self.target is not None and self.target.kind is AnchorKind.ATTRIBUTION
            case "open_row":
                return self.target is not None
            case _:
                return super().can(action)

    def label(self, action: Action) -> str:
        return "accept" if action.id == "open_row" else super().label(action)

    def action_open_row(self) -> None:
        """Enter accepts here, as it does wherever one suggestion is asked about."""
        target = self.target
        if target is not None and self.desk.accept(target):
            self.after_decision(target)

    def action_reject(self) -> None:
        target = self.target
        if target is not None and self.desk.reject(target):
            self.after_decision(target)

    def action_skip(self) -> None:
        self._walk(1)

    def action_show_in_text(self) -> None:
        super().action_open_row()

    def after_decision(self, target: Target | None = None) -> None:
        """Remembers what was decided and goes to the first row that waits."""
        done = target or self.target
        if done is None:
            return
        self._decided = [*(t for t in self._decided if t != done), done]
        self.show_story()
        waiting = (i for i, item in enumerate(self._items) if not self._is_done(item.target))
        self.rows.cursor = next(waiting, max(0, len(self._items) - 1))

    def _is_done(self, target: Target | None) -> bool:
        thing = self.desk.thing(target)
        return is_decided(thing.decision) if thing is not None else True
