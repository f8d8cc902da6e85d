"""What is different when the screens are in a browser: whoever has the address gets the story, not the machine.

No shell, no editor, no pager, no file by its path; copies, files and addresses go to the browser that asked.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from annotator.view import counted

REFUSED = {
    "pipe_selection": "In the browser nothing is sent to a shell; annotator open in a terminal does that",
    "edit_note": "In the browser there is no editor; $note writes a note in a line",
    "add_documents": "In the browser no files are added by their path; name them to annotator serve",
}
"""Actions that are not offered there, and what is said if their keys are pressed."""


def copy_to_browser(words: str, send: Callable[[str], None]) -> str:
    """Copies words to the browser's clipboard and returns the sentence that says so."""
    send(words)
    return f"Sent {counted(len(words), 'character')} to the browser's clipboard; if that refuses, the page says so"


def as_download(path: Path) -> tuple[str, bytes]:
    """A file as it is, a folder as a zip: its name and content.

    Raises:
        OSError: if it cannot be read.
    """
    if not path.is_dir():
        return path.name, path.read_bytes()
    import zipfile  # here: 10 ms that no start need wait for

    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path.iterdir()):
            archive.write(file, f"{path.name}/{file.name}")
    return f"{path.name}.zip", packed.getvalue()
