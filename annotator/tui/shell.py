"""Runs a shell command that a person typed and confirmed, with words on its standard input."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from dataclasses import dataclass

from annotator.text import displayable
from annotator.view import counted

TIMEOUT_S = 30.0
MAX_BYTES = 200_000
"""Of its output; what comes after is left out, and the command ended."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command said, and how it ended."""

    ended: str
    """A phrase for a title, such as "ended with 0"."""
    lines: tuple[str, ...]
    """Displayable."""


async def run_in_shell(command: str, words: str, *, timeout_s: float = TIMEOUT_S) -> Ran:
    """Runs the command with the words as its input and keeps what it says; its children end with it."""
    process = await asyncio.create_subprocess_shell(
        command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )
    said = bytearray()
    try:
        async with asyncio.timeout(timeout_s):
            await asyncio.gather(_feed(process, words), _listen(process, said))
            code = await process.wait()
        ended = f"ended with {code}" if len(said) <= MAX_BYTES else f"ended after {counted(MAX_BYTES, 'byte')}"
    except TimeoutError:
        ended = f"ended after {timeout_s:g} seconds"
    finally:
        _end(process)
    await process.wait()
    text = bytes(said[:MAX_BYTES]).decode("utf-8", "replace").expandtabs()
    return Ran(ended, tuple(displayable(line) for line in text.splitlines()))


async def _feed(process: asyncio.subprocess.Process, words: str) -> None:
    assert process.stdin is not None
    with suppress(ConnectionError):  # it read less than all, as head does
        process.stdin.write(words.encode("utf-8", "replace"))
        await process.stdin.drain()
    process.stdin.close()


async def _listen(process: asyncio.subprocess.Process, said: bytearray) -> None:
    assert process.stdout is not None
    while chunk := await process.stdout.read(65_536):
        if len(said) > MAX_BYTES:
            continue  # asyncio hears of the end only if all is read
        said += chunk
        if len(said) > MAX_BYTES:
            _end(process)


def _end(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
