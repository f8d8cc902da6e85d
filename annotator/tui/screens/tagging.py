"""Putting a person's own labels on words: by picker, by digit, once more; without a selection, on the claim."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from annotator.decisions import place_of
from annotator.model import AnchorKind, Command, Place, Span, Tag, TagSpan, UntagSpan
from annotator.tui.keys import Action, actions_in, key_of, said
from annotator.tui.screens.reading import Reading
from annotator.tui.widgets.reader import Reader
from annotator.tui.widgets.selecting import Selecting
from annotator.view import Line, Run, Target, counted, digit_key

DIGIT_ACTION = "tag_"
_WHILE_SELECTING = ("put_label", "cycle_target", "back")
"""What the bottom line names first while words are selected; then come the digits, then these:"""
_ALSO_SELECTING = ("reshape_claim", "word_next", "word_previous")
_WORDS = {"cycle_target": "other end", "word_next": "word more", "word_previous": "word less", "back": "end"}


class Tagging(Reading):
    """What is tagged becomes the object at the cursor, so that x takes it away again."""

    @property
    def place_to_mark(self) -> Place | None:
        """What a label would be put on: the selection, else the claim at the cursor."""
        document, claim = self.reader.document, self.claim
        span: Span | None = self.reader.selected or (claim.span if claim else None)
        return place_of(document, span) if document is not None and span is not None else None

    @property
    def tag(self) -> Tag | None:
        """The tag at the cursor."""
        thing = self.desk.thing(self.target)
        return thing if isinstance(thing, Tag) else None

    def can(self, action: str) -> bool:
        if action.startswith(DIGIT_ACTION):
            return bool(self._slot(action)) and self.place_to_mark is not None and not self.documents.has_focus
        match action:
            case "put_label":
                return self.place_to_mark is not None and not self.documents.has_focus
            case "repeat_label":
                return (
                    self.place_to_mark is not None and self.desk.last_label is not None and not self.documents.has_focus
                )
            case _:
                return super().can(action)

    def label(self, action: Action) -> str:
        if action.id.startswith(DIGIT_ACTION):
            return self._slot(action.id) or action.label
        if self.reader.selected is not None and action.id in _WORDS:
            return _WORDS[action.id]
        return super().label(action)

    def hinted(self) -> Sequence[Action]:
        if self.reader.selected is None:
            return super().hinted()
        known = {a.id: a for a in actions_in(*self._contexts()) if a.keys}
        digits = (name for name in known if name.startswith(DIGIT_ACTION))
        return [known[name] for name in (*_WHILE_SELECTING, *digits, *_ALSO_SELECTING) if name in known]

    def reason_against(self, action: Action) -> str:
        if self.documents.has_focus and self.claim is not None:
            return f"{action.label.capitalize()}: works on the text; {key_of('go_reader')} goes there"
        if action.id.startswith(DIGIT_ACTION):
            return f"{key_of(action.id)} has no label yet; {key_of('put_label')} gives one"
        if action.id == "repeat_label" and self.desk.last_label is None:
            return said("No label was given yet; $put_label gives one")
        return super().reason_against(action)

    def position(self) -> Line:
        selected = self.reader.selected
        if selected is None:
            return super().position()
        words = len(self.reader.selected_text.split())
        amount = counted(words, "word") if words > 1 else counted(len(selected), "character")
        return (Run("selected ", "dim"), Run(amount, "strong"))

    @on(Selecting.Selected)
    def on_selected(self, event: Selecting.Selected) -> None:
        event.stop()
        if isinstance(event.widget, Reader) and event.widget is self.reader:
            self._settle_on(None)

    def action_put_label(self) -> None:
        self._ask(self._put_label())

    def action_repeat_label(self) -> None:
        if self.desk.last_label is not None:
            self._tag(self.desk.last_label)

    def action_tag_1(self) -> None:
        self._tag(self._slot("tag_1"))

    def action_tag_2(self) -> None:
        self._tag(self._slot("tag_2"))

    def action_tag_3(self) -> None:
        self._tag(self._slot("tag_3"))

    def action_tag_4(self) -> None:
        self._tag(self._slot("tag_4"))

    def action_tag_5(self) -> None:
        self._tag(self._slot("tag_5"))

    def action_tag_6(self) -> None:
        self._tag(self._slot("tag_6"))

    def action_tag_7(self) -> None:
        self._tag(self._slot("tag_7"))

    def action_tag_8(self) -> None:
        self._tag(self._slot("tag_8"))

    def action_tag_9(self) -> None:
        self._tag(self._slot("tag_9"))

    def action_tag_10(self) -> None:
        self._tag(self._slot("tag_10"))

    async def change_label(self, tag: Tag) -> None:
        """Puts another label where one is; one undo."""
        document = self.desk.document(tag.document)
        name = await self._pick_label(f"Instead of {tag.label}")
        if name is not None and document is not None and name != tag.label:
            place = place_of(document, tag.span)
            self.desk.use_label(name, UntagSpan(place, tag.label), TagSpan(place, name))
            self._choose_tag(place, name)

    def _slot(self, action: str) -> str:
        """The label that a digit gives; empty if it gives none."""
        number = int(action.removeprefix(DIGIT_ACTION))
        return self.desk.label_slots[number - 1]

    async def _put_label(self) -> None:
        name = await self._pick_label("Label")
        if name is not None:
            self._tag(name)

    async def _pick_label(self, title: str) -> str | None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for
        from annotator.tui.screens.label_picker import LabelPicker

        story, slots = self.desk.story, self.desk.label_slots
        keys = {name: digit_key(number) for number, name in enumerate(slots, 1) if name}
        names = sorted(story.label, key=lambda n: (slots.index(n) if n in slots else len(slots), n.casefold()))
        options = [Option(f"={n}", n, story.letters[n], keys.get(n, ""), also=story.label[n].definition) for n in names]
        answer = await self.app.push_screen_wait(LabelPicker(title, options, self.reader.caret_on_screen))
        return answer[1:] if answer else None

    def _tag(self, name: str) -> None:
        place = self.place_to_mark
        if place is None or not name:
            return
        beside = self._same_beside(place, name)
        if beside:
            self._ask(self._join_marks(place, name, beside))
        else:
            self._write_tag(name, place, TagSpan(place, name))

    def _write_tag(self, name: str, place: Place, *commands: Command) -> None:
        if self.desk.use_label(name, *commands):
            self.reader.clear_selection()
            self._choose_tag(place, name)

    def _same_beside(self, place: Place, name: str) -> tuple[Tag, ...]:
        """Marks of the same label that share some of the words, but not all."""
        tags = self.desk.story.tags_in.get(place.document, ())
        same = [t for t in tags if t.label.casefold() == name.casefold() and t.span != place.span]
        return tuple(t for t in same if place.span is not None and t.span.overlap(place.span))

    async def _join_marks(self, place: Place, name: str, beside: tuple[Tag, ...]) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        document = self.desk.document(place.document)
        if document is None or place.span is None:
            return
        options = [
            Option("one", "make one mark of them", "", "1"),
            Option("instead", "the new words instead", "", "2"),
            Option("both", "keep both", "", "3"),
        ]
        question = f"{name} is on some of these words already."
        answer = await self._choice("Overlapping marks", options, question=question)
        if answer is None:
            return
        spans = (place.span, *(t.span for t in beside)) if answer == "one" else (place.span,)
        whole = place_of(document, Span(min(s.start for s in spans), max(s.end for s in spans)))
        gone = () if answer == "both" else tuple(UntagSpan(place_of(document, t.span), t.label) for t in beside)
        self._write_tag(name, whole, *gone, TagSpan(whole, name))

    def _choose_tag(self, place: Place, name: str) -> None:
        """Makes a tag the object at the cursor."""
        tags = self.desk.story.tags_in.get(place.document, ())
        wanted = name.casefold()
        made = next((t for t in tags if t.span == place.span and t.label.casefold() == wanted), None)
        if made is not None:
            self._choose(Target(AnchorKind.TAG, made.id))
