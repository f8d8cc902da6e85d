"""The Textual application: paints a first line at once, then opens the story and hands over to the workbench."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.driver import Driver
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.widgets import Static

from annotator.config import NO_SETTINGS, Memory, ScreenSettings
from annotator.errors import UsageError
from annotator.tui.ascii_filter import AsciiFilter, ConsoleFilter
from annotator.tui.ending import leave_when_told
from annotator.tui.frames import Frames, erases_in_colour
from annotator.tui.front import FrontFirst, Pieces
from annotator.tui.one_by_one import OneByOne, refocus
from annotator.tui.pacing import Pace
from annotator.tui.theme import NAMES, THEME, choose_theme, hue_defaults, make_themes

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.screen import Screen
    from textual.timer import Timer

    from annotator.session import Session
    from annotator.tui.workbench import Workbench

Source = Callable[[], "Session"]

_ASCII_FILTER = AsciiFilter()
_CONSOLE_FILTER = ConsoleFilter()
_LEAVING = frozenset(("ctrl+q", "ctrl+c", "ctrl+z"))


class AnnotatorApp(App[None]):
    """One story on the screen."""

    TITLE = "annotator"
    CSS_PATH = ["styles/app.tcss", "styles/home.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("ctrl+z", "suspend_process", show=False), Binding("ctrl+l", "redraw", show=False)]

    def __init__(
        self,
        source: Session | Source,
        *,
        view: str | None = None,
        theme: str | None = None,
        settings: ScreenSettings = NO_SETTINGS,
        memory: Memory | None = None,
        tour: str | None = None,
    ) -> None:
        """Takes an open session, or what opens one after the first paint.

        Args:
            view: a place, or "reader"; where the last run ended if None.
            theme: whatever the terminal can; otherwise the settings, the theme chosen last, or the terminal decide.
            memory: what the person chose in other runs, and where to keep what they choose now.
            tour: "offer" it to who was never asked, or "begin" it; only over the sample story.
        """
        self.settings, self.memory = settings, memory or Memory()
        name = choose_theme(theme, preferred=settings.theme or self.memory.recall(THEME))  # before NO_COLOR is taken
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        for made in make_themes():
            self.register_theme(made)
        self._check_themes(theme, settings)
        self.theme = name if name in self.available_themes else choose_theme(None)
        if self.stillness:
            self.animation_level = "none"
            self.add_class("-still")
        if settings.legend is False:
            self.add_class("-no-legend")
        self.failure: Exception | None = None
        """Why the story could not be opened; the caller reports it once the terminal is its own again."""
        self.ended_by: int | None = None
        """Number of the signal that ended the program."""
        self.bench: Workbench | None = None
        self._source, self._view, self._tour = source, view, tour
        self._keys = OneByOne(self)
        self._pace = Pace() if is_remote() else None
        self._late: Timer | None = None
        """Sends what waits for the terminal."""
        self._frames = Frames(erases=erases_in_colour())
        if settings.ascii or not _speaks_utf8():
            self.add_class("-ascii")

    @property
    def stillness(self) -> str:
        """Why nothing moves on its own; empty if things may."""
        if self.settings.motion is False:
            return "Nothing moves on its own, as annotator.toml says"
        if is_remote() and self.settings.motion is None:
            return "Over SSH: nothing moves on its own, animations are off"
        return ""

    def _check_themes(self, asked: str | None, settings: ScreenSettings) -> None:
        known = {**NAMES, **{name: name for name in sorted(set(self.available_themes) - set(NAMES.values()))}}
        for name, place in ((asked, ""), (settings.theme, f"{settings.file}: ")):
            if name is not None and name not in known and name not in self.available_themes:
                raise UsageError(f"{place}no theme is called {name!r}", f"choose one of {', '.join(known)}")

    def get_driver_class(self) -> type[Driver]:
        usual = super().get_driver_class()
        if usual.__name__ == "WebDriver":
            from annotator.tui.carried import CarriedDriver  # here: for a browser only

            return CarriedDriver
        if usual.__name__ != "LinuxDriver":  # Windows, or one that the environment names
            return usual
        from annotator.tui.driver import TolerantDriver  # here: there is no such driver on Windows

        return TolerantDriver

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor is put behind each frame; screen readers and braille displays follow it."""
        focused = self.screen.focused if self.screen_stack else None
        find = getattr(focused, "cursor_cell", None)  # by name: a LineView's module takes 0.1 s, this one loads first
        return self._typing_at if focused is None or find is None else focused.content_region.offset + find()

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        """Fields for typing say themselves where they are written in."""
        self._typing_at = place

    def get_line_filters(self) -> Sequence[LineFilter]:
        usual = super().get_line_filters()
        if self.has_class("-ascii"):
            return (*usual, _ASCII_FILTER)
        return (*usual, _CONSOLE_FILTER) if os.environ.get("TERM") == "linux" else usual

    def get_default_screen(self) -> Screen[None]:
        return FrontFirst(id="_default")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return hue_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Static(" Opening the story", markup=False)

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw(), immediate=True)
        if not self.is_headless:
            leave_when_told(self._leave_at)
        self.call_after_refresh(self.run_worker, self._start)

    async def _start(self) -> None:
        """Opens the story in a thread, so that the screen stays alive and may be left meanwhile."""
        try:
            self.bench = await asyncio.to_thread(self._open)
        except Exception as error:  # noqa: BLE001  the boundary to the command line, which has sentences for all of them
            self.failure = error
            self.exit()
            return
        self.bench.start(self._view)
        if self._tour is not None:
            self.call_after_refresh(self.bench.start_tour, self._tour)
        gc.enable()
        gc.freeze()
        self._keys.open()

    def _open(self) -> Workbench:
        from annotator.tui.workbench import Workbench  # here: 0.1 s that the first paint need not wait for

        session = self._source() if callable(self._source) else self._source
        return Workbench(self, session, settings=self.settings, memory=self.memory, stillness=self.stillness)

    async def on_event(self, event: events.Event) -> None:
        """Looks at keys first, for sequences; everything else is Textual's."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._on_pressed(event)
        else:
            await super().on_event(event)

    async def _on_pressed(self, event: events.Key) -> None:
        if not self.screen_stack:  # the program is leaving
            return
        is_leaving = event.key in _LEAVING
        if not is_leaving and self._keys.holds(event):
            return
        if self.bench is not None and not is_leaving:
            self.app_focus = True  # a terminal that sends keys has the focus, whatever it said of it
            refocus(self)
        focus: DOMNode = self
        if self.bench is None or not self.bench.takes(event.key):
            focus = self.focused or self.screen
            await super().on_event(event)
        if not is_leaving:
            self._keys.follow(focus)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Runs an action as Textual does, and lets the tour hear of it."""
        ran = await super().run_action(action, default_namespace, namespaces)
        if ran and self.bench is not None and isinstance(action, str):
            self.bench.did(action)
        return ran

    def _display(self, screen: Screen[object], renderable: object) -> None:
        """Sends what the terminal does not show yet."""
        if isinstance(renderable, Pieces):
            self._frames.take(renderable, self.size, self.console._color_system)
            cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
            if not self._frames.is_shown or cursor != self._previous_cursor_position:
                self._send_frame()
        else:
            super()._display(screen, cast("RenderableType | None", renderable))

    def _send_frame(self) -> None:
        """Sends what the terminal does not show yet, now or when it has shown what was sent before."""
        if self._late is not None:
            self._late.stop()
            self._late = None
        pace = self._pace if self._sync_available and self.is_running else None
        if pace is not None and (wait_s := pace.remaining_s):
            self._late = self.set_timer(wait_s, self._send_frame)
            return
        super()._display(self.screen, cast("RenderableType", self._frames))
        if pace is not None and self._driver is not None:
            pace.ask(self._driver.write)

    def on_terminal_supports_synchronized_output(self) -> None:
        """Hears that the terminal has shown what was sent before the question."""
        if self._pace is not None:
            self._pace.answered()
            if self._late is not None:
                self._send_frame()

    def action_redraw(self) -> None:
        """Sends the whole frame again, over what something else wrote on the terminal."""
        self._frames.forget()
        self._send_frame()

    def _leave_at(self, number: int) -> None:
        self.ended_by = number
        self.call_later(self.action_quit)

    async def action_quit(self) -> None:
        if self.bench is not None:
            self.bench.leave()
        else:
            self.exit()


def is_remote() -> bool:
    """Whether the terminal is at the other end of a line."""
    return bool(os.environ.get("SSH_TTY"))


def _speaks_utf8() -> bool:
    return (getattr(sys.__stdout__, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"
