"""The workbench over HTTP and websocket; runs where the extra `serve` is installed."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from annotator.errors import WorkspaceError
from annotator.session import open_story
from tests.serve.serving import ADDRESS, command, environment, make_workspace

pytest.importorskip("textual_serve")
aiohttp = pytest.importorskip("aiohttp")

DEADLINE_S = 40.0


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return make_workspace(tmp_path)


@asynccontextmanager
async def served(workspace: Path) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    """The address that the program says, and the program."""
    process = await asyncio.create_subprocess_exec(
        *command("serve", str(workspace)), stderr=asyncio.subprocess.PIPE, env=environment()
    )
    assert process.stderr is not None
    try:
        async with asyncio.timeout(DEADLINE_S):
            said = (await process.stderr.readline()).decode()
            found = ADDRESS.search(said)
            assert found, said
            yield found[0], process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def screen_with(socket: aiohttp.ClientWebSocketResponse, words: str) -> bytes:
    """What is drawn until these words are."""
    drawn = b""
    async with asyncio.timeout(DEADLINE_S):
        while words.encode() not in drawn:
            message = await socket.receive()
            assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), (message, drawn[-500:])
            drawn += message.data if message.type is aiohttp.WSMsgType.BINARY else b""
    return drawn


async def last_words(socket: aiohttp.ClientWebSocketResponse) -> str:
    """What the page is told before its line is closed."""
    told = ""
    async with asyncio.timeout(DEADLINE_S):
        async for message in socket:
            if message.type is aiohttp.WSMsgType.TEXT and message.json()[0] == "ended":
                told = message.json()[1]
    return told


async def test_page_files_and_socket_are_there_for_who_knows_the_token_only(workspace: Path) -> None:
    async with served(workspace) as (address, _), aiohttp.ClientSession() as client:
        root, own = address.rsplit("/", 2)[0], "/" + address.split("/")[3]
        async with client.get(address) as page:
            assert page.status == 200
            text = await page.text()
            assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        files = re.findall(r'(?:src|href)="(files/[^"]+)"', text)
        assert "files/page.js" in files
        for file in files:
            async with client.get(address + file) as answer:
                assert answer.status == 200, file
                again = {"If-None-Match": answer.headers["ETag"]}
            async with client.get(address + file, headers=again) as answer:
                assert answer.status == 304
        for path in ("/", "/x/", "/x/socket", "/x/files/page.js", "/files/page.js", "/ws", f"{own}/taken/x"):
            async with client.get(root + path) as answer:
                assert answer.status == 404
                assert "ferry" not in await answer.text()
                assert answer.headers["Content-Security-Policy"] == page.headers["Content-Security-Policy"]
        for host, status in (
            ("localhost:1", 200),
            ("[::1]:1", 200),
            ("ferry.example", 404),
            ("127.0.0.1.example", 404),
        ):
            async with client.get(address, headers={"Host": host}) as answer:
                assert answer.status == status, host
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await client.ws_connect(f"{root}/wrong/socket")
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await client.ws_connect(f"{address}socket", headers={"Origin": "http://elsewhere.example"})


async def test_keys_decide_a_second_window_takes_over_and_ctrl_c_ends_it(workspace: Path) -> None:
    async with served(workspace) as (address, process), aiohttp.ClientSession() as client:
        async with client.ws_connect(f"{address}socket?width=120&height=40") as first:
            await screen_with(first, "claims")
            await first.send_json(["ping", 1])
            await first.send_json(["garbage"])
            await first.send_str("no JSON")
            await first.send_json(["stdin", "J"])
            await first.send_json(["stdin", "\r"])
            await screen_with(first, "Accepted")
            async with client.ws_connect(f"{address}socket?width=80&height=24") as second:
                await screen_with(second, "saved")
                assert "Another window took over" in await last_words(first)
                process.send_signal(signal.SIGINT)
                assert "annotator serve ended" in await last_words(second)
        assert await process.wait() == 0
        assert process.stderr is not None
        assert b"every decision is saved" in await process.stderr.read()
    with open_story([], workspace=workspace) as session:  # nobody holds it any more
        assert [event.type for event in session.log][1:] == ["accept"]


async def test_a_server_that_is_killed_leaves_no_program_behind_that_holds_the_story(workspace: Path) -> None:
    async with (
        served(workspace) as (address, process),
        aiohttp.ClientSession() as client,
        client.ws_connect(f"{address}socket?width=80&height=24") as socket,
    ):
        await screen_with(socket, "saved")
        with pytest.raises(WorkspaceError):
            open_story([], workspace=workspace)
        process.kill()
        await process.wait()
    async with asyncio.timeout(DEADLINE_S):
        while not _is_free(workspace):
            await asyncio.sleep(0.05)


def _is_free(workspace: Path) -> bool:
    try:
        open_story([], workspace=workspace).close()
    except WorkspaceError:
        return False
    return True
