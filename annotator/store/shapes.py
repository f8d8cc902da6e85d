"""Is a command that was read from somebody's file made of what its type says: words, numbers, places?

Python checks no types, and a number where words belong would end every later start of the story.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from annotator.model import Command

_Check = Callable[[Any], bool]


def is_well_formed(value: Any) -> bool:
    """Whether each field of a dataclass, and of those in it, has the type that is written there."""
    return all(check(getattr(value, name)) for name, check in _checks(value.__class__))


@cache
def _checks(kind: type) -> tuple[tuple[str, _Check], ...]:
    assert is_dataclass(kind)
    hints = get_type_hints(kind, localns={"Command": Command})  # what holds another command cannot import its type
    return tuple((field.name, _check(hints[field.name])) for field in fields(kind))


@cache
def _check(hint: Any) -> _Check:
    origin = get_origin(hint)
    if origin is tuple:
        each = _check(get_args(hint)[0])
        return lambda value: type(value) is tuple and all(map(each, value))
    kinds = frozenset(get_args(hint) if origin in (Union, UnionType) else (hint,))
    holding = frozenset(filter(is_dataclass, kinds))
    if holding:
        return lambda value: type(value) in kinds and (type(value) not in holding or is_well_formed(value))
    return lambda value: type(value) in kinds  # a bool is no number here
