"""Where is the reader in the text, and what comes next: claim by claim, or paragraph by paragraph?"""

from __future__ import annotations

from annotator.linear.names import Names
from annotator.linear.telling import UNWRAPPED, tell_claim
from annotator.model import AnchorKind, Claim, Document
from annotator.view import LineKind, PageLine, Target, lay_page, outlet_word, shown


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
