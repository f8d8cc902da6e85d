"""What the home screen shows: a document at a place, the claim there, one object of it, and what is known about it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.widget import Widget

from annotator.model import Attribution, Claim, Disagreement, Document, Flag, Span, Tag
from annotator.tui.desk import Desk
from annotator.tui.keys import Context
from annotator.tui.screens.reviewing import Reviewing
from annotator.tui.widgets.inspector import Inspector
from annotator.tui.widgets.reader import Reader
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    CARD_LINES,
    Line,
    Room,
    Row,
    Target,
    describe,
    genre_paint,
    genre_word,
    inspect_claim,
    is_decided,
    make_card,
    title_word,
)


class Reading(Reviewing):
    """Keeps documents list, reader and inspector at one place of the story; `HomeScreen` adds the keys."""

    CONTEXT = Context.HOME

    documents = query_one("#documents", VirtualList)
    reader = query_one("#reader", Reader)
    beside = query_one("#beside", Reader)
    inspector = query_one("#inspector", Inspector)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._target: Target | None = None
        self._places: dict[str, int] = {}
        """Where the cursor was in each document."""
        self._trail: list[tuple[str, int]] = []
        """Places jumped away from; Esc goes back to them."""
        self._shown: str | None = None
        self._inspected: tuple[Claim | None, Target | None] | None = None
        """What the inspector shows; claims compare by value, so a decision makes it another."""

    def body(self) -> ComposeResult:
        with Container(id="body"):
            yield VirtualList(
                row_lines=CARD_LINES, empty="No documents. $add_documents adds some.", id="documents"
            ).as_panel()
            yield Reader(id="reader").as_panel()
            yield Reader(id="beside").as_panel()
            yield Inspector(empty="No claims yet.", id="inspector").as_panel()

    def on_mount(self) -> None:
        super().on_mount()
        self.documents.set_frame("Documents")

    def main_widget(self) -> Widget:
        return self.reader

    @property
    def target(self) -> Target | None:
        return self._target

    @property
    def document(self) -> Document | None:
        """The document in the reader."""
        return self.desk.document(self._shown) or next(iter(self.desk.story.documents), None)

    @property
    def claim(self) -> Claim | None:
        """The claim at the cursor."""
        return self.reader.claim

    def show_story(self) -> None:
        story = self.desk.story
        self._inspected = None
        self.documents.show(len(story.documents), self._card_lines)
        document = self.document
        if document is not None:
            self.show_document(document.id)
        else:
            self._shown = self._target = None
            self.reader.clear()
            self._show_inspector()
        super().show_story()

    def show_document(self, name: str, offset: int | None = None, target: Target | None = None) -> None:
        """Shows a document at a place, with an object chosen."""
        document = self.desk.document(name)
        if document is None:
            return
        is_other = self.reader.document is None or self.reader.document.id != name
        self._shown = name
        place = offset if offset is not None else self._places.get(name)
        self.reader.show(self.desk.story, document, offset=place if is_other or offset is not None else None)
        is_read = bool(self.desk.story.claims_of.get(name))
        pill = genre_word(document) if is_read else ""
        self.reader.set_frame(title_word(document), pill=pill, hue=genre_paint(document))
        self.documents.cursor = self.desk.story.order[name]
        self._settle_on(target)

    def _settle_on(self, target: Target | None) -> None:
        """Chooses an object of the claim at the cursor: the one asked for, the one before, or the first open one."""
        claim = self.claim
        targets = self.desk.story.targets(claim) if claim else ()
        if target is None or target not in targets:
            target = self._target if self._target in targets else self._first_open(targets)
        is_new = (claim, target) != self._inspected
        self._target, self._inspected = target, (claim, target)
        if self._shown and claim is not None:
            self._places[self._shown] = self.reader.offset_in_text
        self._mark_target()
        if is_new:
            self._show_inspector()
            self._show_beside()
        self.show_status()

    def _show_beside(self) -> None:
        """In very wide terminals: the passage of another document, or else the next document."""
        story, others = self.desk.story, self._elsewhere()
        if not self.has_class("-huge") or len(story.documents) < 2:
            return
        after = story.documents[(story.order.get(self._shown or "", 0) + 1) % len(story.documents)]
        name = others[0].document if others else after.id
        document = story.document[name]
        self.beside.show(story, document, offset=others[0].span.start if others else None)
        self.beside.set_frame(title_word(document), pill=genre_word(document), hue=genre_paint(document))

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_beside)

    def _first_open(self, targets: tuple[Target, ...]) -> Target | None:
        things = self.desk.story.things
        open_ones = [t for t in targets[:-1] if not is_decided(things[t].decision)]
        return next(iter((*open_ones, *targets)), None)

    def _mark_target(self) -> None:
        document = self.document
        hits = self.desk.hits_in(document.id) if document else ()
        self.reader.highlight(target=self._target_spans(), found=hits)

    def _target_spans(self) -> tuple[Span, ...]:
        thing, claim = self.desk.thing(self._target), self.claim
        match thing:
            case Flag() | Tag():
                return (thing.span,)
            case Attribution():
                return tuple(p.span for p in (thing.source, thing.cue) if p is not None and p.span is not None)
            case Disagreement() if claim is not None:
                return tuple(s.span for s in thing.sides if s.claim == claim.id)
            case _:
                return ()

    def _show_inspector(self) -> None:
        claim, document, story = self.claim, self.document, self.desk.story
        if claim is not None:
            claims = story.claims_of[claim.document]
            self.inspector.set_frame(f"Claim {claims.index(claim) + 1} of {len(claims)}", note=self._open_note(claim))
            self.inspector.show(lambda room: inspect_claim(story, claim, room), self._target)
        elif document is None:
            self.inspector.show(lambda _: (), None)
        else:
            self.inspector.set_frame("Document")
            self.inspector.show(lambda room: tuple(Row(line) for line in describe(document, story, room)), None)

    def _open_note(self, claim: Claim) -> str:
        things = self.desk.story.things
        number = sum(not is_decided(things[t].decision) for t in self.desk.story.targets(claim)[:-1])
        return f"{number} to decide" if number else ""

    def _card_lines(self, index: int, room: Room) -> tuple[Line, ...]:
        return make_card(self.desk.story, self.desk.story.documents[index], room)

    def _choose(self, target: Target | None) -> None:
        self._target = target
        self.inspector.choose(target)
        self._mark_target()
        self.show_status()

    def _has_open(self, targets: tuple[Target, ...]) -> bool:
        return any(not is_decided(self.desk.story.things[t].decision) for t in targets[:-1])

    def _elsewhere(self) -> list[Claim]:
        """Claims of other documents that state the same, from the next document on, round."""
        claim, story = self.claim, self.desk.story
        if claim is None:
            return []
        names = [c for k in story.clusters_of.get(claim.id, ()) for c in k.claims]
        names += [s.claim for d in story.disagreements_of.get(claim.id, ()) for s in d.sides]
        found = [story.claim[n] for n in dict.fromkeys(names) if n in story.claim]
        order = story.order
        here = order[claim.document]
        others = [c for c in found if c.document != claim.document]
        return sorted(others, key=lambda c: ((order[c.document] - here) % len(order), c.span.start))
