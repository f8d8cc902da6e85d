"""The program behind a browser window: keys and sizes go in; frames, files and addresses come out.

The packets are those of Textual's driver for the web. textual-serve's own carrier starts a shell, shows nothing when a
program cannot start, and waits without limit for its end, so this one is used.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum

END_DEADLINE_S = 10.0
MAX_SAID = 4_000
"""Bytes kept of what it says on standard error."""
_BEGINS = b"__GANGLION__\n"
_LINES_BEFORE = 10
FRAMES_PER_S = "60"


class Kind(Enum):
    """What a packet holds."""

    FRAME = b"D"
    """Bytes for the terminal."""
    META = b"M"
    """JSON with a "type"."""
    FILE = b"F"
    """One line of JSON with the name, then the bytes; only from `annotator.tui.carried`."""


@dataclass(frozen=True, slots=True)
class Packet:
    """One message of the program."""

    kind: Kind
    body: bytes


class Program:
    """A running program; `end` always ends it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        self._process, self._in, self._out = process, process.stdin, process.stdout
        self._listening = asyncio.create_task(self._listen(process.stderr))
        self._said = b""

    @classmethod
    async def start(cls, command: Sequence[str], width: int, height: int, *, is_light: bool) -> Program:
        """Starts it for a terminal of that size in cells."""
        pipe = asyncio.subprocess.PIPE
        environment = program_environment(os.environ, width, height, is_light=is_light)
        return cls(
            await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment)
        )

    async def packets(self) -> AsyncIterator[Packet]:
        """What it sends until it ends; nothing if it never begins to draw."""
        for _ in range(_LINES_BEFORE):
            line = await self._out.readline()
            if line == _BEGINS:
                break
            if not line:
                return
        else:
            return
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await self._out.readexactly(5)
                body = await self._out.readexactly(int.from_bytes(head[1:], "big"))
                with suppress(ValueError):  # a kind that nobody here asked for
                    yield Packet(Kind(head[:1]), body)

    async def type(self, keys: str) -> None:
        """Sends keys, as a terminal encodes them."""
        await self._send(Kind.FRAME, keys.encode("utf-8", "replace"))

    async def tell(self, kind: str, **more: int) -> None:
        """Says that the window has another size, or is looked at or not."""
        await self._send(Kind.META, json.dumps({"type": kind, **more}).encode())

    async def end(self) -> None:
        """Asks it to end, and ends it if it does not; somebody must read its packets meanwhile."""
        try:
            async with asyncio.timeout(END_DEADLINE_S):
                await self.tell("quit")
                await self._process.wait()
        except TimeoutError:
            with suppress(ProcessLookupError):
                self._process.kill()
        await self._process.wait()

    async def complaint(self) -> str:
        """Why it ended: the last line on standard error; empty if it ended as it should."""
        if await self._process.wait() == 0:
            return ""
        await self._listening
        lines = self._said.decode("utf-8", "replace").strip().splitlines()
        return lines[-1].removeprefix("annotator: ") if lines else "The screens ended and did not say why."

    async def _listen(self, stream: asyncio.StreamReader) -> None:
        while chunk := await stream.read(65_536):
            self._said = (self._said + chunk)[-MAX_SAID:]

    async def _send(self, kind: Kind, body: bytes) -> None:
        with suppress(ConnectionError, RuntimeError):  # it has ended; whoever reads its packets hears of that
            self._in.write(kind.value + len(body).to_bytes(4, "big") + body)
            await self._in.drain()


def program_environment(own: Mapping[str, str], width: int, height: int, *, is_light: bool) -> dict[str, str]:
    """The environment of a program that draws for a browser, whatever terminal the server was started in."""
    return {
        **own,
        "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",  # our app puts its own in the place of that one
        "TEXTUAL_FPS": FRAMES_PER_S,
        "TEXTUAL_ANIMATIONS": "none",  # the browser may be at the end of any line
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM": "xterm-256color",
        "TERM_PROGRAM": "textual",
        "COLORTERM": "truecolor",
        "COLORFGBG": "0;15" if is_light else "15;0",
        "COLUMNS": str(width),
        "ROWS": str(height),
        "PYTHONIOENCODING": "utf-8",
    }
