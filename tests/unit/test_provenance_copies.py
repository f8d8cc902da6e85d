from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from annotator.model import (
    Attitude,
    Attribution,
    Claim,
    CopyKind,
    Directness,
    Document,
    Edge,
    Genre,
    GenreType,
    Outlet,
    Source,
    SourceRole,
    Span,
    Voice,
)
from annotator.provenance import trace_copies

ORIGINAL = """The harbour office of Wexley closed the old fishing pier on Wednesday after divers saw its cracked piles.
Built in 1931, the pier carries the only crane in the bay that can lift boats of more than twelve tonnes out of water.
Mayor Ada Brook said that 40 skippers would have to use the quay at Norhaven until the repairs were finished in October.
The work is to cost 1.8 million crowns, a third more than the Harbour Board had put aside for it in 2029.
"Nobody wanted this, but nobody wanted a dead skipper either," Brook told the Harbour Board on Tuesday evening.
"""
COPY = ORIGINAL.replace("closed the old", "has closed the old").replace("only crane", "single crane")
RETOLD = """Wednesday the office of the port in Wexley shut the ancient pier of fish, since frogmen met cracks in piles.
The pier of 1931 has the unique crane in the bay which raises ships above twelve tonnes from water.
40 captains must employ the dock of Norhaven up to October, expressed the mayoress Ada Brook.
The labours ask 1,8 million crowns, a third over what the Harbour Board had reserved in 2029.
"No one did want it, but no one did want a killed captain too," Brook said to the Harbour Board Tuesday in the evening.
"""
OTHER = """The fishermen of Wexley Bay are angry about the closing of their pier and blame the Harbour Board for it.
Tom Reed, who has fished there for thirty years, said that the cracks had been known since 2025.
He wants the mayor, Ada Brook, to pay for the fuel that the longer way to Norhaven will cost them.
The repairs are planned to end in October.
"Nobody wanted this, but nobody wanted a dead skipper either," Brook told the Harbour Board on Tuesday evening.
"""


def make_document(name: str, text: str, *, published: str | None = None, outlet: str | None = None, **more) -> Document:
    return Document(
        id=name,
        path=f"{name}.txt",
        sha256=name,
        text=text,
        title=None,
        author=None,
        published=published,
        published_basis=None,
        published_note=None,
        url=None,
        language="en",
        outlet=Outlet(outlet),
        genre=Genre(more.get("genre", GenreType.REPORTAGE), 1.0),
        head=(),
        body=(Span(0, len(text)),),
        boilerplate=(),
    )


def make_claims(document: Document) -> list[Claim]:
    return [
        Claim(f"{document.id}-{i}", document.id, Span(*m.span()), m[0], 0.5, Voice.OUTLET)
        for i, m in enumerate(re.finditer(r"\S[^\n]*", document.text))
    ]


def trace(*documents: Document) -> tuple[Edge, ...]:
    return trace_copies(documents, [c for d in documents for c in make_claims(d)])


def summary(edges: Sequence[Edge]) -> list[tuple[str, str, CopyKind]]:
    return [(e.source, e.target, e.kind) for e in edges]


def test_the_same_text_twice_is_a_verbatim_copy_of_the_earlier() -> None:
    late, early = (
        make_document("b", ORIGINAL, published="2031-05-08"),
        make_document("a", ORIGINAL, published="2031-05-07"),
    )
    assert summary(trace(late, early)) == [("a", "b", CopyKind.VERBATIM)]


def test_light_editing_makes_a_near_verbatim_copy() -> None:
    edges = trace(
        make_document("a", ORIGINAL, published="2031-05-07"),
        make_document("b", COPY.replace("Built in", "Dating from").replace("water", "sea"), published="2031-05-08"),
    )
    assert [(e.source, e.target) for e in edges] == [("a", "b")]
    assert edges[0].kind in (CopyKind.VERBATIM, CopyKind.NEAR_VERBATIM)
    assert edges[0].share >= 0.8


def test_passages_hold_the_words_that_both_have() -> None:
    a = make_document("a", ORIGINAL, published="2031-05-07")
    b = make_document("b", "Old news.\n" + COPY, published="2031-05-08")
    (edge,) = trace(a, b)
    assert len(edge.passages) >= 3
    for passage in edge.passages:
        left, right = passage.source.text(a.text).split(), passage.target.text(b.text).split()
        assert len(set(left) & set(right)) >= 0.6 * len(left)


def test_the_same_facts_in_the_same_order_in_other_words_are_a_retelling() -> None:
    edges = trace(
        make_document("a", ORIGINAL, outlet="Saltwire"), make_document("b", RETOLD + "With material from Saltwire.\n")
    )
    assert summary(edges) == [("a", "b", CopyKind.TRANSLATION)]


def test_two_reports_of_one_event_with_one_quotation_are_no_copies() -> None:
    assert trace(make_document("a", ORIGINAL), make_document("b", OTHER)) == ()


def test_one_long_quotation_in_both_is_no_copy() -> None:
    quote = '"' + ORIGINAL.replace("\n", " ").replace('"', "") + '"'
    a = make_document("a", f"He read this out to the board in full on Tuesday. {quote} he said.\n")
    b = make_document("b", f"The board was told everything that evening. {quote} was what it heard.\n")
    assert trace(a, b) == ()


def test_a_short_common_phrase_is_no_copy() -> None:
    a = make_document("a", "The office could not be reached for comment on Sunday evening, a clerk said.\n")
    b = make_document("b", "The mayor could not be reached for comment on Sunday evening.\n")
    assert trace(a, b) == ()


def test_without_dates_the_text_of_the_issuer_came_first() -> None:
    report = make_document("a", COPY)
    release = make_document("b", ORIGINAL, genre=GenreType.PRESS_RELEASE)
    assert [(e.source, e.target) for e in trace(report, release)] == [("b", "a")]


def test_a_date_to_the_month_does_not_make_a_day_of_that_month_later() -> None:
    month = make_document("a", COPY, published="2031-05", genre=GenreType.REPORTAGE)
    day = make_document("b", ORIGINAL, published="2031-05-07", genre=GenreType.WIRE)
    assert [(e.source, e.target) for e in trace(month, day)] == [("b", "a")]


def test_the_order_of_documents_does_not_change_the_edges() -> None:
    documents = [
        make_document("a", ORIGINAL, published="2031-05-07"),
        make_document("b", COPY, published="2031-05-08"),
        make_document("c", OTHER, published="2031-05-08"),
    ]
    found = [sorted(summary(trace(*order))) for order in permutations(documents)]
    assert all(f == found[0] for f in found)
    assert len(found[0]) == 1


def make_attribution(claim: Claim, *, via: str | None = None, name: str | None = None, role=SourceRole.PERSON):
    source = Source(None, name, name, role) if name else None
    return Attribution("x", source, None, (claim.span,), Directness.INDIRECT, Attitude.ASSERTS, 1.0, via=via)


def test_told_the_other_outlet_is_a_citation() -> None:
    a = make_document("a", "The pier is shut.\n", outlet="The Wexley Courier", published="2031-05-07")
    b = make_document("b", "Divers found cracks.\nThe pier is old.\n", outlet="Saltwire", published="2031-05-08")
    first, *rest = make_claims(b)
    cited = replace(first, attributions=(make_attribution(first, via="Wexley Courier", name="Ada Brook"),))
    edges = trace_copies([a, b], [*make_claims(a), cited, *rest])
    assert summary(edges) == [("a", "b", CopyKind.CITES)]
    assert edges[0].share == 0.5


def test_what_an_outlet_was_told_itself_is_no_citation() -> None:
    a = make_document("a", "Divers found cracks.\n", outlet="Saltwire")
    (claim,) = make_claims(a)
    told = replace(claim, attributions=(make_attribution(claim, via="Saltwire", name="Ada Brook"),))
    assert trace_copies([a, make_document("b", "Nothing.\n", outlet="Courier")], [told]) == ()


def test_nothing_is_copied_from_a_text_that_appeared_later() -> None:
    a = make_document("a", "The pier is shut.\n", outlet="Courier", published="2031-05-09")
    b = make_document("b", "Divers found cracks.\n", outlet="Saltwire", published="2031-05-08")
    (claim,) = make_claims(b)
    cited = replace(claim, attributions=(make_attribution(claim, via="Courier"),))
    assert trace_copies([a, b], [*make_claims(a), cited]) == ()


def test_empty_texts_and_no_documents_have_no_edges() -> None:
    assert trace_copies([], []) == ()
    assert trace(replace(make_document("a", "x"), body=()), make_document("b", "y")) == ()
