"""What happens around the screens: which is open, how they hear of changes, the analysis, what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.timer import Timer

from annotator.errors import AnnotatorError
from annotator.model import Analysis, Claim
from annotator.session import Session
from annotator.tui.desk import Desk
from annotator.tui.screens.home import HomeScreen
from annotator.tui.screens.work import WorkScreen

if TYPE_CHECKING:
    from annotator.tui.engine import Progress

REMEMBER_DELAY_S = 1.0
MAX_NAMED_FILES = 3


class Workbench:
    """Owns the desk and the stack of screens of one running application."""

    def __init__(self, app: App[None], session: Session) -> None:
        self._app = app
        self._session = session
        self._desk = Desk(session, self)
        self._home = HomeScreen(self._desk)
        self._remembering: Timer | None = None

    @property
    def home(self) -> HomeScreen:
        """The screen that all others lie over."""
        return self._home

    @property
    def desk(self) -> Desk:
        """What the screens share."""
        return self._desk

    def start(self, view: str | None = None) -> None:
        """Opens the screens as they were left, and begins to analyse if that is needed."""
        state = self._session.view_state
        self._desk.restore(state.get("desk") or {})
        self._home.restore(state.get("home") or {})
        self._app.push_screen(self._home)
        if (view or state.get("view")) == "disagreements":
            self.open_disagreements(state.get("disagreements") or {})
        if self._session.needs_analysis:
            self._app.call_after_refresh(self._begin_analysis)
        self._app.call_after_refresh(self._check_files)

    # what screens ask for

    def tell(self, sentence: str) -> None:
        """Shows a sentence in the bottom line."""
        for screen in self._screens():
            screen.tell(sentence)

    def changed(self) -> None:
        """Shows the story as it is now."""
        for screen in self._screens():
            screen.show_story()

    def open_disagreements(self, state: dict[str, Any] | None = None) -> None:
        """Opens the three lists."""
        from annotator.tui.screens.disagreements import DisagreementsScreen  # here: loads when first opened

        if not isinstance(self._app.screen, DisagreementsScreen):
            screen = DisagreementsScreen(self._desk)
            screen.restore(state or {})
            self._app.push_screen(screen)

    def go_home(self, act: str | None = None) -> None:
        """Closes all other screens; then does an act of the home screen."""
        while self._app.screen is not self._home and len(self._app.screen_stack) > 1:
            self._app.pop_screen()
        if act is not None:
            getattr(self._home, f"action_{act}")()

    def come_back(self, claim: Claim) -> None:
        """Shows a claim in its text."""
        self.go_home()
        self._home.jump(claim.document, claim.span.start)

    def remember(self) -> None:
        """Keeps where the reader is, a moment later."""
        if self._remembering is None:
            self._remembering = self._app.set_timer(REMEMBER_DELAY_S, self._remember)

    def leave(self) -> None:
        """Keeps the view and ends the program."""
        self._keep_view(self._state())
        self._app.exit()

    def takes(self, key: str) -> bool:
        """Whether a key belongs to a sequence of the screen on top."""
        screen = self._app.screen
        if not isinstance(screen, WorkScreen):
            return False
        if screen.focused is None:  # the terminal told of a lost focus before anything had it
            screen.focus_main()
        return screen.take_key(key)

    def _remember(self) -> None:
        self._remembering = None
        state = self._state()
        self._app.run_worker(lambda: self._keep_view(state), thread=True, group="view", exit_on_error=False)

    def _state(self) -> dict[str, Any]:
        names = {"HomeScreen": "home", "DisagreementsScreen": "disagreements"}
        state: dict[str, Any] = {"desk": self._desk.state(), "view": "home"}
        for screen in self._screens():
            name = names.get(type(screen).__name__)
            if name is not None:
                state[name], state["view"] = screen.state(), name
        return state

    def _keep_view(self, state: dict[str, Any]) -> None:
        try:
            self._session.save_view_state(state)
        except AnnotatorError as error:
            self._app.call_later(self.tell, f"The view could not be kept: {error}")

    # the analysis

    def _begin_analysis(self) -> None:
        self._app.run_worker(self._analyse(), group="analysis", exclusive=True)

    async def _analyse(self) -> None:
        from annotator.tui.engine import Failed, Progress, run_analysis  # here: the first paint need not wait for it

        async for message in run_analysis(self._session.job()):
            match message:
                case Progress():
                    self._show_progress(message)
                case Analysis():
                    self._adopt(message)
                case Failed(why):
                    self._show_progress(None)
                    self._complain(f"The analysis failed: {why}")

    def _adopt(self, analysis: Analysis) -> None:
        try:
            self._session.adopt(analysis)
        except AnnotatorError as error:
            self._complain(f"The analysis could not be kept: {error}")
        self._show_progress(None)
        self._desk.reload()

    def _show_progress(self, progress: Progress | None) -> None:
        for screen in self._screens():
            screen.show_progress(progress)

    def _check_files(self) -> None:
        stale = self._session.changed_on_disk()
        if stale:
            names = ", ".join(s.path for s in stale[:MAX_NAMED_FILES])
            more = f" and {len(stale) - MAX_NAMED_FILES} more" if len(stale) > MAX_NAMED_FILES else ""
            verb = "has" if len(stale) == 1 else "have"
            self._complain(f"{names}{more} {verb} changed on disk or gone; the stored version stays in use")

    def _complain(self, sentence: str) -> None:
        self._app.notify(sentence, severity="warning", markup=False, timeout=8)

    def _screens(self) -> list[WorkScreen]:
        return [s for s in self._app.screen_stack if isinstance(s, WorkScreen)]
