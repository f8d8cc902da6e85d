"""Reads the terminal's input without falling over bytes that are not UTF-8, and hands frames over whole."""

from __future__ import annotations

from typing import Any

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.drivers.linux_driver import LinuxDriver


class TolerantDriver(LinuxDriver):
    """Textual's driver ends the program at the first such byte; this one leaves out what was read with it.

    A thread writes. Each time something is handed over to it, it may take its turn before the rest follows, and where
    the processors are busy a turn takes 5 ms. So a frame goes to it together with the marks around it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._frame: list[str] = []
        """What was written since the mark at the beginning of a frame."""

    def run_input_thread(self) -> None:
        while True:
            try:
                super().run_input_thread()
            except UnicodeDecodeError:
                words = "What was typed or pasted is not UTF-8 and was left out"
                self._app.call_later(self._app.notify, words, severity="warning", markup=False)
            else:
                return

    def write(self, data: str) -> None:
        if not self._frame and data != SYNC_START:
            super().write(data)
            return
        self._frame.append(data)
        if data == SYNC_END:
            super().write("".join(self._frame))
            self._frame.clear()
