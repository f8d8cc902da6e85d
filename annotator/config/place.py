"""Where does `annotator.toml` lie, and how large may it be?"""

from __future__ import annotations

from pathlib import Path

FILE_NAME = "annotator.toml"
MAX_BYTES = 4_000_000  # a table of that size is a mistake


def user_folder() -> Path:
    """Where a person's own file lies."""
    from platformdirs import user_config_path  # here: 2 ms that importing this package does without

    return user_config_path("annotator", appauthor=False)
