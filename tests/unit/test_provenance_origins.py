from __future__ import annotations

from itertools import pairwise

import pytest

from annotator.model import (
    Attitude,
    Attribution,
    Claim,
    Cluster,
    CopyKind,
    Directness,
    Edge,
    Passage,
    Source,
    SourceRole,
    Span,
    Voice,
)
from annotator.provenance import count_origins
from tests.story_builders import make_document


def make_claim(name: str, document: str, *, said_by: str | None = None, role: SourceRole = SourceRole.PERSON) -> Claim:
    attributions = ()
    if said_by:
        source = Source(None, said_by, said_by, role, entity=f"e-{said_by}")
        attributions = (Attribution("x", source, None, (Span(0, 9),), Directness.INDIRECT, Attitude.ASSERTS, 1.0),)
    voice = Voice.ATTRIBUTED if said_by else Voice.OUTLET
    return Claim(name, document, Span(0, 9), "Something", 0.5, voice, attributions)


def count(*claims: Claim, edges: tuple[Edge, ...] = ()) -> int:
    cluster = Cluster("k", tuple(c.id for c in claims), "gist", 1)
    return count_origins(cluster, {c.id: c for c in claims}, edges)


def make_edge(source: str, target: str, *, kind: CopyKind = CopyKind.NEAR_VERBATIM, span: Span | None = None) -> Edge:
    span = span or Span(0, 9)
    return Edge(source, target, kind, 1.0, (Passage(span, span),), "copied")


def test_two_outlets_in_their_own_voice_are_two_origins() -> None:
    assert count(make_claim("1", "a"), make_claim("2", "b")) == 2


def test_one_speaker_in_three_outlets_is_one_origin() -> None:
    claims = [make_claim(str(i), d, said_by="Ada Brook") for i, d in enumerate("abc")]
    assert count(*claims) == 1


def test_two_speakers_in_one_outlet_are_two_origins() -> None:
    assert count(make_claim("1", "a", said_by="Ada Brook"), make_claim("2", "a", said_by="Tom Reed")) == 2


def test_what_a_text_says_beside_its_speaker_is_no_origin_of_its_own() -> None:
    assert count(make_claim("1", "a"), make_claim("2", "a", said_by="Ada Brook")) == 1
    assert count(make_claim("1", "a"), make_claim("2", "a", said_by="Ada Brook"), make_claim("3", "b")) == 2


def test_two_claims_of_one_document_in_its_own_voice_are_one_origin() -> None:
    assert count(make_claim("1", "a"), make_claim("2", "a"), make_claim("3", "b")) == 2


def test_unnamed_sources_of_two_outlets_are_two_origins() -> None:
    claims = [make_claim(str(i), d, said_by="a source", role=SourceRole.UNNAMED) for i, d in enumerate("ab")]
    assert count(*claims) == 2


def test_a_copied_claim_has_the_origin_of_the_original() -> None:
    assert count(make_claim("1", "a"), make_claim("2", "b"), edges=(make_edge("a", "b"),)) == 1


def test_a_copy_elsewhere_in_the_text_does_not_join_this_claim() -> None:
    edges = (make_edge("a", "b", span=Span(50, 90)),)
    assert count(make_claim("1", "a"), make_claim("2", "b"), edges=edges) == 2


def test_a_citation_alone_does_not_join_claims() -> None:
    edges = (make_edge("a", "b", kind=CopyKind.CITES),)
    assert count(make_claim("1", "a"), make_claim("2", "b"), edges=edges) == 2


@pytest.mark.parametrize("length", [1, 2, 5])
def test_a_chain_of_copies_is_one_origin(length: int) -> None:
    names = [chr(ord("a") + i) for i in range(length)]
    edges = tuple(make_edge(x, y) for x, y in pairwise(names))
    assert count(*(make_claim(str(i), d) for i, d in enumerate(names)), edges=edges) == 1


def test_a_cluster_without_known_claims_has_one_origin() -> None:
    assert count_origins(Cluster("k", ("gone",), "gist", 1), {}, ()) == 1


def test_two_outlets_that_print_one_agency_are_one_origin() -> None:
    texts = (
        "PELL (Interwire) - The lock is open.",
        "PELL, May 2 (Interwire) — The lock was opened.",
        "The lock is open.",
    )
    documents = [make_document(name, text) for name, text in zip("abc", texts, strict=True)]
    claims = [make_claim(f"c{d.path}", d.id) for d in documents]
    cluster = Cluster("k", tuple(c.id for c in claims), "the lock", 0)
    assert count_origins(cluster, {c.id: c for c in claims}, (), documents=documents) == 2
