"""Draws for a browser, through the program that serves it, and ends when that program is gone."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class CarriedDriver(WebDriver):
    """Textual's driver would stay when its input ends, and hold the workspace with nobody to use it."""

    def run_input_thread(self) -> None:
        super().run_input_thread()
        self._app.call_later(self._app.post_message, ExitApp())
