"""Where do words stand? A person's expression is tried in a process of its own: a bad one takes for ever."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence

from annotator.errors import UsageError
from annotator.linear.names import Names
from annotator.linear.rows import Listing
from annotator.model import AnchorKind, Span
from annotator.view import REGEX_PREFIX, Facets, Item, Target, expression_of, find_words

DEADLINE_S = 3.0
COMMAND = (sys.executable, "-P", "-c", "from annotator.view.search import answer; answer()")
"""-P: nothing is imported from the folder the program was started in."""


def find_places(names: Names, words: str) -> Listing:
    """The claims in which words stand, or what an expression after `re:` fits.

    Raises:
        UsageError: as `find_expression`.
    """
    story = names.story
    if words.startswith(REGEX_PREFIX):
        hits = find_expression([(d.id, d.text) for d in story.documents], words)
    else:
        hits = find_words(story, words)
    claims = [c for c in (story.claim_at(d, span.start) for d, span in hits) if c is not None]
    found = dict.fromkeys(c.id for c in claims)
    items = tuple(Item(c, Facets("", {}), Target(AnchorKind.CLAIM, c), (c,)) for c in found)
    return Listing(f"places of “{words}”", items, len(items))


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
