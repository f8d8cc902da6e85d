"""How do a document and an event look as a line of a project, and what is read from such a line?"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import replace
from pathlib import PurePath, PurePosixPath
from typing import Any

from annotator.model import Problem, SourceText, hash_bytes
from annotator.store.codec import canonical
from annotator.store.log import LogRow
from annotator.store.source_codec import decode_source, encode_source
from annotator.store.store import StoredDocument
from annotator.store.versions import StoredVersion

MAX_NUMBER = 2**63 - 1  # SQLite's
_UNSEEN = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ID = re.compile(r"d[0-9a-f]{10}(-\d+)?", re.ASCII)

Json = dict[str, Any]


def document_line(document: StoredDocument) -> Json:
    """The values of a document's line."""
    source = document.source
    made: Json = {"kind": "document", "id": document.id, "file": document.location, "sha256": source.sha256}
    return {**made, **_coded(source), **encode_source(source)}


def version_line(version: StoredVersion) -> Json:
    """The values of a line for a text that a document was updated to."""
    source = version.source
    made: Json = {"kind": "version", "document": version.document, "id": version.id, "sha256": source.sha256}
    return {**made, **_coded(source), **encode_source(source)}


def read_version(values: Json) -> StoredVersion:
    """The version of a line; raises as `read_document`."""
    if not isinstance(values["id"], str) or not values["id"] or not _ID.fullmatch(values["document"]):
        raise ValueError("it has no name")
    return StoredVersion(values["document"], values["id"], _read_source(values))


def read_document(values: Json) -> StoredDocument:
    """The document of a line; a `ValueError`, `KeyError` or `TypeError` says what is wrong with it."""
    name, file = values["id"], values["file"]
    source = _read_source(values)
    if not _ID.fullmatch(name) or name[1:11] != source.sha256[:10]:
        raise ValueError("its bytes are not those it was made from")
    if file is not None and below(file) != file:
        raise ValueError("its file lies outside the story's folder")
    return StoredDocument(name, file, source)


def _coded(source: SourceText) -> Json:
    """The bytes of a text, where they are not simply its words."""
    if source.raw == source.text.encode("utf-8", "surrogatepass"):
        return {}
    return {"bytes": base64.b64encode(source.raw).decode("ascii")}


def _read_source(values: Json) -> SourceText:
    coded = values.get("bytes")
    raw = values["text"].encode("utf-8", "surrogatepass") if coded is None else base64.b64decode(coded, validate=True)
    if hash_bytes(raw) != values["sha256"]:
        raise ValueError("its bytes are not those it was made from")
    known = encode_source(decode_source("", _shaped(values)))
    return replace(decode_source(values["sha256"], known), raw=raw)


def _shaped(values: Json) -> Json:
    """A document's values with the fields of its metadata that this version knows, each of the right type."""
    meta = values["metadata"]
    span, tags = meta["span"], meta["tags"]
    words = {key: meta[key] for key in ("title", "author", "published", "url", "site", "language")}
    if not all(w is None or isinstance(w, str) for w in words.values()) or not all(isinstance(t, str) for t in tags):
        raise ValueError("its metadata are not words")
    if not isinstance(values["text"], str) or not isinstance(values["path"], str):
        raise ValueError("it has no text or no name")
    if span is not None and not all(isinstance(n, int) for n in span):
        raise ValueError("its front matter has no place")
    warnings = [[p if p is None else str(p), str(m)] for p, m in values["warnings"]]
    metadata = {**words, "span": span, "tags": tags}
    return {"path": values["path"], "text": values["text"], "metadata": metadata, "warnings": warnings}


def event_line(row: LogRow) -> Json:
    """The values of an event's line."""
    made = {"kind": "event", **row._asdict()}
    values = _plain(row.data)
    return {**made, "data": row.data if values is None else values}


def read_event(values: Json) -> LogRow:
    """The event of a line; raises as `read_document`."""
    given = {name: values[name] for name in LogRow._fields}
    data = given["data"]
    made = LogRow(**{**given, "data": data if isinstance(data, str) else canonical(data)})
    words = (made.at, made.by, made.type, made.client, made.prev, made.hash)
    if not all(isinstance(w, str) for w in words) or not isinstance(made.batch, str | None):
        raise ValueError("its fields are not words")
    "".join((*words, made.data, made.batch or "")).encode("utf-8")  # what SQLite cannot keep is refused here
    if not isinstance(made.seq, int) or not all(map(_is_number, (made.undoes, made.redoes))):
        raise ValueError("it has no number")
    return made


def _is_number(given: object) -> bool:
    return given is None or (isinstance(given, int) and abs(given) <= MAX_NUMBER)


def _plain(data: str) -> Json | None:
    """The values of an event where they can be written out and give the very same text again."""
    try:
        values = json.loads(data)
        return values if isinstance(values, dict) and canonical(values) == data else None
    except (ValueError, RecursionError):
        return None


def anywhere(document: StoredDocument) -> StoredDocument:
    """A document without the paths of the machine it was read on."""
    return StoredDocument(document.id, below(document.location), source_anywhere(document.source))


def source_anywhere(source: SourceText) -> SourceText:
    """A text without the paths of the machine it was read on."""
    path = below(source.path) or PurePath(source.path).name or "document"
    warnings = tuple(
        Problem(path if w.path == source.path else PurePath(w.path).name if w.path else w.path, w.message)
        for w in source.warnings
    )
    return replace(source, path=path, warnings=warnings)


def below(path: str | None) -> str | None:
    """A path below the story's folder; None for any other, which would tell of the machine it was on."""
    if path is None:
        return None
    parts = PurePosixPath(path)
    return None if parts.is_absolute() or ".." in parts.parts or "\\" in path or ":" in path else path


def dump(values: Json) -> str:
    """One line, keys sorted; letters as they are, signs that a screen obeys or hides as escapes."""
    line = json.dumps(values, sort_keys=True, ensure_ascii=False, allow_nan=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", line)


def parse(line: bytes) -> tuple[Json, str]:
    """The object of a line, and its text.

    Raises:
        ValueError: if it is none, or a field is there twice, or a number has no finite value.
    """
    try:
        text = line.decode("utf-8")
        values = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise ValueError("is not a line of JSON") from error
    if not isinstance(values, dict):
        raise ValueError("is not an object of JSON")
    return values, text


def _once(pairs: list[tuple[str, Any]]) -> Json:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a field is there twice")
    return made


def _no_constant(text: str) -> float:
    raise ValueError(f"{text} is no number of JSON")


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"{text} is too large")
    return number
