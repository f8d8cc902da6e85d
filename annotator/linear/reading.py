"""Where is the reader in the text, and what comes next: claim by claim, or paragraph by paragraph?"""

from __future__ import annotations

from annotator.errors import UsageError
from annotator.linear.names import Names
from annotator.linear.telling import UNWRAPPED, tell_claim
from annotator.model import AnchorKind, Claim, Document
from annotator.view import LineKind, PageLine, Target, lay_page, outlet_word, shown

MAX_STEPS = 100
"""Claims that one command reads."""


def claim_after(names: Names, document: str, offset: int) -> Claim | None:
    """The first claim that begins behind an offset."""
    return next((c for c in names.story.claims_of.get(document, ()) if c.span.start > offset), None)


def claim_before(names: Names, document: str, offset: int) -> Claim | None:
    """The last claim that begins before an offset."""
    claims = names.story.claims_of.get(document, ())
    return next((c for c in reversed(claims) if c.span.start < offset), None)


def paragraphs(names: Names, document: Document) -> tuple[PageLine, ...]:
    """Headline, paragraphs and left-out runs, each one line of a page without an edge."""
    claims = names.story.claims_of.get(document.id, ())
    page = lay_page(document, claims, width=UNWRAPPED, measure=len)
    return tuple(line for line in page.lines if line.kind is not LineKind.BLANK)


def paragraph_beside(names: Names, document: Document, offset: int, by: int) -> PageLine | None:
    """The line of the page so many after the one at an offset, or before it; None beyond the ends."""
    lines = paragraphs(names, document)
    number = by + next((i for i in reversed(range(len(lines))) if lines[i].start <= offset), -1)
    return lines[number] if 0 <= number < len(lines) else None


def read_steps(words: str) -> tuple[int, bool]:
    """How many steps, and whether by paragraph.

    Raises:
        UsageError: if the words say something else.
    """
    count, is_by_paragraph = 1, False
    for word in words.split():
        if word.isdecimal() and 1 <= len(word) <= 3 and 1 <= int(word) <= MAX_STEPS:
            count = int(word)
        elif len(word) <= 10 and "paragraphs".startswith(word.casefold()):
            is_by_paragraph = True
        elif not "claims".startswith(word.casefold()):
            raise UsageError(f"{word[:20]!r} is no step", f"on, on 3 or on paragraph; at most {MAX_STEPS}")
    return count, is_by_paragraph


def tell_edge(names: Names, document: str, by: int) -> str:
    """What lies beyond the end of a document, or before its start."""
    documents = names.story.documents
    at = [d.id for d in documents].index(document)
    name = outlet_word(documents[at])
    if by < 0:
        return f"This is the start of {name}."
    if at + 1 == len(documents):
        return f"End of {name}, the last document."
    follows = documents[at + 1]
    handle = names.of(Target(AnchorKind.DOCUMENT, follows.id))
    return f"End of {name}. read {handle} goes on with {outlet_word(follows)}."


def tell_paragraph(names: Names, document: Document, line: PageLine) -> list[str]:
    """A paragraph as it is read, and the handles of what begins in it."""
    if line.kind is LineKind.FOLD:
        return [f"{line.note}."]
    claims = [c for c in names.story.claims_of.get(document.id, ()) if line.start <= c.span.start < line.end]
    handles = [names.of(Target(AnchorKind.CLAIM, c.id)) for c in claims]
    said = shown(document.text[line.start : line.end])
    if not handles:
        return [said]
    return [said, f"Claims {handles[0]} to {handles[-1]}." if len(handles) > 1 else f"Claim {handles[0]}."]


def tell_place(names: Names, document: str, offset: int) -> list[str]:
    """The claim at an offset, or the words there where nothing is analysed."""
    claim = names.story.claim_at(document, offset)
    if claim is not None and claim.span.start <= offset < claim.span.end:
        return tell_claim(names, claim)
    found = names.story.document[document]
    for line in paragraphs(names, found):
        if line.start <= offset <= line.end:
            return tell_paragraph(names, found, line)
    return [f"{outlet_word(found)} has nothing to read."]
