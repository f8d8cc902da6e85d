"""Source texts in, an analysis out; documents are read one by one, so that each can be cached or read elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from annotator.align import cluster_claims
from annotator.attribution import attribute, link_entities
from annotator.dating import DatingInput, Publication, date_documents
from annotator.disagree import DETECTORS, Detector, find_disagreements
from annotator.editorial import FAMILIES, Family, find_flags, judge_genre, score_check_worthiness
from annotator.facts import find_facts
from annotator.model import (
    NO_EXTENSIONS,
    Analysis,
    Attribution,
    Claim,
    Cluster,
    Disagreement,
    Document,
    Edge,
    Extensions,
    Genre,
    Layout,
    Outlet,
    Problem,
    Quotation,
    SourceRole,
    SourceText,
    Span,
    Voice,
    claim_id,
    covers,
    document_ids,
)
from annotator.outlets import identify_outlet
from annotator.pipeline.placing import place_by_sentence
from annotator.provenance import count_origins, trace_copies
from annotator.segment import find_quotations, lay_out, split_sentences
from annotator.text import UNDETERMINED, detect_language

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much is done and how much there is."""

MAX_COMPARED = 5_000  # characters; a longer "sentence" is text without stops: it is read and shown, not compared
MIN_COVERED = 0.5  # share of a claim's characters in attributed content that makes it a source's claim


@dataclass(frozen=True, slots=True)
class Read:
    """What one document alone says about itself: the part of the analysis that needs no other document."""

    id: str
    source: SourceText
    layout: Layout
    quotations: tuple[Quotation, ...]
    sentences: tuple[Span, ...]
    attributions: tuple[Attribution, ...]
    outlet: Outlet
    genre: Genre
    language: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What the stages look with: a user's tables, and what finds flags and disagreements."""

    extensions: Extensions = NO_EXTENSIONS
    families: tuple[Family, ...] = FAMILIES
    detectors: tuple[Detector, ...] = DETECTORS


PACKAGED = Rules()


def read_document(source: SourceText, document: str, *, rules: Rules = PACKAGED) -> Read:
    """Reads one document under the id it will have in the story."""
    added = rules.extensions
    text = source.text
    layout = lay_out(text, front_matter=source.metadata.span, title=source.metadata.title)
    quotations = find_quotations(text, layout.paragraphs)
    sentences = split_sentences(text, layout.paragraphs, quotations)
    outlet = identify_outlet(text, layout=layout, metadata=source.metadata, known=added.outlets)
    attributions = attribute(text, sentences, quotations, document=document, outlet_name=outlet.name, verbs=added.verbs)
    genre = judge_genre(
        text,
        layout=layout,
        metadata=source.metadata,
        outlet=outlet,
        sentences=sentences,
        quotations=quotations,
        attributions=attributions,
    )
    language = detect_language("\n".join(p.text(text) for p in layout.paragraphs))
    return Read(document, source, layout, quotations, sentences, attributions, outlet, genre, language)


def assemble(
    reads: Sequence[Read],
    *,
    title: str | None = None,
    path: str | None = None,
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
    rules: Rules = PACKAGED,
) -> Analysis:
    """Compares documents that were read, and puts the analysis together."""
    tell = progress or (lambda *_: None)
    dates = date_documents([DatingInput(r.source.text, r.layout, r.source.metadata, r.sentences) for r in reads])
    linked = link_entities([r.attributions for r in reads], aliases=rules.extensions.aliases)
    documents = tuple(_make_document(r, date) for r, date in zip(reads, dates, strict=True))
    claims: list[Claim] = []
    for read, document, attributions in zip(reads, documents, linked, strict=True):
        claims += _make_claims(read, document, attributions, rules)
    clusters, disagreements, edges = _compare(documents, claims, tell, rules)
    warnings = (
        *problems,
        *(w for r in reads for w in (*r.source.warnings, *_language_warning(r), *_length_warning(r))),
    )
    return Analysis(title, path, documents, tuple(claims), clusters, disagreements, edges, warnings)


def analyze_sources(
    sources: Sequence[SourceText],
    *,
    title: str | None = None,
    path: str | None = None,
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
    rules: Rules = PACKAGED,
) -> Analysis:
    """Analyses a story in this process."""
    reads = []
    for i, (source, name) in enumerate(zip(sources, document_ids(s.sha256 for s in sources), strict=True)):
        if progress:
            progress(f"reading {source.path}", i, len(sources))
        reads.append(read_document(source, name, rules=rules))
    return assemble(reads, title=title, path=path, problems=problems, progress=progress, rules=rules)


def _compare(
    documents: Sequence[Document], claims: Sequence[Claim], tell: Progress, rules: Rules
) -> tuple[tuple[Cluster, ...], tuple[Disagreement, ...], tuple[Edge, ...]]:
    if len(documents) < 2:
        return (), (), ()
    claims = [c for c in claims if len(c.span) <= MAX_COMPARED]
    tell("aligning claims", 0, 3)
    clusters = cluster_claims(documents, claims)
    tell("tracing copies", 1, 3)
    edges = trace_copies(documents, claims)
    by_id = {c.id: c for c in claims}
    counted = tuple(
        replace(k, independent_sources=count_origins(k, by_id, edges, documents=documents)) for k in clusters
    )
    tell("comparing", 2, 3)
    disagreements = find_disagreements(documents, claims, counted, edges, detectors=rules.detectors)
    tell("done", 3, 3)
    return counted, disagreements, edges


def _make_document(read: Read, date: Publication) -> Document:
    meta, layout = read.source.metadata, read.layout
    return Document(
        id=read.id,
        path=read.source.path,
        sha256=read.source.sha256,
        text=read.source.text,
        title=meta.title or layout.title,
        author=meta.author or layout.byline,
        published=date.published,
        published_basis=date.basis,
        published_note=date.note,
        url=meta.url,
        language=_language(read),
        outlet=read.outlet,
        genre=read.genre,
        head=layout.head,
        body=layout.body,
        boilerplate=layout.boilerplate,
    )


def _language(read: Read) -> str:
    """What the front matter states, unless the text looks like another language."""
    stated = read.source.metadata.language
    if stated and read.language in (UNDETERMINED, stated.partition("-")[0]):
        return stated
    return read.language


def _language_warning(read: Read) -> tuple[Problem, ...]:
    if read.language == "en":
        return ()
    guess = "" if read.language == UNDETERMINED else f" but like {read.language!r}"
    message = f"does not look like English{guess}; the rules are for English, so check every suggestion"
    return (Problem(read.source.path, message),)


def _length_warning(read: Read) -> tuple[Problem, ...]:
    count = sum(len(s) > MAX_COMPARED for s in read.sentences)
    if not count:
        return ()
    message = f"has {count} sentence{'s' if count > 1 else ''} of more than {MAX_COMPARED:,} characters, not compared"
    return (Problem(read.source.path, f"{message}; put a line break where it should be cut"),)


def _make_claims(read: Read, document: Document, attributions: Sequence[Attribution], rules: Rules) -> list[Claim]:
    text, added = read.source.text, rules.extensions.words
    said_in = place_by_sentence(attributions, read.sentences, lambda a: a.content)
    quoted_in = place_by_sentence(read.quotations, read.sentences, lambda q: (q.span,))
    claims = []
    for sentence, said, quotations in zip(read.sentences, said_in, quoted_in, strict=True):
        facts = find_facts(text, sentence, published=document.published)
        flags = find_flags(
            text,
            sentence,
            document=read.id,
            quotations=quotations,
            attributions=said,
            genre=read.genre,
            added=added,
            families=rules.families,
        )
        voice = Voice.ATTRIBUTED if _is_attributed(sentence, said) else Voice.OUTLET
        claims.append(
            Claim(
                id=claim_id(read.id, sentence),
                document=read.id,
                span=sentence,
                text=sentence.text(text),
                check_worthy=score_check_worthiness(text, sentence, facts=facts, attributions=said),
                voice=voice,
                attributions=said,
                facts=facts,
                flags=flags,
            )
        )
    return claims


def _is_attributed(sentence: Span, attributions: Sequence[Attribution]) -> bool:
    others = (a for a in attributions if a.source is None or a.source.role is not SourceRole.AUTHOR)
    covered = max((covers(a.content, sentence) for a in others), default=0)
    return covered >= MIN_COVERED * len(sentence)
