"""The home screen by keys and mouse: read, choose, decide, go elsewhere and come back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual import on

from annotator.errors import AnnotatorError
from annotator.model import AnchorKind
from annotator.tui.bindings import bindings_for
from annotator.tui.bottom_line import KEYS_HIDDEN
from annotator.tui.desk import Desk
from annotator.tui.keys import Action, Context
from annotator.tui.screens.chaining import Chaining
from annotator.tui.widgets.inspector import Inspector
from annotator.tui.widgets.reader import Reader
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import Choice, Entry, Stop, Target, WalkSet, is_decided, outlet_word

_MARKING = ("put_label", "repeat_label", "reshape_claim", "same_claim", "add_disagreement", "edit_chain")
OF_THE_TEXT = frozenset(
    ("attribute", "cycle_target", "note", "edit_note", "flag_to_return", "settle", "peek", *_MARKING)
)
"""Actions on the claim at the cursor of the text, which the list of documents does not show."""
OWN_PANELS = ("-no-documents", "-no-inspector")
PANELS_OF_ALL = ("-no-legend", KEYS_HIDDEN)
"""What is hidden on every screen; remembered here."""


class HomeScreen(Chaining):
    """Documents, reader, inspector."""

    BINDINGS = bindings_for(Context.HOME)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._was_selected: Choice | None = None
        """What was selected when the last run ended, until it is shown."""
        self._was_hidden: tuple[str, ...] = ()

    # what the widgets say

    @on(Reader.Moved)
    def on_reader_moved(self, event: Reader.Moved) -> None:
        event.stop()
        if event.reader is not self.reader:
            self.take_side(event.reader)
            return
        self._settle_on(None)
        self.desk.bench.remember()

    @on(Reader.Opened)
    def on_reader_opened(self, event: Reader.Opened) -> None:
        event.stop()
        if event.reader is not self.reader:
            self.take_side(event.reader)
        self.action_accept_or_open()

    @on(Reader.Scrolled)
    def on_reader_scrolled(self, event: Reader.Scrolled) -> None:
        event.stop()
        if event.reader is self.reader:
            self.align()

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

    # what can be done

    def can(self, action: str) -> bool:
        if action in OF_THE_TEXT and self.documents.has_focus:
            return False
        match action:
            case "accept":
                return self._target is not None or self.documents.has_focus or self.reader.at_fold
            case "reject":
                return self._target is not None or self.documents.has_focus
            case "remove_document":
                return self.document is not None
            case "attribute" | "cycle_target" | "note":
                return self.claim is not None
            case "copy_claim" | "copy_quotation" | "copy_json":
                return self.claim is not None
            case "settle":
                return self.desk.disagreement(self._target) is not None
            case "peek":
                return bool(self._elsewhere())
            case "show_versions":
                return self.document is not None
            case "copy_link":
                return self.document is not None and self.document.url is not None
            case _:
                return super().can(action)

    def reason_against(self, action: Action) -> str:
        if action.id == "copy_link" and self.document is not None:
            return "No address of this document is known"
        return super().reason_against(action)

    def action_accept(self) -> None:
        if self.documents.has_focus:
            self.action_go_reader()
        elif self.reader.has_focus and self.reader.at_fold:
            self.reader.toggle_fold()
        else:
            self.action_accept_or_open()

    def action_reject(self) -> None:
        if self.documents.has_focus:
            self.action_remove_document()
        else:
            super().action_reject()

    def action_add_documents(self) -> None:
        self._ask(self._add_documents())

    async def _add_documents(self) -> None:
        """Asks for a path until it can be read or Esc is pressed."""
        path, problem = "", ""
        while (
            path := await self._question(
                "Add a file or folder", question=problem, value=path, hint="path of a .txt or .md file, or of a folder"
            )
            or ""
        ):
            try:
                await self.desk.add(str(Path(path).expanduser()))
            except (AnnotatorError, RuntimeError) as error:
                problem = str(error)
            else:
                return

    def action_remove_document(self) -> None:
        document = self.document
        if document is not None:
            self.desk.remove(document.id)

    def action_show_versions(self) -> None:
        from annotator.tui.screens.versions import VersionsScreen  # here: loads when first opened

        if self.document is not None:
            self.app.push_screen(VersionsScreen(self.desk, self.document.id))

    def action_accept_or_open(self) -> None:
        """Opens a disagreement, changes a tag's label, accepts anything else."""
        target = self._target
        if target is None:
            return
        if self.tag is not None:
            self._ask(self.change_label(self.tag))
        elif target.kind is AnchorKind.DISAGREEMENT:
            self._open_passages(target)
        elif self.desk.accept(target):
            self.after_decision()

    def label(self, action: Action) -> str:
        if action.id == "reject" and self.documents.has_focus:
            return "take out"
        if action.id == "reject" and self.tag is not None:
            return "take off"
        if action.id != "accept":
            return super().label(action)
        if self.documents.has_focus or (self.reader.has_focus and self.reader.at_fold):
            return "open"
        if self.tag is not None:
            return "other label"
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

    def action_cycle_target(self) -> None:
        if self.reader.selected is not None:
            self.reader.swap_edge()
            return
        claim = self.claim
        if claim is not None:
            targets = self.desk.story.targets(claim)
            at = targets.index(self._target) if self._target in targets else -1
            self._choose(targets[(at + 1) % len(targets)])

    def action_peek(self) -> None:
        others = self._elsewhere()
        if others:
            self.jump(others[0].document, others[0].span.start)

    def action_pin(self) -> None:
        """Keeps the document beside where it is, or lets it follow again."""
        beside = self.beside.document
        if beside is None or not self.has_class("-huge"):
            self.tell("A second document stands beside the first from 160 columns on")
            return
        self._pinned = None if self._pinned == beside.id else beside.id
        self._show_beside()
        self.tell(f"{outlet_word(beside)} stays beside" if self._pinned else "The second document follows the first")

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

    def action_zoom(self) -> None:
        panels = ("-no-documents", "-no-inspector")
        self.set_class(not all(map(self.has_class, panels)), *panels)
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

    def jump(self, document: str, offset: int | None, target: Target | None = None) -> None:
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

    def show_story(self) -> None:
        super().show_story()
        self.app.add_class(*self._was_hidden)
        self._was_hidden = ()
        choice, self._was_selected = self._was_selected, None
        if choice is not None and self.document is not None and choice.span.end <= len(self.document.text):
            self.reader.choose(choice)

    def selected_words(self) -> str:
        return super().selected_words() or self.reader.selected_text

    # remembered between runs

    def state(self) -> dict[str, Any]:
        target = [self._target.kind.value, self._target.id] if self._target else None
        hidden = [name for name in OWN_PANELS if self.has_class(name)]
        hidden += [name for name in PANELS_OF_ALL if self.app.has_class(name)]
        shown = {"document": self._shown, "pinned": self._pinned, "places": dict(self._places)}
        choice = self.reader.choice if self.query(Reader) else self._was_selected
        selected = [choice.fixed, choice.moving] if choice else None
        return {**shown, "target": target, "hidden": hidden, "selected": selected}

    def restore(self, state: dict[str, Any]) -> None:
        """Goes back to where the last run ended; what is no longer there is left out."""
        places = state.get("places")
        if isinstance(places, dict):
            self._places = {k: v for k, v in places.items() if isinstance(k, str) and isinstance(v, int)}
        name = state.get("document")
        if isinstance(name, str) and name in self.desk.story.document:
            self._shown = name
        pinned = state.get("pinned")
        self._pinned = pinned if isinstance(pinned, str) and pinned in self.desk.story.document else None
        match state.get("target"):
            case [str(kind), str(id)] if kind in tuple(AnchorKind):
                self._target = Target(AnchorKind(kind), id)
        hidden = state.get("hidden")
        for name in hidden if isinstance(hidden, list) else ():
            if name in OWN_PANELS:
                self.add_class(name)
            elif name in PANELS_OF_ALL:
                self._was_hidden = (*self._was_hidden, name)
        match state.get("selected"):
            case [int(fixed), int(moving)] if fixed != moving and min(fixed, moving) >= 0:
                self._was_selected = Choice(fixed, moving)
