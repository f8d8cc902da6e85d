"""What a person's labels do: the codebook and the places that have a label, changed everywhere at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from annotator.decisions.carrying import Ruled
from annotator.decisions.sources import decided
from annotator.decisions.working import Working
from annotator.model import (
    Decision,
    DefineLabel,
    Hue,
    Label,
    Place,
    RemoveLabel,
    RenameLabel,
    Status,
    Tag,
    TagSpan,
    UntagSpan,
    make_id,
)
from annotator.text import fold

Labelling = DefineLabel | RenameLabel | RemoveLabel | TagSpan | UntagSpan


def apply_label(working: Working, command: Labelling, ruled: Ruled) -> bool:
    """Applies a command about labels; false if it is about a place that is not there."""
    match command:
        case DefineLabel():
            _define(working, command)
        case RenameLabel(name, new_name):
            _rename(working, name, new_name)
        case RemoveLabel(name):
            if (label := working.labels.pop(fold(name), None)) is not None:
                for tag in _tags_of(working, label):
                    working.drop_tag(tag.id)
        case TagSpan(place, label):
            return _tag(working, place, label, ruled)
        case UntagSpan(place, label):
            return _untag(working, place, label)
    return True


def next_hue(labels: Counter[Hue]) -> Hue:
    """The hue that the fewest labels have, the first of them."""
    return min(Hue, key=lambda hue: labels[hue])


def _define(working: Working, command: DefineLabel) -> None:
    known = working.labels.get(fold(command.name))
    if known is None:
        hue = command.hue or _free_hue(working)
        working.labels[fold(command.name)] = Label(command.name, command.definition, hue)
    else:
        made = replace(known, definition=command.definition, hue=command.hue or known.hue)
        working.labels[fold(command.name)] = made


def _rename(working: Working, name: str, new_name: str) -> None:
    label = working.labels.get(fold(name))
    if label is None:
        return
    other = working.labels.get(fold(new_name))
    merged = other if other is not None and other is not label else replace(label, name=new_name)
    if other is not None and other is not label and label.definition and not other.definition:
        merged = replace(other, definition=label.definition)
    tags = _tags_of(working, label)
    renamed: dict[str, Label] = {}
    for key, held in working.labels.items():
        if held is label and (other is None or other is label):
            renamed[fold(new_name)] = merged
        elif held is not label:
            renamed[key] = merged if held is other else held
    working.labels = renamed
    for tag in tags:
        working.drop_tag(tag.id)
    for tag in tags:
        _put(working, tag, merged.name)


def _put(working: Working, tag: Tag, label: str) -> None:
    """Puts a tag with another label on its place, unless one is there; notes of both stay."""
    made = replace(tag, id=_tag_id(tag.document, tag, label), label=label)
    there = working.tags.get(made.id)
    if there is not None:
        made = replace(there, decision=_with_note(there.decision, tag.decision))
    working.add_tag(made)


def _with_note(kept: Decision | None, other: Decision | None) -> Decision | None:
    if kept is None or other is None or other.note is None:
        return kept or other
    return replace(kept, note=" / ".join(dict.fromkeys(n for n in (kept.note, other.note) if n)))


def _tag(working: Working, place: Place, name: str, ruled: Ruled) -> bool:
    if place.span is None or not working.index.quotes_match((place,)):
        return False
    label = working.labels.setdefault(fold(name), Label(name, "", _free_hue(working)))
    text = place.span.text(working.documents[place.document].text)
    bare = Tag("", place.document, place.span, text, label.name)
    key = _tag_id(place.document, bare, label.name)
    before = working.tags.get(key)
    decision = decided(before.decision if before else None, Status.ADDED, ruled, None)
    working.add_tag(replace(bare, id=key, decision=decision))
    return True


def _untag(working: Working, place: Place, name: str) -> bool:
    tags = [t for t in working.tags.values() if t.document == place.document and t.span == place.span]
    found = [t for t in tags if fold(t.label) == fold(name)]
    for tag in found:
        working.drop_tag(tag.id)
    return bool(found)


def _tags_of(working: Working, label: Label) -> tuple[Tag, ...]:
    return tuple(t for t in working.tags.values() if t.label == label.name)


def _free_hue(working: Working) -> Hue:
    return next_hue(Counter(label.hue for label in working.labels.values()))


def _tag_id(document: str, tag: Tag, label: str) -> str:
    return make_id("t", document, tag.span.start, tag.span.end, fold(label))
