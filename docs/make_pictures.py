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


PICTURES = (
    Picture("reader-120x40", (120, 40), ("J", "J", "J")),
    Picture("reader-light-120x40", (120, 40), ("J", "J", "J"), "light"),
    Picture("reader-80x24", (80, 24), ("J", "J", "J")),
    Picture("disagreements-120x40", (120, 40), ("g", "x")),
    Picture("passages-120x40", (120, 40), ("g", "x", "enter")),
    Picture("help-120x40", (120, 40), ("?",)),
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
            await app.workers.wait_for_complete()
            await pilot.pause()
            return without_links(app.export_screenshot(title="annotator"))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(take(picture)), encoding="utf-8")
        print(f"{picture.name}.svg")


if __name__ == "__main__":
    main()
