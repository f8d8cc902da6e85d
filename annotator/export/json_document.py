"""The analysis document of the JSON contract as text."""

from __future__ import annotations

import json
import re
from importlib.resources import files

from annotator.model import Analysis

_HALVES = re.compile("[\ud800-\udfff]")  # of characters: no reader of JSON takes them
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
# the same string once parsed, but nothing that a terminal acts on when the JSON is printed there


def export_json(analysis: Analysis) -> str:
    """One JSON object and a newline; the same analysis gives the same characters."""
    text = json.dumps(analysis.to_dict(), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", _HALVES.sub("\ufffd", text)) + "\n"


def read_schema() -> str:
    """The JSON Schema (draft 2020-12) of that object, as shipped."""
    return files("annotator.export").joinpath("analysis.schema.json").read_text(encoding="utf-8")
