"""Makes the pictures of README and docs from the sample story: `python docs/make_pictures.py`."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path

from annotator.session import open_demo
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
    Picture("two-documents-200x60", (200, 60), ("J", "J", "J")),
    Picture("help-120x40", WIDE, ("?",)),
)


async def take(picture: Picture) -> str:
    """The screen as SVG, after the analysis and the keys."""
    with tempfile.TemporaryDirectory() as folder, open_demo(Path(folder) / "demo.annotator", by="you") as session:
        if session.needs_analysis:
            session.analyse()
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
        (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(take(picture)), encoding="utf-8")
        print(f"{picture.name}.svg")


if __name__ == "__main__":
    main()
