"""A process of its own that works off one analysis: a pickled `AnalysisJob` on standard input, frames on the output.

A frame is four bytes of length (big-endian) and a pickled tuple: ("progress", what, done, total), then either
("done", Analysis) or ("failed", sentence). Whoever starts it trusts it: both are the same program.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from typing import Any, BinaryIO

LENGTH = struct.Struct(">I")


def main() -> None:
    """Reads the job, tells how far it is, and writes the result."""
    frames = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints by mistake must not end up between the frames
    job = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  written by the parent, the same program
    from annotator.session.job import run_job  # here: the parent fills the pipe while the engine loads

    def tell(what: str, done: int, total: int) -> None:
        write_frame(frames, ("progress", what, done, total))

    try:
        result: tuple[Any, ...] = ("done", run_job(job, tell))
    except Exception as error:  # noqa: BLE001  the boundary of this process: every failure becomes one sentence
        result = ("failed", f"{type(error).__name__}: {error}")
    write_frame(frames, result)
    frames.close()


def write_frame(stream: BinaryIO, message: tuple[Any, ...]) -> None:
    """Writes one message and flushes it."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(body)) + body)
    stream.flush()


if __name__ == "__main__":
    main()
