"""Invented documents of one sentence a claim, for tests of what compares claims."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.align import cluster_claims
from annotator.disagree import find_disagreements
from annotator.facts import find_facts
from annotator.model import (
    Attitude,
    Attribution,
    Claim,
    Cluster,
    Cue,
    Directness,
    Disagreement,
    DisagreementKind,
    Document,
    Genre,
    GenreType,
    Outlet,
    Severity,
    Source,
    SourceRole,
    Span,
    Stance,
    Voice,
    claim_id,
    make_id,
)

FILLER_A = (
    "The meeting at Orrin Hall was full to the last seat.",
    "Residents brought drums and a paper heron.",
    "Snow had fallen on the valley overnight.",
    "A brass band played in the lobby before the doors opened.",
    "The ferry to Pell Island was cancelled because of ice.",
    "Schoolchildren sang songs about the river.",
)
FILLER_B = (
    "Many people stood along the walls of Orrin Hall.",
    "Somebody had made a heron out of paper.",
    "The valley lay under fresh snow.",
    "Music from a band could be heard outside.",
    "Ice kept the boats of Pell Island in the harbour.",
    "Tea was served after the session by the scouts.",
)


def make_story(
    *texts: Sequence[str], published: Sequence[str | None] | None = None, kind: GenreType = GenreType.REPORTAGE
) -> tuple[list[Document], list[Claim]]:
    """Documents named after the alphabet, each from its sentences."""
    documents, claims = [], []
    for i, sentences in enumerate(texts):
        date = published[i] if published else "2031-05-02"
        whole = " ".join(sentences)
        name = "ABCDEFGH"[i]
        document = Document(
            id=f"d{name}",
            path=f"{name}.txt",
            sha256=name,
            text=whole,
            title=None,
            author=None,
            published=date,
            published_basis=None,
            published_note=None,
            url=None,
            language="en",
            outlet=Outlet(name=f"Outlet {name}"),
            genre=Genre(type=kind),
            head=(),
            body=(Span(0, len(whole)),),
            boilerplate=(),
        )
        documents.append(document)
        claims += _claims_of(document, sentences)
    return documents, claims


def _claims_of(document: Document, sentences: Sequence[str]) -> list[Claim]:
    made, start = [], 0
    for sentence in sentences:
        span = Span(start, start + len(sentence))
        facts = find_facts(document.text, span, published=document.published)
        name = claim_id(document.id, span)
        made.append(Claim(name, document.id, span, sentence, 0.5, Voice.OUTLET, facts=facts))
        start = span.end + 1
    return made


def with_speaker(
    claim: Claim,
    speaker: str,
    content: str,
    directness: Directness = Directness.INDIRECT,
    *,
    role: SourceRole = SourceRole.PERSON,
) -> Claim:
    """The claim with an attribution of some of its words to a speaker that it names."""
    from dataclasses import replace

    at, said = (claim.span.start + claim.text.index(words) for words in (speaker, content))
    attribution = Attribution(
        id=make_id("a", claim.id, at),
        source=Source(Span(at, at + len(speaker)), speaker, speaker, role),
        cue=Cue(Span(at, at + 1), "said", Stance.NEUTRAL),
        content=(Span(said, said + len(content)),),
        directness=directness,
        attitude=Attitude.ASSERTS,
        confidence=0.9,
    )
    return replace(claim, attributions=(attribution,), voice=Voice.ATTRIBUTED)


def cluster(documents: Sequence[Document], claims: Sequence[Claim]) -> list[set[str]]:
    """The texts of the claims of each cluster."""
    texts = {c.id: c.text for c in claims}
    return [{texts[i] for i in k.claims} for k in cluster_claims(documents, claims)]


def compare(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Disagreement, ...]:
    """All disagreements of a story."""
    clusters: tuple[Cluster, ...] = cluster_claims(documents, claims)
    return find_disagreements(documents, claims, clusters, ())


def raised(a: str, b: str) -> list[tuple[DisagreementKind, set[str]]]:
    """Conflicts and tensions between two sentences, each among other sentences of its document."""
    found = compare(*make_story((*FILLER_A, a), (*FILLER_B, b)))
    return [(d.kind, {s.value for s in d.sides}) for d in found if d.severity is not Severity.IMPRECISION]
