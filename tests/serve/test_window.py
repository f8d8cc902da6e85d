"""What a page gets from the program behind it: files to save once, addresses of the web, and why it ended."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

pytest.importorskip("textual_serve")
pytest.importorskip("aiohttp")

import aiohttp
from aiohttp import web

from annotator.serve.address import LOOPBACK
from annotator.serve.server import Site

TOKEN = "t" * 32
SENDS = """
import json, sys
out = sys.stdout.buffer
out.write(b"__GANGLION__\\n")
for kind, body in {packets!r}:
    out.write(kind + len(body).to_bytes(4, "big") + body)
out.flush()
sys.stdin.buffer.read({waits})
"""


@asynccontextmanager
async def client_of(*command: str) -> AsyncIterator[aiohttp.ClientSession]:
    """Somebody who knows the token of a site for that program."""
    runner = web.AppRunner(Site(command, title="story", token=TOKEN, is_exposed=False).application())
    await runner.setup()
    try:
        await web.TCPSite(runner, LOOPBACK, 0).start()
        async with aiohttp.ClientSession(f"http://{LOOPBACK}:{runner.addresses[0][1]}") as client:
            yield client
    finally:
        await runner.cleanup()


def sending(*packets: tuple[bytes, bytes], waits: int = 0) -> AbstractAsyncContextManager[aiohttp.ClientSession]:
    """A site whose program sends these packets and waits for so many bytes."""
    return client_of(sys.executable, "-c", SENDS.format(packets=list(packets), waits=waits))


async def texts(client: aiohttp.ClientSession) -> list[list[object]]:
    async with asyncio.timeout(30), client.ws_connect(f"/{TOKEN}/socket") as socket:
        return [message.json() async for message in socket if message.type is aiohttp.WSMsgType.TEXT]


async def test_a_file_can_be_saved_once_under_its_name_and_is_never_shown() -> None:
    name = 'a "story"\r\nX: y é.html'
    packet = (b"F", json.dumps({"name": name}).encode() + b"\n<script>\nbody")
    async with sending(packet, waits=5) as client, client.ws_connect(f"/{TOKEN}/socket") as socket:
        kind, file = await socket.receive_json(timeout=30)
        assert (kind, file["name"]) == ("file", name)
        async with client.get(f"/{TOKEN}/taken/{file['key']}") as answer:
            assert await answer.read() == b"<script>\nbody"
            assert answer.headers["Content-Type"] == "application/octet-stream"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert (
                answer.headers["Content-Disposition"]
                == "attachment; filename*=UTF-8''a%20%22story%22%0D%0AX%3A%20y%20%C3%A9.html"
            )
        assert (await client.get(f"/{TOKEN}/taken/{file['key']}")).status == 404


async def test_only_addresses_of_the_web_are_passed_on() -> None:
    addresses = ["javascript:alert(1)", "file:///etc/passwd", "https://[", "https://harrow.example/a", "//x", "https:"]
    packets = [(b"M", json.dumps({"type": "open_url", "url": address}).encode()) for address in addresses]
    async with sending(*packets) as client:
        told = await texts(client)
    assert [what for kind, what in told if kind == "visit"] == ["https://harrow.example/a"]


async def test_the_page_is_told_why_it_ended() -> None:
    async with sending() as client:
        assert (await texts(client))[-1] == ["ended", "You left the story; every decision is saved."]
    async with client_of(sys.executable, "-c", "raise SystemExit('annotator: it is open elsewhere')") as client:
        assert await texts(client) == [["ended", "it is open elsewhere"]]
    async with client_of("/no/such/program") as client:
        assert await texts(client) == [["ended", "The screens could not be started: No such file or directory."]]
