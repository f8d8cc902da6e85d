"""An analysis as bytes and back, in pieces, so that fifty thousand claims are read in a second and little memory.

A piece is a list of objects of one class, written as columns: one list a field, so that no key repeats and objects are
made in bulk. What is equal is one object after reading: names, places and numbers repeat all over a story.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from annotator.model import Analysis

MAGIC = b"annotator analysis, packed 1\n"
PIECE = 1_000
"""Objects that are read at once."""
_LENGTH = struct.Struct(">I")
_SCALARS = (str, int, float, bool, NoneType)

Columns = Any
"""What JSON can hold."""
Pack = Callable[[Sequence[Any]], Columns]
Unpack = Callable[[Columns, "Memo"], list[Any]]


class Memo:
    """The one object for each equal string and number."""

    def __init__(self) -> None:
        self._known: dict[type, dict[Any, Any]] = {str: {}, int: {}}

    def share(self, kind: type, column: list[Any]) -> list[Any]:
        """The column, with one object for what is equal."""
        known = self._known.get(kind)
        return column if known is None else list(map(known.setdefault, column, column))


def pack_analysis(analysis: Analysis) -> bytes:
    """The bytes of an analysis."""
    hints = get_type_hints(Analysis)
    parts = [MAGIC, _piece([analysis.title, analysis.path])]
    for field in _lists():
        values = getattr(analysis, field)
        pack, _ = _codec(get_args(hints[field])[0])
        pieces = [values[at : at + PIECE] for at in range(0, len(values), PIECE)]
        parts.append(_piece(len(pieces)))
        parts += [_piece(pack(piece)) for piece in pieces]
    return b"".join(parts)


def unpack_analysis(blob: bytes) -> Analysis | None:
    """The analysis that was packed; None for other bytes, as it can be made again."""
    if not blob.startswith(MAGIC):  # damaged, or of a version that kept it otherwise
        return None
    try:
        return _read_analysis(blob)
    except (zlib.error, struct.error, LookupError, StopIteration, TypeError, ValueError):
        return None


def _read_analysis(blob: bytes) -> Analysis:
    hints = get_type_hints(Analysis)
    pieces, memo = _read_pieces(blob), Memo()
    title, path = next(pieces)
    found: dict[str, tuple[Any, ...]] = {}
    for field in _lists():
        _, unpack = _codec(get_args(hints[field])[0])
        made: list[Any] = []
        for _ in range(next(pieces)):
            made += unpack(next(pieces), memo)
        found[field] = tuple(made)
    return Analysis(title=title, path=path, **found)


def _lists() -> list[str]:
    return [f.name for f in fields(Analysis) if f.name not in ("title", "path")]


def _piece(value: Columns) -> bytes:
    body = zlib.compress(json.dumps(value, separators=(",", ":")).encode(), 1)
    return _LENGTH.pack(len(body)) + body


def _read_pieces(blob: bytes) -> Iterator[Columns]:
    at = len(MAGIC)
    while at < len(blob):
        (length,) = _LENGTH.unpack_from(blob, at)
        at += _LENGTH.size + length
        yield json.loads(zlib.decompress(blob[at - length : at]))


@cache
def _codec(hint: Any) -> tuple[Pack, Unpack]:
    """How the values of a type become columns, and come back."""
    options = [o for o in get_args(hint) if o is not NoneType] if get_origin(hint) in (Union, UnionType) else [hint]
    if len(options) > 1:  # numbers, strings and pairs of numbers
        return list, lambda column, _: [tuple(v) if isinstance(v, list) else v for v in column]
    (kind,) = options
    if get_origin(kind) is tuple:
        return _rows_codec(get_args(kind)[0])
    if isinstance(kind, type) and is_dataclass(kind):
        return _optional_codec(kind) if kind is not hint else _object_codec(kind)
    if issubclass(kind, StrEnum):
        members: dict[str | None, Any] = {None: None, **{m.value: m for m in kind}}
        return list, lambda column, _: list(map(members.__getitem__, column))
    if kind not in _SCALARS:
        raise TypeError(f"no columns for {hint}")
    return list, lambda column, memo: memo.share(kind, column)


def _object_codec(kind: Any) -> tuple[Pack, Unpack]:
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind)]
    codecs = [_codec(hints[name]) for name in names]

    def pack(values: Sequence[Any]) -> Columns:
        return [pack_one([getattr(v, name) for v in values]) for name, (pack_one, _) in zip(names, codecs, strict=True)]

    def unpack(columns: Columns, memo: Memo) -> list[Any]:
        return list(map(kind, *(read(c, memo) for (_, read), c in zip(codecs, columns, strict=True))))

    return pack, unpack


def _optional_codec(kind: Any) -> tuple[Pack, Unpack]:
    """Objects that may be missing: how many there are in all, where there is one, and those."""
    pack_all, unpack_all = _object_codec(kind)

    def pack(values: Sequence[Any]) -> Columns:
        places = [n for n, v in enumerate(values) if v is not None]
        return [len(values), places, pack_all([values[n] for n in places])]

    def unpack(columns: Columns, memo: Memo) -> list[Any]:
        count, places, inner = columns
        made: list[Any] = [None] * count
        for place, value in zip(places, unpack_all(inner, memo), strict=True):
            made[place] = value
        return made

    return pack, unpack


def _rows_codec(kind: Any) -> tuple[Pack, Unpack]:
    """Tuples of any length: their lengths, and all their values in one column."""
    pack_all, unpack_all = _codec(kind)

    def pack(values: Sequence[Any]) -> Columns:
        return [list(map(len, values)), pack_all([v for row in values for v in row])]

    def unpack(columns: Columns, memo: Memo) -> list[Any]:
        lengths, inner = columns
        rest = iter(unpack_all(inner, memo))
        return [tuple(islice(rest, length)) for length in lengths]

    return pack, unpack
