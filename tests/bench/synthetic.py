"""A story of any size with its analysis, made in seconds: what the engine would say, without running it.

Claims, attributions, facts, flags, clusters, disagreements and copies come in about the shares that the engine finds in
news: two attributions in three claims, four facts and half a flag each; a quarter of the events are told by several.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from annotator.model import (
    Analysis,
    Attitude,
    Attribution,
    Claim,
    Cluster,
    Comparator,
    CopyKind,
    Cue,
    Directness,
    Disagreement,
    DisagreementKind,
    Document,
    Edge,
    Evidence,
    Fact,
    FactKind,
    Flag,
    FlagKind,
    FlagVoice,
    Genre,
    GenreType,
    HeadPart,
    HeadRole,
    Level,
    Outlet,
    OutletKind,
    Passage,
    PublishedBasis,
    Severity,
    Side,
    Source,
    SourceRole,
    Span,
    Stance,
    Voice,
    claim_id,
    make_id,
)
from annotator.session import AnalysisJob
from tests.bench.generator import COUNTED, DAYS, DEEDS, GIVEN, OFFICES, PLACES, SYLLABLES, THINGS

FACT_SHARE = 0.7
"""Claims that state an event; the others are colour without facts."""
ATTRIBUTED_SHARE = 0.6
FLAG_SHARE = 0.5
CLAIMS_PER_EVENT = 5
CLUSTERED_SHARE = 0.25  # of the events
DISAGREEMENTS_PER_CLUSTER = 0.5
COPIES_PER_DOCUMENT = 1
LOADED = ("reckless", "shameful", "historic", "so-called", "disastrous")
OUTLETS = ("Tidepost", "Harrow Daily", "Coastwire", "The Bulletin", "Isterland Radio", "Quell Courier", "渡し船新聞")

_Part = tuple[str, FactKind | str | None]


def make_texts(documents: int, claims: int, seed: int = 1) -> list[tuple[str, str]]:
    """Names and texts; one line of `make_analysis` is one sentence of them."""
    return [
        (f"outlet-{n:04}.txt", "\n\n".join("".join(w for w, _ in parts) for _, parts in told) + "\n")
        for n, told in enumerate(_tell(documents, claims, seed))
    ]


def make_analysis(job: AnalysisJob, claims: int, seed: int = 1) -> Analysis:
    """The analysis of the texts that `make_texts` made, read into a session."""
    rng = random.Random(seed)
    told = _tell(len(job.documents), claims, seed)
    documents: list[Document] = []
    made: list[Claim] = []
    by_event: dict[int, list[Claim]] = {}
    for (name, source), sentences in zip(sorted(job.documents, key=lambda d: d[1].path), told, strict=True):
        documents.append(_make_document(rng, name, source.path, source.sha256, source.text))
        at = 0
        for event, parts in sentences:
            claim = _make_claim(rng, documents[-1], at, parts)
            at = claim.span.end + 2
            made.append(claim)
            if event >= 0:
                by_event.setdefault(event, []).append(claim)
    groups = [g for n, g in sorted(by_event.items()) if n % round(1 / CLUSTERED_SHARE) == 0]
    clusters = tuple(_make_cluster(g) for g in groups if len({c.document for c in g}) > 1)
    found = {c.id: c for c in made}
    disagreements = tuple(
        _make_disagreement(rng, k, [found[c] for c in k.claims])
        for k in clusters
        if rng.random() < DISAGREEMENTS_PER_CLUSTER
    )
    order = {name: n for n, (name, _) in enumerate(job.documents)}
    documents.sort(key=lambda d: order[d.id])
    edges = tuple(_make_edge(rng, documents, n) for n in range(1, len(documents)) for _ in range(COPIES_PER_DOCUMENT))
    return Analysis(job.title, job.path, tuple(documents), tuple(made), clusters, disagreements, edges)


def _tell(documents: int, claims: int, seed: int) -> list[list[tuple[int, list[_Part]]]]:
    """The sentences of each document in parts, each with the number of the event that it tells; -1 for colour."""
    rng = random.Random(f"{seed}-{documents}-{claims}")
    events = [_make_event(rng) for _ in range(max(1, claims // CLAIMS_PER_EVENT))]
    told = []
    for n in range(documents):
        count = claims // documents + (n < claims % documents)
        sentences: list[tuple[int, list[_Part]]] = []
        for _ in range(count):
            event = rng.randrange(len(events)) if rng.random() < FACT_SHARE else -1
            sentences.append((event, _parts(rng, events[event] if event >= 0 else None)))
        told.append(sentences)
    return told


def _make_event(rng: random.Random) -> dict[str, str]:
    return {
        "person": f"{rng.choice(GIVEN)} {(rng.choice(SYLLABLES) + rng.choice(SYLLABLES)).capitalize()}",
        "office": rng.choice(OFFICES),
        "thing": f"{rng.choice(SYLLABLES).capitalize()}{rng.choice(SYLLABLES)} {rng.choice(THINGS)}",
        "deed": rng.choice(DEEDS),
        "place": rng.choice(PLACES),
        "number": str(int(10 ** rng.uniform(1, 4))),
        "counted": rng.choice(COUNTED),
        "day": rng.choice(DAYS),
    }


def _parts(rng: random.Random, event: dict[str, str] | None) -> list[_Part]:
    loaded = f"{rng.choice(LOADED)} " if rng.random() < FLAG_SHARE else ""
    flag: list[_Part] = [(loaded.rstrip(), "flag"), (" ", None)] if loaded else []
    if event is None:
        thing = rng.choice(THINGS)
        return [
            ("The ", None),
            *flag,
            (f"plan for a {thing} divides the town since {rng.randint(1900, 2030)}.", None),
        ]
    number = str(int(event["number"]) + (rng.randint(1, 9) if rng.random() < 0.1 else 0))
    body: list[_Part] = [
        ("The ", None), *flag, (event["thing"], FactKind.NAME), (" in ", None), (event["place"], FactKind.PLACE),
        (" was ", None), (event["deed"], FactKind.EVENT_STATUS), (" on ", None), (event["day"], FactKind.DATE),
        ("; ", None), (f"{number} {event['counted']}", FactKind.QUANTITY), (" were hit", None),
    ]  # fmt: skip
    if rng.random() < ATTRIBUTED_SHARE / FACT_SHARE:
        body += [(", ", None), (event["person"], "source"), (f", the {event['office']}, ", None), ("said", "cue")]
    return [*body, (".", None)]


def _make_document(rng: random.Random, name: str, path: str, digest: str, text: str) -> Document:
    number = int(path[-8:-4])
    head = text.index("\n")
    return Document(
        id=name,
        path=path,
        sha256=digest,
        text=text,
        title=text[: min(60, head)],
        author=None,
        published=f"2031-05-{number % 28 + 1:02}",
        published_basis=PublishedBasis.STATED,
        published_note=None,
        url=f"https://outlet-{number}.example/story",
        language="en",
        outlet=Outlet(
            f"{OUTLETS[number % len(OUTLETS)]} {number}", f"outlet-{number}.example", OutletKind.COMMERCIAL_PRESS
        ),
        genre=Genre(rng.choice((GenreType.REPORTAGE, GenreType.WIRE, GenreType.OPINION)), 0.8),
        head=(HeadPart(Span(0, head), HeadRole.HEADLINE),),
        body=(Span(head + 2, len(text.rstrip())),) if len(text.rstrip()) > head + 2 else (),
        boilerplate=(),
    )


def _make_claim(rng: random.Random, document: Document, start: int, parts: Sequence[_Part]) -> Claim:
    spots: dict[str, list[Span]] = {}
    at = start
    for words, kind in parts:
        if kind:
            spots.setdefault(kind, []).append(Span(at, at + len(words)))
        at += len(words)
    span = Span(start, at)
    text = document.text
    name = claim_id(document.id, span)
    facts = tuple(
        _make_fact(FactKind(kind), found[0], text) for kind, found in spots.items() if kind in tuple(FactKind)
    )
    flags = tuple(
        Flag(
            make_id("f", document.id, s.start, s.end), FlagKind.LOADED_LANGUAGE, s, s.text(text),
            round(rng.uniform(0.3, 1), 3), FlagVoice.OUTLET, "editorial.loaded@1", f"“{s.text(text)}” judges",
        )
        for s in spots.get("flag", ())
    )  # fmt: skip
    said = tuple(_make_attribution(rng, document, s, spots["cue"][0], start) for s in spots.get("source", ()))
    voice = Voice.ATTRIBUTED if said else Voice.OUTLET
    return Claim(name, document.id, span, span.text(text), round(rng.random(), 3), voice, said, facts, flags)


def _make_fact(kind: FactKind, span: Span, text: str) -> Fact:
    words = span.text(text)
    if kind is FactKind.QUANTITY:
        number, _, counted = words.partition(" ")
        return Fact(kind, span, words, int(number), None, Comparator.EXACT, counted)
    return Fact(kind, span, words, words.lower(), None, None, words if kind is FactKind.EVENT_STATUS else None)


def _make_attribution(rng: random.Random, document: Document, source: Span, cue: Span, start: int) -> Attribution:
    name = source.text(document.text)
    return Attribution(
        id=make_id("a", document.id, source.start, source.end),
        source=Source(source, name, name, SourceRole.OFFICIAL, make_id("e", name)),
        cue=Cue(cue, cue.text(document.text), Stance.NEUTRAL),
        content=(Span(start, source.start - 2),),
        directness=Directness.INDIRECT,
        attitude=Attitude.ASSERTS,
        confidence=round(rng.uniform(0.5, 1), 3),
    )


def _make_cluster(claims: Sequence[Claim]) -> Cluster:
    names = tuple(c.id for c in claims)
    return Cluster(make_id("k", *names), names, claims[0].text, len({c.document for c in claims}), 0.9)


def _make_disagreement(rng: random.Random, cluster: Cluster, claims: Sequence[Claim]) -> Disagreement:
    chosen = [c for c in claims if c.facts][:8]
    sides = tuple(
        Side(c.id, c.facts[-1].span, c.facts[-1].text, f"{c.facts[-1].text} ({n})") for n, c in enumerate(chosen)
    )
    kind = rng.choice((DisagreementKind.QUANTITY, DisagreementKind.DATE, DisagreementKind.PLACE))
    why = f"one says {sides[0].value}, another {sides[-1].value}"
    evidence = tuple(
        Evidence(f"the passage gives {s.value}", s.span, c.document) for s, c in zip(sides, chosen, strict=True)
    )
    return Disagreement(
        make_id("x", cluster.id, kind.value), kind, rng.choice(tuple(Severity)), Level.OUTLET, cluster.id, sides,
        f"disagree.{kind.value}@1", round(rng.uniform(0.5, 1), 3), why, evidence[:2],
    )  # fmt: skip


def _make_edge(rng: random.Random, documents: Sequence[Document], number: int) -> Edge:
    earlier, later = documents[rng.randrange(number)], documents[number]
    end = min(len(earlier.text), len(later.text), 80)
    passage = Passage(Span(0, end), Span(0, end))
    return Edge(earlier.id, later.id, CopyKind.NEAR_VERBATIM, 0.2, (passage,), "both begin with the same words")
