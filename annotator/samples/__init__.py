"""The invented story that `annotator demo` opens. Outlets, people and places in it do not exist."""

from __future__ import annotations

from importlib.resources import files

SAMPLE_TITLE = "The Solmere tidal barrage"
_FOLDER = "solmere-barrage"


def sample_story() -> tuple[tuple[str, str], ...]:
    """The sample's documents as (name, text) pairs, in order of name."""
    folder = files(__name__).joinpath(_FOLDER)
    return tuple(
        (item.name, item.read_text(encoding="utf-8")) for item in sorted(folder.iterdir(), key=lambda entry: entry.name)
    )
