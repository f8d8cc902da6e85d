"""Draws for a browser, through the program that serves it, and ends when that program is gone."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import BinaryIO, Literal, TextIO

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class CarriedDriver(WebDriver):
    """Textual's driver would stay when its input ends, and hold the workspace with nobody to use it."""

    def run_input_thread(self) -> None:
        super().run_input_thread()
        self._app.call_later(self._app.post_message, ExitApp())

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Hands a file over at once; Textual's way waits for the browser to ask for each piece of it."""
        with binary:
            content = binary.read()
        body = content if isinstance(content, bytes) else content.encode("utf-8")
        packet = json.dumps({"name": save_path.name}).encode() + b"\n" + body
        self._send(b"F" + len(packet).to_bytes(4, "big") + packet)

    def _send(self, packet: bytes) -> None:
        """All of it: a pipe may take less at once."""
        while packet:
            packet = packet[os.write(self.fileno, packet) :]
