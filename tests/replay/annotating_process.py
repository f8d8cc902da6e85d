"""A process that decides as fast as it can and prints the number of each decision once it is acknowledged.

    python -m tests.replay.annotating_process WORKSPACE PREFIX [FILE_SIZE_LIMIT]

With a limit the system refuses to let any file grow beyond so many bytes, as a full disk would.
"""

from __future__ import annotations

import resource
import sys
from itertools import count
from pathlib import Path

from annotator.decisions import place_of
from annotator.errors import WorkspaceError
from annotator.model import Anchor, AnchorKind, Note, Span
from annotator.session import open_story


def main(workspace: str, prefix: str, limit: int = 0) -> None:
    session = open_story([("pasted.txt", "A ferry ran aground. " * 50)], workspace=Path(workspace), by="ada")
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    document = session.analysis.documents[0]
    target = Anchor(AnchorKind.CLAIM, (place_of(document, Span(0, 20)),))
    try:
        for number in count():
            session.apply(Note(target, f"{prefix}-{number}"))
            print(number, flush=True)
            if number % 7 == 3:
                session.undo()
                session.redo()
    except WorkspaceError as error:
        print(f"refused: {error}", flush=True)
        session.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:4]))
