"""A process that labels words, rewrites the file and takes it over, as fast as it can, and prints what is done.

python -m tests.replay.updating_process FOLDER
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from annotator.decisions import place_of
from annotator.model import Span, TagSpan
from annotator.session import open_story

STEADY = "The harbour stayed shut, the mayor said."


def main(folder: str) -> None:
    file = Path(folder) / "report.txt"
    with open_story([folder], by="ada") as session:
        for number in count(1):
            document = session.analysis.documents[0]
            at = document.text.index(STEADY)
            session.apply(TagSpan(place_of(document, Span(at, at + len(STEADY))), f"L{number}"))
            print("labelled", number, flush=True)
            file.write_text(f"Bulletin {number}.\n\n" * number + STEADY + "\n", encoding="utf-8")
            session.update(session.plan_update(document.id))
            print("updated", number, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
