"""Every place that has one label; Enter goes to it in the text, x takes the label from it, * from all that are shown.

With a filter before it, `*` splits a label: the marks that fit get another one, with one undo.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.model import Anchor, AnchorKind, Command, Note, Place, Tag, TagSpan, UntagSpan
from annotator.tui.desk import Desk
from annotator.tui.keys import Action, said
from annotator.tui.screens.listing import ListScreen
from annotator.view import MARK_FIELDS, Item, Line, Room, counted, describe_mark, mark_items, paint_mark, place_in


class MarksScreen(ListScreen):
    """Opened over the codebook."""

    TITLE = "Marks"
    EMPTY = "No mark has this label. $back goes back."
    FIELDS = MARK_FIELDS

    def __init__(self, desk: Desk, label: str) -> None:
        super().__init__(desk)
        self._label = label

    def items(self) -> Sequence[Item]:
        return mark_items(self.desk.story, self._label)

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        tag = self._tag(item)
        return (paint_mark(self.desk.story, tag, room),) if tag else ()

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        tag = self._tag(item)
        return describe_mark(self.desk.story, tag, room) if tag else ()

    def detail_title(self) -> str:
        return self._label

    def can(self, action: str) -> bool:
        return self.item is not None if action in ("open_row", "decide_all") else super().can(action)

    def label(self, action: Action) -> str:
        return {"reject": "take off"}.get(action.id) or super().label(action)

    async def _decide_all(self) -> None:
        from annotator.tui.screens.dialogs import Option, Picker  # here: dialogs load when first asked for

        tags = [tag for item in self._items if (tag := self._tag(item)) is not None]
        number = counted(len(tags), "mark")
        options = [
            Option("other", f"give all {number} another label", said("$undo takes all back"), "1"),
            Option("none", f"take {self._label} off all {number}", said("$undo takes all back"), "2"),
        ]
        shown = f"{number} that fit {self._filter.line}" if self._filter else f"All {number} of {self._label}"
        answer = await self._choice("All marks shown", options, question=shown)
        if answer == "none":
            self.desk.apply(*(UntagSpan(self._place(tag), tag.label) for tag in tags))
        elif answer == "other":
            names = [Option(f"={n}", n) for n in self.desk.story.label if n != self._label]
            picker = Picker(f"Instead of {self._label}", names, prompt="type to filter, or a new label", takes_new=True)
            name = await self.app.push_screen_wait(picker)
            if name:
                self.desk.use_label(name[1:], *(c for tag in tags for c in self._relabelled(tag, name[1:])))

    def _relabelled(self, tag: Tag, name: str) -> Iterator[Command]:
        """Another label on the same words; what was noted of the mark stays."""
        place, note = self._place(tag), tag.decision.note if tag.decision else None
        yield UntagSpan(place, tag.label)
        yield TagSpan(place, name)
        if note and not any(t.span == tag.span and t.label == name for t in self.desk.story.tags_in[tag.document]):
            yield Note(Anchor(AnchorKind.TAG, (place,), name), note)

    def _place(self, tag: Tag) -> Place:
        return place_in(self.desk.story, tag.document, tag.span)

    def action_open_row(self) -> None:
        item = self.item
        tag = self._tag(item) if item else None
        if item is not None and item.target is not None and tag is not None:
            self.desk.bench.go_to(tag.document, tag.span.start, item.target)

    def _tag(self, item: Item) -> Tag | None:
        thing = self.desk.thing(item.target)
        return thing if isinstance(thing, Tag) else None
