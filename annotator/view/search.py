"""Where do the documents hold these words, or match this expression?"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence

from annotator.errors import UsageError
from annotator.model import Span
from annotator.text import fold_marks
from annotator.view.story import Story

REGEX_PREFIX = "re:"
MAX_HITS = 5_000
"""In all documents together; more would not be walked one by one."""
MAX_REGEX_LINE = 20_000
"""Code points of a line that an expression is tried on: a bad expression takes long only on long lines."""


def find_words(story: Story, query: str) -> tuple[tuple[str, Span], ...]:
    """Document and place of each hit, in order of the documents; capitals and kinds of quotes make no difference."""
    return find_in([(d.id, d.text) for d in story.documents], query)


def find_in(texts: Sequence[tuple[str, str]], query: str) -> tuple[tuple[str, Span], ...]:
    """Name and place of each hit in named texts, in their order."""
    if not query.strip():
        return ()
    words = re.compile(r"\s+".join(re.escape(word) for word in fold_marks(query).split()), re.IGNORECASE)
    hits = []
    for name, text in texts:
        for match in words.finditer(fold_marks(text)):
            hits.append((name, Span(*match.span())))
            if len(hits) >= MAX_HITS:
                return tuple(hits)
    return tuple(hits)


def expression_of(query: str) -> re.Pattern[str]:
    """The regular expression that a query with "re:" holds.

    Raises:
        UsageError: if it is none.
    """
    try:
        return re.compile(query.removeprefix(REGEX_PREFIX), re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        raise UsageError(f"not a regular expression: {error}", "see Python's re, or search without re:") from error


def find_matches(expression: re.Pattern[str], texts: Sequence[tuple[str, str]]) -> tuple[tuple[str, int, int], ...]:
    """Name, first and last place of each match in named texts."""
    hits = []
    for name, text in texts:
        for line in re.finditer(r"[^\n]+", text):
            for match in expression.finditer(text, line.start(), min(line.end(), line.start() + MAX_REGEX_LINE)):
                if match.end() > match.start():
                    hits.append((name, *match.span()))
                if len(hits) >= MAX_HITS:
                    return tuple(hits)
    return tuple(hits)


def answer() -> None:
    """Reads an expression and named texts as JSON from the standard input, and writes the matches."""
    pattern, texts = json.load(sys.stdin.buffer)
    json.dump(find_matches(re.compile(pattern, re.IGNORECASE), texts), sys.stdout)
