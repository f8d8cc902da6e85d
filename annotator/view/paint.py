"""How does a line of the reader look? Gutter signs and marked words for one line, from marks made once a document."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.model import Claim, Directness, Span, Voice
from annotator.view.lines import Line, Mark, Run, runs
from annotator.view.marks import Glyphs
from annotator.view.reader import LineKind, Page, PageLine
from annotator.view.story import Story, live_flags, shown_flags
from annotator.view.words import is_decided, is_rejected

GUTTER_CELLS = 6
"""Bar of the claim at the cursor, state, disagreement, flag, voice, blank."""


@dataclass(frozen=True, slots=True)
class DocumentMarks:
    """Everything that is marked in a document, by line of its page."""

    words: dict[int, tuple[Mark, ...]]
    """Looks of words, by number of the line."""
    claims: dict[int, tuple[Claim, ...]]
    """Claims that begin on a line."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """What differs from one moment to the next."""

    claim: Span | None = None
    """The claim at the cursor."""
    target: tuple[Span, ...] = ()
    """The words of the object that a key would act on."""
    found: tuple[Span, ...] = field(default=())
    """Search hits, in order."""
    selected: Span | None = None


def mark_document(story: Story, page: Page) -> DocumentMarks:
    """The marks of a page's document; needed again only when decisions or the page change."""
    words: dict[int, list[Mark]] = defaultdict(list)
    begins: dict[int, list[Claim]] = defaultdict(list)
    for claim in story.claims_of.get(page.document, ()):
        begins[page.row_of(claim.span.start)].append(claim)
        for mark in _marks_of(story, claim):
            for row in page.rows_of(Span(mark.start, mark.end)):
                words[row].append(mark)
    return DocumentMarks({k: tuple(v) for k, v in words.items()}, {k: tuple(v) for k, v in begins.items()})


def paint_line(page: Page, row: int, text: str, *, marks: DocumentMarks, highlight: Highlight, glyphs: Glyphs) -> Line:
    """A line of the page: its gutter, then its words."""
    line = page.lines[row]
    if line.kind is LineKind.BLANK:
        return _blank(page, row, highlight)
    if line.kind is LineKind.FOLD:
        sign = glyphs.unfolded if " shown" in line.note else glyphs.folded
        return (Run(" " * (GUTTER_CELLS - 2)), Run(f"{sign} {line.note}", "left-out"))
    inside = _inside(line, highlight.claim)
    looks = [*marks.words.get(row, ()), *_passing_marks(line, highlight)]
    base = "text" if line.kind is LineKind.TEXT else line.kind.value
    bar = Run(glyphs.focus if inside else " ", "focus-bar")
    return (bar, *_gutter(marks.claims.get(row, ()), glyphs), *runs(text, line.start, line.end, looks, base=base))


def claim_signs(claim: Claim, story: Story, glyphs: Glyphs) -> tuple[Run, Run, Run, Run]:
    """State, disagreement, flag and voice of a claim, each one sign or a blank."""
    differing = [d for d in story.disagreements_of.get(claim.id, ()) if not is_rejected(d.decision)]
    return (
        _state_sign(claim, story, glyphs),
        Run(glyphs.disagreement, "disagreement") if differing else Run(" "),
        Run(glyphs.flag, "flag") if live_flags(claim) else Run(" "),
        _voice_sign(claim, glyphs),
    )


def _state_sign(claim: Claim, story: Story, glyphs: Glyphs) -> Run:
    decisions = [story.things[t].decision for t in story.targets(claim)]
    open_ones = [d for d in decisions[:-1] if not is_decided(d)]
    if open_ones:
        return Run(glyphs.suggested, "suggested")
    decided = [d for d in decisions if is_decided(d)]
    if not decided:
        return Run(" ")
    if all(is_rejected(d) for d in decided):
        return Run(glyphs.rejected, "rejected")
    return Run(glyphs.accepted, "accepted")


def _voice_sign(claim: Claim, glyphs: Glyphs) -> Run:
    if claim.voice is Voice.OUTLET:
        return Run(glyphs.own_voice, "own-voice")
    if any(a.directness is Directness.DIRECT and not is_rejected(a.decision) for a in claim.attributions):
        return Run(glyphs.quotation, "quotation")
    return Run(glyphs.attributed, "attributed")


def _gutter(claims: Sequence[Claim], glyphs: Glyphs) -> Line:
    """The signs of the claims that begin on the line; where several do, each column shows its first sign."""
    if not claims:
        return (Run(" " * (GUTTER_CELLS - 1)),)
    columns = [[Run(" ")] * 4 for _ in claims]
    for number, claim in enumerate(claims):
        columns[number] = list(_signs[claim.id]) if False else columns[number]
    return ()
