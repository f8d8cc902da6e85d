"""What a person may do to a story: as Hypothesis strategies, and at random for long sessions."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from annotator.decisions import anchor_of, place_of
from annotator.model import (
    Accept,
    AddDisagreement,
    AddFlag,
    Analysis,
    Anchor,
    AnchorKind,
    Attitude,
    Claim,
    Command,
    CorrectDocument,
    DisagreementKind,
    Document,
    DocumentPart,
    FlagKind,
    GenreType,
    MergeSources,
    Note,
    OutletKind,
    Place,
    RateCredibility,
    RateReliability,
    Reject,
    RemoveDocuments,
    RenameSource,
    SetSource,
    Settle,
    Settlement,
    SourceRole,
    Span,
)

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
    whole = (*analysis.documents, *parts, *analysis.clusters, *analysis.disagreements)
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
    if removals:
        some = st.sets(st.sampled_from([d.id for d in analysis.documents]), min_size=1, max_size=2)
        made.append(some.map(lambda ids: RemoveDocuments(tuple(sorted(ids)))))
    return st.one_of(made)


def random_command(pick: random.Random, analysis: Analysis) -> Command:
    """What somebody might do to a story as it stands now, added and edited objects included."""
    target = pick.choice(things(analysis))
    makers = [
        lambda: Accept(target),
        lambda: Reject(target, pick.choice([None, "no"])),
        lambda: Note(target, pick.choice(["", "why?"])),
    ]
    match target.kind:
        case AnchorKind.CLAIM:
            makers += [
                lambda: SetSource(target, pick.choice([None, *NAMES])),
                lambda: RateCredibility(target, pick.choice([None, 1, 6])),
                lambda: AddFlag(target, pick.choice(list(FlagKind))),
            ]
        case AnchorKind.ATTRIBUTION:
            makers += [
                lambda: SetSource(target, pick.choice([None, *NAMES])),
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


def _disagreement(given: list[Place]) -> st.SearchStrategy[Command]:
    values = tuple(f"value {i % 3}" for i in range(len(given)))
    return st.sampled_from(DisagreementKind).map(lambda kind: AddDisagreement(tuple(given), values, kind))
