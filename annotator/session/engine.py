"""Which engine is this? Its analyses are kept under the answer, so that another engine makes its own."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from annotator import __version__

PACKAGES = (
    "align", "attribution", "dating", "disagree", "editorial", "facts", "ingest", "model", "outlets", "pipeline",
    "provenance", "segment", "text",
)  # fmt: skip


@cache
def engine_key() -> str:
    """The version and a digest of everything that makes suggestions: code and packaged tables."""
    digest = blake2b(digest_size=8)
    root = files("annotator")
    for package in PACKAGES:
        _add(digest, root / package)
    return f"{__version__}+{digest.hexdigest()}"


def _add(digest: blake2b, folder: Traversable) -> None:
    for item in sorted(folder.iterdir(), key=lambda i: i.name):
        if item.is_dir():
            _add(digest, item)
        elif item.name.endswith((".py", ".toml")):
            digest.update(item.name.encode() + b"\0" + item.read_bytes())
