"""Starts `annotator serve` for tests and reads the address that it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from annotator.session import open_story
from tests.story_builders import TEXTS

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/[\w-]{32}/")
END_DEADLINE_S = 20


class Served(NamedTuple):
    """A running server."""

    address: str
    process: subprocess.Popen[str]


def environment() -> dict[str, str]:
    """Of this process, so that the program under test is found."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def command(*arguments: str) -> list[str]:
    """`annotator` with arguments, run by this Python."""
    return [sys.executable, "-m", "annotator", *arguments]


def make_workspace(folder: Path) -> Path:
    """An analysed story of three documents."""
    sources = [(f"{name}.txt", text) for name, text in TEXTS.items()]
    with open_story(sources, workspace=folder / "ferry.annotator", by="mo") as session:
        session.analyse()
        return session.workspace


@contextmanager
def serving(*arguments: str) -> Iterator[Served]:
    """A server that is ready; it is ended afterwards."""
    process = subprocess.Popen(
        command("serve", *arguments), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment(), text=True
    )
    assert process.stderr is not None
    try:
        said = process.stderr.readline()
        found = ADDRESS.search(said)
        assert found, said
        yield Served(found[0], process)
    finally:
        process.terminate()
        process.communicate(timeout=END_DEADLINE_S)
