"""Which label? A list at the cursor that filters as one types; a digit takes a label at once, Enter makes a new one."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Offset, Size

from annotator.tui.screens.dialogs import Option, Picker

WIDTH, MAX_HEIGHT = 46, 15
FRAME_LINES = 6
"""Border, padding, the field and the line below it."""
NEW = "+"
"""Before a name that is not in the codebook."""


class LabelPicker(Picker):
    """Opens below the cursor, or above it where there is no room."""

    def __init__(self, title: str, options: Sequence[Option], caret: Offset) -> None:
        super().__init__(title, options, prompt="type to filter, or a new label", takes_new=True)
        self._caret = caret

    def on_mount(self) -> None:
        super().on_mount()
        self._place(self.app.size)

    def on_resize(self) -> None:
        self._place(self.app.size)

    def _place(self, screen: Size) -> None:
        box = self.query_one("#box")
        width = min(WIDTH, screen.width)
        height = min(max(1, len(self._options)) + FRAME_LINES, MAX_HEIGHT, screen.height)
        below = self._caret.y + 1
        top = below if below + height <= screen.height else max(0, self._caret.y - height)
        box.styles.width, box.styles.height = width, height
        box.styles.offset = Offset(max(0, min(self._caret.x, screen.width - width)), top)

    def _empty(self) -> str:
        return "Type a name, then Enter."
