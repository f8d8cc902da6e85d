"""How does a line of the reader look? Gutter signs and marked words for one line, from marks made once a document."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.model import AnchorKind, Attribution, Claim, Directness, Span, Tag, Voice
from annotator.view.lines import Line, Mark, Run, runs
from annotator.view.marks import Glyphs
from annotator.view.reader import LineKind, Page, PageLine
from annotator.view.story import Story, live_flags, shown_flags
from annotator.view.words import is_decided, is_rejected

GUTTER_CELLS = 7
"""Bar of the claim at the cursor, state, disagreement, flag, voice, label, blank."""
SIGNS = 4
MAX_COLOURED = 40
"""Code points; longer passages are only underlined, since the text is to stay the brightest thing."""
_NO_SIGN = Run(" ")


@dataclass(frozen=True, slots=True)
class DocumentMarks:
    """Everything that is marked in a document, by number of the line of its page."""

    words: dict[int, tuple[Mark, ...]]
    voices: dict[int, tuple[Mark, ...]]
    """Who speaks, shown for the claim at the cursor only."""
    signs: dict[int, Line]
    """State, disagreement, flag and voice of the claims that begin on a line."""
    labels: dict[int, Run] = field(default_factory=dict)
    """The letter of the label that begins on a line; of several, a sign for more."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """What differs from one moment to the next."""

    claim: Span | None = None
    """The claim at the cursor."""
    target: tuple[Span, ...] = ()
    """The words of the object that a key would act on."""
    found: tuple[Span, ...] = ()
    """Search hits, in order."""
    selected: Span | None = None


def mark_document(story: Story, page: Page, glyphs: Glyphs) -> DocumentMarks:
    """The marks of a page's document; needed again only when decisions or the page change."""
    words: dict[int, list[Mark]] = defaultdict(list)
    voices: dict[int, list[Mark]] = defaultdict(list)
    signs: dict[int, Line] = {}
    for claim in story.claims_of.get(page.document, ()):
        row = page.row_of(claim.span.start)
        mine = claim_signs(claim, story, glyphs)
        signs[row] = _overlay(signs[row], mine) if row in signs else mine
        for found, rows in ((_word_marks(story, claim), words), (_voice_marks(claim), voices)):
            for mark in found:
                for covered in page.rows_of(Span(mark.start, mark.end)):
                    rows[covered].append(mark)
    labels: dict[int, Run] = {}
    for tag in story.tags_in.get(page.document, ()):
        look = f"tagged-{story.label[tag.label].hue}" if len(tag.span) <= MAX_COLOURED else "tagged-long"
        for covered in page.rows_of(tag.span):
            words[covered].append(Mark(tag.span.start, tag.span.end, look))
        row = page.row_of(tag.span.start)
        letter = Run(story.letters[tag.label], label_look(story, tag))
        labels[row] = letter if labels.get(row, letter) == letter else Run(glyphs.more, "strong")
    return DocumentMarks(_frozen(words), _frozen(voices), signs, labels)


def paint_line(page: Page, row: int, text: str, *, marks: DocumentMarks, highlight: Highlight, glyphs: Glyphs) -> Line:
    """A line of the page: its gutter, then its words."""
    line = page.lines[row]
    if line.kind is LineKind.BLANK:
        return (Run(" "),)
    if line.kind is LineKind.FOLD:
        sign = glyphs.unfolded if " shown" in line.note else glyphs.folded
        return (Run(" " * (GUTTER_CELLS - 2)), Run(f"{sign} {line.note}", "left-out"))
    claim = highlight.claim
    is_focus = claim is not None and line.start < claim.end and claim.start < line.end
    voices = [m for m in marks.voices.get(row, ()) if claim is not None and m.start < claim.end and claim.start < m.end]
    looks = (*_passing_marks(line, highlight), *voices, *marks.words.get(row, ()))
    bar = Run(glyphs.focus if is_focus else " ", "focus-bar")
    signs = marks.signs.get(row, (_NO_SIGN,) * SIGNS)
    return (
        bar,
        *signs,
        marks.labels.get(row, _NO_SIGN),
        _NO_SIGN,
        *runs(text, line.start, line.end, looks, base=line.kind.value),
    )


def label_look(story: Story, tag: Tag) -> str:
    """The name of the style of a tag's label."""
    return f"label-{story.label[tag.label].hue}"


def claim_signs(claim: Claim, story: Story, glyphs: Glyphs) -> Line:
    """State, disagreement, flag and voice of a claim, each one sign or a blank."""
    differs = any(not is_rejected(d.decision) for d in story.disagreements_of.get(claim.id, ()))
    return (
        _state_sign(claim, story, glyphs),
        Run(glyphs.disagreement, "disagreement") if differs else _NO_SIGN,
        Run(glyphs.flag, "flag") if live_flags(claim) else _NO_SIGN,
        _voice_sign(claim, glyphs),
    )


def _state_sign(claim: Claim, story: Story, glyphs: Glyphs) -> Run:
    if is_rejected(claim.decision):
        return Run(glyphs.rejected, "rejected")
    decisions = [story.things[t].decision for t in story.targets(claim) if t.kind is not AnchorKind.TAG]
    if any(not is_decided(d) for d in decisions[:-1]):
        return Run(glyphs.suggested, "suggested")
    decided = [d for d in decisions if is_decided(d)]
    if not decided:
        return _NO_SIGN
    if all(is_rejected(d) for d in decided):
        return Run(glyphs.rejected, "rejected")
    return Run(glyphs.accepted, "accepted")


def _voice_sign(claim: Claim, glyphs: Glyphs) -> Run:
    if claim.voice is Voice.OUTLET:
        return Run(glyphs.own_voice, "own-voice")
    if any(a.directness is Directness.DIRECT and not is_rejected(a.decision) for a in claim.attributions):
        return Run(glyphs.quotation, "quotation")
    return Run(glyphs.attributed, "attributed")


def _overlay(signs: Line, more: Line) -> Line:
    """Signs of two claims on one line: the first sign of each column."""
    return tuple(a if a.text.strip() else b for a, b in zip(signs, more, strict=True))


def _frozen(rows: dict[int, list[Mark]]) -> dict[int, tuple[Mark, ...]]:
    return {row: tuple(dict.fromkeys(marks)) for row, marks in rows.items()}


def _voice_marks(claim: Claim) -> Iterator[Mark]:
    for attribution in claim.attributions:
        if not is_rejected(attribution.decision):
            yield from _attribution_marks(attribution)


def _word_marks(story: Story, claim: Claim) -> Iterator[Mark]:
    if is_rejected(claim.decision):
        yield Mark(claim.span.start, claim.span.end, "rejected-text")
    for flag in shown_flags(claim):
        look = "flagged" if len(flag.span) <= MAX_COLOURED else "flagged-long"
        look = "flagged-not" if is_rejected(flag.decision) else look
        yield Mark(flag.span.start, flag.span.end, look)
    for disagreement in story.disagreements_of.get(claim.id, ()):
        if is_rejected(disagreement.decision):
            continue
        for side in disagreement.sides:
            if side.claim == claim.id:
                look = "differing" if len(side.span) <= MAX_COLOURED else "differing-long"
                yield Mark(side.span.start, side.span.end, look)


def _attribution_marks(attribution: Attribution) -> Iterator[Mark]:
    if attribution.directness is not Directness.INDIRECT:
        for span in attribution.content:
            yield Mark(span.start, span.end, "quoted")
    if attribution.source and attribution.source.span:
        yield Mark(attribution.source.span.start, attribution.source.span.end, "source")
    if attribution.cue:
        yield Mark(attribution.cue.span.start, attribution.cue.span.end, "cue")


def _passing_marks(line: PageLine, highlight: Highlight) -> Iterator[Mark]:
    if highlight.claim:
        yield Mark(highlight.claim.start, highlight.claim.end, "focus")
    first = bisect_left(highlight.found, line.start, key=lambda s: s.end)
    for span in highlight.found[first:]:
        if span.start >= line.end:
            break
        yield Mark(span.start, span.end, "found")
    for span in highlight.target:
        yield Mark(span.start, span.end, "target")
    if highlight.selected:
        yield Mark(highlight.selected.start, highlight.selected.end, "selected")
