"""What happens around the screens: which is open, how they hear of changes, the analysis, what is kept."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.timer import Timer

from annotator.config import Memory, ScreenSettings
from annotator.errors import AnnotatorError
from annotator.model import Claim
from annotator.session import AnalysisJob, Session
from annotator.tui import places
from annotator.tui.desk import Desk
from annotator.tui.files import look_at_files
from annotator.tui.keys import key_of
from annotator.tui.screens.home import HomeScreen
from annotator.tui.screens.work import WorkScreen
from annotator.tui.theme import THEME, THEME_WORDS, choose_theme
from annotator.view import AT, CHANGE, Target

if TYPE_CHECKING:
    from annotator.tui.engine import Progress
    from annotator.tui.touring import Tour

REMEMBER_DELAY_S = 1.0
MAX_NAMED_FILES = 3


class Workbench:
    """Owns the desk and the stack of screens of one running application."""

    def __init__(
        self, app: App[None], session: Session, *, settings: ScreenSettings, memory: Memory, stillness: str = ""
    ) -> None:
        self._settings, self._memory = settings, memory
        self._tour: Tour | None = None
        self._events = len(session.log)
        self._app = app
        self._session = session
        self._desk = Desk(session, self)
        self._desk.restore(_part(session.view_state, "desk"))
        self._desk.look_up()  # here: this runs in a thread, and the first paint of the story asks for it
        self._home = HomeScreen(self._desk)
        self._stillness = stillness
        self._remembering: Timer | None = None
        self._left: dict[str, dict[str, Any]] = {}
        """Where the screens stood that others took the place of."""
        self._analysed: AnalysisJob | None = None
        """What the last analysis was begun for; it is not begun for the same twice."""

    @property
    def home(self) -> HomeScreen:
        """The screen that all others lie over."""
        return self._home

    @property
    def desk(self) -> Desk:
        """What the screens share."""
        return self._desk

    @property
    def tour(self) -> Tour | None:
        """The tour of the sample story; None over any other."""
        return self._tour

    def start_tour(self, how: str) -> None:
        """Offers the tour to who was never asked ("offer"), or begins it ("begin")."""
        from annotator.tui.touring import Tour  # here: only the sample story has one

        self._tour = Tour(self._memory)
        if how == "begin":
            self._tour.resume(self._home)
        else:
            self._tour.offer(self._home)

    def did(self, action: str) -> None:
        """Hears that an action ran."""
        if self._tour is not None and (screens := self._screens()):
            self._tour.did(action, screens[-1])

    def shown(self, screen: WorkScreen) -> None:
        """Hears that a screen came to the top."""
        if self._tour is not None:
            self._tour.show(screen)
            self._tour.did(f"{AT}{screen.place}", screen)

    def start(self, view: str | None = None) -> None:
        """Opens the screens as they were left, and begins to analyse if that is needed."""
        state = self._session.view_state
        self._home.restore(_part(state, "home"))
        self._app.push_screen(self._home)
        place = view or state.get("view")
        if isinstance(place, str) and place in places.NAMES:
            self.open_place(place, _part(state, place))
        self._app.call_after_refresh(self._begin_analysis)
        self.check_files()
        if self._stillness and state.get("still") != self._stillness:
            self._app.call_after_refresh(self.tell, self._stillness)

    # what screens ask for

    def tell(self, sentence: str) -> None:
        """Shows a sentence in the bottom line."""
        for screen in self._screens():
            screen.tell(sentence)

    def hush(self) -> None:
        """Takes the last sentence away: it is read, on this screen and on those below."""
        for screen in self._screens():
            screen.hush()

    def changed(self) -> None:
        """Shows the story as it is now; a screen that lies under another shows it when it is on top again."""
        for screen in self._screens()[-1:]:
            screen.show_story()
        if len(self._session.log) > self._events:
            self.did(CHANGE)
        self._events = len(self._session.log)
        self._begin_analysis()

    def open_place(self, name: str, state: dict[str, Any] | None = None) -> None:
        """Opens the screen of that name in the place of the one before, so that one step back is the text.

        With a state it lies over the screen that asked for it, and one step back is that screen.
        """
        kind = places.load(name)
        found = next((s for s in self._screens() if type(s) is kind), None)  # one list may build on another
        if found is not None:
            found.restore(state or {})
            while self._app.screen is not found:
                self._app.pop_screen()
            found.show_story()
            return
        if state is None:
            self._leave_places()
            state = self._left.get(name)
        screen = kind(self._desk)
        screen.restore(state or {})
        self._app.push_screen(screen)

    def _leave_places(self) -> None:
        """Goes down to the text; where each screen stood is kept for the next time it is gone to."""
        for screen in self._screens():
            name = places.name_of(screen)
            if name is not None:
                self._left[name] = screen.state()
        self.go_home()

    def go_home(self, act: str | None = None) -> None:
        """Closes all other screens; then does an act of the home screen."""
        while self._app.screen is not self._home and len(self._app.screen_stack) > 1:
            self._app.pop_screen()
        if act is not None:
            getattr(self._home, f"action_{act}")()

    def go_to(self, document: str, offset: int, target: Target) -> None:
        """Shows an object in its text."""
        self.go_home()
        self._home.jump(document, offset, target)

    def come_back(self, claim: Claim) -> None:
        """Shows a claim in its text."""
        self.show_place(claim.document, claim.span.start)

    def show_place(self, document: str, offset: int | None = None) -> None:
        """Shows a document at a place, or where it was left."""
        self.go_home()
        self._home.jump(document, offset)

    def remember(self) -> None:
        """Keeps where the reader is, a moment later."""
        if self._remembering is None:
            self._remembering = self._app.set_timer(REMEMBER_DELAY_S, self._remember)

    def use_theme(self, name: str) -> None:
        """Changes the colours, now and for later runs."""
        self._app.theme = choose_theme(name)
        words = f"Colours: {THEME_WORDS[name]}"
        if self._settings.theme is not None:
            self.tell(f"{words}, until you leave; annotator.toml says {self._settings.theme}")
        else:
            self._memory.keep(THEME, name)
            self.tell(words)

    def leave(self) -> None:
        """Keeps the view and ends the program."""
        self._keep_view(self._state())
        self._app.exit()

    def takes(self, key: str) -> bool:
        """Whether a key belongs to a sequence of the screen on top."""
        screen = self._app.screen
        if not isinstance(screen, WorkScreen):
            return False
        self.hush()
        if self._tour is not None and self._tour.takes(key, screen):
            return True
        return screen.take_key(key)

    def _remember(self) -> None:
        self._remembering = None
        state = self._state()
        self._app.run_worker(lambda: self._keep_view(state), thread=True, group="view", exit_on_error=False)

    def _state(self) -> dict[str, Any]:
        state: dict[str, Any] = {**self._session.view_state, "desk": self._desk.state(), "still": self._stillness}
        state["home"], state["view"] = self._home.state(), "home"
        state["filters"] = self._desk.saved_filters
        for screen in self._screens():
            name = places.name_of(screen)
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
        """Analyses, if the suggestions are not those of the documents there are; ends one that runs for others."""
        if not self._session.needs_analysis:
            return
        job = self._session.job()
        if job != self._analysed:
            self._analysed = job
            self._app.run_worker(self._analyse(job), group="analysis", exclusive=True)

    async def _analyse(self, job: AnalysisJob) -> None:
        from annotator.tui.engine import (  # here: the first paint need not wait for it
            Failed,
            Finished,
            Progress,
            run_analysis,
        )

        async for message in run_analysis(job):
            match message:
                case Progress():
                    self._show_progress(message)
                case Finished(packed):
                    gc.disable()  # what comes now stays: looking through it while keys are pressed takes 0.1 s a time
                    await self._adopt(packed)
                    gc.freeze()
                    gc.enable()
                case Failed(why):
                    self._show_progress(None)
                    self._complain(f"The analysis failed: {why}")

    async def _adopt(self, packed: bytes) -> None:
        from annotator.session.worker import read_result  # here: as above

        analysis = await asyncio.to_thread(read_result, packed)
        if analysis is None:
            self._complain("The analysis failed: the engine's process sent something else")
            return
        try:
            await asyncio.to_thread(self._session.keep_packed, analysis, packed)
        except AnnotatorError as error:
            self._complain(f"The analysis could not be kept: {error}")
        await self._desk.adopt(analysis)
        self._show_progress(None)

    def _show_progress(self, progress: Progress | None) -> None:
        for screen in self._screens():
            screen.show_progress(progress)

    def check_files(self) -> None:
        """Looks which files are not what was read."""
        self._app.run_worker(self._check_files(), group="files", exclusive=True)

    async def _check_files(self) -> None:
        known = {*(p.path for p in self._desk.stale), *(u.old.path for u in self._desk.updates)}
        found = await asyncio.to_thread(look_at_files, self._session)
        self._desk.stale, self._desk.updates = found.problems, found.updates
        for screen in self._screens():
            screen.show_files()
        paths = (*(u.old.path for u in found.updates), *(p.path or "" for p in found.problems))
        names = [self._desk.words(PurePath(path).name) for path in paths if path not in known]
        self._complain_of(names, has_news=bool(found.updates))

    def _complain_of(self, names: Sequence[str], *, has_news: bool) -> None:
        """Names files that are not what was read."""
        if not names:
            return
        more = f" and {len(names) - MAX_NAMED_FILES} more" if len(names) > MAX_NAMED_FILES else ""
        verb = "has" if len(names) == 1 else "have"
        rest = f"{key_of('go_updates')} shows what is new" if has_news else "the stored version stays in use"
        self._complain(f"{', '.join(names[:MAX_NAMED_FILES])}{more} {verb} changed on disk or gone; {rest}")

    def _complain(self, sentence: str) -> None:
        self._app.notify(sentence, severity="warning", markup=False, timeout=8)

    def _screens(self) -> list[WorkScreen]:
        return [s for s in self._app.screen_stack if isinstance(s, WorkScreen)]


def _part(state: dict[str, Any], name: str) -> dict[str, Any]:
    """What was remembered under a name; nothing where it is no table."""
    found = state.get(name)
    return found if isinstance(found, dict) else {}
