"""The page and its files: textual-serve's terminal with our own page around it, and no word of any other host."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from html import escape
from importlib.util import find_spec
from pathlib import Path
from string import Template

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),  # unsafe-inline: xterm.js writes its own style elements
    "Permissions-Policy": "clipboard-read=(), camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",  # the address holds the token
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}
_OWN = Path(__file__).parent / "files"
_SCRIPT, _STYLE, _FONT = "text/javascript", "text/css", "font/ttf"


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file that the page loads."""

    body: bytes
    kind: str
    """Media type."""
    tag: str
    """Another one for another content, so that a browser need not load it twice."""


def make_page(title: str) -> str:
    """The page for a story of that title."""
    return Template((_OWN / "page.html").read_text(encoding="utf-8")).substitute(title=escape(title))


def page_files() -> dict[str, PageFile]:
    """Everything that the page loads, by name; nothing else is served.

    Raises:
        FileNotFoundError: if textual-serve has moved its files.
    """
    theirs = _folder_of("textual_serve") / "static"
    places = {
        "page.css": (_OWN / "page.css", _STYLE),
        "page.js": (_OWN / "page.js", _SCRIPT),
        "xterm.css": (theirs / "css" / "xterm.css", _STYLE),
        "textual.js": (theirs / "js" / "textual.js", _SCRIPT),
        "RobotoMono.ttf": (theirs / "fonts" / "RobotoMono-VariableFont_wght.ttf", _FONT),
        "RobotoMono-Italic.ttf": (theirs / "fonts" / "RobotoMono-Italic-VariableFont_wght.ttf", _FONT),
    }
    return {name: _read(file, kind) for name, (file, kind) in places.items()}


def _read(file: Path, kind: str) -> PageFile:
    body = file.read_bytes()
    return PageFile(body, kind, sha256(body).hexdigest()[:16])


def _folder_of(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent
