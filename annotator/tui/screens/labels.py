"""The codebook: a person's labels with what they mean; renamed, merged and removed everywhere at once."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import DefineLabel, Hue, Label, RemoveLabel
from annotator.tui.bindings import bindings_for
from annotator.tui.keys import Action, Context, said
from annotator.tui.screens.listing import ListScreen
from annotator.view import (
    LABEL_FIELDS,
    Item,
    Line,
    Room,
    codebook_items,
    counted,
    describe_label,
    digit_key,
    paint_label,
)

_ON_A_LABEL = frozenset(("open_row", "reject", "rename_label", "define_label", "recolour_label"))


class LabelsScreen(ListScreen):
    """Enter lists the marks of a label."""

    CONTEXT = Context.LABELS
    BINDINGS = bindings_for(Context.LABELS)
    TITLE = "Labels"
    EMPTY = "No label yet. $new_label makes one; $put_label in the text puts one on words."
    FIELDS = LABEL_FIELDS

    def items(self) -> Sequence[Item]:
        slots = self.desk.label_slots
        self._digits = {name: digit_key(number) for number, name in enumerate(slots, 1) if name}
        return codebook_items(self.desk.story)

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_label(self.desk.story, item.key, self._digits.get(item.key, ""), room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_label(self.desk.story, item.key, room) if item.key in self.desk.story.label else ()

    def detail_title(self) -> str:
        return "What it means"

    @property
    def here_label(self) -> Label | None:
        """The label at the cursor."""
        return self.desk.story.label.get(self.item.key) if self.item else None

    # what can be done

    def can(self, action: str) -> bool:
        return self.here_label is not None if action in _ON_A_LABEL else super().can(action)

    def label(self, action: Action) -> str:
        return {"reject": "remove", "open_row": "marks"}.get(action.id) or super().label(action)

    def action_open_row(self) -> None:
        from annotator.tui.screens.marks import MarksScreen  # here: loads when first opened

        if self.here_label is not None:
            self.app.push_screen(MarksScreen(self.desk, self.here_label.name))

    def action_reject(self) -> None:
        if self.here_label is not None:
            self.desk.apply(RemoveLabel(self.here_label.name))

    def action_rename_label(self) -> None:
        self._ask(self._rename())

    def action_define_label(self) -> None:
        self._ask(self._define())

    def action_new_label(self) -> None:
        self._ask(self._make())

    def action_recolour_label(self) -> None:
        label, hues = self.here_label, tuple(Hue)
        if label is not None:
            hue = hues[(hues.index(label.hue) + 1) % len(hues)]
            self.desk.apply(DefineLabel(label.name, label.definition, hue))

    async def _rename(self) -> None:
        label = self.here_label
        if label is None:
            return
        name = await self._question(
            f"Rename {label.name}", value=label.name, hint="a name that is there already merges the two"
        )
        if not name or name == label.name:
            return
        other = self._find(name)
        if other is None or other == label or await self._may_merge(label, other):
            self._wanted = other.name if other is not None and other != label else name
            self.desk.rename_label(label.name, name)

    async def _may_merge(self, label: Label, other: Label) -> bool:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        number = counted(sum(t.label == label.name for t in self.desk.story.analysis.tags), "mark")
        question = f"{other.name} is there already. {label.name} and its {number} become {other.name}."
        options = [
            Option("merge", "merge the two", said("$undo takes it back"), "m"),
            Option("", "leave them as they are", "", "l"),
        ]
        return await self._choice("Merge", options, question=question) == "merge"

    async def _define(self) -> None:
        label = self.here_label
        if label is None:
            return
        hint = "one line: when does the label apply, when not"
        words = await self._question(f"What {label.name} means", value=label.definition, hint=hint)
        if words is not None and words != label.definition:
            self.desk.apply(DefineLabel(label.name, words))

    async def _make(self) -> None:
        name = await self._question("New label", hint="a short name")
        if not name:
            return
        known = self._find(name)
        self._wanted = known.name if known is not None else name
        if known is None:
            self.desk.apply(DefineLabel(name))
        else:
            self.show_story()
            self.tell(f"{known.name} is there already")

    def _find(self, name: str) -> Label | None:
        return next((x for x in self.desk.story.analysis.codebook if x.name.casefold() == name.casefold()), None)
