"""What is in a person's codebook, and where does each label stand? Rows of both lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from annotator.model import AnchorKind, Label, Tag
from annotator.text import one_line
from annotator.view.filtering import Facets
from annotator.view.lines import Line, Run, clip, spread, width_of, wrap_runs
from annotator.view.marks import Room
from annotator.view.paint import label_look
from annotator.view.rows import Item
from annotator.view.story import Story, Target
from annotator.view.words import counted, outlet_word

LABEL_FIELDS = ("label", "colour", "marks")
MARK_FIELDS = ("outlet", "by", "text")
NAME_CELLS = 22
OUTLET_CELLS = 20
MAX_MARKS = 12
"""Marks that are told about a label; Enter lists them all."""


def codebook_items(story: Story) -> tuple[Item, ...]:
    """A row for each label, in the order in which they came."""
    number = Counter(t.label for t in story.analysis.tags)
    return tuple(
        Item(x.name, Facets(f"{x.name} {x.definition}", _label_fields(x, number[x.name])))
        for x in story.analysis.codebook
    )


def mark_items(story: Story, label: str) -> tuple[Item, ...]:
    """A row for each place that has a label, in order of publication and text."""
    tags = [t for d in story.documents for t in story.tags_in.get(d.id, ()) if t.label == label]
    return tuple(_mark_item(story, tag) for tag in tags)


def paint_label(story: Story, name: str, digit: str, room: Room) -> Line:
    """Digit, letter and name in its colour, what it means, how many marks it has."""
    label = story.label[name]
    number = sum(t.label == name for t in story.analysis.tags)
    look = f"label-{label.hue}"
    shown = clip(one_line(name), NAME_CELLS, room.measure)
    head = (Run(f"{digit or ' '}  ", "key"), Run(f"{story.letters[name]}  ", look), Run(shown, look))
    gap = Run(" " * max(2, NAME_CELLS + 8 - width_of(head, room.measure)))
    meaning = Run(one_line(label.definition) or "no definition", "text" if label.definition else "dim")
    return spread((*head, gap, meaning), (Run(f"{number:>5,}", "strong"),), room.width, room.measure)


def describe_label(story: Story, name: str, room: Room) -> list[Line]:
    """A label in full, with the first of its marks."""
    label = story.label[name]
    tags = [t for d in story.documents for t in story.tags_in.get(d.id, ()) if t.label == name]
    lines: list[Line] = list(
        wrap_runs((Run(one_line(name), f"label-{label.hue}"),), width=room.width, measure=room.measure)
    )
    meaning = Run(one_line(label.definition), "text") if label.definition else Run("No definition yet.", "dim")
    lines += wrap_runs((meaning,), width=room.width, measure=room.measure)
    lines += [(), (Run(f"{counted(len(tags), 'mark')}, {label.hue.value}", "dim"),), ()]
    for tag in tags[:MAX_MARKS]:
        lines.append(paint_mark(story, tag, room))
    if len(tags) > MAX_MARKS:
        lines.append((Run(f"and {counted(len(tags) - MAX_MARKS, 'mark')} more", "dim"),))
    return lines


def paint_mark(story: Story, tag: Tag, room: Room) -> Line:
    """Whose text, and the words."""
    outlet = clip(outlet_word(story.document[tag.document]), OUTLET_CELLS, room.measure)
    gap = " " * (OUTLET_CELLS + 2 - room.measure(outlet))
    words = clip(one_line(tag.text), max(1, room.width - OUTLET_CELLS - 2), room.measure)
    return (Run(f"{outlet}{gap}", "dim"), Run(words))


def describe_mark(story: Story, tag: Tag, room: Room) -> list[Line]:
    """A mark with the claim around it, who put it there and what was noted."""
    return [part for line in _mark_lines(story, tag) for part in _wrapped(line, room)]


def _mark_lines(story: Story, tag: Tag) -> Iterator[Line]:
    yield (Run(f"{story.letters[tag.label]} ", label_look(story, tag)), Run(one_line(tag.label), "strong"))
    yield (Run(outlet_word(story.document[tag.document]), "dim"),)
    yield ()
    claim = story.claim.get(story.claim_of.get(Target(AnchorKind.TAG, tag.id), ""))
    start = tag.span.start - claim.span.start if claim else -1
    if claim is None or start < 0 or tag.span.end > claim.span.end:
        yield (Run(one_line(tag.text)),)
    else:
        before, after = claim.text[:start], claim.text[start + len(tag.span) :]
        words = Run(claim.text[start : start + len(tag.span)], f"tagged-{story.label[tag.label].hue}")
        yield tuple(Run(_joined(r.text), r.style) for r in (Run(before, "dim"), words, Run(after, "dim")) if r.text)
    if tag.decision is not None:
        yield ()
        yield (Run(f"by {one_line(tag.decision.by)}, {(tag.decision.at or '')[:10]}", "dim"),)
        if tag.decision.note:
            yield (Run(f"“{one_line(tag.decision.note)}”", "note"),)


def _joined(text: str) -> str:
    """The text on one line, with the blanks at its ends."""
    lead, tail = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{lead}{one_line(text)}{tail}"


def _wrapped(line: Line, room: Room) -> Sequence[Line]:
    return wrap_runs(line, width=room.width, measure=room.measure) if line else [()]


def _label_fields(label: Label, number: int) -> dict[str, tuple[str, ...]]:
    return {"label": (label.name,), "colour": (label.hue.value,), "marks": (str(number),)}


def _mark_item(story: Story, tag: Tag) -> Item:
    target = Target(AnchorKind.TAG, tag.id)
    outlet = outlet_word(story.document[tag.document])
    by = tag.decision.by if tag.decision else ""
    claim = story.claim_of.get(target)
    fields = {"outlet": (outlet,), "by": (by,), "text": (tag.text,)}
    return Item(tag.id, Facets(f"{outlet} {tag.text}", fields), target, (claim,) if claim else ())
