"""A small invented story, built by hand so that tests of decisions need no engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotator.decisions import Judgements, fold_history, read_rulings
from annotator.model import (
    Analysis,
    Attitude,
    Attribution,
    Boilerplate,
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
    Event,
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
    hash_bytes,
    make_id,
)

TEXTS = {
    "tidepost": (
        "Ferry runs aground at Quell Point\n\n"
        "The ferry Osprey ran aground on Monday with 40 people aboard. "
        "“We heard a bang. Then the lights went out,” said Ilse Marrow. "
        "The harbour master slammed the reckless crew.\n"
    ),
    "harrow": (
        "The ferry Osprey ran aground on Tuesday with 52 people aboard. "
        "The crew acted quickly, the company said.\n\nPhoto: Harrow Daily\n"
    ),
    "bulletin": "The ferry Osprey ran aground on Monday with 40 people aboard. Nobody was hurt 🛟, officials said.\n",
}

FERRY_LINES = (
    "Ferry runs aground at Quell Point",
    "The ferry Osprey ran aground on Monday with 40 people aboard.",
    "“We heard a bang,” said Ilse Marrow, the harbour master.",
    "The owner gave no comment on the wreck.",
    "Crews will try to pull the ship free at high tide.",
)
FERRY = "\n\n".join(FERRY_LINES) + "\n"
"""A document of five paragraphs, for tests in which its file changes."""


def judgements(events: Iterable[Event]) -> Judgements:
    """What people decided last, by a log."""
    return read_rulings(fold_history(events).rulings)


def spot(document: Document, words: str) -> Span:
    """Where some words stand in a document."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def make_document(name: str, text: str | None = None, **changes: object) -> Document:
    whole = TEXTS[name] if text is None else text
    digest = hash_bytes(whole.encode())
    document = Document(
        id=f"d{digest[:10]}",
        path=f"{name}.txt",
        sha256=digest,
        text=whole,
        title=None,
        author=None,
        published="2031-05-06",
        published_basis=PublishedBasis.STATED,
        published_note="printed",
        url=None,
        language="en",
        outlet=Outlet(name.title(), f"{name}.example", OutletKind.COMMERCIAL_PRESS),
        genre=Genre(GenreType.REPORTAGE, 0.75, None, (Evidence("plain wording"),)),
        head=(),
        body=(Span(0, len(whole.rstrip())),),
        boilerplate=(),
    )
    return replace(document, **changes)


def make_claim(document: Document, words: str, **changes: object) -> Claim:
    span = spot(document, words)
    claim = Claim(claim_id(document.id, span), document.id, span, words, 0.5, Voice.OUTLET)
    return replace(claim, **changes)


def make_attribution(document: Document, content: str, name: str, **changes: object) -> Attribution:
    span = spot(document, content)
    made = Attribution(
        id=make_id("a", document.id, span.start, span.end, name),
        source=Source(spot(document, name), name, name, SourceRole.PERSON, make_id("e", name)),
        cue=Cue(spot(document, "said"), "said", Stance.NEUTRAL),
        content=(span,),
        directness=Directness.DIRECT,
        attitude=Attitude.ASSERTS,
        confidence=0.9,
    )
    return replace(made, **changes)


def make_fact(document: Document, words: str, kind: FactKind, value: float | str) -> Fact:
    return Fact(kind, spot(document, words), words, value, None, Comparator.EXACT, "people")


def make_flag(document: Document, words: str, kind: FlagKind, strength: float = 0.8) -> Flag:
    span = spot(document, words)
    key = make_id("f", document.id, span.start, span.end, kind)
    return Flag(key, kind, span, words, strength, FlagVoice.OUTLET, "editorial@1", f"“{words}” takes sides.")


def make_story() -> Analysis:
    """Three outlets on one ferry: a shared quotation, two flags, two disagreements, a cluster, a copied passage."""
    tide, harrow, bulletin = _documents()
    aground = "The ferry Osprey ran aground on {} with {} people aboard."
    marrow = make_attribution(tide, "We heard a bang. Then the lights went out", "Ilse Marrow")
    company = make_attribution(harrow, "The crew acted quickly", "the company", directness=Directness.INDIRECT)
    officials = make_attribution(bulletin, "Nobody was hurt", "officials", parent=None)
    facts = {
        "tide": (make_fact(tide, "40 people", FactKind.QUANTITY, 40), make_fact(tide, "Monday", FactKind.DATE, "Mon")),
        "harrow": (make_fact(harrow, "52 people", FactKind.QUANTITY, 52),),
    }
    flags = (
        make_flag(tide, "slammed", FlagKind.LOADED_LANGUAGE),
        make_flag(tide, "reckless", FlagKind.UNATTRIBUTED_JUDGEMENT, 0.4),
    )
    first = make_claim(tide, aground.format("Monday", 40), facts=facts["tide"])
    bang = make_claim(tide, "“We heard a bang.", voice=Voice.ATTRIBUTED, attributions=(marrow,))
    lights = make_claim(
        tide, "Then the lights went out,” said Ilse Marrow.", voice=Voice.ATTRIBUTED, attributions=(marrow,)
    )
    slam = make_claim(tide, "The harbour master slammed the reckless crew.", flags=flags)
    second = make_claim(harrow, aground.format("Tuesday", 52), facts=facts["harrow"])
    quick = make_claim(
        harrow, "The crew acted quickly, the company said.", voice=Voice.ATTRIBUTED, attributions=(company,)
    )
    third = make_claim(bulletin, aground.format("Monday", 40))
    hurt = make_claim(
        bulletin, "Nobody was hurt 🛟, officials said.", voice=Voice.ATTRIBUTED, attributions=(officials,)
    )
    cluster = Cluster("k1", (first.id, second.id, third.id), "The Osprey ran aground.", 2, 0.9)
    return Analysis(
        title="Ferry",
        path="ferry",
        documents=(tide, harrow, bulletin),
        claims=(first, bang, lights, slam, second, quick, third, hurt),
        clusters=(cluster, Cluster("k2", (slam.id, quick.id), "The crew.", 2, 0.6)),
        disagreements=(
            _disagree("x1", DisagreementKind.DATE, (first, "Monday", tide), (second, "Tuesday", harrow), cluster="k1"),
            _disagree("x2", DisagreementKind.QUANTITY, (second, "52", harrow), (third, "40", bulletin), cluster="k1"),
        ),
        provenance=(
            Edge(tide.id, bulletin.id, CopyKind.VERBATIM, 0.5, (Passage(first.span, third.span),), "One sentence."),
        ),
    )


def _documents() -> tuple[Document, Document, Document]:
    tide = make_document("tidepost", title="Ferry runs aground at Quell Point")
    head = spot(tide, "Ferry runs aground at Quell Point")
    tide = replace(tide, head=(HeadPart(head, HeadRole.HEADLINE),), body=(Span(head.end + 2, len(tide.text.rstrip())),))
    harrow = make_document("harrow")
    photo = spot(harrow, "Photo: Harrow Daily")
    harrow = replace(harrow, body=(Span(0, photo.start - 2),), boilerplate=(Boilerplate(photo, "caption"),))
    return tide, harrow, make_document("bulletin")


def _disagree(
    key: str, kind: DisagreementKind, *sides: tuple[Claim, str, Document], cluster: str | None
) -> Disagreement:
    made = tuple(Side(claim.id, spot(document, words), words, words) for claim, words, document in sides)
    why = f"{made[0].value} against {made[1].value}."
    evidence = tuple(
        Evidence("the value", side.span, document.id) for side, (_, _, document) in zip(made, sides, strict=True)
    )
    return Disagreement(key, kind, Severity.CONFLICT, Level.OUTLET, cluster, made, "disagree@1", 0.9, why, evidence)
