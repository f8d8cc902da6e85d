"""Names of objects: derived from content, so that the same input gives the same ids in any order."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b, sha256

from annotator.model.span import Span

DIGITS = 10  # hexadecimal digits of an id: 2^40 values, no collision expected below a million objects of one story


def hash_bytes(raw: bytes) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    return sha256(raw).hexdigest()


def document_ids(hashes: Iterable[str]) -> tuple[str, ...]:
    """An id for each document from its SHA-256; a repeated one gets a suffix."""
    seen: dict[str, int] = {}
    ids = []
    for digest in hashes:
        seen[digest] = seen.get(digest, 0) + 1
        name = f"d{digest[:DIGITS]}"
        ids.append(name if seen[digest] == 1 else f"{name}-{seen[digest]}")
    return tuple(ids)


def make_id(prefix: str, *parts: object) -> str:
    """A short id from whatever identifies the object; `prefix` is c, a, f, k or x (claim ... disagreement)."""
    material = "\x1f".join(str(part) for part in parts)
    return prefix + blake2b(material.encode("utf-8", "surrogatepass"), digest_size=DIGITS // 2).hexdigest()


def claim_id(document: str, span: Span) -> str:
    """The id of the claim at a span of a document."""
    return make_id("c", document, span.start, span.end)
