"""On which questions do people differ, who said what, and what came of it? The rows of the adjudication."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.model import Anchor, AnchorKind, Attribution, Claim, Disagreement, Flag, Place, Span, Tag, Version
from annotator.text import fold, one_line
from annotator.view.filtering import Facets
from annotator.view.lines import Line, Run, clip, spread, wrap_runs
from annotator.view.marks import Room
from annotator.view.queue import paint_passage
from annotator.view.rows import Item
from annotator.view.story import Story, Target
from annotator.view.words import DISAGREEMENTS, date_word, kind_word, outlet_word, title_word

ABOUT_CELLS = 16
"""The least width of the column that says what is asked."""
MIN_WIDE = 70
"""Cells of a row that also says where."""
MAX_PASSAGES = 4
NUMBER_CELLS = 4
_QUESTIONS = {
    "source": "Who said it?",
    "outlet": "What is the outlet called?",
    "kind of outlet": "What kind of outlet is it?",
    "genre": "What genre is it?",
    "date": "When was it published?",
    "reliability": "How reliable is the outlet?",
    "credibility": "How credible is the claim?",
    "note": "What is to be noted?",
    "name": "What is the source called?",
    "meaning": "What does the label mean?",
    "shape": "Which claims stand here?",
    "group": "Do these state the same?",
    "link": "Who is in the chain?",
    "parent": "Who passed it on?",
}


_KINDS = {kind.value: word for kind, word in DISAGREEMENTS.items()}


@dataclass(frozen=True, slots=True)
class CaseVersion:
    """One answer, and everybody who gave it."""

    value: str
    people: tuple[str, ...]
    said: tuple[Version, ...]
    """What each of them did."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """How a difference was settled."""

    by: str
    at: str
    value: str | None
    """None where no version was taken."""
    reason: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One question on which people differ."""

    key: str
    question: str
    """A word for what is asked: verdict, source, genre ..."""
    anchor: Anchor
    versions: tuple[CaseVersion, ...]
    holding: str | None
    """The answer that holds now; None for the suggestion."""
    outcome: CaseOutcome | None
    is_open: bool

    @property
    def winners(self) -> tuple[str, ...]:
        """Whose version was taken; nobody while the case is open."""
        if self.is_open or self.outcome is None or self.outcome.value is None:
            return ()
        taken = fold(self.outcome.value)
        return tuple(by for v in self.versions if fold(v.value) == taken for by in v.people)


def case_items(story: Story, cases: Sequence[Case]) -> tuple[Item, ...]:
    """A row for each case, in the order of the log; what it is about is found when it is asked for (`target_of`)."""
    return tuple(_make_item(story, case) for case in cases)


def veil_cases(cases: Sequence[Case], names: Mapping[str, str], hide: Callable[[str], str]) -> tuple[Case, ...]:
    """The cases as somebody sees them who is not to know who said what, nor the outlets."""
    return tuple(_veiled(case, names, hide) for case in cases)


def paint_case(story: Story, case: Case, room: Room) -> Line:
    """A row: open or settled, what is asked, where, and the answers with who gave them."""
    sign, style = (room.glyphs.suggested, "suggested") if case.is_open else (room.glyphs.accepted, "accepted")
    about = max(ABOUT_CELLS, room.width // 4 if room.width >= MIN_WIDE else room.width // 3)
    left = [Run(f"{sign} ", style), Run(_fill(_subject(case), about, room))]
    if room.width >= MIN_WIDE:
        left.append(Run(_fill(place_word(story, case), room.width // 5, room), "dim"))
    for number, version in enumerate(case.versions, 1):
        look = "strong" if _holds(case, version) else "text"
        left += [Run(f"{number} ", "dim"), Run(one_line(version.value), look)]
        left.append(Run(f" {one_line(', '.join(version.people))}  ", "dim"))
    return spread(left, (Run("" if case.is_open else _result(case), "dim"),), room.width, room.measure)


def describe_case(story: Story, case: Case, focus: int, room: Room) -> list[Line]:
    """What is asked, the answers with the focused one marked, the outcome, and the passages."""
    lines = wrap_runs((Run(question_of(case), "strong"),), width=room.width, measure=room.measure)
    lines.append(())
    for number, version in enumerate(case.versions):
        lines += _version_lines(version, number, room, is_focused=number == focus, holds=_holds(case, version))
    lines.append(())
    lines += wrap_runs((Run(tell_outcome(case), "dim"),), width=room.width, measure=room.measure)
    return lines + _passages(story, case, room)


def _version_lines(version: CaseVersion, number: int, room: Room, *, is_focused: bool, holds: bool) -> list[Line]:
    sign = room.glyphs.folded if is_focused else " "
    now = "  holds now" if holds else ""
    words = (
        Run(one_line(version.value), "strong" if is_focused else "text"),
        Run(f"  {one_line(', '.join(version.people))}{now}", "dim"),
    )
    lines = _hang(Run(f"{sign} {number + 1} ", "strong" if is_focused else "dim"), words, room)
    for reason in version.reasons:
        lines += _hang(Run(" " * NUMBER_CELLS), (Run(f"“{one_line(reason)}”", "dim"),), room)
    return lines


def _hang(first: Run, words: Line, room: Room) -> list[Line]:
    """Words beside what stands before them; wrapping would drop blanks at the start."""
    wrapped = wrap_runs(words, width=max(1, room.width - NUMBER_CELLS), measure=room.measure)
    return [((first if n == 0 else Run(" " * NUMBER_CELLS)), *line) for n, line in enumerate(wrapped)]


def tell_outcome(case: Case) -> str:
    """What came of a case, in a sentence."""
    outcome = case.outcome
    if outcome is None:
        return "Nobody has settled it."
    when = outcome.at[:16].replace("T", " ")
    what = "none of the versions" if outcome.value is None else one_line(outcome.value)
    lost = "; somebody decided again since" if case.is_open else ""
    why = f": {one_line(outcome.reason)}" if outcome.reason else ""
    return f"Settled by {one_line(outcome.by)}, {when}, for {what}{why}{lost}."


def explain_cases(cases: Sequence[Case], target: Target, story: Story) -> tuple[str, ...]:
    """Who differed on an object and what came of it, for whoever asks where it comes from."""
    made = []
    for case in cases:
        if target_of(story, case.anchor) == target:
            said = "; ".join(f"{one_line(', '.join(v.people))}: {one_line(v.value)}" for v in case.versions)
            made += [f"People differed ({_about(case)}): {said}", f"  {tell_outcome(case)}"]
    return tuple(made)


def question_of(case: Case) -> str:
    """What is asked, as a question."""
    label = case.anchor.label or ""
    if case.question == "label":
        return f"Does the label {one_line(label)} belong here?"
    if case.question == "verdict":
        match case.anchor.kind:
            case AnchorKind.FLAG:
                return f"Is it {kind_word(label)}?"
            case AnchorKind.DISAGREEMENT:
                return f"What of the disagreement of {_kind(case)}{_values(case)}?"
            case _:
                return f"Does the {case.anchor.kind.value} stand?"
    of = f" ({one_line(label)})" if label and case.question in ("name", "meaning", "link", "parent", "source") else ""
    return _QUESTIONS[case.question] + of


def target_of(story: Story, anchor: Anchor) -> Target | None:
    """The object that an anchor means, where it is there; else the claim at its place."""
    place = anchor.places[0] if anchor.places else None
    if place is None or place.document not in story.document:
        return None
    if place.span is None:
        return Target(AnchorKind.DOCUMENT, place.document)
    claim = story.claim_at(place.document, place.span.start)
    if anchor.kind is AnchorKind.TAG:
        tags = (t for t in story.tags_in.get(place.document, ()) if _is_tag(t, place.span, anchor.label))
        return next((Target(AnchorKind.TAG, t.id) for t in tags), None) or _claim_target(claim)
    if claim is None:
        return None
    found = next((t for t in story.targets(claim) if _means(story.things[t], anchor, place.span)), None)
    return found or _claim_target(claim)


def _means(thing: object, anchor: Anchor, span: Span) -> bool:
    match thing:
        case Attribution():
            return anchor.kind is AnchorKind.ATTRIBUTION and thing.content[0] == span
        case Flag():
            return anchor.kind is AnchorKind.FLAG and thing.span == span and thing.kind.value == anchor.label
        case Disagreement():
            spans = {s.span for s in thing.sides}
            is_here = all(p.span in spans for p in anchor.places)
            return anchor.kind is AnchorKind.DISAGREEMENT and thing.kind.value == anchor.label and is_here
        case _:
            return False


def _is_tag(tag: Tag, span: Span, label: str | None) -> bool:
    return tag.span == span and fold(tag.label) == fold(label or "")


def _claim_target(claim: Claim | None) -> Target | None:
    return Target(AnchorKind.CLAIM, claim.id) if claim is not None else None


def _make_item(story: Story, case: Case) -> Item:
    quotes = " ".join(p.quote or "" for p in case.anchor.places)
    values = " ".join(f"{v.value} {' '.join(v.people)}" for v in case.versions)
    outlets = " ".join(_outlets(story, case))
    return Item(case.key, Facets(f"{quotes} {_about(case)} {values} {outlets}", _CaseFields(story, case)))


@dataclass(frozen=True, slots=True)
class _CaseFields(Mapping[str, tuple[str, ...]]):
    """The fields of one case; each is worked out when a filter asks for it."""

    story: Story
    case: Case

    def __getitem__(self, field: str) -> tuple[str, ...]:
        return _FIELDS[field](self.story, self.case)

    def __iter__(self) -> Iterator[str]:
        return iter(_FIELDS)

    def __len__(self) -> int:
        return len(_FIELDS)


def _outlets(story: Story, case: Case) -> tuple[str, ...]:
    documents = (story.document.get(p.document) for p in case.anchor.places)
    return tuple(dict.fromkeys(outlet_word(d) for d in documents if d is not None))


def _states(case: Case) -> tuple[str, ...]:
    is_none = not case.is_open and case.outcome is not None and case.outcome.value is None
    return ("open" if case.is_open else "settled", *(("none",) if is_none else ()))


_FIELDS: dict[str, Callable[[Story, Case], tuple[str, ...]]] = {
    "by": lambda _, case: tuple(by for v in case.versions for by in v.people),
    "was": lambda _, case: case.winners,
    "settler": lambda _, case: (case.outcome.by,) if case.outcome else (),
    "about": lambda _, case: (_about(case), case.question),
    "value": lambda _, case: tuple(v.value for v in case.versions),
    "outlet": _outlets,
    "is": lambda _, case: _states(case),
}
CASE_FIELDS = tuple(_FIELDS)


def _about(case: Case) -> str:
    """What is asked, in a word or two."""
    label = case.anchor.label or ""
    if case.question == "verdict":
        is_told = case.anchor.kind in (AnchorKind.FLAG, AnchorKind.DISAGREEMENT, AnchorKind.FACT)
        return _kind(case) if is_told and label else case.anchor.kind.value
    return f"label {one_line(label)}" if case.question == "label" else case.question


def _kind(case: Case) -> str:
    label = case.anchor.label or "any kind"
    return _KINDS.get(label, kind_word(label)) if case.anchor.kind is AnchorKind.DISAGREEMENT else kind_word(label)


def _subject(case: Case) -> str:
    """What is asked, and the words it is asked about, by which rows of one kind are told apart."""
    quote = next((p.quote for p in case.anchor.places if p.quote), None)
    return f"{_about(case)} “{one_line(quote)}”" if quote and case.question == "verdict" else _about(case)


def _values(case: Case) -> str:
    quotes = dict.fromkeys(f"“{one_line(p.quote)}”" for p in case.anchor.places if p.quote)
    return f", {' / '.join(list(quotes)[:MAX_PASSAGES])}" if quotes else ""


def place_word(story: Story, case: Case) -> str:
    """The outlet, or what else it is about."""
    place = case.anchor.places[0] if case.anchor.places else None
    if place is None:
        return one_line(case.anchor.label or "") or "the story"
    return outlet_word(story.document[place.document]) if place.document in story.document else "not in the story"


def _passages(story: Story, case: Case, room: Room) -> list[Line]:
    lines: list[Line] = []
    for place in [p for p in case.anchor.places if p.document in story.document][:MAX_PASSAGES]:
        document = story.document[place.document]
        head = (Run(outlet_word(document), "strong"), Run(f"  {date_word(document.published)}", "dim"))
        lines += [(), *wrap_runs(head, width=room.width, measure=room.measure)]
        lines += _words_at(story, place, room)
    return lines


def _words_at(story: Story, place: Place, room: Room) -> list[Line]:
    """The claim at a place between its neighbours; a document's title; the quoted words where no claim is."""
    if place.span is None:
        words = Run(one_line(title_word(story.document[place.document])))
        return wrap_runs((words,), width=room.width, measure=room.measure)
    claim = story.claim_at(place.document, place.span.start)
    if claim is not None and claim.span.overlap(place.span):
        return paint_passage(story, claim, (place.span,), room)
    return wrap_runs((Run(f"“{one_line(place.quote or '')}”"),), width=room.width, measure=room.measure)


def _result(case: Case) -> str:
    value = case.outcome.value if case.outcome else None
    return "settled: none" if value is None else f"settled: {one_line(value)}"


def _holds(case: Case, version: CaseVersion) -> bool:
    return case.holding is not None and fold(case.holding) == fold(version.value)


def _fill(text: str, cells: int, room: Room) -> str:
    """A column: the text at its width, cut where it is longer, and a gap."""
    text = clip(text, cells, room.measure)
    return text + " " * (max(0, cells - room.measure(text)) + 2)


def _veiled(case: Case, names: Mapping[str, str], hide: Callable[[str], str]) -> Case:
    def veil(version: CaseVersion) -> CaseVersion:
        people = tuple(names.get(by, by) for by in version.people)
        return replace(version, value=hide(version.value), people=people, reasons=tuple(map(hide, version.reasons)))

    outcome = case.outcome
    if outcome is not None:
        value = hide(outcome.value) if outcome.value is not None else None
        reason = hide(outcome.reason) if outcome.reason else None
        outcome = replace(outcome, by=names.get(outcome.by, outcome.by), value=value, reason=reason)
    places = tuple(replace(p, quote=hide(p.quote)) if p.quote else p for p in case.anchor.places)
    anchor = replace(case.anchor, places=places, label=hide(case.anchor.label) if case.anchor.label else None)
    holding = hide(case.holding) if case.holding is not None else None
    return replace(case, versions=tuple(map(veil, case.versions)), outcome=outcome, anchor=anchor, holding=holding)
