"""Copies join two documents in one direction, and their passages lie in the bodies."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model import Claim, Document, Genre, Outlet, Span, Voice
from annotator.provenance import trace_copies

PHRASE = "the pier of Wexley fell into Bay at 40 knots and Ada Brook saw “it all” go under"
WORDS = st.sampled_from(PHRASE.split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=30).map(lambda words: " ".join(words) + ".")
DATES = st.sampled_from([None, "2031", "2031-05", "2031-05-04", "2031-05-04T10:00"])
TEXTS = st.lists(st.tuples(st.lists(SENTENCES, min_size=1, max_size=8), DATES), min_size=1, max_size=4)


def make_story(texts: list[tuple[list[str], str | None]]) -> tuple[list[Document], list[Claim]]:
    documents, claims = [], []
    for i, (sentences, published) in enumerate(texts):
        text = "\n".join(sentences)
        documents.append(
            Document(
                id=f"d{i}",
                path=f"{i}.txt",
                sha256=str(i),
                text=text,
                title=None,
                author=None,
                published=published,
                published_basis=None,
                published_note=None,
                url=None,
                language="en",
                outlet=Outlet(),
                genre=Genre(),
                head=(),
                body=(Span(0, len(text)),),
                boilerplate=(),
            )
        )
        start = 0
        for n, sentence in enumerate(sentences):
            claims.append(Claim(f"{i}-{n}", f"d{i}", Span(start, start + len(sentence)), sentence, 0.5, Voice.OUTLET))
            start += len(sentence) + 1
    return documents, claims


@settings(max_examples=60)
@given(TEXTS)
def test_edges_are_sound(texts: list[tuple[list[str], str | None]]) -> None:
    documents, claims = make_story(texts)
    by_id = {d.id: d for d in documents}
    edges = trace_copies(documents, claims)
    pairs = [frozenset((e.source, e.target)) for e in edges]
    assert len(pairs) == len(set(pairs))
    for edge in edges:
        early, late = by_id[edge.source].published, by_id[edge.target].published
        assert edge.source != edge.target
        assert 0 < edge.share <= 1
        assert not (early and late and early[: len(late)] > late[: len(early)])
        for passage in edge.passages:
            assert passage.source.end <= len(by_id[edge.source].text)
            assert passage.target.end <= len(by_id[edge.target].text)
