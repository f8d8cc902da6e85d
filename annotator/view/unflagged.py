"""Why is nothing raised here: what was looked for, what was found, and why was it not enough?

Asks the engine's own functions again, so that the answer is what the engine does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.align import MIN_LINK, find_nearest
from annotator.editorial import FAMILIES, SHOWN, Family, Weighed, weigh_sentence
from annotator.facts import Relation, compare_values
from annotator.model import Claim, Document, Fact, FlagVoice, LexiconWord, Quotation, Span
from annotator.segment import find_quotations, lay_out
from annotator.text import one_line
from annotator.view.explain import name_claim, place, quote
from annotator.view.handles import claim_handles
from annotator.view.story import Story
from annotator.view.words import kind_word

_RELATIONS = {
    Relation.AGREE: "agrees with",
    Relation.COMPATIBLE: "fits",
    Relation.REFINES: "the same, one more exactly, as",
    Relation.DIFFERS: "another than",
    Relation.CONTRADICTS: "cannot hold beside",
    Relation.INCOMPARABLE: "not to be compared with",
}
NEAREST = 3  # claims of other documents that are named
MAX_COMPARED = 8  # facts of other claims


def explain_silence(
    story: Story,
    document: Document,
    span: Span,
    *,
    added: tuple[LexiconWord, ...] = (),
    families: Sequence[Family] = FAMILIES,
) -> tuple[str, ...]:
    """What was looked for in a span and why nothing more was raised.

    Args:
        added: the user's entries of the lexicon.
        families: what looked for editorialising.
    """
    claims = [c for c in story.claims_of.get(document.id, ()) if c.span.overlap(span)]
    if not claims:
        return tuple(_outside(document, span))
    layout = lay_out(document.text, front_matter=_front_matter(document), title=document.title)
    quotations = find_quotations(document.text, layout.paragraphs)
    lines: list[str] = []
    for claim in claims:
        inside = Span(max(span.start, claim.span.start), min(span.end, claim.span.end))
        lines += _about_wording(claim, inside, document, quotations, added=added, families=families)
        lines += _about_others(story, claim, inside)
    return tuple(lines)


def _outside(document: Document, span: Span) -> Iterator[str]:
    for part in document.boilerplate:
        if part.span.overlap(span):
            yield f"Not read as a claim: {place(part.span)} are left out ({one_line(part.reason)})."
            return
    yield f"No claim stands at {place(span)} of the text, so nothing was looked for there."


def _front_matter(document: Document) -> Span | None:
    return next((b.span for b in document.boilerplate if b.reason == "front matter"), None)


def _about_wording(
    claim: Claim,
    span: Span,
    document: Document,
    quotations: Sequence[Quotation],
    *,
    added: tuple[LexiconWord, ...],
    families: Sequence[Family],
) -> Iterator[str]:
    near = tuple(q for q in quotations if q.span.overlap(claim.span))
    weighing = weigh_sentence(
        document.text,
        claim.span,
        quotations=near,
        attributions=claim.attributions,
        genre=document.genre,
        added=added,
        families=families,
    )
    names = ", ".join(getattr(f, "__module__", "plug-in").rpartition(".")[2].replace("_", " ") for f in families)
    yield f"Editorialising: {len(families)} families of evidence looked at {quote(span.text(document.text))}: {names}."
    for quotation in near:
        if quotation.span.overlap(span):
            yield "  In quotation marks: the words are the speaker's and are not charged to the outlet."
            break
    if any(c.overlap(span) for a in claim.attributions for c in a.content):
        yield "  In what a source is reported to say."
    found = [w for w in weighing.found if w.span.overlap(span)]
    raised = {(f.span, f.kind) for f in claim.flags}
    for weighed in found:
        yield f"  {_evidence(weighed, document, is_kept=(weighed.span, weighed.hit.kind) in raised)}"
    terms = [t for t in weighing.terms if t.overlap(span)]
    for term in terms:
        yield f"  {quote(term.text(document.text))}: a term of art, a name or a literal use; never flagged."
    if not found and not terms:
        yield "  None of them found anything: no entry of the lexicon stands there, and no other pattern fits."


def _evidence(weighed: Weighed, document: Document, *, is_kept: bool) -> str:
    words = quote(weighed.span.text(document.text))
    hit = weighed.hit
    facts = f"{words} ({kind_word(hit.kind)}, {hit.detector or hit.family}): weight {hit.weight:.2f} alone"
    facts += f", {weighed.strength:.2f} with the rest of the sentence and the genre"
    if weighed.voice is FlagVoice.SPEAKER:
        return f"{facts}; the speaker's words, so not charged to the outlet."
    if weighed.strength >= SHOWN:
        return f"{facts}; " + ("raised." if is_kept else "not raised, stronger evidence covers the same words.")
    return f"{facts}; below the {SHOWN:.2f} from which it is shown" + ("." if is_kept else ", too weak to be kept.")


def _about_others(story: Story, claim: Claim, span: Span) -> Iterator[str]:
    clusters = story.clusters_of.get(claim.id, ())
    nearest = find_nearest(story.analysis.claims, claim, count=NEAREST)
    if not clusters:
        yield f"Other documents: in no cluster; a link needs {MIN_LINK:.2f}."
        if not nearest:
            yield "  No claim of another document shares a word with content."
    else:
        yield f"Other documents: in {len(clusters)} cluster{'s' if len(clusters) > 1 else ''}."
    for other, certainty in nearest:
        yield f"  {certainty:.2f} {name_claim(story, story.claim[other.id])}"
    alike = dict.fromkeys((*(c for k in clusters for c in k.claims), *(c.id for c, _ in nearest)))
    others = [story.claim[c] for c in alike if c in story.claim and story.claim[c].document != claim.document]
    yield from _about_values(story, claim, span, others)


def _about_values(story: Story, claim: Claim, span: Span, others: Sequence[Claim]) -> Iterator[str]:
    facts = [f for f in claim.facts if f.span.overlap(span)]
    differing = story.disagreements_of.get(claim.id, ())
    if not facts:
        yield "Differences: nothing comparable (number, date, name, status) was found in these words."
    for fact in facts:
        rivals = [(f, o) for o in others for f in o.facts if f.kind is fact.kind][:MAX_COMPARED]
        yield f"Differences: {kind_word(fact.kind)} {quote(fact.text)} beside the values of the nearest claims:"
        yield from _compared(story, fact, rivals)
    if not any(side.span.overlap(span) for d in differing for side in d.sides if side.claim == claim.id):
        yield (
            "  No detector raised a disagreement on these words: values that differ are raised only where both claims"
            " tell them of the same thing."
        )


def _compared(story: Story, fact: Fact, rivals: Sequence[tuple[Fact, Claim]]) -> Iterator[str]:
    """One line for each relation, with the values that stand in it and the claims that have them."""
    handles = claim_handles(story.analysis)
    related: dict[Relation, dict[str, list[str]]] = {}
    for rival, other in rivals:
        words = related.setdefault(compare_values(fact, rival), {})
        words.setdefault(quote(rival.text), []).append(handles[other.id])
    if not related:
        yield "  none of them has one."
    for relation, words in related.items():
        values = ", ".join(f"{text} ({', '.join(dict.fromkeys(names))})" for text, names in words.items())
        yield f"  {_RELATIONS[relation]}: {values}"
