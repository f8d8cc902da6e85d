"""How did a fact come into each document? First said, copied, taken from the same speaker, or said independently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.model import AnchorKind, Claim, Cluster, CopyKind, Edge, Voice
from annotator.text import one_line
from annotator.view.documents import labelled
from annotator.view.filtering import Facets
from annotator.view.lines import Line, Run, clip, spread
from annotator.view.marks import Room
from annotator.view.rows import Item
from annotator.view.sourcing import describe_sourcing
from annotator.view.story import Story, Target
from annotator.view.timeline import DID
from annotator.view.words import counted, date_word, is_rejected, outlet_word

TRACE_FIELDS = ("is", "outlet")
TRACE_LINES = 3
"""When and how, the words, and an empty line."""
NAME_CELLS = 24


class Coming(StrEnum):
    """How a fact came into a document."""

    FIRST = "first to say it"
    COPIED = "taken over"
    SPEAKER = "same speaker"
    CITED = "cites"
    OWN = "independent"
    SILENT = "does not say it"


@dataclass(frozen=True, slots=True)
class Step:
    """One document on the way of a fact."""

    document: str
    how: Coming
    origin: str | None = None
    """Id of the earlier document that it has the fact from, or shares the speaker with."""
    claim: str | None = None
    why: str = ""


def fact_of(story: Story, claim: Claim, target: Target | None = None) -> Cluster | None:
    """The fact that a claim states: the one that is meant, or that most documents state."""
    if target is not None and target.kind is AnchorKind.CLUSTER:
        found = story.things.get(target)
        return found if isinstance(found, Cluster) else None
    return max(story.clusters_of.get(claim.id, ()), key=lambda k: len(k.claims), default=None)


def trace(story: Story, claim: Claim, cluster: Cluster | None) -> tuple[Step, ...]:
    """The documents that state a fact in order of publication, then those that do not."""
    names = cluster.claims if cluster is not None else (claim.id,)
    said: dict[str, list[Claim]] = {}
    for found in (story.claim[n] for n in names if n in story.claim):
        said.setdefault(found.document, []).append(found)
    steps: list[Step] = []
    for document in story.documents:
        if document.id in said:
            steps.append(_make_step(story, document.id, said, steps))
    return (*steps, *(Step(d.id, Coming.SILENT) for d in story.documents if d.id not in said))


def trace_items(story: Story, steps: Sequence[Step]) -> tuple[Item, ...]:
    """A row for each document on the way."""
    return tuple(
        Item(
            step.document,
            Facets(
                f"{outlet_word(story.document[step.document])} {step.how.value} {step.why}",
                {"is": (step.how.value,), "outlet": (outlet_word(story.document[step.document]),)},
            ),
            Target(AnchorKind.CLAIM, step.claim) if step.claim else None,
            (step.claim,) if step.claim else (),
        )
        for step in steps
    )


def paint_step(story: Story, step: Step, room: Room) -> tuple[Line, ...]:
    """When, who and how; then the words."""
    document = story.document[step.document]
    signs = {
        Coming.FIRST: (room.glyphs.saved, "origins"),
        Coming.OWN: (room.glyphs.saved, "origins"),
        Coming.SILENT: (room.glyphs.rule, "faint"),
    }
    sign, look = signs.get(step.how, (room.glyphs.attributed, "attributed"))
    name = clip(outlet_word(document), NAME_CELLS, room.measure)
    pad = " " * (NAME_CELLS - room.measure(name) + 2)
    plain = "dim" if step.how is Coming.SILENT else "strong"
    head = (Run(f"{sign} ", look), Run(f"{name}{pad}", plain), Run(step_words(story, step), look))
    words = story.claim[step.claim].text if step.claim else ""
    date = (Run(date_word(document.published), "dim"),)
    return (
        spread(head, date, room.width, room.measure),
        (Run("  "), Run(clip(one_line(words), room.width - 2, room.measure), "text")),
        (),
    )


def step_words(story: Story, step: Step) -> str:
    """How the fact came into the document, with the other document's outlet."""
    name = outlet_word(story.document[step.origin]) if step.origin else ""
    match step.how:
        case Coming.COPIED:
            return f"from {name}"
        case Coming.SPEAKER:
            return f"same speaker as {name}"
        case Coming.CITED:
            return f"cites {name}"
        case _:
            return step.how.value


def describe_step(story: Story, step: Step, room: Room) -> list[Line]:
    """The document's words in full, who says them, and why the step is drawn so."""
    document = story.document[step.document]
    pairs = [("Document", f"{outlet_word(document)}, {date_word(document.published)}")]
    pairs += [("How", step_words(story, step)), ("Why", step.why)]
    if step.claim:
        claim = story.claim[step.claim]
        pairs += [("Says it", describe_sourcing(claim)), ("Words", claim.text)]
    return [line for label, words in pairs if words for line in labelled(label, (Run(words),), room)]


def summarise(cluster: Cluster | None, steps: Sequence[Step]) -> str:
    """How many documents and how many independent origins."""
    stated = counted(sum(s.how is not Coming.SILENT for s in steps), "document")
    return f"{stated}, {counted(cluster.independent_sources if cluster else 1, 'origin')}"


def _make_step(story: Story, document: str, said: dict[str, list[Claim]], before: Sequence[Step]) -> Step:
    own = said[document]
    first = own[0].id
    for edge in story.edges_to.get(document, ()):
        pair = _copied(edge, said.get(edge.source, []), own)
        if pair is not None:
            return Step(document, Coming.COPIED, edge.source, pair.id, f"It {DID[edge.kind]} it. {edge.evidence}")
    for step in before:
        shared = _speakers(own) & _speakers(said[step.document])
        if shared:
            return Step(document, Coming.SPEAKER, step.document, first, f"Both have it from {min(shared)}.")
    for edge in story.edges_to.get(document, ()):
        if edge.kind is CopyKind.CITES and edge.source in said:
            return Step(document, Coming.CITED, edge.source, first, edge.evidence)
    if not any(step.how is Coming.FIRST for step in before):
        why = "Of the documents that do not have it from another, it was published first."
        if story.document[document].published is None:
            why = "No document with this fact is dated."
        return Step(document, Coming.FIRST, None, first, why)
    why = "No words taken from an earlier document here, and no speaker that an earlier one names."
    return Step(document, Coming.OWN, None, first, why)


def _copied(edge: Edge, theirs: Sequence[Claim], own: Sequence[Claim]) -> Claim | None:
    """The claim that lies in a passage taken from a claim of the same fact."""
    if edge.kind is CopyKind.CITES:
        return None
    for passage in edge.passages:
        if any(passage.source.overlap(c.span) for c in theirs):
            for claim in own:
                if passage.target.overlap(claim.span):
                    return claim
    return None


def _speakers(claims: Sequence[Claim]) -> set[str]:
    """The names that the claims rest on."""
    reported = (c for c in claims if c.voice is Voice.ATTRIBUTED)
    live = (a for c in reported for a in c.attributions if not is_rejected(a.decision) and a.source)
    return {one_line(a.source.name) for a in live if a.source and a.source.name}
