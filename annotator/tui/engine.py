"""Runs the analysis beside the screens: a process of its own, so that keys work while it computes."""

from __future__ import annotations

import asyncio
import pickle
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass

from annotator.session import AnalysisJob
from annotator.session.worker import LENGTH

COMMAND = (sys.executable, "-P", "-m", "annotator.session.worker")
"""-P: nothing is imported from the folder the program was started in."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the analysis is."""

    what: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The result, as the workspace keeps it; `read_result` reads it."""

    packed: bytes


@dataclass(frozen=True, slots=True)
class Failed:
    """The analysis ended without a result."""

    why: str


async def run_analysis(
    job: AnalysisJob, command: tuple[str, ...] = COMMAND
) -> AsyncIterator[Progress | Finished | Failed]:
    """Progress, and at the end the analysis or why there is none; the process is killed if nobody wants it any more."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL)
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(BrokenPipeError, ConnectionResetError):
            process.stdin.write(pickle.dumps(job, pickle.HIGHEST_PROTOCOL))
            process.stdin.write_eof()
            await process.stdin.drain()
        while True:
            message = await _read_frame(process.stdout)
            match message:
                case ("progress", str(what), int(done), int(total)):
                    yield Progress(what, done, total)
                case ("done", bytes(packed)):
                    yield Finished(packed)
                    return
                case ("failed", str(why)):
                    yield Failed(why)
                    return
                case _:
                    yield Failed("the engine's process ended without a result")
                    return
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _read_frame(stream: asyncio.StreamReader) -> tuple[object, ...] | None:
    try:
        (length,) = LENGTH.unpack(await stream.readexactly(LENGTH.size))
        body = await stream.readexactly(length)
    except asyncio.IncompleteReadError:
        return None
    message = pickle.loads(body)  # noqa: S301  written by the same program; the result in it is bytes still
    return message if isinstance(message, tuple) else None
