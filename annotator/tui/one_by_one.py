"""How do keys reach the screen they were meant for, when they are typed faster than screens come up?

What a key does is painted in one frame; Textual would paint what changed first, and the rest a frame later.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from time import monotonic
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.dom import DOMNode
from textual.events import Key

if TYPE_CHECKING:
    from textual.app import App

ASKING, PRESSED = "dialog", "pressed"
"""Groups of workers that may bring up a screen."""
LOOK_AGAIN_S = 0.005
PATIENCE_S = 2.0
"""After that the next key passes, whatever the last one does: nothing locks the keyboard."""


@runtime_checkable
class HasMain(Protocol):
    """A screen that says where keys go first."""

    def focus_main(self) -> None:
        """Gives the keys to the widget they go to first."""


class OneByOne:
    """The next key waits until the last one did what it does, and what it brings up has the focus."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._waiting: deque[Key] = deque()
        self._turn: Key | None = None
        self._is_open = False
        self._since = 0.0
        self._unpainted = ExitStack()

    def open(self) -> None:
        """Lets the keys in that came before there was a screen for them."""
        self._pass_on()

    def holds(self, key: Key) -> bool:
        """Whether a key has to wait; it comes again when it is its turn."""
        if key is self._turn:  # others may wait behind it: whatever is ready is painted between them
            self._turn = None
            return False
        if self._is_open:
            self._is_open, self._since = False, monotonic()
            self._unpainted.enter_context(self._app.batch_update())
            return False
        self._waiting.append(key)
        if self._since and monotonic() - self._since > PATIENCE_S:
            self._pass_on()
        return True

    def follow(self, node: DOMNode) -> None:
        """Goes the way of a key from the focus up to the application, behind it; then that of what it caused."""
        self._climb(node, self._follow_effects)

    def _climb(self, node: DOMNode, then: Callable[[], None]) -> None:
        if not node.call_later(self._climb_on, node, then):
            then()

    def _climb_on(self, node: DOMNode, then: Callable[[], None]) -> None:
        if node.parent is None:
            then()
        else:
            self._climb(node.parent, then)

    def _follow_effects(self) -> None:
        if self._app.screen_stack:
            self._climb(self._app.focused or self._app.screen, self._paint)
        else:  # the program is leaving
            self._paint()

    def _paint(self) -> None:
        self._unpainted.close()
        if self._app.screen_stack:
            self._app.screen.check_idle()
        self._wait_for_screen()

    def _wait_for_screen(self) -> None:
        refocus(self._app)
        if self._is_coming() and monotonic() - self._since < PATIENCE_S:
            self._app.set_timer(LOOK_AGAIN_S, self._wait_for_screen)
        else:
            self._pass_on()

    def _is_coming(self) -> bool:
        """Whether a screen is on its way, or there without its focus."""
        if not self._app.screen_stack:  # the program is leaving
            return False
        screen = self._app.screen
        focus = screen.focused
        return (not screen.is_mounted if focus is None else not focus.has_focus) or any(
            w.group in (ASKING, PRESSED) and w.node is screen and not w.is_finished for w in self._app.workers
        )

    def _pass_on(self) -> None:
        self._is_open = not self._waiting
        if self._waiting:
            self._since = monotonic()
            self._turn = self._waiting.popleft()
            self._app.post_message(self._turn)


def refocus(app: App[None]) -> None:
    """Gives keys a widget to go to, where the screen lost it: by a click beside a window that shrank."""
    screen = app.screen if app.is_running and app.screen_stack else None
    if screen is None or screen.focused is not None or not screen.is_mounted or not app.app_focus:
        return
    if isinstance(screen, HasMain):
        screen.focus_main()
    else:
        screen.focus_next()
