"""The documents, the text of one, and what is known about the claim at the cursor."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.widget import Widget

from annotator.model import AnchorKind, Attribution, Claim, Disagreement, Document, Flag, Span
from annotator.tui.bindings import bindings_for
from annotator.tui.desk import Desk
from annotator.tui.keys import Action, Context
from annotator.tui.screens.reviewing import Reviewing
from annotator.tui.widgets.inspector import Inspector
from annotator.tui.widgets.reader import Reader
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    CARD_LINES,
    Entry,
    Line,
    Room,
    Row,
    Stop,
    Target,
    WalkSet,
    describe,
    genre_paint,
    genre_word,
    inspect_claim,
    is_decided,
    make_card,
    title_word,
)


class HomeScreen(Reviewing):
    """Documents, reader, inspector."""

    CONTEXT = Context.HOME
    BINDINGS = bindings_for(Context.HOME)

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
            yield VirtualList(row_lines=CARD_LINES, empty="No documents. Leave with Q.", id="documents").as_panel()
            yield Reader(id="reader").as_panel()
            yield Reader(id="beside").as_panel()
            yield Inspector(empty="No claims yet.", id="inspector").as_panel()

    def on_mount(self) -> None:
        super().on_mount()
        self.documents.set_frame("Documents")

    def main_widget(self) -> Widget:
        return self.reader

    # what is shown

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
        order = [d.id for d in self.desk.story.documents]
        if self.documents.cursor != order.index(name):
            self.documents.cursor = order.index(name)
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
        order = [d.id for d in story.documents]
        if not self.has_class("-huge") or len(order) < 2:
            return
        name = others[0].document if others else order[(order.index(self._shown or order[0]) + 1) % len(order)]
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
            case Flag():
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
        elif document is not None:
            self.inspector.set_frame("Document")
            self.inspector.show(lambda room: tuple(Row(line) for line in describe(document, story, room)), None)

    def _open_note(self, claim: Claim) -> str:
        things = self.desk.story.things
        number = sum(not is_decided(things[t].decision) for t in self.desk.story.targets(claim)[:-1])
        return f"{number} to decide" if number else ""

    def _card_lines(self, index: int, room: Room) -> tuple[Line, ...]:
        return make_card(self.desk.story, self.desk.story.documents[index], room)

    # what the widgets say

    @on(Reader.Moved)
    def on_reader_moved(self, event: Reader.Moved) -> None:
        event.stop()
        if event.reader is not self.reader:
            return
        self._settle_on(None)
        self.desk.bench.remember()

    @on(Reader.Opened)
    def on_reader_opened(self, event: Reader.Opened) -> None:
        event.stop()
        if event.reader is self.reader:
            self.action_accept_or_open()
        else:
            self.jump(event.document, event.offset)

    @on(VirtualList.Highlighted, "#documents")
    def on_document_highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        name = self.desk.story.documents[event.index].id
        if name != self._shown:
            self._target = None
            self.show_document(name)
            self.desk.bench.remember()

    @on(VirtualList.Opened, "#documents")
    def on_document_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self.action_go_reader()

    @on(Inspector.Chosen)
    def on_target_chosen(self, event: Inspector.Chosen) -> None:
        event.stop()
        self._choose(event.target)

    def _choose(self, target: Target | None) -> None:
        self._target = target
        self.inspector.choose(target)
        self._mark_target()
        self.show_status()

    # what can be done

    def can(self, action: str) -> bool:
        match action:
            case "accept" | "reject":
                return self._target is not None or self.documents.has_focus or self.reader.at_fold
            case "attribute" | "cycle_target" | "copy_claim" | "copy_quotation" | "copy_json" | "note":
                return self.claim is not None
            case "settle":
                return self.desk.disagreement(self._target) is not None
            case "peek":
                return bool(self._elsewhere())
            case "copy_link":
                return self.document is not None and self.document.url is not None
            case _:
                return super().can(action)

    def action_accept(self) -> None:
        if self.documents.has_focus:
            self.action_go_reader()
        elif self.reader.has_focus and self.reader.at_fold:
            self.reader.toggle_fold()
        else:
            self.action_accept_or_open()

    def action_accept_or_open(self) -> None:
        """Opens a disagreement; accepts anything else."""
        target = self._target
        if target is None:
            return
        if target.kind is AnchorKind.DISAGREEMENT:
            self._open_passages(target)
        elif self.desk.accept(target):
            self.after_decision()

    def label(self, action: Action) -> str:
        if action.id != "accept":
            return super().label(action)
        if self.documents.has_focus or (self.reader.has_focus and self.reader.at_fold):
            return "open"
        return "side by side" if self.desk.disagreement(self._target) else action.label

    def _open_passages(self, target: Target) -> None:
        from annotator.tui.screens.passages import PassagesScreen  # here: loads when first opened

        thing = self.desk.disagreement(target)
        if thing is not None:
            entry = Entry(target, tuple(dict.fromkeys(s.claim for s in thing.sides)))
            self.app.push_screen(PassagesScreen(self.desk, entry))

    def after_decision(self) -> None:
        """Goes on to the next thing of the claim that waits for a decision."""
        claim = self.claim
        if claim is not None:
            targets = self.desk.story.targets(claim)
            if is_decided(getattr(self.desk.thing(self._target), "decision", None)):
                self._choose(self._first_open(targets) if self._has_open(targets) else self._target)

    def _has_open(self, targets: tuple[Target, ...]) -> bool:
        return any(not is_decided(self.desk.story.things[t].decision) for t in targets[:-1])

    def action_cycle_target(self) -> None:
        claim = self.claim
        if claim is not None:
            targets = self.desk.story.targets(claim)
            at = targets.index(self._target) if self._target in targets else -1
            self._choose(targets[(at + 1) % len(targets)])

    def action_peek(self) -> None:
        others = self._elsewhere()
        if others:
            self.jump(others[0].document, others[0].span.start)

    def _elsewhere(self) -> list[Claim]:
        """Claims of other documents that state the same, from the next document on, round."""
        claim, story = self.claim, self.desk.story
        if claim is None:
            return []
        names = [c for k in story.clusters_of.get(claim.id, ()) for c in k.claims]
        names += [s.claim for d in story.disagreements_of.get(claim.id, ()) for s in d.sides]
        found = [story.claim[n] for n in dict.fromkeys(names) if n in story.claim]
        order = [d.id for d in story.documents]
        here = order.index(claim.document)
        others = [c for c in found if c.document != claim.document]
        return sorted(others, key=lambda c: ((order.index(c.document) - here) % len(order), c.span.start))

    def action_next_document(self) -> None:
        self.documents.action_cursor_down()

    def action_previous_document(self) -> None:
        self.documents.action_cursor_up()

    def action_go_documents(self) -> None:
        self.add_class("-documents")
        self.remove_class("-no-documents")
        self.documents.focus()

    def action_go_reader(self) -> None:
        self.remove_class("-documents")
        self.reader.focus()

    def action_go_inspector(self) -> None:
        self.remove_class("-documents", "-no-inspector")
        self.inspector.focus()

    def action_toggle_documents(self) -> None:
        self.toggle_class("-no-documents")
        self.action_go_reader()

    def action_toggle_inspector(self) -> None:
        self.toggle_class("-no-inspector")
        self.action_go_reader()

    def action_toggle_boilerplate(self) -> None:
        self.reader.toggle_all_folds()

    # going to places

    def here(self) -> tuple[str, int, Target | None]:
        document, claim = self.document, self.claim
        name = document.id if document else ""
        if self.desk.walk.chosen is WalkSet.HITS or claim is None:
            return name, self.reader.offset_in_text, None
        return name, claim.span.start, self._target

    def go_to_stop(self, stop: Stop) -> None:
        self.show_document(stop.document, stop.offset, stop.target)
        self.desk.bench.remember()

    def jump(self, document: str, offset: int, target: Target | None = None) -> None:
        """Goes to a place; Esc comes back."""
        if self.document is not None:
            self._trail.append((self.document.id, self.reader.offset_in_text))
        self.show_document(document, offset, target)
        self.reader.focus()

    def go_back(self) -> bool:
        if self.reader.clear_selection():
            return True
        if self._trail:
            document, offset = self._trail.pop()
            self.show_document(document, offset)
            return True
        if not self.reader.has_focus:
            self.action_go_reader()
            return True
        return False

    def selected_words(self) -> str:
        return super().selected_words() or self.reader.selected_text

    # remembered between runs

    def state(self) -> dict[str, Any]:
        target = [self._target.kind.value, self._target.id] if self._target else None
        hidden = [name for name in ("-no-documents", "-no-inspector", "-no-legend") if self.has_class(name)]
        return {"document": self._shown, "places": dict(self._places), "target": target, "hidden": hidden}

    def restore(self, state: dict[str, Any]) -> None:
        """Goes back to where the last run ended; what is no longer there is left out."""
        places = state.get("places")
        if isinstance(places, dict):
            self._places = {k: v for k, v in places.items() if isinstance(k, str) and isinstance(v, int)}
        name = state.get("document")
        if isinstance(name, str) and name in self.desk.story.document:
            self._shown = name
        match state.get("target"):
            case [str(kind), str(id)] if kind in tuple(AnchorKind):
                self._target = Target(AnchorKind(kind), id)
        for name in state.get("hidden") or ():
            if name in ("-no-documents", "-no-inspector", "-no-legend"):
                self.add_class(name)
