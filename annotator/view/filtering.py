"""Which rows of a list does a filter let through? One grammar for every list and for the command line.

    words              rows that hold all of these words, in any case
    "two words"        rows that hold these words together
    field:value        rows whose field has a word that begins with the value; field:a,b for either
    field>2  field<=3  rows whose field is a larger number, or a smaller one; also a date
    -anything          rows that the rest of it does not fit

Parts stand side by side and must all fit. The fields are those of the list (`Facets`).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, ClassVar, Protocol, Self

from annotator.errors import UsageError

_PART = re.compile(
    r'(?P<not>-)?(?:(?P<field>[A-Za-z_]+)(?P<how>:|<=|>=|<|>))?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))\s*'
)
_COMPARE: dict[str, Callable[[str | float, str | float], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


class Asked(Protocol):
    """What a filter can ask of a row."""

    @property
    def words(self) -> str:
        """All text of the row that a person might remember."""

    @property
    def fields(self) -> Mapping[str, tuple[str, ...]]:
        """Field to its values; a field of the list that is empty here has none."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What is known before a filter asks for it."""

    words: str
    fields: Mapping[str, tuple[str, ...]]


class Answers(Mapping[str, tuple[str, ...]]):
    """What a filter can ask of a row, worked out when it asks; subclasses hold what the row is about, and its words."""

    __slots__ = ()
    FIELDS: ClassVar[Mapping[str, Callable[[Any], tuple[str, ...]]]]

    @property
    def fields(self) -> Self:
        return self

    def __getitem__(self, field: str) -> tuple[str, ...]:
        return self.FIELDS[field](self)

    def __iter__(self) -> Iterator[str]:
        return iter(self.FIELDS)

    def __len__(self) -> int:
        return len(self.FIELDS)


@dataclass(frozen=True, slots=True)
class _Part:
    field: str | None
    how: str
    values: tuple[str, ...]
    is_negated: bool

    def fits(self, facets: Asked) -> bool:
        return self._fits(facets) is not self.is_negated

    def _fits(self, facets: Asked) -> bool:
        if self.field is None:
            return self.values[0] in facets.words.casefold()
        found = facets.fields.get(self.field, ())
        if self.how == ":":
            return any(f" {v}" in f" {f.casefold()}" for f in found for v in self.values)
        return any(_COMPARE[self.how](*_comparable(f, self.values[0])) for f in found)


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter line, read."""

    line: str
    parts: tuple[_Part, ...]

    def fits(self, facets: Asked) -> bool:
        """Whether a row is let through."""
        return all(part.fits(facets) for part in self.parts)


def read_filter(line: str, fields: Iterable[str]) -> Filter:
    """A filter line for a list with these fields; an empty one lets everything through.

    Raises:
        UsageError: if a field is not of this list, or a quotation mark is left open.
    """
    known, parts, at, text = tuple(fields), [], 0, line.strip()
    while at < len(text):
        match = _PART.match(text, at)
        if match is None:
            raise UsageError(f"the filter cannot be read from {text[at : at + 20]!r}", "close the quotation mark")
        parts.append(_part(match, known))
        at = match.end()
    return Filter(text, tuple(parts))


def _part(match: re.Match[str], known: tuple[str, ...]) -> _Part:
    field = match["field"].casefold() if match["field"] else None
    value = (match["quoted"] if match["quoted"] is not None else match["bare"]).casefold()
    if field is not None and field not in known:
        alike = get_close_matches(field, known, 1)
        hint = f"did you mean {alike[0]}?" if alike else f"fields here: {', '.join(known)}"
        raise UsageError(f"{field!r} is no field of this list", hint)
    many = field is not None and match["how"] == ":" and match["bare"] is not None
    values = tuple(v for v in value.split(",") if v) if many else (value,)
    return _Part(field, match["how"] or "", values or ("",), bool(match["not"]))


def _comparable(found: str, wanted: str) -> tuple[str | float, str | float]:
    """Both as numbers, or both as words: dates in ISO 8601 compare as those."""
    try:
        return float(found), float(wanted)
    except ValueError:
        return found, wanted
