"""Which words did one document take from another? Each passage of both, with what differs standing out."""

from __future__ import annotations

from annotator.model import Edge, Span
from annotator.text import one_line
from annotator.view.differences import mark_differences
from annotator.view.filtering import Facets
from annotator.view.lines import Line, Run, runs, spread, wrap_runs
from annotator.view.marks import Room
from annotator.view.rows import Item
from annotator.view.story import Story
from annotator.view.timeline import citing_claims

COPIED_FIELDS = ("is",)
NUMBER_CELLS = 5


def copied_items(story: Story, edge: Edge) -> tuple[Item, ...]:
    """A row for each passage, in order of the later text; for a citation, one for each claim that cites."""
    if not edge.passages:
        found = citing_claims(story, edge)
        return tuple(Item(c.id, Facets(c.text, {"is": ("cited",)}), None, (c.id,)) for c in found)
    return tuple(_make_item(story, edge, number) for number in range(len(edge.passages)))


def paint_copied(story: Story, edge: Edge, item: Item, room: Room) -> Line:
    """Number and words of a passage as the later text has them."""
    number, words = _number(edge, item), texts_of(story, edge, item)[1]
    state = () if number is None else (Run(item.facets.fields["is"][0], "dim"),)
    head = "" if number is None else f"{number + 1:>{NUMBER_CELLS - 2}}  "
    return spread((Run(head, "dim"), Run(one_line(words))), state, room.width, room.measure)


def texts_of(story: Story, edge: Edge, item: Item) -> tuple[str, str]:
    """The words in the earlier and in the later text; the earlier are empty for a citation."""
    number = _number(edge, item)
    if number is None:
        return "", story.claim[item.claims[0]].text
    passage = edge.passages[number]
    source, target = story.document[edge.source], story.document[edge.target]
    return passage.source.text(source.text), passage.target.text(target.text)


def paint_side(story: Story, edge: Edge, item: Item, side: int, room: Room) -> list[Line]:
    """One text's words, with those that the other has not standing out; side 0 is the earlier text."""
    texts = texts_of(story, edge, item)
    if not texts[side]:
        return [(Run("It is named as the source; no words of it are taken over.", "dim"),)]
    marks = mark_differences(texts)[side] if texts[0] else ()
    whole = runs(texts[side], 0, len(texts[side]), marks, base="passage" if texts[0] else "text")
    return wrap_runs(whole, width=room.width, measure=room.measure)


def place_of_side(edge: Edge, item: Item, side: int) -> tuple[str, Span] | None:
    """Document and place of one text's words; None where it has none."""
    number = _number(edge, item)
    if number is None:
        return None
    passage = edge.passages[number]
    return (edge.source, passage.source) if side == 0 else (edge.target, passage.target)


def _make_item(story: Story, edge: Edge, number: int) -> Item:
    passage = edge.passages[number]
    source, target = story.document[edge.source], story.document[edge.target]
    texts = [one_line(passage.source.text(source.text)), one_line(passage.target.text(target.text))]
    state = "word for word" if texts[0] == texts[1] else "changed"
    claims = (story.claim_at(edge.target, passage.target.start), story.claim_at(edge.source, passage.source.start))
    facets = Facets(" ".join(texts), {"is": (state,)})
    return Item(str(number), facets, None, tuple(c.id for c in claims if c is not None))


def _number(edge: Edge, item: Item) -> int | None:
    """Which passage the row is; None for a citation."""
    return int(item.key) if edge.passages else None
