"""What the command line prints on standard output or into a file. Nothing else writes there."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from annotator.errors import InputError, UsageError


def emit(text: str) -> None:
    """Writes to standard output as UTF-8, whatever the locale says."""
    raw = text.encode("utf-8", "replace")
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        stream.write(raw)
    sys.stdout.flush()


def write_file(path: Path, text: str, *, force: bool) -> None:
    """Writes a whole file or nothing; an existing one is replaced only with `force`.

    Raises:
        UsageError: if the file exists and `force` is false.
        InputError: if it cannot be written.
    """
    if path.exists() and not force:
        raise UsageError(f"{path}: already there", "give --force to replace it, or another -o")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("utf-8", "replace"))
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(f"{path}: cannot be written ({why})", "choose another place with -o") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
