"""One line to type in: what is pasted comes whole, and what is shown is harmless, whatever the words are."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual.events import Paste
from textual.reactive import reactive
from textual.widgets import Input

from annotator.text import displayable

_BLANKS = str.maketrans("\n\t", "  ")
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")


class Field(Input):
    """Textual's, which sends control characters on to the terminal, drops all but the first line, and blinks."""

    cursor_blink = reactive(False, init=False)

    def __init__(self, value: str = "", *, prompt: str) -> None:
        super().__init__(value, placeholder=displayable(prompt), id="field", compact=True)

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        words = "\n".join(event.text.splitlines()).translate(_CONTROLS)
        self.replace(words, *self.selection)

    @property
    def _value(self) -> Text:
        return Text(self._shown(), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(self._shown()[:position])

    def _cell_offset_to_index(self, offset: int) -> int:
        used, wanted = 0, offset + self.scroll_offset.x
        for index, character in enumerate(self._shown()):
            used += cell_len(character)
            if used > wanted:
                return index
        return len(self.value)

    def _shown(self) -> str:
        """The value in as many code points."""
        return displayable(self.value).translate(_BLANKS)
