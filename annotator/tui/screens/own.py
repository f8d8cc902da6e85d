"""What the outlets say in their own voice: the list of claims with that filter."""

from __future__ import annotations

from annotator.tui.desk import Desk
from annotator.tui.screens.claims import ClaimsScreen
from annotator.view import read_filter


class OwnScreen(ClaimsScreen):
    """F shows all claims, f narrows further; gone to anew, it begins with own voice again."""

    TITLE = "Own voice"
    START = "voice:own"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._filter = read_filter(self.START, self.FIELDS)
