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
    left = query_one("#reader", Reader)
    right = query_one("#beside", Reader)
    inspector = query_one("#inspector", Inspector)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._target: Target | None = None
        self._places: dict[str, int] = {}
        """Where the cursor was in each document."""
        self._trail: list[tuple[str, int]] = []
        """Places jumped away from; Esc goes back to them."""
        self._shown: str | None = None
        self._is_right = False
        """Whether the second reader is the one that keys act on."""
        self._pinned: str | None = None
        """The document that stays beside the one being read."""
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

    @property
    def reader(self) -> Reader:
        """The reader that keys act on: the one in focus last."""
        return self.right if self._is_right else self.left

    @property
    def beside(self) -> Reader:
        """The other reader; it follows."""
        return self.left if self._is_right else self.right

    def on_descendant_focus(self) -> None:
        if self.focused is self.beside:
            self.take_side(self.beside)
        super().on_descendant_focus()

    def take_side(self, reader: Reader) -> None:
        """Lets keys act on the other reader from now on."""
        if reader is self.reader or reader.document is None:
            return
        self.reader.highlight(target=())
        self._is_right, self._shown = reader is self.right, reader.document.id
        self._target = self._inspected = None
        self.documents.cursor = self.desk.story.order.get(self._shown, 0)
        self._settle_on(None)

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
        """In wide terminals: what the other document says there.

        The second reader goes to whichever document has the passage, unless it is pinned; the first one keeps its own.
        """
        story, others = self.desk.story, self._elsewhere()
        if not self.has_class("-huge") or len(story.documents) < 2:
            return
        after = story.documents[(story.order.get(self._shown or "", 0) + 1) % len(story.documents)]
        name = others[0].document if others else after.id
        kept = self.beside.document.id if self._is_right and self.beside.document else self._pinned
        if kept in story.document and kept != self._shown:
            name = kept
        document = story.document[name]
        there = next((c for c in others if c.document == name), None)
        self.beside.show(story, document, offset=there.span.start if there else None)
        note = "pinned" if name == self._pinned else ""
        self.beside.set_frame(title_word(document), pill=genre_word(document), hue=genre_paint(document), note=note)
        self.align()

    def align(self) -> None:
        """Scrolls the other reader so that what both say stands on one line: the claim at the cursor, or the first."""
        other, claim = self.beside.document, self.claim
        if other is None or not self.has_class("-huge"):
            return
        seen = self.reader.claims_in_view
        for shown in (*(c for c in (claim,) if c in seen), *seen):
            there = next((c for c in self._elsewhere(shown) if c.document == other.id), None)
            if there is not None:
                self.beside.scroll_place_to(there.span.start, self.reader.row_in_view(shown.span.start))
                return

    def on_resize(self) -> None:
        if self._is_right and not self.has_class("-huge"):
            self.call_after_refresh(self._go_left)
        self.call_after_refresh(self._show_beside)

    def _go_left(self) -> None:
        """Shows what was read on the right in the one reader that is left."""
        document, offset = self.right.document, self.right.offset_in_text
        self._is_right = False
        if document is not None:
            self.show_document(document.id, offset)
        self.left.focus()

    def _first_open(self, targets: tuple[Target, ...]) -> Target | None:
        things = self.desk.story.things
        open_ones = [t for t in targets[:-1] if not is_decided(things[t].decision)]
        return next(iter((*open_ones, *targets)), None)

    def _mark_target(self) -> None:
        document = self.document
        hits = self.desk.hits_in(document.id) if document else ()
        thing = self.desk.thing(self._target)
        self.reader.mark = thing.span if isinstance(thing, Tag) else None
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

    def _elsewhere(self, claim: Claim | None = None) -> list[Claim]:
        """Claims of other documents that state the same as one, or the one at the cursor, from the next on, round."""
        claim, story = claim or self.claim, self.desk.story
        if claim is None:
            return []
        names = [c for k in story.clusters_of.get(claim.id, ()) for c in k.claims]
        names += [s.claim for d in story.disagreements_of.get(claim.id, ()) for s in d.sides]
        found = [story.claim[n] for n in dict.fromkeys(names) if n in story.claim]
        order = story.order
        here = order[claim.document]
        others = [c for c in found if c.document != claim.document]
        return sorted(others, key=lambda c: ((order[c.document] - here) % len(order), c.span.start))
