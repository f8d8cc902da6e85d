"""Serves the workbench to one browser window at a time; a newer window takes over from an older one.

The program itself runs in a process of its own, as on a terminal. Whoever knows the token works in the story and gets
no further: neither a shell nor files beside it (`annotator.tui.served`).
"""

from __future__ import annotations

import asyncio
import hmac
import os
import signal
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from urllib.parse import quote, urlsplit

from annotator.errors import UsageError
from annotator.serve.address import address_of, is_loopback
from annotator.serve.page import HEADERS, make_page, page_files

try:
    from aiohttp import web
    from aiohttp.typedefs import Middleware

    from annotator.serve.window import SERVER_ENDED, TAKEN_OVER, Window, cells

    FILES = page_files()
except (ModuleNotFoundError, FileNotFoundError) as missing:
    raise UsageError(f"serving needs textual-serve ({missing})", "pip install textual-serve") from missing

HEARTBEAT_S = 15.0
MAX_MESSAGE = 4_000_000
"""Bytes of one message from the page, such as a paste."""
_USUAL = {"width": 80, "height": 24}


class Site:
    """The page, its files and its websocket, all below the token."""

    def __init__(self, command: Sequence[str], *, title: str, token: str, is_exposed: bool) -> None:
        self._command, self._title, self._token, self._is_exposed = tuple(command), title, token, is_exposed
        self._window: Window | None = None
        self._taking_over = asyncio.Lock()

    def application(self) -> web.Application:
        """What answers requests."""
        application = web.Application(middlewares=[_guard(self._token, is_exposed=self._is_exposed)])
        application.add_routes(
            [
                web.get("/{token}/", self._page),
                web.get("/{token}/socket", self._connect),
                web.get("/{token}/files/{name}", _file),
                web.get("/{token}/taken/{key}", self._taken),
            ]
        )
        application.on_shutdown.append(self._shut)
        return application

    async def _page(self, _: web.Request) -> web.Response:
        return web.Response(text=make_page(self._title), content_type="text/html")

    async def _connect(self, request: web.Request) -> web.WebSocketResponse:
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT_S, max_msg_size=MAX_MESSAGE)
        await socket.prepare(request)
        width, height = (_number(request.query.get(name, ""), usual) for name, usual in _USUAL.items())
        async with self._taking_over:
            if self._window is not None:
                await self._window.close(TAKEN_OVER)
            window = self._window = Window(socket, self._command)
        try:
            await window.run(width, height, is_light=request.query.get("background") == "light")
        finally:
            if self._window is window:
                self._window = None
        return socket

    async def _taken(self, request: web.Request) -> web.Response:
        """A file that the program gave for this window; always one to save, never one to show."""
        file = self._window.take_file(request.match_info["key"]) if self._window is not None else None
        if file is None:
            raise web.HTTPNotFound
        disposition = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
        headers = {"Content-Disposition": disposition}
        return web.Response(body=file.body, content_type="application/octet-stream", headers=headers)

    async def _shut(self, _: web.Application) -> None:
        if self._window is not None:
            await self._window.close(SERVER_ENDED)


async def _file(request: web.Request) -> web.Response:
    """A file of the page; a browser that has it already is told so."""
    file = FILES.get(request.match_info["name"])
    if file is None:
        raise web.HTTPNotFound
    headers = {"Cache-Control": "private, no-cache", "ETag": f'"{file.tag}"'}
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return web.Response(status=304, headers=headers)
    answer = web.Response(body=file.body, content_type=file.kind, headers=headers)
    answer.enable_compression()
    return answer


def _guard(token: str, *, is_exposed: bool) -> Middleware:
    """Whoever does not know the token learns nothing, not even what there is."""

    async def guard(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        given = request.path.split("/")[1]
        is_known = hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())
        try:
            if not is_known or not (is_exposed or _is_own_name(request.host)):
                raise web.HTTPNotFound
            answer = await handler(request)
        except web.HTTPException as refused:
            refused.headers.update(HEADERS)
            raise
        if not answer.prepared:
            answer.headers.update({name: words for name, words in HEADERS.items() if name not in answer.headers})
        return answer

    return web.middleware(guard)


def _is_own_name(host: str) -> bool:
    """Whether a browser reached this machine by a name of its own, not by one that somebody made lead here."""
    try:
        return is_loopback(urlsplit(f"//{host}").hostname or "")
    except ValueError:
        return False


def serve(
    command: Sequence[str],
    *,
    title: str,
    token: str,
    host: str,
    port: int,
    is_exposed: bool,
    ready: Callable[[str], None],
) -> None:
    """Serves until Ctrl+C.

    Args:
        command: what runs for a window: program and arguments.
        is_exposed: answers whatever name a browser reached it by.
        ready: is told the address, once it is open.
    Raises:
        UsageError: if the address cannot be had.
    """
    site = Site(command, title=title, token=token, is_exposed=is_exposed)
    asyncio.run(_serve(site, token, host, port, ready))


async def _serve(site: Site, token: str, host: str, port: int, ready: Callable[[str], None]) -> None:
    runner = web.AppRunner(site.application(), access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            hint = "choose another with --port or --host"
            raise UsageError(f"{host}:{port} cannot be opened ({_reason(error)})", hint) from error
        asked = _listen_for_the_end()
        ready(address_of(host, runner.addresses[0][1], token))
        await asked.wait()
    finally:
        await runner.cleanup()


def _reason(error: OSError) -> str:
    """Why, without the address that asyncio repeats; a name that leads nowhere has numbers of its own."""
    is_of_the_system = error.errno is not None and error.errno > 0
    return (os.strerror(error.errno or 0) if is_of_the_system else error.strerror or str(error)).lower()


def _listen_for_the_end() -> asyncio.Event:
    """Set at Ctrl+C, and when the system or a closing terminal ends the program."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError):  # Windows: Ctrl+C is a KeyboardInterrupt there
            loop.add_signal_handler(getattr(signal, name), asked.set)
    return asked


def _number(words: str, usual: int) -> int:
    return cells(int(words)) if words.isascii() and words.isdecimal() and len(words) < 6 else usual
