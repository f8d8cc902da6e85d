"""The tour over the sample story: which step is it at, and what ends the step?

The panel lies in the layout above the bottom line, so that it covers nothing. Leaving keeps the step for later.
"""

from __future__ import annotations

from typing import Any

from annotator.config import Memory
from annotator.tui.keys import said
from annotator.tui.screens.work import WorkScreen
from annotator.tui.widgets.lines import Lines
from annotator.view import END, OFFER, STEPS, Room, TourStep, step_lines

TOUR = "tour"
"""Under which name the memory keeps it."""
_OFFERED = -1


class Tour:
    """Owned by the workbench; hears of every act and every screen that is shown."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        kept = memory.recall(TOUR)
        self._known = isinstance(kept, int) and not isinstance(kept, bool)
        self._at: int = max(0, min(kept, len(STEPS))) if self._known else 0
        self._shown: int | None = None
        """The step on the screen, or that the tour is offered; None if there is no panel."""

    @property
    def step(self) -> TourStep | None:
        """The step that waits for its act; None while no tour runs."""
        return STEPS[self._shown] if self._shown is not None and self._shown >= 0 else None

    @property
    def can_resume(self) -> bool:
        """Whether a tour was left in the middle."""
        return self._shown is None and 0 < self._at < len(STEPS)

    def offer(self, screen: WorkScreen) -> None:
        """Asks in one line, the first time only."""
        if not self._known:
            self._keep(0)
            self._go(_OFFERED, screen)

    def begin(self, screen: WorkScreen) -> None:
        """Starts at the first step."""
        self._go(0, screen)

    def resume(self, screen: WorkScreen) -> None:
        """Goes on where it was left; starts where there is nothing to go on with."""
        self._go(self._at if self.can_resume else 0, screen)

    def takes(self, key: str, screen: WorkScreen) -> bool:
        """Whether a key is the tour's own: Space goes on, Esc leaves."""
        if self._shown is None or screen.is_in_sequence or key not in ("space", "escape"):
            return False
        if key == "space":
            self._go(self._shown + 1, screen)
            return True
        self._shown = None
        self.show(screen)
        screen.tell(said("The tour waits; $palette and “resume the tour” go on with it"))
        return True

    def did(self, deed: str, screen: WorkScreen) -> None:
        """Goes on, if that is what the step waits for."""
        step = self.step
        if step is not None and self._shown is not None and deed in step.waits:
            self._go(self._shown + 1, screen)

    def show(self, screen: WorkScreen) -> None:
        """Shows the panel on a screen as it is now, or takes it away."""
        screen.set_class(self._shown is not None, "-touring")
        panels = screen.query("#tour").results(Lines)
        panel = next(iter(panels), None)
        if self._shown is None:
            if panel is not None:
                panel.remove()
            return
        if panel is None:
            panel = Lines(id="tour")
            panel.can_focus = False
            screen.mount(panel, before="#legend")
        text, title = self._words(screen)
        panel.set_frame(title, note=f"{'Space begins' if self._shown < 0 else 'Space goes on'}, Esc leaves")
        panel.show(lambda room: _fit(panel, text, room))

    def _words(self, screen: WorkScreen) -> tuple[str, str]:
        step = self.step
        if step is None or self._shown is None:
            return OFFER, "First time here?"
        text = said(step.text)
        if step.place and step.place != screen.place:
            text = f"{text} {said(step.way)}"
        return text, f"Tour {self._shown + 1} of {len(STEPS)}: {step.title}"

    def _go(self, step: int, screen: WorkScreen) -> None:
        self._shown = step if step < len(STEPS) else None
        if step >= 0:
            self._keep(step)
        self.show(screen)
        if self._shown is None:
            screen.tell(said(END))

    def _keep(self, step: int) -> None:
        self._at, self._known = step, True
        self._memory.keep(TOUR, step)


def _fit(panel: Lines, text: str, room: Room) -> Any:
    lines = step_lines(text, room)
    panel.styles.height = len(lines) + 2
    return lines
