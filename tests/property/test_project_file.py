"""A project comes back byte for byte, keeps what it does not know, and is refused where anything of it was changed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.model import AddDocuments, Metadata, Problem, SourceText, hash_bytes
from annotator.session import import_project
from annotator.store import (
    Entry,
    Project,
    Store,
    StoredDocument,
    StoredVersion,
    load_project,
    read_project,
    write_project,
)
from tests.command_strategies import commands
from tests.story_builders import make_story

STORY = make_story()
FIELDS = ("id", "file", "metadata", "sha256", "text", "path", "warnings", "seq", "undoes", "batch")
AT = "2031-05-07T10:00:00Z"
some = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

words = st.text(max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


def stored(text: str, raw: bytes, path: str, location: str | None) -> StoredDocument:
    source = SourceText(path, hash_bytes(raw), text, Metadata(tags=("a",)), (Problem(path, "odd"),), raw)
    return StoredDocument(f"d{source.sha256[:10]}", location, source)


@st.composite
def documents(draw: st.DrawFn) -> StoredDocument:
    """Any text, with bytes that are its own or of another coding."""
    text = draw(st.text(max_size=40))
    raw = draw(st.just(text.encode("utf-8", "surrogatepass")) | st.binary(max_size=20))
    path = draw(st.sampled_from(["/home/ada/tide.txt", "story/tide.txt", "../tide.txt", "-"]))
    return stored(text, raw, path, draw(st.sampled_from([None, "story/tide.txt", "/home/ada/tide.txt"])))


projects = st.tuples(
    st.lists(documents(), max_size=3, unique_by=lambda d: d.id),
    st.lists(st.one_of(commands(STORY), st.just("undo")), max_size=6),
)


def make(path: Path, given: tuple[list[StoredDocument], Sequence[Any]]) -> Project:
    """What a workspace holds in which that was done."""
    texts, moves = given
    with Store(path, client="1") as store:
        store.save_meta(created=AT, title="Tide", path="/home/ada/story")
        if texts:
            store.append([Entry(AT, "ada", AddDocuments(tuple(d.id for d in texts)))], texts)
        later = [StoredVersion(d.id, d.source.sha256[:16], texts[0].source) for d in texts[1:]]
        store.append([], versions=later)
        for number, move in enumerate(moves):
            entry = Entry(AT, "ada", None, undoes=number) if move == "undo" else Entry(AT, "bo", move, f"b{number}")
            store.append([entry])
        return load_project(store)


def again(text: str, folder: Path) -> str:
    """The lines of a workspace made of lines."""
    file, target = folder / "project.jsonl", folder / "again.annotator"
    file.write_bytes(text.encode())
    import_project(file, target)
    with Store(target, client="2") as store:
        assert store.broken_link() is None
        return write_project(load_project(store))


@some
@given(projects)
def test_a_project_comes_back_byte_for_byte_and_names_no_place_of_the_machine(given: Any) -> None:
    with TemporaryDirectory() as folder:
        text = write_project(make(Path(folder, "one.annotator"), given))
        assert again(text, Path(folder)) == text
        assert "/home/ada" not in text
        assert not {unicodedata.category(c) for c in text if c != "\n"} & {"Cc", "Cs", "Zl", "Zp"}


@some
@given(projects, st.data())
def test_unknown_fields_and_lines_survive_at_their_places(given: Any, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        lines = write_project(make(Path(folder, "one.annotator"), given)).splitlines()
        objects = [json.loads(line) for line in lines]
        at = data.draw(st.integers(0, len(objects) - 1))
        objects[at]["x-later"] = data.draw(values)
        objects[0]["meta"]["x-count"] = data.draw(values)
        after = data.draw(st.integers(1, len(objects)))
        objects.insert(after, {"kind": "comment", "said": data.draw(values)})
        text = write_project(read_project("".join(json.dumps(o) + "\n" for o in objects).encode(), "p"))
        assert [json.loads(line) for line in text.split("\n")[:-1]] == objects
        assert again(text, Path(folder)) == text


@some
@given(projects, st.data())
def test_a_line_that_was_taken_out_or_changed_is_refused(given: Any, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        lines = write_project(make(Path(folder, "one.annotator"), given)).split("\n")[:-1]
    assume(len(lines) > 1)
    at = data.draw(st.integers(1, len(lines) - 1))
    values = json.loads(lines[at])
    field = data.draw(st.sampled_from(["by", "at", "data", "type", "prev"] if values["kind"] == "event" else ["text"]))
    changed = json.dumps({**values, field: "changed", **({"bytes": None} if field == "text" else {})})
    for broken in ([*lines[:at], *lines[at + 1 :]], [*lines[:at], changed, *lines[at + 1 :]]):
        if broken != lines:
            with pytest.raises(InputError, match=r"^p: line \d+: "):
                read_project("\n".join(broken).encode(), "p")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_any_other_file_is_refused_in_one_line(raw: bytes) -> None:
    with pytest.raises(InputError) as refused:
        read_project(raw, "p")
    assert "\n" not in str(refused.value)


@some
@given(projects, st.data())
def test_a_file_that_was_cut_or_scribbled_on_is_refused_or_read_never_a_fault(given: Any, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        raw = write_project(make(Path(folder, "one.annotator"), given)).encode()
    at = data.draw(st.integers(0, len(raw) - 1))
    for broken in (raw[:at], raw[:at] + data.draw(st.binary(min_size=1, max_size=3)) + raw[at + 1 :]):
        with suppress(InputError):
            read_project(broken, "p")


@some
@given(
    st.sampled_from(["id", "file", "metadata", "sha256", "text", "path", "warnings", "seq", "undoes", "batch"]), values
)
def test_a_field_of_the_wrong_sort_is_refused_or_read_never_a_fault(field: str, value: Any) -> None:
    with TemporaryDirectory() as folder:
        texts = [stored("A tide.", b"A tide.", "tide.txt", None)]
        lines = write_project(make(Path(folder, "one.annotator"), (texts, ["undo"]))).splitlines()
        objects = [{**o, field: value} if field in (o := json.loads(line)) else o for line in lines]
        raw = "".join(json.dumps(o) + "\n" for o in objects).encode()
        try:
            made = read_project(raw, "p")
        except InputError:
            return
        with Store(Path(folder, "two.annotator")) as store:
            store.fill(made.documents, made.versions, made.rows, made.stored_meta())
            assert [replace(d.source, raw=b"") for d in made.documents] == [d.source for d in store.documents()]
