"""What a person changes about claims themselves: their edges, which say the same, which disagree."""

from __future__ import annotations

import asyncio

from annotator.decisions import anchor_of
from annotator.model import (
    AddClaim,
    AddDisagreement,
    Claim,
    Command,
    DisagreementKind,
    JoinClaims,
    PartClaim,
    Place,
    Reject,
    Severity,
    Span,
)
from annotator.text import one_line
from annotator.tui.screens.tagging import Tagging
from annotator.view import (
    date_word,
    find_alike,
    group_of,
    is_rejected,
    kind_word,
    merge_with_next,
    outlet_word,
    place_in,
    shape_to,
    split_at,
)

KIND_KEYS = {
    DisagreementKind.QUANTITY: "q",
    DisagreementKind.DATE: "d",
    DisagreementKind.DURATION: "u",
    DisagreementKind.PLACE: "p",
    DisagreementKind.ACTOR: "a",
    DisagreementKind.NAMING: "n",
    DisagreementKind.TENSE_MODALITY: "t",
    DisagreementKind.NEGATION: "g",
    DisagreementKind.QUOTE_WORDING: "w",
    DisagreementKind.ATTRIBUTION: "s",
    DisagreementKind.OTHER: "o",
}
GRAVITIES = (
    ("c", Severity.CONFLICT, "a conflict: as written both cannot hold"),
    ("t", Severity.TENSION, "a tension: both hold only if one assumes something"),
    ("i", Severity.IMPRECISION, "one of them is imprecise: rounded, or called otherwise"),
)
MAX_VALUE = 80
"""Code points of a claim that stand in the field for its value; the rest is for the person to leave out or write."""


class Structuring(Tagging):
    """Each change is one undo."""

    def can(self, action: str) -> bool:
        match action:
            case "reshape_claim":
                return self.place_to_mark is not None and not self.documents.has_focus
            case "same_claim" | "add_disagreement":
                has_others = len(self.desk.story.claims_of) > 1
                return self.claim is not None and has_others and not self.documents.has_focus
            case _:
                return super().can(action)

    def action_reshape_claim(self) -> None:
        self._ask(self._reshape())

    def action_same_claim(self) -> None:
        self._ask(self._join())

    def action_add_disagreement(self) -> None:
        self._ask(self._disagree())

    # the edges of claims

    def _reshapings(self) -> dict[str, tuple[str, Command]]:
        """What can be done to the claim at the cursor: key to words and command."""
        claim, story, made = self.claim, self.desk.story, dict[str, tuple[str, Command]]()
        selected, document = self.reader.selected, self.document
        if document is not None and selected is not None:
            made["a"] = ("make a claim of the selection", AddClaim(place_in(story, document.id, selected)))
        if claim is None:
            return made
        offset = self.reader.offset_in_text
        if selected is not None and (command := shape_to(story, claim, selected)) is not None:
            made["e"] = ("end and begin the claim where the selection does", command)
        if selected is None and (command := split_at(story, claim, offset)) is not None:
            made["s"] = (f"split it before “{self._word_at(offset)}”", command)
        if selected is None and (command := merge_with_next(story, claim)) is not None:
            made["m"] = ("merge it with the next claim", command)
        if not is_rejected(claim.decision):
            made["x"] = ("it is no claim", Reject(anchor_of(claim, story.analysis)))
        return made

    def _word_at(self, offset: int) -> str:
        text = self.document.text if self.document else ""
        return one_line(text[offset : offset + 40]).split(" ")[0]

    async def _reshape(self) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        made = self._reshapings()
        if not made:
            self.tell("Nothing to change here; select words to make a claim of them")
            return
        options = [Option(key, words, "", key) for key, (words, _) in made.items()]
        question = one_line(self.claim.text) if self.claim else ""
        answer = await self._choice("The claim", options, question=question)
        if answer and self.desk.apply(made[answer][1]):
            self.reader.clear_selection()
            self.show_status()

    # which say the same

    async def _join(self) -> None:
        claim = self.claim
        other = await self._pick_passage("Says the same as", claim, says_joined=True) if claim else None
        if claim is None or other is None:
            return
        story = self.desk.story
        group = group_of(story, claim, other)
        place, there = (place_in(story, c.document, c.span) for c in (claim, other))
        if group is None:
            self.desk.apply(JoinClaims((place, there)))
        else:
            self.desk.apply(PartClaim(anchor_of(group, story.analysis), there))

    async def _pick_passage(self, title: str, claim: Claim, *, says_joined: bool) -> Claim | None:
        from annotator.tui.screens.dialogs import Option, PassagePicker  # here: dialogs load when first asked for

        story = self.desk.story
        found = await asyncio.to_thread(find_alike, story, claim)
        options = []
        for other in found:
            document = story.document[other.document]
            joined = says_joined and group_of(story, claim, other) is not None
            note = f"joined; Enter parts  {outlet_word(document)}" if joined else outlet_word(document)
            options.append(Option(other.id, one_line(other.text), note, also=date_word(document.published)))
        answer = await self.app.push_screen_wait(PassagePicker(title, options, prompt="type to filter"))
        return story.claim.get(answer or "")

    # which disagree

    async def _disagree(self) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        claim, here = self.claim, self.place_to_mark
        if claim is None or here is None:
            return
        kinds = [Option(kind.value, kind_word(kind), "", key) for kind, key in KIND_KEYS.items()]
        answer = await self._choice("What do they disagree on", kinds)
        other = await self._pick_passage("Disagrees with", claim, says_joined=False) if answer else None
        if answer is None or other is None:
            return
        kind = DisagreementKind(answer)
        mine = await self._value(claim, kind, self.reader.selected_text)
        theirs = await self._value(other, kind, "") if mine else None
        if not mine or not theirs:
            return
        if mine == theirs:
            self.tell(f"Both give “{mine}”; a disagreement needs two values")
            return
        grave = await self._choice("How grave is it", [Option(s.value, words, "", k) for k, s, words in GRAVITIES])
        if grave is None:
            return
        there = self._find_value(other, theirs)
        if self.reader.selected is None:
            here = self._find_value(claim, mine)
        if self.desk.apply(AddDisagreement((here, there), (mine, theirs), kind, Severity(grave))):
            self.reader.clear_selection()

    async def _value(self, claim: Claim, kind: DisagreementKind, words: str) -> str | None:
        """What a claim says, as a value to compare."""
        facts = (f.text for f in claim.facts if f.kind.value == kind.value)
        given = one_line(words or next(facts, claim.text[:MAX_VALUE]))
        outlet = outlet_word(self.desk.story.document[claim.document])
        question = one_line(claim.text)
        return await self._question(f"What {outlet} says", question=question, value=given, hint="the value it gives")

    def _find_value(self, claim: Claim, value: str) -> Place:
        """Where a claim's words are the value; the whole claim where they are not."""
        at = claim.text.find(value)
        start = claim.span.start + at
        span = Span(start, start + len(value)) if at >= 0 else claim.span
        return place_in(self.desk.story, claim.document, span)
