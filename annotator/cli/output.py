"""What the command line prints on standard output or into files. Nothing else writes there."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from annotator.errors import OutputError, UsageError
from annotator.text import one_line

STANDARD_OUTPUT = "-"


class ReaderGoneError(Exception):
    """Whoever read standard output has left (`| head`): nothing more can be said to it."""


def emit(text: str) -> None:
    """Writes to standard output as UTF-8, whatever the locale says.

    Raises:
        OutputError: if it is closed or full.
        ReaderGoneError: if nobody reads it any more.
    """
    stream = sys.stdout
    if stream is None:
        raise OutputError("there is no standard output", "leave it open, or name a file with > FILE")
    try:
        stream.flush()
        if hasattr(stream, "buffer"):
            stream.buffer.write(text.encode("utf-8", "replace"))
        else:
            stream.write(text)
        stream.flush()
    except BrokenPipeError as error:
        _forget(stream)
        raise ReaderGoneError from error
    except OSError as error:
        _forget(stream)
        message = f"standard output cannot be written ({_why(error)})"
        raise OutputError(message, "make room, or send it elsewhere") from error


def write_files(texts: Mapping[Path, str], *, force: bool) -> None:
    """Writes files, each whole or not at all; what exists is replaced only with `force`, a workspace never.

    Devices and pipes are written to as they are.

    Raises:
        UsageError: if one of them may not be replaced; none was written then.
        OutputError: if one cannot be written.
    """
    for path in texts:
        with _explained(path):
            _check(path, force=force)
    for path, text in texts.items():
        with _explained(path):
            _write(path, text.encode("utf-8", "replace"))


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"{one_line(str(path))}: cannot be written ({_why(error)})"
        raise OutputError(message, "choose another place with -o") from error


def _check(path: Path, *, force: bool) -> None:
    from annotator.store import is_workspace  # here: `--help` stays quick

    if not path.is_file():
        return
    name = one_line(str(path))
    if is_workspace(path):
        raise UsageError(f"{name} is a workspace, and its decisions would be lost", "name another file with -o")
    if not force:
        raise UsageError(f"{name}: already there", "give --force to replace it, or another -o")


def _write(path: Path, raw: bytes) -> None:
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(raw)
        return
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".annotator-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _forget(stream: TextIO) -> None:
    """Lets what is still in the stream's buffer go nowhere when the process ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
