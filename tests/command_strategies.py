"""What a person may do to a story: as Hypothesis strategies, and at random for long sessions."""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import strategies as st

from annotator.decisions import anchor_of, place_of
from annotator.model import (
    Accept,
    AddClaim,
    AddDisagreement,
    AddFlag,
    AddLink,
    Adjudicate,
    Analysis,
    Anchor,
    AnchorKind,
    Attitude,
    Claim,
    Command,
    CorrectDocument,
    DefineLabel,
    DisagreementKind,
    Document,
    DocumentPart,
    FlagKind,
    GenreType,
    Hear,
    Hue,
    JoinClaims,
    MergeSources,
    Move,
    Note,
    OutletKind,
    PartClaim,
    Place,
    PlaceMark,
    RateCredibility,
    RateReliability,
    Reject,
    RemoveDocuments,
    RemoveLabel,
    RenameLabel,
    RenameSource,
    ReshapeClaims,
    SetParent,
    SetSource,
    Settle,
    Settlement,
    SourceRole,
    Span,
    TagSpan,
    UntagSpan,
    UpdateDocument,
    Version,
)

LABELS = ("Money", "money", "Blame", "[b]odd[/b]")
NAMES = ("Ilse Marrow", "Tam Ferrow", "the harbour master", "[b]odd[/b]")

CORRECTIONS = {
    DocumentPart.OUTLET: st.sampled_from(NAMES),
    DocumentPart.KIND: st.sampled_from(OutletKind).map(str),
    DocumentPart.GENRE: st.sampled_from(GenreType).map(str),
    DocumentPart.PUBLISHED: st.sampled_from(("2031", "2031-05", "2031-05-04")),
}


def things(analysis: Analysis) -> list[Anchor]:
    """Anchors of everything that can be decided on."""
    parts = [x for c in analysis.claims for x in (c, *c.attributions, *c.flags, *c.facts)]
    whole = (*analysis.documents, *parts, *analysis.clusters, *analysis.disagreements, *analysis.tags)
    return list(dict.fromkeys(anchor_of(x, analysis) for x in whole))


def places(document: Document) -> st.SearchStrategy[Place]:
    """Any non-empty span of a document."""
    ends = st.tuples(st.integers(0, len(document.text) - 1), st.integers(1, 60))
    return ends.map(lambda e: place_of(document, Span(e[0], min(len(document.text), e[0] + e[1]))))


def commands(analysis: Analysis, *, removals: bool = True) -> st.SearchStrategy[Command]:
    """Any command that makes sense on the analysis."""
    anchors = things(analysis)
    any_thing = st.sampled_from(anchors)
    reasons = st.none() | st.just("checked")
    claims = st.sampled_from([anchor_of(c, analysis) for c in analysis.claims if isinstance(c, Claim)])
    sourced = st.sampled_from([a for a in anchors if a.kind in (AnchorKind.CLAIM, AnchorKind.ATTRIBUTION)])
    said = st.sampled_from([a for a in anchors if a.kind is AnchorKind.ATTRIBUTION])
    settled = st.sampled_from([a for a in anchors if a.kind is AnchorKind.DISAGREEMENT])
    documents = st.sampled_from([a for a in anchors if a.kind is AnchorKind.DOCUMENT])
    free = st.sampled_from(analysis.documents).flatmap(places)
    made = [
        st.builds(Accept, any_thing),
        st.builds(Reject, any_thing, reasons),
        st.builds(Note, any_thing, st.sampled_from(("", "look again", "\x1b[2J"))),
        st.builds(
            SetSource,
            sourced,
            st.none() | st.sampled_from(NAMES),
            st.sampled_from(SourceRole),
            st.sampled_from(Attitude),
            reasons,
        ),
        st.builds(Settle, settled, st.sampled_from(Settlement), st.none() | st.just("Monday"), reasons),
        st.builds(RateReliability, documents, st.none() | st.sampled_from("ABCDEF"), reasons),
        st.builds(RateCredibility, claims, st.none() | st.integers(1, 6), reasons),
        st.builds(AddFlag, free.map(lambda p: Anchor(AnchorKind.CLAIM, (p,))), st.sampled_from(FlagKind)),
        st.builds(RenameSource, said, st.sampled_from(NAMES), reasons),
        st.builds(MergeSources, said, st.sampled_from(NAMES), reasons),
        *(st.builds(CorrectDocument, documents, st.just(p), v, reasons) for p, v in CORRECTIONS.items()),
        st.lists(free, min_size=2, max_size=9).flatmap(_disagreement),
    ]
    made += [*label_commands(free), *structure_commands(analysis, anchors, free)]
    made += outcome_commands(st.one_of(made))
    made += update_commands(analysis, free)
    if removals:
        some = st.sets(st.sampled_from([d.id for d in analysis.documents]), min_size=1, max_size=2)
        made.append(some.map(lambda ids: RemoveDocuments(tuple(sorted(ids)))))
    return st.one_of(made)


def outcome_commands(any_command: st.SearchStrategy[Command]) -> list[st.SearchStrategy[Command]]:
    """What colleagues decided, and how differences were settled; also such as make no sense together."""
    versions = st.lists(
        st.builds(Version, st.sampled_from(("bo", "cy")), st.just("2031-05-06T09:00:00Z"), any_command),
        min_size=1,
        max_size=3,
    )
    outcomes = versions.flatmap(
        lambda found: st.builds(
            Adjudicate,
            st.just(tuple(found)),
            st.none() | st.sampled_from([v.command for v in found]),
            st.none() | st.just("the text says so"),
        )
    )
    return [st.builds(Hear, any_command), outcomes]


def label_commands(free: st.SearchStrategy[Place]) -> list[st.SearchStrategy[Command]]:
    """Any command about labels; few names, so that they meet."""
    names = st.sampled_from(LABELS)
    return [
        st.builds(
            DefineLabel, names, st.sampled_from(("", "money that changes hands")), st.none() | st.sampled_from(Hue)
        ),
        st.builds(RenameLabel, names, names),
        st.builds(RemoveLabel, names),
        st.builds(TagSpan, free, names),
        st.builds(UntagSpan, free, names),
    ]


def update_commands(analysis: Analysis, free: st.SearchStrategy[Place]) -> list[st.SearchStrategy[Command]]:
    """Updates to versions of which only the log knows, and answers about places, also such as nobody asked for."""
    versions = st.sampled_from(("", "v1", "v2"))
    spans = free.map(lambda p: p.span or Span(0, 1))
    moves = st.lists(st.builds(Move, versions, spans, spans, st.booleans()), max_size=3).map(tuple)
    names = st.sampled_from([d.id for d in analysis.documents])
    return [st.builds(UpdateDocument, names, versions, moves), st.builds(PlaceMark, versions, free, st.none() | free)]


def structure_commands(
    analysis: Analysis, anchors: list[Anchor], free: st.SearchStrategy[Place]
) -> list[st.SearchStrategy[Command]]:
    """Any command that changes claims, groups or chains, also such as find nothing."""
    claims = st.sampled_from([a for a in anchors if a.kind is AnchorKind.CLAIM])
    at = claims.map(lambda a: a.places[0])
    links = st.sampled_from([a for a in anchors if a.kind is AnchorKind.ATTRIBUTION])
    groups = st.sampled_from([a for a in anchors if a.kind is AnchorKind.CLUSTER])
    names, roles, attitudes = st.sampled_from(NAMES), st.sampled_from(SourceRole), st.sampled_from(Attitude)
    documents = {d.id: d for d in analysis.documents}
    return [
        st.sampled_from(analysis.claims).flatmap(lambda c: _reshaping(documents[c.document], c, analysis)),
        st.builds(AddClaim, free | at),
        st.builds(JoinClaims, st.lists(at, min_size=1, max_size=3).map(tuple)),
        st.builds(PartClaim, groups, at),
        st.builds(AddLink, claims, names, roles, attitudes, st.none() | links),
        st.builds(SetParent, links, st.none() | links),
    ]


def _reshaping(document: Document, claim: Claim, analysis: Analysis) -> st.SearchStrategy[Command]:
    """Splits a claim, cuts it, or merges it with the next one."""
    mine = [c for c in analysis.claims if c.document == document.id]
    after = next((c for c in mine if c.span.start > claim.span.start), claim)
    hull = Span(claim.span.start, after.span.end)

    def cut(at: int) -> ReshapeClaims:
        spans = (Span(claim.span.start, at), Span(at, claim.span.end))
        return ReshapeClaims((place_of(document, claim.span),), tuple(place_of(document, s) for s in spans))

    def shorten(at: int) -> ReshapeClaims:
        places = (place_of(document, Span(claim.span.start, at)),)
        return ReshapeClaims((place_of(document, claim.span),), places)

    merged = ReshapeClaims(
        tuple(place_of(document, c.span) for c in dict.fromkeys((claim, after))), (place_of(document, hull),)
    )
    inside = st.integers(claim.span.start + 1, claim.span.end - 1)
    return st.one_of(inside.map(cut), inside.map(shorten), st.just(merged))


def random_command(pick: random.Random, analysis: Analysis) -> Command:
    """What somebody might do to a story as it stands now, added and edited objects included."""
    target = pick.choice(things(analysis))
    makers = [
        lambda: Accept(target),
        lambda: Reject(target, pick.choice([None, "no"])),
        lambda: Note(target, pick.choice(["", "why?"])),
    ]
    place = target.places[0]
    if place.span is not None:
        makers += [
            lambda: TagSpan(place, pick.choice(LABELS)),
            lambda: RenameLabel(pick.choice(LABELS), pick.choice(LABELS)),
        ]
    if analysis.tags:
        tag = pick.choice(analysis.tags)
        home = next(d for d in analysis.documents if d.id == tag.document)
        makers.append(lambda: UntagSpan(place_of(home, tag.span), tag.label))
    match target.kind:
        case AnchorKind.CLUSTER:
            makers.append(lambda: PartClaim(target, pick.choice(target.places)))
        case AnchorKind.CLAIM:
            makers += _claim_makers(pick, analysis, place)
            makers += [
                lambda: SetSource(target, pick.choice([None, *NAMES])),
                lambda: RateCredibility(target, pick.choice([None, 1, 6])),
                lambda: AddFlag(target, pick.choice(list(FlagKind))),
            ]
        case AnchorKind.ATTRIBUTION:
            makers += [
                lambda: SetSource(target, pick.choice([None, *NAMES])),
            ]
            if target.label in _source_names(analysis):
                makers += [
                    lambda: RenameSource(target, pick.choice(NAMES)),
                    lambda: MergeSources(target, pick.choice(NAMES)),
                ]
        case AnchorKind.DOCUMENT:
            makers.append(lambda: RateReliability(target, pick.choice([None, "A", "F"])))
        case AnchorKind.DISAGREEMENT:
            makers.append(lambda: Settle(target, pick.choice(list(Settlement))))
        case _:
            pass
    return pick.choice(makers)()


def _claim_makers(pick: random.Random, analysis: Analysis, place: Place) -> list[Callable[[], Command]]:
    document = next(d for d in analysis.documents if d.id == place.document)
    span = place.span
    assert span is not None
    target, name = Anchor(AnchorKind.CLAIM, (place,)), pick.choice(NAMES)
    others = [c for c in analysis.claims if c.document != document.id]
    makers: list[Callable[[], Command]] = [lambda: AddLink(target, name)]
    if others:
        other = pick.choice(others)
        there = place_of(next(d for d in analysis.documents if d.id == other.document), other.span)
        makers.append(lambda: JoinClaims((place, there)))
    if len(span) > 1:
        at = pick.randrange(span.start + 1, span.end)
        parts = (place_of(document, Span(span.start, at)), place_of(document, Span(at, span.end)))
        makers.append(lambda: ReshapeClaims((place,), parts))
        makers.append(lambda: ReshapeClaims((place,), parts[:1]))
    return makers


def _disagreement(given: list[Place]) -> st.SearchStrategy[Command]:
    values = tuple(f"value {i % 3}" for i in range(len(given)))
    return st.sampled_from(DisagreementKind).map(lambda kind: AddDisagreement(tuple(given), values, kind))


def _source_names(analysis: Analysis) -> set[str | None]:
    """What somebody is called; a source that nobody names can be neither renamed nor merged."""
    return {a.source.name for c in analysis.claims for a in c.attributions if a.source and a.source.name}
