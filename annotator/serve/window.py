"""One browser window: carries keys, frames, files and addresses between its websocket and the program behind it."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import WSMsgType, web

from annotator.serve.program import END_DEADLINE_S, Kind, Packet, Program
from annotator.text import one_line

MAX_CELLS = 1_000  # of a side: no browser window is larger, and a wrong number costs no memory
HANG_UP_DEADLINE_S = 2.0
LEFT = "You left the story; every decision is saved."
TAKEN_OVER = "Another window took over; every decision is saved."
SERVER_ENDED = "annotator serve ended; every decision is saved. Started again, it has another address."


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that the browser may fetch once."""

    name: str
    body: bytes


class Window:
    """One browser window and the program that runs for it."""

    def __init__(self, socket: web.WebSocketResponse, command: Sequence[str]) -> None:
        self._socket, self._command = socket, tuple(command)
        self._ended = asyncio.Event()
        self._files: dict[str, Taken] = {}

    async def run(self, width: int, height: int, *, is_light: bool) -> None:
        """Until the person leaves, closes the window, or another one takes over."""
        try:
            try:
                program = await Program.start(self._command, width, height, is_light=is_light)
            except OSError as error:
                await self._hang_up(f"The screens could not be started: {error.strerror}.")
                return
            carrying = asyncio.create_task(self._carry(program))
            try:
                async for message in self._socket:
                    if message.type is WSMsgType.TEXT:
                        await _take(message.data, program)
            finally:
                await program.end()
                await carrying
        finally:
            self._ended.set()

    async def close(self, reason: str) -> None:
        """Ends it and says why on the page; the workspace is free then."""
        await self._hang_up(reason)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), END_DEADLINE_S)

    def take_file(self, key: str) -> Taken | None:
        """The file of that key, once."""
        return self._files.pop(key, None)

    async def _carry(self, program: Program) -> None:
        """Takes whatever the program sends, even if nobody wants it any more: with a full pipe it could not end."""
        async for packet in program.packets():
            with suppress(ConnectionError):
                await self._pass_on(packet)
        if not self._socket.closed:
            await self._hang_up(await program.complaint() or LEFT)

    async def _pass_on(self, packet: Packet) -> None:
        match packet.kind:
            case Kind.FRAME:
                await self._socket.send_bytes(packet.body)
            case Kind.FILE:
                head, _, body = packet.body.partition(b"\n")
                key, name = secrets.token_urlsafe(), str(json.loads(head)["name"])
                self._files = {key: Taken(name, body)}  # the one before was fetched, or nobody wanted it
                await self._socket.send_json(["file", {"key": key, "name": name}])
            case Kind.META:
                said = json.loads(packet.body)
                if said.get("type") == "open_url" and _is_of_the_web(str(said.get("url"))):
                    await self._socket.send_json(["visit", said["url"]])

    async def _hang_up(self, reason: str) -> None:
        try:
            async with asyncio.timeout(HANG_UP_DEADLINE_S):
                with suppress(ConnectionError):
                    await self._socket.send_json(["ended", one_line(reason)])
                await self._socket.close()
        except TimeoutError:  # nobody is at the other end of the line
            if (transport := self._socket.get_extra_info("transport")) is not None:
                transport.abort()


async def _take(words: str, program: Program) -> None:
    """Does what the page asks for; leaves alone what it never asks for."""
    with suppress(ValueError):
        match json.loads(words):
            case ["stdin", str(keys)]:
                await program.type(keys)
            case ["resize", {"width": int(width), "height": int(height)}]:
                await program.tell("resize", width=cells(width), height=cells(height))
            case ["blur" | "focus" as kind, *_]:
                await program.tell(kind)


def cells(number: int) -> int:
    """The number as a side of a terminal."""
    return max(1, min(MAX_CELLS, number))


def _is_of_the_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
