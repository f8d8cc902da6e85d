"""The one page: the terminal's script and styles of textual-serve, all from this server, and no word of any other."""

from __future__ import annotations

from html import escape

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),  # unsafe-inline: xterm.js writes its own style elements
    "Referrer-Policy": "no-referrer",  # the address holds the token
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} - annotator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="static/css/xterm.css">
<script src="static/js/textual.js"></script>
<style>
@font-face {{
  font-family: "Roboto Mono";
  font-weight: 100 700;
  src: url("static/fonts/RobotoMono-VariableFont_wght.ttf");
}}
body {{ background: #12161c; color: #d8dee6; font-family: "Roboto Mono", monospace; margin: 0; }}
.ended {{ display: none; padding: 3rem; }}
.ended a {{ color: #7fb4ff; }}
body.-closed .ended {{ display: block; }}
body.-closed .textual-terminal {{ display: none; }}
#start {{ display: none; }}
</style>
</head>
<body>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{socket}" data-font-size="{size}"></div>
<div class="ended"><p>The story is closed here; every decision is saved.</p><p><a href="">Open it again</a></p></div>
<div id="start"></div>
<noscript><p>The workbench in the browser needs JavaScript; annotator read works without.</p></noscript>
</body>
</html>
"""


def make_page(title: str, socket: str, *, size: int) -> str:
    """The page for a story.

    Args:
        title: of the story.
        socket: address of the websocket.
        size: of the letters, in pixels.
    """
    return _PAGE.format(title=escape(title), socket=escape(socket), size=size)
