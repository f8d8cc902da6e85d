"""Searches with a person's expression in a process of its own: a bad one takes for ever and holds its process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence

from annotator.errors import UsageError
from annotator.model import Span
from annotator.view import expression_of

DEADLINE_S = 3.0
COMMAND = (sys.executable, "-P", "-c", "from annotator.view.search import answer; answer()")
"""-P: nothing is imported from the folder the program was started in."""


def find_expression(
    texts: Sequence[tuple[str, str]], query: str, *, deadline_s: float = DEADLINE_S
) -> tuple[tuple[str, Span], ...]:
    """Name and place of each match in named texts, in their order.

    Raises:
        UsageError: if it is not a regular expression, or takes longer than the deadline.
    """
    question = json.dumps((expression_of(query).pattern, list(texts))).encode()
    try:
        done = subprocess.run(COMMAND, input=question, capture_output=True, timeout=deadline_s, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        hint = "make it simpler: no repeat inside a repeat"
        raise UsageError(f"the search was given up after {deadline_s:g} s", hint) from None
    found = json.loads(done.stdout) if done.stdout else ()
    return tuple((name, Span(start, end)) for name, start, end in found)
