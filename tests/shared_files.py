"""Where the development data lies that may not enter the repository; tests that need it are skipped without it."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
STORIES = sorted(p for p in (SHARED / "stories").glob("*") if p.is_dir()) if SHARED.is_dir() else []
needs_shared = pytest.mark.skipif(not STORIES, reason="the development data (../shared) is not here")
