"""A process of its own that works off one analysis: a pickled `AnalysisJob` on standard input, frames on the output.

A frame is four bytes of length (big-endian) and a pickled tuple: ("progress", what, done, total), then either
("done", packed analysis) or ("failed", sentence). Whoever starts it trusts it: both are the same program.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from annotator.model import Analysis

LENGTH = struct.Struct(">I")
YIELDS = 5
"""How far the engine stands back where others want the processor, such as the screens."""
TELL_EVERY_S = 0.1
"""Each telling is a frame on the screen; a large story has fifty documents a second."""


def main() -> None:
    """Reads the job, tells how far it is, and writes the result."""
    frames = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints by mistake must not end up between the frames
    if hasattr(os, "nice"):
        os.nice(YIELDS)
    job = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  written by the parent, the same program
    from annotator.session.job import run_job  # here: the parent fills the pipe while the engine loads
    from annotator.store import pack_analysis

    told, last = 0.0, 0

    def tell(what: str, done: int, total: int) -> None:
        nonlocal told, last
        if total != last or monotonic() - told >= TELL_EVERY_S:
            told, last = monotonic(), total
            write_frame(frames, ("progress", what, done, total))

    try:
        result: tuple[Any, ...] = ("done", pack_analysis(run_job(job, tell)))
    except Exception as error:  # noqa: BLE001  the boundary of this process: every failure becomes one sentence
        result = ("failed", f"{type(error).__name__}: {error}")
    write_frame(frames, result)
    frames.close()


def read_result(packed: bytes) -> Analysis | None:
    """The analysis of the last frame; None for other bytes."""
    from annotator.store.packing import unpack_analysis  # here: the worker itself packs only

    return unpack_analysis(packed)


def write_frame(stream: BinaryIO, message: tuple[Any, ...]) -> None:
    """Writes one message and flushes it."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(body)) + body)
    stream.flush()


if __name__ == "__main__":
    main()
