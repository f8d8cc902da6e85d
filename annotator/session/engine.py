"""Which engine is this? Its analyses are kept under the answer, so that another engine makes its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from annotator import __version__
from annotator.model import NO_EXTENSIONS, Extensions

PACKAGES = (
    "align", "attribution", "dating", "disagree", "editorial", "facts", "ingest", "model", "outlets", "pipeline",
    "plugins", "provenance", "segment", "text",
)  # fmt: skip


def engine_key(extensions: Extensions = NO_EXTENSIONS, others: Sequence[str] = ()) -> str:
    """The version and a digest of everything that makes suggestions: code, packaged tables, and what users add.

    Args:
        others: whatever else an analysis depends on, such as a line for each plug-in with its version.
    """
    if extensions == NO_EXTENSIONS and not others:
        return _packaged_key()
    added = blake2b(repr((extensions, tuple(others))).encode("utf-8", "surrogatepass"), digest_size=8)
    return f"{_packaged_key()}+{added.hexdigest()}"


@cache
def _packaged_key() -> str:
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
