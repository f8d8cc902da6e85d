"""What the screens share: the story as it stands, the set that n walks, and every way to change the story.

The bridge between screens and session: screens ask it for values and tell it what a person wants; it knows no widget.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.decisions import Anchoring, Judgements, count_decided, describe
from annotator.errors import AnnotatorError, UsageError
from annotator.model import (
    Accept,
    Analysis,
    Anchor,
    AnchorKind,
    Attitude,
    Claim,
    Command,
    CorrectDocument,
    Disagreement,
    Document,
    Note,
    Problem,
    RateCredibility,
    RateReliability,
    Reject,
    RenameLabel,
    SetSource,
    Settle,
    Settlement,
    SourceRole,
    Span,
    Tag,
    UntagSpan,
    UpdateDocument,
)
from annotator.session import Change, ChangeKind, MarkFate, Merged, Session, Update, list_cases, merge, settle_case
from annotator.tui.bench import Bench
from annotator.tui.searching import find_apart
from annotator.view import (
    REGEX_PREFIX,
    SEARCH_FIELDS,
    Blindfold,
    Case,
    Hit,
    Slots,
    Stop,
    Story,
    Target,
    Thing,
    Walked,
    WalkSet,
    Where,
    changed_documents,
    find_in,
    index_story,
    make_blindfold,
    next_stop,
    outlet_word,
    read_filter,
    saved_in,
    searchable,
    split_query,
    stops,
    veil_cases,
    walk_through,
)

MAX_RECENT = 9
"""Names given last, one for each digit."""
_SAID = {ChangeKind.APPLIED: "", ChangeKind.UNDONE: "Undone: ", ChangeKind.REDONE: "Redone: "}


@dataclass(frozen=True, slots=True)
class Walk:
    """The set that n and N walk."""

    chosen: WalkSet = WalkSet.SUGGESTIONS
    position: int | None = None
    """Number of the stop gone to last, from 0."""


@dataclass
class Desk:
    """One session with what its screens need."""

    session: Session
    bench: Bench
    walk: Walk = Walk()
    hits: tuple[tuple[str, Span], ...] = ()
    """Places in the documents that the last search found."""
    found: tuple[Hit, ...] = ()
    """Everything that the last search found."""
    query: str = ""
    recent: tuple[str, ...] = ()
    slots: Slots = field(default_factory=Slots)
    """Which label each digit gives."""
    saved_filters: dict[str, str] = field(init=False)
    """Filter lines of this story by the name that a person saved them under."""
    is_saved: bool = True
    stale: tuple[Problem, ...] = ()
    """Documents whose files are not what was read."""
    updates: tuple[Update, ...] = ()
    """What taking over the files that have changed would do."""
    story: Story = field(init=False)
    progress: tuple[int, int] = field(init=False)
    """Suggestions decided on, and all."""
    is_blind: bool = False
    """Whether names of outlets, addresses and authors are hidden; exports are not touched."""
    _listed: tuple[Judgements, tuple[Case, ...]] | None = field(init=False, default=None)
    """The cases, and what they were listed from."""
    _blindfold: Blindfold | None = field(init=False, default=None)
    _walked: Walked | None = field(init=False, default=None)
    _stops: tuple[Stop, ...] | None = field(init=False, default=None)
    _open_marks: tuple[MarkFate, ...] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.saved_filters = saved_in(self.session.view_state)
        self._take()

    def reload(self) -> None:
        """Takes the story as the session has it now."""
        self._take(self.story)
        self._stops = None
        self.bench.changed()

    async def adopt(self, analysis: Analysis) -> None:
        """Takes the result of an analysis."""
        shared = self.session.share_texts(analysis)
        await self._prepare(shared, self.is_blind)
        self.session.take(shared)
        self.reload()

    async def hide_outlets(self, is_blind: bool) -> None:
        """Hides who published what while one judges, or shows it again."""
        await self._prepare(self.session.analysis, is_blind)
        self.is_blind = is_blind
        self.reload()
        self.bench.remember()

    async def _prepare(self, analysis: Analysis, is_blind: bool) -> None:
        """Makes in a thread, so that keys work meanwhile, most of what `reload` takes."""
        chosen = self.walk.chosen

        def make() -> tuple[Blindfold | None, Story, tuple[int, int], Walked]:
            blindfold = make_blindfold(analysis) if is_blind else None
            story = index_story(blindfold.hide_analysis(analysis) if blindfold else analysis)
            return blindfold, story, count_decided(analysis), walk_through(story, chosen)

        self._blindfold, self.story, self.progress, self._walked = await asyncio.to_thread(make)

    def words(self, sentence: str) -> str:
        """A sentence as it may be shown: without names of outlets, where they are hidden."""
        return self._blindfold.hide(sentence) if self._blindfold else sentence

    # changes

    def apply(self, *commands: Command) -> bool:
        """Writes decisions down and says so; False if it could not be done."""
        if self.is_blind and any(isinstance(c, CorrectDocument) for c in commands):
            self.bench.tell("Documents are not corrected while the outlets are hidden")
            return False
        real = tuple(self._blindfold.reveal(c) for c in commands) if self._blindfold else commands
        return self._do(lambda: self.session.apply(*real))

    def undo(self) -> None:
        """Takes back the last change and names it."""
        self._do(self.session.undo, nothing="Nothing to take back")

    def redo(self) -> None:
        """Brings back what was taken back last and names it."""
        self._do(self.session.redo, nothing="Nothing to bring back")

    def accept(self, target: Target) -> bool:
        return self.apply(Accept(self._anchor(target)))

    def reject(self, target: Target, reason: str | None = None) -> bool:
        thing = self.thing(target)
        if isinstance(thing, Tag):
            return self.apply(UntagSpan(self._anchor(target).places[0], thing.label))
        return self.apply(Reject(self._anchor(target), reason))

    def accept_all(self, targets: Sequence[Target]) -> bool:
        """Accepts many suggestions; one undo takes them all back."""
        return self.apply(*map(Accept, self._anchors(targets)))

    def reject_all(self, targets: Sequence[Target], reason: str | None = None) -> bool:
        """Rejects many suggestions; one undo takes them all back."""
        return self.apply(*(Reject(anchor, reason) for anchor in self._anchors(targets)))

    def settle(self, target: Target, settlement: Settlement, *, stands: str | None, reason: str | None) -> bool:
        return self.apply(Settle(self._anchor(target), settlement, stands, reason))

    def note(self, target: Target, text: str) -> bool:
        return self.apply(Note(self._anchor(target), text))

    def attribute(self, target: Target, name: str | None, role: SourceRole) -> bool:
        """Says who said a claim; None for the outlet itself."""
        if name is not None:
            self.recent = (name, *(n for n in self.recent if n != name))[:MAX_RECENT]
        return self.apply(SetSource(self._anchor(target), name, role, Attitude.ASSERTS))

    @property
    def label_slots(self) -> tuple[str, ...]:
        """The labels of the digits from 1; empty for a digit without one."""
        return self.slots.shown(self.story.analysis.codebook)

    @property
    def last_label(self) -> str | None:
        """The label given last, if it is in the codebook still."""
        return next((name for name in self.slots.used if name in self.story.label), None)

    def use_label(self, name: str, *commands: Command) -> bool:
        """Writes down what was done with a label, and remembers it for digits and repeats."""
        if not self.apply(*commands):
            return False
        known = next((n for n in self.story.label if n.casefold() == name.casefold()), name)
        self.slots = self.slots.give(known, self.story.analysis.codebook)
        return True

    def rename_label(self, name: str, new_name: str) -> bool:
        """Gives a label another name, or makes it one with the label of that name; its digit stays."""
        if not self.apply(RenameLabel(name, new_name)):
            return False
        self.slots = self.slots.renamed(name, new_name)
        return True

    def rate_outlet(self, document: str, letter: str | None, reason: str | None) -> bool:
        return self.apply(RateReliability(self._anchor(Target(AnchorKind.DOCUMENT, document)), letter, reason))

    def rate_claim(self, claim: str, digit: int | None, reason: str | None) -> bool:
        return self.apply(RateCredibility(self._anchor(Target(AnchorKind.CLAIM, claim)), digit, reason))

    @property
    def cases(self) -> tuple[Case, ...]:
        """The questions on which people differ; without names while one judges blind."""
        told, found = self.session.judgements, self._real_cases()
        if not self.is_blind:
            return found
        names = {by: f"annotator {number}" for number, by in enumerate(told.people, 1)}
        return veil_cases(found, names, self.words)

    def settle_case(self, key: str, number: int | None, reason: str | None) -> bool:
        """Takes one version where people differ, by its number from 0, or none of them."""
        case = next((c for c in self._real_cases() if c.key == key), None)
        return case is not None and self._do(lambda: self.session.apply(settle_case(case, number, reason)))

    async def add(self, path: str) -> bool:
        """Brings a file or a folder into the story.

        Raises:
            AnnotatorError: if nothing there can be read.
        """
        return self._report(await asyncio.to_thread(self.session.add, [path]))

    async def merge(self, path: str, *, their_name: str | None, with_documents: bool, dry_run: bool) -> Merged:
        """Brings in what a colleague decided, or counts what that would bring.

        Raises:
            AnnotatorError: if it cannot be read; `NamesakeError` if somebody has to say who decided there.
        """
        made = await asyncio.to_thread(
            merge, self.session, path, their_name=their_name, with_documents=with_documents, dry_run=dry_run
        )
        if made.change is not None:
            self._report(made.change)
        return made

    def remove(self, document: str) -> bool:
        """Takes a document out of the story."""
        return self._do(lambda: self.session.remove([document]))

    def update(self, updates: Sequence[Update]) -> bool:
        """Takes over files that have changed; one undo takes it all back."""
        taken = {u.document for u in updates}
        self.updates = tuple(u for u in self.updates if u.document not in taken)
        return self._do(lambda: self.session.update(*updates))

    # looking things up

    @property
    def open_marks(self) -> tuple[MarkFate, ...]:
        """The marks that wait for a person since a text was updated, in the order of the texts."""
        if self._open_marks is None:
            found = self.session.open_marks()
            self._open_marks = tuple(sorted(found, key=self._where))
        return self._open_marks

    def _where(self, found: MarkFate) -> tuple[int, int]:
        span = found.candidates[0].span if found.candidates else None
        return self.story.order.get(found.document, 0), span.start if span else 0

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What a person should know about inputs and decisions."""
        stale = (Problem(self.words(p.path or ""), self.words(p.message)) for p in self.stale)
        return (*self.story.analysis.warnings, *stale)

    def thing(self, target: Target | None) -> Thing | None:
        """The object of that name, if the story still has it."""
        return self.story.things.get(target) if target else None

    def disagreement(self, target: Target | None) -> Disagreement | None:
        """The disagreement of that name."""
        found = self.thing(target)
        return found if isinstance(found, Disagreement) else None

    def claim(self, target: Target | None) -> Claim | None:
        """The claim an object belongs to, or is."""
        if target is None:
            return None
        return self.story.claim.get(self.story.claim_of.get(target, ""))

    def document(self, id: str | None) -> Document | None:  # noqa: A002
        """The document of that id."""
        return self.story.document.get(id or "")

    # walking

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The places of the chosen set."""
        return self.look_up()

    def look_up(self) -> tuple[Stop, ...]:
        """Makes what is kept for this state of the story: the stops."""
        if self._stops is None and self.walk.chosen in (WalkSet.HITS, WalkSet.ORPHANS):
            self._stops = self.stops_of(self.walk.chosen)
        elif self._stops is None:
            self._walked = walk_through(self.story, self.walk.chosen, self._walked)
            self._stops = self._walked.stops
        return self._stops

    def stops_of(self, chosen: WalkSet) -> tuple[Stop, ...]:
        """The places of any set."""
        if chosen is WalkSet.ORPHANS:
            return tuple(Stop(found.document, self._where(found)[1]) for found in self.open_marks)
        return stops(self.story, chosen, self.hits)

    async def count_stops(self) -> dict[WalkSet, int]:
        """How many places each set has; in a thread, as all of them take a second in a large story."""
        story, hits = self.story, self.hits

        def count() -> dict[WalkSet, int]:
            return {chosen: len(stops(story, chosen, hits)) for chosen in WalkSet}

        return {**await asyncio.to_thread(count), WalkSet.ORPHANS: len(self.open_marks)}

    def choose(self, chosen: WalkSet) -> None:
        """Chooses what n and N walk."""
        self.walk, self._stops = Walk(chosen), None

    def step(self, here: tuple[str, int, Target | None], by: int) -> Stop | None:
        """The next stop after a place, or the one before it."""
        number = next_stop(self.stops, self.story, here=here, step=by)
        self.walk = Walk(self.walk.chosen, number)
        return None if number is None else self.stops[number]

    async def search(self, query: str) -> int:
        """Finds words in documents, notes, sources and labels; those in documents become the chosen set.

        Raises:
            UsageError: if a field is unknown, or it is no regular expression, or one that takes too long.
        """
        fields, words = split_query(query)
        chosen = read_filter(fields, SEARCH_FIELDS)
        if not words:
            raise UsageError("the search has no words", "write them after the fields: where:notes harbour")
        corpus = await asyncio.to_thread(searchable, self.story)
        texts = [(str(number), text.text) for number, text in enumerate(corpus)]
        is_expression = words.startswith(REGEX_PREFIX)
        places = await (find_apart(texts, words) if is_expression else asyncio.to_thread(find_in, texts, words))
        found = (Hit(corpus[int(number)], span) for number, span in places)
        self.found = tuple(hit for hit in found if chosen.fits(hit.text.facets))
        self.hits = tuple((h.text.document, h.span) for h in self.found if h.text.where is Where.DOCUMENTS)
        self.query = query
        self.choose(WalkSet.HITS)
        return len(self.found)

    def hits_in(self, document: str) -> tuple[Span, ...]:
        """Search hits of one document, while they are what n walks."""
        if self.walk.chosen is not WalkSet.HITS:
            return ()
        return tuple(span for name, span in self.hits if name == document)

    # what is remembered

    def save_filters(self, saved: dict[str, str]) -> None:
        """Keeps filter lines in the workspace."""
        if saved != self.saved_filters:
            self.saved_filters = saved
            self.session.save_view_state({**self.session.view_state, "filters": saved})

    def state(self) -> dict[str, Any]:
        """What the desk remembers between two runs."""
        walk = {"set": self.walk.chosen.value, "query": self.query, "blind": self.is_blind}
        return {**walk, "recent": list(self.recent), **self.slots.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Takes up what was remembered; what no longer makes sense is left out."""
        recent = state.get("recent")
        if isinstance(recent, Sequence) and not isinstance(recent, str):
            self.recent = tuple(name for name in recent if isinstance(name, str))[:MAX_RECENT]
        if state.get("blind") is True:
            self.is_blind = True
            self._take(self.story)
        query = state.get("query")
        self.query = query if isinstance(query, str) else ""
        self.slots = Slots.from_state(state)
        chosen = state.get("set")
        if chosen in tuple(WalkSet) and chosen != WalkSet.HITS:
            self.choose(WalkSet(chosen))

    def _take(self, before: Story | None = None) -> None:
        analysis = self.session.analysis
        if not self.is_blind:
            self._blindfold = None
        elif self._blindfold is None or not self._blindfold.fits(analysis.documents):
            self._blindfold = make_blindfold(analysis)
        self.story = index_story(self._blindfold.hide_analysis(analysis) if self._blindfold else analysis, before)
        self.progress = self._recount(before) if before is not None else self.session.progress()
        self._open_marks = None

    def _real_cases(self) -> tuple[Case, ...]:
        told = self.session.judgements
        if self._listed is None or self._listed[0] is not told:
            self._listed = (told, list_cases(told))
        return self._listed[1]

    def _recount(self, before: Story) -> tuple[int, int]:
        """The progress; what is said of documents about which nothing changed is not counted again."""
        names = changed_documents(before, self.story)
        parts = (
            replace(story.analysis, claims=tuple(c for name in names for c in story.claims_of.get(name, ())))
            for story in (before, self.story)
        )
        (was_decided, was_all), (decided, total) = map(count_decided, parts)
        return self.progress[0] + decided - was_decided, self.progress[1] + total - was_all

    def _anchor(self, target: Target) -> Anchor:
        return self._anchors([target])[0]

    def _anchors(self, targets: Sequence[Target]) -> list[Anchor]:
        homes = {c.document for c in map(self.claim, targets) if c is not None}
        anchoring = Anchoring(self.session.analysis, homes)
        return [anchoring.anchor(self.story.things[t]) for t in targets]

    def _do(self, act: Callable[[], Change | None], nothing: str = "") -> bool:
        try:
            change = act()
        except AnnotatorError as error:
            self.is_saved = False
            self.bench.tell(self.words(f"Not done: {error}"))
            self.bench.changed()
            return False
        if change is None:
            self.is_saved = True
            self.bench.tell(nothing)
            return True
        return self._report(change)

    def _report(self, change: Change) -> bool:
        self.is_saved = True
        said = _SAID[change.kind]
        names = {d.id: outlet_word(d) for d in self.story.documents}
        updated = {c.document for c in change.commands if isinstance(c, UpdateDocument)}
        self._forget_hits(updated)
        self.reload()
        names |= {d.id: outlet_word(d) for d in self.story.documents}
        words = describe(change.commands, self.session.names | names) if change.commands else change.description
        self.bench.tell(self.words(f"{said}{words}" if said else words[:1].upper() + words[1:]))
        if updated:
            self.bench.check_files()
        return True

    def _forget_hits(self, documents: Set[str]) -> None:
        """The last search found places in texts that are others now."""
        self.hits = tuple((name, span) for name, span in self.hits if name not in documents)
        kept = (h for h in self.found if h.text.where is not Where.DOCUMENTS or h.text.document not in documents)
        self.found = tuple(kept)
