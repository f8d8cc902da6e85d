"""A process that imports a colleague's project, merges it and takes the merge back, as fast as it can.

python -m tests.replay.merging_process FOLDER
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from annotator.session import import_project, merge, open_story


def main(folder: str) -> None:
    root = Path(folder)
    with open_story([], workspace=root / "ada.annotator", by="ada") as session:
        for number in count():
            import_project(root / "bo.jsonl", root / f"copy{number}.annotator")
            merge(session, root / "bo.jsonl")
            print("merged", flush=True)
            session.undo()


if __name__ == "__main__":
    main(sys.argv[1])
