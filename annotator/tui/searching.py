"""Searches with a person's expression in a process of its own: a bad one takes for ever and holds its process."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import suppress

from annotator.errors import UsageError
from annotator.model import Span
from annotator.view import expression_of

DEADLINE_S = 3.0
COMMAND = (sys.executable, "-P", "-c", "from annotator.view.search import answer; answer()")
"""-P: nothing is imported from the folder the program was started in."""


async def find_apart(
    texts: Sequence[tuple[str, str]], query: str, *, deadline_s: float = DEADLINE_S
) -> tuple[tuple[str, Span], ...]:
    """Name and place of each match in named texts, in their order.

    Raises:
        UsageError: if it is not a regular expression, or takes longer than the deadline.
    """
    pattern = expression_of(query).pattern
    question = json.dumps((pattern, list(texts))).encode()
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*COMMAND, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL)
    try:
        out, _ = await asyncio.wait_for(process.communicate(question), deadline_s)
    except TimeoutError:
        hint = "make it simpler: no repeat inside a repeat"
        raise UsageError(f"the search was given up after {deadline_s:g} s", hint) from None
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    return tuple((name, Span(start, end)) for name, start, end in json.loads(out)) if out else ()
