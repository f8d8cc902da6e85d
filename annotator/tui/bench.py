"""What may a desk and its screens ask of the application around them?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from annotator.model import Claim
from annotator.view import Target

if TYPE_CHECKING:
    from annotator.tui.touring import Tour


class Bench(Protocol):
    """What stands around the desk."""

    def tell(self, sentence: str) -> None:
        """Shows a sentence to the person."""

    def hush(self) -> None:
        """Takes the last sentence away."""

    def changed(self) -> None:
        """Repaints what shows the story."""

    def remember(self) -> None:
        """Keeps where the reader is."""

    def open_place(self, name: str, state: dict[str, Any] | None = None) -> None:
        """Opens the screen of that name, or goes back to it where it is open; a state says what it shows."""

    def go_home(self, act: str | None = None) -> None:
        """Closes all other screens; then does an act of the home screen."""

    def go_to(self, document: str, offset: int, target: Target) -> None:
        """Shows an object in its text."""

    def come_back(self, claim: Claim) -> None:
        """Shows a claim in its text."""

    def show_place(self, document: str, offset: int | None = None) -> None:
        """Shows a document at a place, or where it was left."""

    def shown(self, screen: Any) -> None:
        """Hears that a screen came to the top."""

    @property
    def tour(self) -> Tour | None:
        """The tour of the sample story; None over any other."""

    def check_files(self) -> None:
        """Looks which files are not what was read."""

    def use_theme(self, name: str) -> None:
        """Changes the colours, now and for later runs."""

    def leave(self) -> None:
        """Ends the program."""
