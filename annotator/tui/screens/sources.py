"""Who is quoted, under which names, by whom; and the outlets. Names are corrected here for the whole story at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from annotator.decisions import anchor_of
from annotator.model import Command, MergeSources, RenameSource, SetSource, SourceRole
from annotator.text import fold
from annotator.tui.bindings import bindings_for
from annotator.tui.desk import Desk
from annotator.tui.keys import Action, Context, said
from annotator.tui.screens.correcting import Correcting
from annotator.view import (
    ROLES,
    SOURCE_FIELDS,
    Item,
    Line,
    ListedOutlet,
    QuotedSource,
    Room,
    Story,
    counted,
    describe_outlet,
    describe_quoted,
    listed_outlets,
    outlet_items,
    paint_outlet,
    paint_source,
    quoted_sources,
    source_items,
)


class SourcesScreen(Correcting):
    """o changes between sources and outlets; Enter lists the claims of the row."""

    CONTEXT = Context.SOURCES
    BINDINGS = bindings_for(Context.SOURCES)
    TITLE = "Sources"
    EMPTY = "Nobody is quoted in this story. $switch_list lists the outlets."
    FIELDS = SOURCE_FIELDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shows_outlets = False
        self._made: tuple[Story, bool, tuple[Item, ...]] | None = None
        self._sources: dict[str, QuotedSource] = {}
        self._outlets: dict[str, ListedOutlet] = {}

    def list_title(self) -> str:
        return "Outlets" if self._shows_outlets else "Sources"

    def items(self) -> Sequence[Item]:
        story = self.desk.story
        if self._made is None or self._made[0] is not story or self._made[1] is not self._shows_outlets:
            if self._shows_outlets:
                outlets = listed_outlets(story)
                self._outlets, made = {o.name: o for o in outlets}, outlet_items(story, outlets)
            else:
                sources = quoted_sources(story)
                self._sources, made = {s.key: s for s in sources}, source_items(story, sources)
            self._made = (story, self._shows_outlets, made)
        return self._made[2]

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        if self._shows_outlets:
            return (paint_outlet(self.desk.story, self._outlets[item.key], room),)
        return (paint_source(self.desk.story, self._sources[item.key], room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        if self._shows_outlets:
            return describe_outlet(self.desk.story, self._outlets[item.key], room)
        return describe_quoted(self.desk.story, self._sources[item.key], room)

    def detail_title(self) -> str:
        return "The outlet" if self._shows_outlets else "The source"

    @property
    def source(self) -> QuotedSource | None:
        """The source at the cursor."""
        return self._sources.get(self.item.key) if self.item and not self._shows_outlets else None

    @property
    def outlet(self) -> ListedOutlet | None:
        return self._outlets.get(self.item.key) if self.item and self._shows_outlets else None

    # what can be done

    def can(self, action: str) -> bool:
        match action:
            case "open_row":
                return self.item is not None
            case "correct_row":
                return self.outlet is not None or (self.source is not None and bool(self.source.names))
            case "merge_source":
                return self.source is not None and bool(self.source.names) and len(self._sources) > 1
            case "split_source":
                return self.source is not None and bool(self._aliases(self.source))
            case "rate":
                return self.outlet is not None
            case _:
                return super().can(action)

    def label(self, action: Action) -> str:
        match action.id:
            case "open_row":
                return "claims"
            case "switch_list":
                return "sources" if self._shows_outlets else "outlets"
            case "correct_row" if not self._shows_outlets:
                return "correct"
            case _:
                return super().label(action)

    def reason_against(self, action: Action) -> str:
        if action.id in ("correct_row", "merge_source", "split_source") and self.source is not None:
            if self.source.names:
                return "It has only one name"
            return said("Nobody names this source; in the text, $attribute says who it is")
        return super().reason_against(action)

    def action_open_row(self) -> None:
        """Lists the claims of the source or outlet."""
        name = self.outlet.name if self.outlet else self.source.name if self.source else ""
        line = f'{"outlet" if self.outlet else "source"}:"{name.split(chr(34))[0]}"'
        self.desk.bench.open_place("claims", {"filter": line})

    def action_switch_list(self) -> None:
        self._shows_outlets = not self._shows_outlets
        self.rows.cursor = 0
        self.show_story()

    def action_correct_row(self) -> None:
        if self.outlet is not None:
            self._ask(self.correct_outlet(self.outlet))
        elif self.source is not None:
            self._ask(self._correct_source(self.source))

    def action_merge_source(self) -> None:
        if self.source is not None:
            self._ask(self._merge(self.source))

    def action_split_source(self) -> None:
        if self.source is not None:
            self._ask(self._split(self.source))

    def action_rate(self) -> None:
        if self.outlet is not None:
            self._ask(self.rate_outlet(self.outlet))

    async def _correct_source(self, source: QuotedSource) -> None:
        """Asks what is wrong: the name or what the source is."""
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        options = [
            Option("name", "its name", source.name, "1"),
            Option("role", "what it is", ROLES[source.role], "2"),
        ]
        answer = await self._choice(f"Correct {source.name}", options)
        if answer == "name":
            await self._rename(source)
        elif answer == "role":
            await self._set_role(source)

    async def _set_role(self, source: QuotedSource) -> None:
        """Says what a source is, wherever it is quoted; who it is and how it says things stay."""
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        roles = [role for role in ROLES if role is not SourceRole.AUTHOR]
        options = [
            Option(role.value, ROLES[role], "now" if role is source.role else "", str(number))
            for number, role in enumerate(roles, 1)
        ]
        times = counted(len(source.quoted), "time")
        question = f"It is quoted {times}; all are decided with it, and one undo takes it back."
        answer = await self._choice(f"What {source.name} is", options, question=question)
        if answer is None or answer == source.role.value:
            return
        story = self.desk.story.analysis
        self._wanted = source.key
        self.desk.apply(
            *(
                SetSource(anchor_of(a, story), a.source.name or source.name, SourceRole(answer), a.attitude)
                for _, a in source.quoted
                if a.source is not None
            )
        )

    async def _rename(self, source: QuotedSource) -> None:
        times = counted(len(source.quoted), "time")
        name = await self._question(f"Rename {source.name}", question=f"It is quoted {times}.", value=source.name)
        if name and name != source.name:
            self._wanted = f"e {name}"
            self.desk.apply(RenameSource(self._anchor(source, source.name), name))

    async def _merge(self, source: QuotedSource) -> None:
        from annotator.tui.screens.dialogs import Option, Picker  # here: dialogs load when first asked for

        others = [s for s in self._sources.values() if s is not source and s.names]
        options = [
            Option(f"={s.name}", s.name, f"{ROLES[s.role]}, {counted(len(s.quoted), 'time')}", also=" ".join(s.names))
            for s in others
        ]
        prompt = f"{source.name} is the same as"
        answer = await self.app.push_screen_wait(Picker("Same source", options, prompt=prompt))
        if answer:
            self._wanted = next(s.key for s in others if s.name == answer[1:])
            self.desk.apply(*self._joining(source, answer[1:]))

    async def _split(self, source: QuotedSource) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        aliases = self._aliases(source)
        if not aliases:
            return
        options = [Option(name, name, "", str(number)) for number, name in enumerate(aliases[:9], 1)]
        name = await self._choice("Split", options, question=f"Which name is not {source.name}?")
        if name:
            self._wanted = f"e {name}"
            self.desk.apply(MergeSources(self._anchor(source, name), name))

    def _aliases(self, source: QuotedSource) -> list[str]:
        """Its names but the one that it goes by."""
        return [name for name in source.names if fold(name) != fold(source.name)]

    def _joining(self, source: QuotedSource, name: str) -> list[Command]:
        return [MergeSources(self._anchor(source, n), name) for n in source.names]

    def _anchor(self, source: QuotedSource, label: str) -> Any:
        named = (a for _, a in source.quoted if a.source and a.source.name == label)
        attribution = next(named, source.quoted[0][1])
        return replace(anchor_of(attribution, self.desk.story.analysis), label=label)

    def state(self) -> dict[str, Any]:
        return {**super().state(), "outlets": self._shows_outlets}

    def restore(self, state: dict[str, Any]) -> None:
        super().restore(state)
        self._shows_outlets = state.get("outlets") is True
