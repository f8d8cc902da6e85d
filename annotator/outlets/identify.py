"""Names the outlet of a document from its URL, front matter or text."""

from __future__ import annotations

from annotator.model import Layout, Metadata, Outlet


def identify_outlet(text: str, *, layout: Layout, metadata: Metadata) -> Outlet:
    """The outlet; unknown parts are None and its kind `unknown`."""
    return Outlet(name=metadata.site)
