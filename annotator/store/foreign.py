"""What another version of annotator wrote into a project, and this one does not know: kept, and written again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.store.codec import canonical

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Fields and lines that this version does not know."""

    fields: Mapping[str, Json] = field(default_factory=dict)
    """By the line that had them: "header", "document d0123456789", "event 7"."""
    lines: Sequence[tuple[str, str]] = ()
    """Whole lines as they were, each with the line that it came after."""

    def __bool__(self) -> bool:
        return bool(self.fields or self.lines)

    def dump(self) -> str:
        """Everything as one text, for the workspace to keep."""
        return canonical({"fields": dict(self.fields), "lines": [list(line) for line in self.lines]})

    @classmethod
    def load(cls, text: str | None) -> Foreign:
        """What was kept; nothing where nothing was."""
        if not text:
            return cls()
        values = json.loads(text)
        return cls(values["fields"], [(after, line) for after, line in values["lines"]])


def strange(values: Json, known: Json) -> Json:
    """The fields of an object that a known one does not have, also within its fields."""
    found: Json = {}
    for key, value in values.items():
        if key not in known:
            found[key] = value
        elif isinstance(value, dict) and isinstance(known[key], dict) and (more := strange(value, known[key])):
            found[key] = more
    return found


def join(known: Json, more: Json) -> Json:
    """An object with the strange fields put back."""
    made = dict(known)
    for key, value in more.items():
        held = made.get(key)
        made[key] = join(held, value) if isinstance(held, dict) and isinstance(value, dict) else made.get(key, value)
    return made
