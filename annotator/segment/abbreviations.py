"""Which short forms end in a full stop, and which words begin sentences (`data/abbreviations.toml`)."""

from __future__ import annotations

from annotator.text import load_table

_TABLE = load_table("annotator.segment", "data/abbreviations.toml")

ADDRESSES = frozenset(_TABLE["addresses"])
"""With a capital: a name always follows."""

JOINTS = frozenset(_TABLE["joints"])
"""The sentence always goes on."""

CLOSING = frozenset(_TABLE["closing"])
"""Short forms after which a capital letter is a beginning, except before the name of a day or zone."""

CLOCK_FOLLOWERS = frozenset(_TABLE["clock_followers"])
"""Days, months and zones, which follow a time."""

LABELS = frozenset(_TABLE["labels"])
"""A number follows; with a capital, only a plain beginning ends the sentence ("in Dec. The ...")."""

SHORT_FORMS = frozenset(_TABLE["short_forms"])
"""May end a sentence: then a plain beginning follows."""

CAPITAL_SHORT_FORMS = frozenset(_TABLE["capital_short_forms"])
"""The same, but only with a capital: in lower case they are words."""

BEGINNERS = frozenset(_TABLE["beginners"])
"""Words that begin sentences; after an abbreviation they hardly ever go on with one."""

EXCLAIMING_NAMES = frozenset(_TABLE["exclaiming_names"])
"""Names that end in an exclamation mark."""

SPEAKING = tuple(_TABLE["speaking"])
"""Verbs by which a question or exclamation in quotation marks is given to its speaker."""
