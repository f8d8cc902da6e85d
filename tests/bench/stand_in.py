"""An engine that needs no time: tells for two seconds how far it is, then sends a kept analysis.

Run by `tests.bench.workbench`: the moment in which a large result comes is measured without the minutes before it.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from annotator.session.worker import write_frame

TELLS = 20
PAUSE_S = 0.1


def main() -> None:
    """Speaks as `annotator.session.worker` does; the one argument is the file with the packed analysis."""
    frames = os.fdopen(os.dup(1), "wb")
    sys.stdin.buffer.read()
    for number in range(TELLS):
        write_frame(frames, ("progress", "reading nothing", number, TELLS))
        time.sleep(PAUSE_S)
    write_frame(frames, ("done", Path(sys.argv[1]).read_bytes()))
    frames.close()


if __name__ == "__main__":
    main()
