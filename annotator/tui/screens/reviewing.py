"""Deciding and walking: what a person can do to the object at the cursor, the same on every screen that shows one."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any

from annotator.decisions import place_of
from annotator.errors import AnnotatorError
from annotator.model import AnchorKind, Settlement, SourceRole, TagSpan, UntagSpan
from annotator.tui.bindings import bindings_for
from annotator.tui.keys import Action, Context, key_of, said
from annotator.tui.one_by_one import ASKING
from annotator.tui.screens.looking import Looking
from annotator.view import (
    COME_BACK,
    CREDIBILITY,
    MEANINGS,
    RELIABILITY,
    ROLES,
    Stop,
    Target,
    WalkSet,
    counted,
    outlet_word,
    side_groups,
    speakers,
)

SEARCH_HINT = "words, or re:expression; where:notes or outlet:name before them"
if TYPE_CHECKING:
    from annotator.tui.screens.dialogs import Option

_SETTLEMENT_KEYS = {
    "b": (Settlement.BOTH_TRUE, "both are true"),
    "d": (Settlement.DIFFERENT_THINGS, "they speak of different things"),
    "x": (Settlement.NOT_A_DISAGREEMENT, "this is no disagreement"),
    "o": (Settlement.OPEN, "leave it open"),
}


class Reviewing(Looking):
    """Subclasses say what is at the cursor and how to go to a place."""

    BINDINGS = bindings_for(Context.EVERYWHERE)

    def here(self) -> tuple[str, int, Target | None]:
        """Where n and N set out from."""
        raise NotImplementedError

    def go_to_stop(self, stop: Stop) -> None:
        """Goes to a place of the walked set."""
        raise NotImplementedError

    def after_decision(self) -> None:
        """Goes on, where a decision leads on."""

    def can(self, action: str) -> bool:
        match action:
            case "reject" | "note" | "edit_note":
                return self.target is not None
            case "rate":
                return self.claim is not None or self.document is not None
            case "flag_to_return":
                return self.claim is not None
            case "go_next" | "go_previous":
                return bool(self.desk.stops)
            case _:
                return super().can(action)

    def reason_against(self, action: Action) -> str:
        if action.id in ("go_next", "go_previous") and self.desk.story.analysis.claims:
            return f"No {self.desk.walk.chosen.value} to go to; {key_of('choose_set')} chooses another set"
        return super().reason_against(action)

    # decisions

    def action_reject(self) -> None:
        if self.target is not None and self.desk.reject(self.target):
            self.after_decision()

    def action_settle(self) -> None:
        self._ask(self._settle_by_choice())

    def action_attribute(self) -> None:
        self._ask(self._attribute())

    def action_rate(self) -> None:
        self._ask(self._rate())

    def action_note(self) -> None:
        self._ask(self._note())

    async def settle(self, settlement: Settlement, stands: str | None = None) -> None:
        """Asks for the reason and writes the settlement down."""
        target = self.target
        if target is None:
            return
        words = f"{stands} stands" if stands else settlement.value.replace("_", " ")
        reason = await self._question(f"Why: {words}", hint="one line that a colleague can check; may stay empty")
        if reason is not None and self.desk.settle(target, settlement, stands=stands, reason=reason or None):
            self.after_decision()

    async def _settle_by_choice(self) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        disagreement = self.desk.disagreement(self.target)
        if disagreement is None:
            return
        groups = side_groups(self.desk.story, disagreement)
        sides = [Option(str(i), f"{g.value} stands", ", ".join(g.outlets), str(i)) for i, g in enumerate(groups[:9], 1)]
        rest = [Option(key, words, "", key) for key, (_, words) in _SETTLEMENT_KEYS.items()]
        answer = await self._choice("Settle", [*sides, *rest], question=disagreement.why)
        if answer in _SETTLEMENT_KEYS:
            await self.settle(_SETTLEMENT_KEYS[answer][0])
        elif answer:
            values = list(dict.fromkeys(s.value for s in disagreement.sides))
            chosen = groups[int(answer) - 1]
            stands = next(s.value for s in disagreement.sides if s.claim in chosen.claims and s.value in values)
            await self.settle(Settlement.SIDE_STANDS, stands)

    async def _attribute(self) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        claim = self.claim
        picked = (
            await self.pick_source("Who said it", Option("", "the outlet itself", "own voice", "0")) if claim else None
        )
        if claim is None or picked is None:
            return
        name, role = picked
        target = self._attribution_target() or Target(AnchorKind.CLAIM, claim.id)
        if self.desk.attribute(target, name or None, role or SourceRole.PERSON):
            self.after_decision()

    async def pick_source(self, title: str, *first: Option) -> tuple[str, SourceRole | None] | None:
        """Somebody by name, with the role that is known of them; or what one of the first options stands for."""
        from annotator.tui.screens.dialogs import Option, Picker  # here: dialogs load when first asked for

        found = speakers(self.desk.story, recent=self.desk.recent)
        names = [
            Option(f"={s.name}", s.name, f"{ROLES[s.role]}, {counted(s.mentions, 'time')}", str(i) if i < 10 else "")
            for i, s in enumerate(found, 1)
        ]
        answer = await self.app.push_screen_wait(
            Picker(title, [*first, *names], prompt="type to filter, or a new name", takes_new=True)
        )
        roles = {s.name: s.role for s in found}
        return None if answer is None else (answer[1:], roles.get(answer[1:]))

    def _attribution_target(self) -> Target | None:
        return self.target if self.target and self.target.kind is AnchorKind.ATTRIBUTION else None

    async def _rate(self) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        document, claim = self.document, self.claim
        if document is None:
            return
        given = (document.reliability, claim.credibility if claim else None)
        letters = [
            Option(k, f"{k}, the outlet: {words}", "given now" if k in given else "", k.lower())
            for k, words in RELIABILITY.items()
        ]
        digits = [
            Option(str(k), f"the claim: {words}", "given now" if k in given else "", str(k))
            for k, words in CREDIBILITY.items()
        ]
        answer = await self._choice(f"Rate {outlet_word(document)}", [*letters, *(digits if claim else [])])
        if answer is None:
            return
        subject = outlet_word(document) if answer in RELIABILITY else "the claim"
        reason = await self._question(f"Why {answer} for {subject}", hint="one line; may stay empty")
        if reason is None:
            return
        if answer in RELIABILITY:
            self.desk.rate_outlet(document.id, answer, reason or None)
        elif claim is not None:
            self.desk.rate_claim(claim.id, int(answer), reason or None)

    async def _note(self) -> None:
        target = self.target
        thing = self.desk.thing(target)
        if target is None or thing is None:
            return
        before = thing.decision.note if thing.decision and thing.decision.note else ""
        text = await self._question("Note", value=before, hint="empty removes the note")
        if text is not None and text != before:
            self.desk.note(target, text)

    def action_edit_note(self) -> None:
        target, thing = self.target, self.desk.thing(self.target)
        if target is None or thing is None:
            return
        text = self.edit_words(thing.decision.note or "" if thing.decision else "")
        if text is not None:
            self.desk.note(target, text)

    def action_flag_to_return(self) -> None:
        """Puts the label on the claim that n walks under "come back", or takes it away."""
        claim, document = self.claim, self.document
        if claim is None or document is None:
            return
        place = place_of(document, claim.span)
        tags = self.desk.story.tags_of.get(claim.id, ())
        is_flagged = any(t.label == COME_BACK and t.span == claim.span for t in tags)
        self.desk.apply(UntagSpan(place, COME_BACK) if is_flagged else TagSpan(place, COME_BACK))

    # walking

    def action_go_next(self) -> None:
        self._walk(1)

    def action_go_previous(self) -> None:
        self._walk(-1)

    def action_choose_set(self) -> None:
        self._ask(self._choose_set())

    def action_search(self) -> None:
        self._ask(self._search())

    def _walk(self, by: int) -> None:
        stop = self.desk.step(self.here(), by)
        if stop is None:
            self.tell(f"No {self.desk.walk.chosen.value} to go to; {key_of('choose_set')} chooses another set")
        elif self.desk.walk.chosen is WalkSet.ORPHANS:
            found = self.desk.open_marks[self.desk.walk.position or 0]
            self.desk.bench.open_place("updates", {"row": found.key})
        else:
            self.go_to_stop(stop)

    async def _choose_set(self) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        sizes = await self.desk.count_stops()
        options = [
            Option(chosen.value, meaning, f"{sizes[chosen]:,}", str(number))
            for number, (chosen, meaning) in enumerate(MEANINGS.items(), 1)
        ]
        answer = await self._choice(said("What $go_next and $go_previous walk"), options)
        if answer:
            self.desk.choose(WalkSet(answer))
            self._walk(1)

    async def _search(self) -> None:
        """Asks until something can be searched for or Esc is pressed; then shows what was found."""
        query, problem = self.desk.query, ""
        while query := await self._question("Search everything", question=problem, value=query, hint=SEARCH_HINT) or "":
            try:
                await self.desk.search(query)
            except AnnotatorError as error:
                problem = str(error)
            else:
                self.desk.bench.open_place("search")
                return

    # asking

    def _ask(self, flow: Awaitable[None]) -> None:
        self.run_worker(flow, group=ASKING, exclusive=True)

    async def _choice(self, title: str, options: list[Any], *, question: str = "") -> str | None:
        from annotator.tui.screens.dialogs import Choice  # here: dialogs load when first asked for

        return await self.app.push_screen_wait(Choice(title, options, question=question))

    async def _question(self, title: str, *, question: str = "", value: str = "", hint: str = "") -> str | None:
        from annotator.tui.screens.dialogs import Question  # here: dialogs load when first asked for

        return await self.app.push_screen_wait(Question(title, question=question, value=value, hint=hint))
