"""Reads the terminal's input without falling over bytes that are not UTF-8, such as a paste in another encoding."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver


class TolerantDriver(LinuxDriver):
    """Textual's driver ends the program at the first such byte; this one leaves out what was read with it."""

    def run_input_thread(self) -> None:
        while True:
            try:
                super().run_input_thread()
            except UnicodeDecodeError:
                words = "What was typed or pasted is not UTF-8 and was left out"
                self._app.call_later(self._app.notify, words, severity="warning", markup=False)
            else:
                return
