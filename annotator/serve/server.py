"""Serves the workbench to one browser window at a time; a newer window takes over from an older one.

The program itself runs in a process of its own, as on a terminal; textual-serve carries keys and frames.
"""

from __future__ import annotations

import asyncio
import hmac
import os
import signal
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from shlex import join

from annotator.errors import UsageError
from annotator.serve.address import address_of
from annotator.serve.page import HEADERS, make_page

try:
    from aiohttp import WSMsgType, web
    from aiohttp.typedefs import Middleware
    from textual_serve.app_service import AppService
    from textual_serve.download_manager import DownloadManager
except ModuleNotFoundError as missing:
    raise UsageError(
        f"serving needs textual-serve ({missing.name} is not installed)",
        "pip install textual-serve",
    ) from missing

FONT_PIXELS = 16
MAX_CELLS = 1_000  # of a side: no browser window is larger, and a wrong number costs no memory
END_DEADLINE_S = 10.0


class Window:
    """One browser window and the program that runs for it."""

    def __init__(self, socket: web.WebSocketResponse, command: Sequence[str]) -> None:
        self._socket = socket
        self._ended = asyncio.Event()
        self._service = AppService(
            join(command),
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._hang_up,
            download_manager=DownloadManager(),
        )

    async def run(self, width: int, height: int) -> None:
        """Until the person leaves, closes the window, or another one takes over."""
        try:
            await self._service.start(width, height)
            async for message in self._socket:
                if message.type is WSMsgType.TEXT:
                    await self._take(message.json())
        finally:
            try:
                await asyncio.wait_for(self._service.stop(), END_DEADLINE_S)
            finally:
                self._ended.set()

    async def close(self) -> None:
        """Ends it; the workspace is free then."""
        await self._hang_up()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), END_DEADLINE_S)

    async def _hang_up(self) -> None:
        await self._socket.close()

    async def _take(self, message: object) -> None:
        match message:
            case ["stdin", str(keys)]:
                await self._service.send_bytes(keys.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                await self._service.set_terminal_size(_cells(width), _cells(height))
            case ["ping", mark]:
                await self._socket.send_json(["pong", mark])
            case ["blur", *_]:
                await self._service.blur()
            case ["focus", *_]:
                await self._service.focus()


class Site:
    """The page, its files and its websocket, all below the token."""

    def __init__(self, command: Sequence[str], *, title: str, token: str) -> None:
        self._command, self._title, self._token = tuple(command), title, token
        self._window: Window | None = None
        self._taking_over = asyncio.Lock()

    def application(self) -> web.Application:
        """What answers requests."""
        application = web.Application(middlewares=[_guard(self._token)])
        application.add_routes(
            [
                web.get("/{token}/", self._page),
                web.get("/{token}/socket", self._connect),
                web.static(f"/{self._token}/static", _static_folder()),
            ]
        )
        application.on_shutdown.append(self._shut)
        return application

    async def _page(self, request: web.Request) -> web.Response:
        size = request.query.get("fontsize", "")
        pixels = int(size) if size.isascii() and size.isdecimal() and 6 <= int(size[:4]) <= 96 else FONT_PIXELS
        socket = f"ws://{request.host}/{self._token}/socket"
        return web.Response(text=make_page(self._title, socket, size=pixels), content_type="text/html")

    async def _connect(self, request: web.Request) -> web.WebSocketResponse:
        origin = request.headers.get("Origin")
        if origin is not None and origin != f"http://{request.host}":
            raise web.HTTPForbidden(headers=HEADERS)
        socket = web.WebSocketResponse(heartbeat=15)
        await socket.prepare(request)
        width, height = (_number(request.query.get(name, ""), usual) for name, usual in (("width", 80), ("height", 24)))
        async with self._taking_over:
            if self._window is not None:
                await self._window.close()
            window = self._window = Window(socket, self._command)
        try:
            await window.run(width, height)
        finally:
            if self._window is window:
                self._window = None
        return socket

    async def _shut(self, _: web.Application) -> None:
        if self._window is not None:
            await self._window.close()


def _guard(token: str) -> Middleware:
    """Whoever does not know the token learns nothing, not even what there is."""

    async def guard(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        given = request.path.split("/")[1]
        if not hmac.compare_digest(given.encode(), token.encode()):
            raise web.HTTPNotFound(headers=HEADERS)
        answer = await handler(request)
        if not answer.prepared:
            answer.headers.update(HEADERS)
        return answer

    return web.middleware(guard)


def serve(
    command: Sequence[str], *, title: str, token: str, host: str, port: int, ready: Callable[[str], None]
) -> None:
    """Serves until Ctrl+C.

    Args:
        command: what runs for a window: program and arguments.
        ready: is told the address, once it is open.
    Raises:
        UsageError: if the address cannot be had.
    """
    os.environ["PYTHONIOENCODING"] = "utf-8"  # of the program: a browser shows everything
    asyncio.run(_serve(Site(command, title=title, token=token), token, host, port, ready))


async def _serve(site: Site, token: str, host: str, port: int, ready: Callable[[str], None]) -> None:
    runner = web.AppRunner(site.application(), access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise UsageError(f"{host}:{port} cannot be opened ({why})", "choose another with --port") from error
        ready(address_of(host, runner.addresses[0][1], token))
        await _asked_to_end()
    finally:
        await runner.cleanup()


async def _asked_to_end() -> None:
    """Returns at Ctrl+C, and when the system or a closing terminal ends the program."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError):  # Windows: Ctrl+C is a KeyboardInterrupt there
            loop.add_signal_handler(getattr(signal, name), asked.set)
    await asked.wait()


def _static_folder() -> Path:
    spec = find_spec("textual_serve")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "static"


def _number(words: str, usual: int) -> int:
    return _cells(int(words)) if words.isascii() and words.isdecimal() and len(words) < 6 else usual


def _cells(number: int) -> int:
    return max(1, min(MAX_CELLS, number))
