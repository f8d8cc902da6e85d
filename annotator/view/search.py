"""Where do the documents hold these words, or match this expression?"""

from __future__ import annotations

import re

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
    """Document and place of each hit, in order of the documents; upper and lower case and kinds of quotes are the same.

    Raises:
        UsageError: if the query begins with "re:" and what follows is not a regular expression.
    """
    if query.startswith(REGEX_PREFIX):
        return _find_expression(story, query[len(REGEX_PREFIX) :])
    if not query.strip():
        return ()
    words = re.compile(r"\s+".join(re.escape(word) for word in fold_marks(query).split()), re.IGNORECASE)
    hits = []
    for document in story.documents:
        for match in words.finditer(fold_marks(document.text)):
            hits.append((document.id, Span(*match.span())))
            if len(hits) >= MAX_HITS:
                return tuple(hits)
    return tuple(hits)


def _find_expression(story: Story, pattern: str) -> tuple[tuple[str, Span], ...]:
    try:
        expression = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise UsageError(f"not a regular expression: {error}", "see Python's re, or search without re:") from error
    hits = []
    for document in story.documents:
        for line in re.finditer(r"[^\n]+", document.text):
            for match in expression.finditer(
                document.text, line.start(), min(line.end(), line.start() + MAX_REGEX_LINE)
            ):
                if match.end() > match.start():
                    hits.append((document.id, Span(*match.span())))
                if len(hits) >= MAX_HITS:
                    return tuple(hits)
    return tuple(hits)
