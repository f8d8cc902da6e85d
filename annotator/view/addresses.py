"""Is an address that a document gives one that may be opened? Only the web's own, and only as it is shown."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

MAX_ADDRESS = 2_000  # code points; longer ones are no address of an article
_HARMLESS = re.compile(r"[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]+")
"""ASCII that a URL may hold (RFC 3986), so that what is shown is what is opened."""


def web_address(url: str | None) -> str | None:
    """The address, if it is one of http or https with a host and nothing else in it; None for anything else."""
    if not url or len(url) > MAX_ADDRESS or not _HARMLESS.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        host, is_named = parts.hostname, parts.username is not None
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host and not is_named else None
