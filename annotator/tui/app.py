"""The Textual application: opens the screens over one session, runs the analysis, keeps the view."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any

from textual import events, work
from textual.app import App

from annotator.errors import AnnotatorError
from annotator.model import Analysis
from annotator.session import Session
from annotator.tui.desk import Desk
from annotator.tui.screens.home import HomeScreen
from annotator.tui.screens.work import WorkScreen
from annotator.tui.theme import choose_theme, make_themes

if TYPE_CHECKING:
    from annotator.tui.engine import Progress

REMEMBER_DELAY_S = 1.0


class AnnotatorApp(App[None]):
    """One story on the screen."""

    TITLE = "annotator"
    CSS_PATH = ["styles/app.tcss", "styles/home.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []

    def __init__(self, session: Session, *, view: str | None = None, theme: str | None = None) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        for made in make_themes():
            self.register_theme(made)
        self.theme = choose_theme(theme)
        self.desk = Desk(session, self.say, self.show_story)
        self._view = view
        self._remembering: Any = None
        if not _speaks_utf8():
            self.add_class("-ascii")

    def on_mount(self) -> None:
        state = self._stored_state()
        self.desk.restore(state.get("desk") or {})
        home = HomeScreen(self.desk)
        home.restore(state.get("home") or {})
        self.push_screen(home)
        if (self._view or state.get("view")) == "disagreements":
            self.open_disagreements(state.get("disagreements") or {})
        if self.desk.session.needs_analysis:
            self.call_after_refresh(self.analyse)
        self.call_after_refresh(self._check_files)

    def on_ready(self) -> None:
        gc.enable()
        gc.freeze()

    # what screens ask for

    def say(self, sentence: str) -> None:
        """Shows a sentence in the bottom line."""
        for screen in self._work_screens():
            screen.tell(sentence)

    def show_story(self) -> None:
        """Shows the story as it is now on the screens."""
        for screen in self._work_screens():
            screen.show_story()

    def open_disagreements(self, state: dict[str, Any] | None = None) -> None:
        """Opens the three lists, or comes back to them."""
        from annotator.tui.screens.disagreements import DisagreementsScreen  # here: loads when first opened

        if isinstance(self.screen, DisagreementsScreen):
            return
        screen = DisagreementsScreen(self.desk, self.home.come_back)
        screen.restore(state or {})
        self.push_screen(screen)

    @property
    def home(self) -> HomeScreen:
        """The screen that all others lie over."""
        return next(s for s in self.screen_stack if isinstance(s, HomeScreen))

    def remember_view(self) -> None:
        """Keeps where the reader is, a moment later."""
        if self._remembering is None:
            self._remembering = self.set_timer(REMEMBER_DELAY_S, self._remember_now)

    def _remember_now(self) -> None:
        self._remembering = None
        state = self._state()
        self.run_worker(lambda: self._keep_view(state), thread=True, group="view")

    def _state(self) -> dict[str, Any]:
        shown = self._work_screens()
        names = {"HomeScreen": "home", "DisagreementsScreen": "disagreements"}
        state: dict[str, Any] = {"desk": self.desk.state(), "view": "home"}
        for screen in shown:
            name = names.get(type(screen).__name__)
            if name is not None:
                state[name], state["view"] = screen.state(), name
        return state

    def _keep_view(self, state: dict[str, Any]) -> None:
        try:
            self.desk.session.save_view_state(state)
        except AnnotatorError as error:
            self.call_later(self.say, f"The view could not be kept: {error}")

    # keys

    async def on_event(self, event: events.Event) -> None:
        """Looks at keys first, for sequences; everything else is Textual's."""
        if isinstance(event, events.Key) and not event.is_forwarded and self._takes(event.key):
            return
        await super().on_event(event)

    def _takes(self, key: str) -> bool:
        return isinstance(self.screen, WorkScreen) and self.screen.take_key(key)

    # the analysis

    @work(exclusive=True, group="analysis")
    async def analyse(self) -> None:
        """Analyses in a process of its own and takes the result in."""
        from annotator.tui.engine import Failed, Progress, run_analysis  # here: the first paint need not wait for it

        async for message in run_analysis(self.desk.session.job()):
            match message:
                case Progress():
                    self._show_progress(message)
                case Analysis():
                    self._adopt(message)
                case Failed(why):
                    self._show_progress(None)
                    self.notify(f"The analysis failed: {why}", severity="error", markup=False)

    def _adopt(self, analysis: Analysis) -> None:
        try:
            self.desk.session.adopt(analysis)
        except AnnotatorError as error:
            self.notify(f"The analysis could not be kept: {error}", severity="error", markup=False)
        self._show_progress(None)
        self.desk.reload()

    def _show_progress(self, progress: Progress | None) -> None:
        for screen in self._work_screens():
            screen.show_progress(progress)

    def _check_files(self) -> None:
        stale = self.desk.session.changed_on_disk()
        if stale:
            names = ", ".join(s.path for s in stale[:3])
            words = "has" if len(stale) == 1 else "have"
            self.notify(f"{names} {words} changed on disk; the stored version stays in use", markup=False, timeout=8)

    # leaving

    def action_leave(self) -> None:
        self._keep_view(self._state())
        self.exit()

    def _work_screens(self) -> list[WorkScreen]:
        return [s for s in self.screen_stack if isinstance(s, WorkScreen)] if self._screen_stacks else []

    def _stored_state(self) -> dict[str, Any]:
        state = self.desk.session.view_state
        return state if isinstance(state, dict) else {}


def _speaks_utf8() -> bool:
    return (getattr(sys.__stdout__, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"
