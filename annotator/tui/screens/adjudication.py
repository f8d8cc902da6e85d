"""Where people differ: the passage, the versions with who chose each, and one key to take one of them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partialmethod
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Container

from annotator.errors import AnnotatorError
from annotator.model import Claim, Document
from annotator.session import Merged, NamesakeError
from annotator.tui.bindings import bindings_for
from annotator.tui.desk import Desk
from annotator.tui.keys import Action, Context, said
from annotator.tui.screens.listing import ListScreen
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    CASE_FIELDS,
    Case,
    Item,
    Line,
    Room,
    Target,
    case_items,
    counted,
    describe_case,
    paint_case,
    target_of,
)

_MERGE = "Merge a colleague's decisions"


class AdjudicationScreen(ListScreen):
    """What is settled stays in the list, with its outcome; nobody's version is lost."""

    CONTEXT = Context.CASES
    CSS_PATH = ["../styles/listing.tcss", "../styles/adjudication.tcss"]
    BINDINGS = bindings_for(Context.CASES)
    TITLE = "Adjudication"
    EMPTY = "Nobody differs; $merge_colleague brings in what a colleague decided."
    FIELDS = CASE_FIELDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cases: dict[str, Case] = {}
        self._focus: dict[str, int] = {}
        """The version in focus, by case; the one that holds, where none was chosen."""

    def body(self) -> ComposeResult:
        with Container(id="body"):
            yield Lines(id="detail").as_panel()
            yield VirtualList(empty=self.EMPTY, id="rows").as_panel()

    def items(self) -> Sequence[Item]:
        cases = self.desk.cases
        self._cases = {case.key: case for case in cases}
        return case_items(self.desk.story, cases)

    @property
    def target(self) -> Target | None:
        """The object that the case is about; looked for only where the cursor is."""
        case = self._cases.get(self.item.key) if self.item else None
        return target_of(self.desk.story, case.anchor) if case is not None else None

    @property
    def claim(self) -> Claim | None:
        target, story = self.target, self.desk.story
        return story.claim.get(story.claim_of.get(target, "")) if target is not None else None

    @property
    def document(self) -> Document | None:
        case = self._cases.get(self.item.key) if self.item else None
        places = case.anchor.places if case is not None else ()
        return self.desk.document(places[0].document) if places else None

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_case(self.desk.story, self._cases[item.key], room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_case(self.desk.story, self._cases[item.key], self._focused(item), room)

    def detail_title(self) -> str:
        left = sum(case.is_open for case in self._cases.values())
        return f"{left:,} to settle" if left else "All settled" if self._cases else super().detail_title()

    def _focused(self, item: Item) -> int:
        case = self._cases[item.key]
        holds = next((i for i, v in enumerate(case.versions) if v.value == case.holding), 0)
        return min(self._focus.get(item.key, holds), len(case.versions) - 1)

    # what can be done

    def can(self, action: str) -> bool:
        case = self._cases.get(self.item.key) if self.item else None
        match action:
            case "open_row" | "reject" | "version_before" | "version_after" | "take_with_reason":
                return case is not None
            case "show_in_text":
                return self.claim is not None
            case "decide_all":
                return False
            case "go_next" | "go_previous":
                return bool(self._items)
            case _ if action.startswith("take_"):
                return case is not None and int(action.removeprefix("take_")) <= len(case.versions)
            case _:
                return super().can(action)

    def label(self, action: Action) -> str:
        return {"open_row": "take", "reject": "take none"}.get(action.id) or super().label(action)

    def action_open_row(self) -> None:
        """Enter takes the focused version."""
        if self.item is not None:
            self._settle(self._focused(self.item))

    def action_reject(self) -> None:
        """None of the versions: the suggestion stands again."""
        self._settle(None)

    def action_take_with_reason(self) -> None:
        if self.item is not None:
            self._ask(self._take_with_reason(self.item.key, self._focused(self.item)))

    def action_version_before(self) -> None:
        self._turn(-1)

    def action_version_after(self) -> None:
        self._turn(1)

    def action_show_in_text(self) -> None:
        super().action_open_row()

    def action_merge_colleague(self) -> None:
        self._ask(self._merge())

    async def _merge(self) -> None:
        """Asks for a path until it can be read or Esc is pressed, then shows what it brings before taking it."""
        path, problem, name = "", "", None
        hint = "path of a workspace or exported project"
        while path := await self._question(_MERGE, question=problem, value=path, hint=hint) or "":
            file = str(Path(path).expanduser())
            try:
                found = await self.desk.merge(file, their_name=name, with_documents=False, dry_run=True)
                await self._confirm(file, name, found)
            except NamesakeError as error:
                whose = "their name; the same one if it was you"
                name = await self._question("Who decided there", question=error.message, hint=whose)
                problem = f"to be merged as decisions of {name}" if name else error.message
            except (AnnotatorError, RuntimeError) as error:
                problem = str(error)
            else:
                return

    async def _confirm(self, file: str, name: str | None, found: Merged) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        plan = found.plan
        if found.is_nothing and not found.missing:
            self.tell(f"Nothing new in {found.source}: {plan.known} known already")
            return
        counts = (
            f"{plan.taken} to take over, {plan.agreed} agreed, {plan.differing} differ, {plan.known} known already."
        )
        options = [Option("all", "merge", said("$undo takes all back"), "1")]
        if found.missing:
            number = counted(len(found.missing), "document")
            options.append(
                Option("documents", f"merge with {number} that only they have", ", ".join(found.missing), "2")
            )
        answer = await self._choice(f"Merge {found.source}", options, question=counts)
        if answer is not None:
            await self.desk.merge(file, their_name=name, with_documents=answer == "documents", dry_run=False)

    def action_show_agreement(self) -> None:
        self._ask(self._show_agreement())

    async def _show_agreement(self) -> None:
        from annotator.export import agreement_sentences  # here: loads when first asked for
        from annotator.session import agreement_in
        from annotator.tui.screens.notices import Notices

        self.tell("Counting how far people agree")
        try:
            report = await asyncio.to_thread(agreement_in, self.desk.session)
        except AnnotatorError as error:
            self.tell(str(error))
        else:
            self.tell("")
            self.app.push_screen(Notices("Agreement", tuple(agreement_sentences(report)), empty="Nothing to compare."))

    def _take(self, number: int) -> None:
        self._settle(number - 1)

    action_take_1 = partialmethod(_take, 1)
    action_take_2 = partialmethod(_take, 2)
    action_take_3 = partialmethod(_take, 3)
    action_take_4 = partialmethod(_take, 4)
    action_take_5 = partialmethod(_take, 5)
    action_take_6 = partialmethod(_take, 6)
    action_take_7 = partialmethod(_take, 7)
    action_take_8 = partialmethod(_take, 8)
    action_take_9 = partialmethod(_take, 9)

    def _turn(self, by: int) -> None:
        if self.item is None:
            return
        versions = len(self._cases[self.item.key].versions)
        self._focus[self.item.key] = (self._focused(self.item) + by) % versions
        self._show_detail()

    async def _take_with_reason(self, key: str, number: int) -> None:
        value = self._cases[key].versions[number].value
        reason = await self._question(f"Why {value}", hint="one line that a colleague can check; may stay empty")
        if reason is not None and key in self._cases:
            self._settle(number, reason or None, key=key)

    def _settle(self, number: int | None, reason: str | None = None, *, key: str | None = None) -> None:
        case = self._cases.get(key or (self.item.key if self.item else ""))
        if case is None or (number is not None and number >= len(case.versions)):
            return
        if self.desk.settle_case(case.key, number, reason):
            self._go_to_open()

    # walking

    def _walk(self, by: int) -> None:
        """n and N go through what is open, while anything is."""
        count, at = len(self._items), self.rows.cursor
        order = [(at + by * step) % count for step in range(1, count + 1)]
        still = [i for i in order if self._cases[self._items[i].key].is_open]
        if order:
            self.rows.cursor = (still or order)[0]

    def _go_to_open(self) -> None:
        """Goes to the next case that is open; stays where all are settled, so that the outcome is seen."""
        if any(self._cases[item.key].is_open for item in self._items):
            self._walk(1)
        else:
            self.tell(f"All settled: {counted(len(self._cases), 'case')}")
