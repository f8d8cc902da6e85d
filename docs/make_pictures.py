"""Makes the pictures of README and docs from the sample story: `python docs/make_pictures.py [NAME…]`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.linear import Dialogue
from annotator.samples import SAMPLE_TITLE, sample_story
from annotator.session import Session, merge, open_demo, open_story
from annotator.tui import AnnotatorApp
from annotator.tui.screenshot import without_links

FOLDER = Path(__file__).with_name("pictures")


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen: how large, in which theme, and the keys that lead to it."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    theme: str = "dark"
    happened: Callable[[Session, Path], None] | None = None
    """What came before, in a copy of the story whose files lie in a folder."""


MINE = (
    "settle D1 stands 1 because four of five say so",
    "settle D2 both because two turbines were added",
    "reject A3f2",
    "accept A3f3",
    "rate A B",
)
THEIRS = (
    "settle D1 stands 2",
    "settle D2 stands 1 because the plate at the lock says so",
    "accept A3f2",
    "reject A3f3",
    "rate A C",
)
LATER = (
    ("a landmark achievement and a world-class answer", "a landmark and a first-class answer"),
    ("about 310,000 homes", "some 300,000 homes"),
)
"""What the ministry writes in a later version of its text."""


def decide(session: Session, lines: Sequence[str]) -> None:
    """Decides as somebody does who types lines."""
    if session.needs_analysis:
        session.analyse()
    dialogue = Dialogue(session, width=72, page=None, is_ascii=False)
    for line in lines:
        reply = dialogue.answer(line)
        if reply.refusal is not None:
            raise ValueError(f"{line}: {reply.refusal.message}")


def differ(session: Session, folder: Path) -> None:
    """A colleague decided otherwise, and was merged."""
    decide(session, MINE)
    other = folder / "bo.annotator"
    with open_story([folder / "story"], workspace=other, by="bo") as theirs:
        decide(theirs, THEIRS)
    merge(session, other)


def change(session: Session, folder: Path) -> None:
    """A file changed after decisions on it."""
    decide(session, MINE)
    file = min((folder / "story").iterdir())
    text = file.read_text(encoding="utf-8")
    for old, new in LATER:
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


@contextmanager
def story_of(picture: Picture) -> Iterator[Session]:
    """The sample story, with what happened in it before the picture."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if picture.happened is None:
            with open_demo(folder / "demo.annotator", by="you") as session:
                if session.needs_analysis:
                    session.analyse()
                yield session
            return
        (folder / "story").mkdir()
        for name, text in sample_story():
            (folder / "story" / name).write_text(text, encoding="utf-8")
        file = folder / "demo.annotator"
        with open_story([folder / "story"], workspace=file, by="you", title=SAMPLE_TITLE) as session:
            picture.happened(session, folder)
            yield session


SETTLING = 10
WIDE, LOW = (120, 40), (80, 24)
PICTURES = (
    Picture("reader-120x40", WIDE, ("J", "J", "J")),
    Picture("reader-light-120x40", WIDE, ("J", "J", "J"), "light"),
    Picture("reader-80x24", LOW, ("J", "J", "J")),
    Picture("disagreements-120x40", WIDE, ("g", "x")),
    Picture("passages-120x40", WIDE, ("g", "x", "enter")),
    Picture("matrix-120x40", WIDE, ("g", "m", "l", "l")),
    Picture("matrix-80x24", LOW, ("g", "m", "l")),
    Picture("review-120x40", WIDE, ("g", "q", "space", "space")),
    Picture("quotations-120x40", WIDE, ("g", "k")),
    Picture("sources-120x40", WIDE, ("g", "s")),
    Picture("claims-120x40", WIDE, ("g", "c")),
    Picture("timeline-120x40", WIDE, ("g", "t")),
    Picture("dashboard-120x40", WIDE, ("g", "b")),
    Picture("labels-120x40", WIDE, ("J", "J", "t", *"check this", "enter", "g", "l")),
    Picture("tagging-120x40", WIDE, ("J", "J", "space", "t")),
    Picture("search-120x40", WIDE, ("slash", *"turbines", "enter")),
    Picture("history-120x40", WIDE, ("J", "x", "J", "x", "u", "g", "h")),
    Picture("adjudication-120x40", WIDE, ("g", "a"), happened=differ),
    Picture("updates-120x40", WIDE, ("g", "u"), happened=change),
    Picture("two-documents-200x60", (200, 60), ("J", "J", "J")),
    Picture("help-120x40", WIDE, ("?",)),
)


async def take(picture: Picture) -> str:
    """The screen as SVG, after the analysis and the keys."""
    with story_of(picture) as session:
        app = AnnotatorApp(session, theme=picture.theme)
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause()
            for key in picture.keys:
                await pilot.press(key)
            for _ in range(SETTLING):  # a dialog's own worker ends only with the dialog, so they are not waited for
                await pilot.pause(0.05)
            return without_links(app.export_screenshot(title="annotator"))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        if sys.argv[1:] and picture.name not in sys.argv[1:]:
            continue
        (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(take(picture)), encoding="utf-8")
        print(f"{picture.name}.svg")


if __name__ == "__main__":
    main()
