"""What all screens that show a story share: header, bottom line, hints, and the acts that work everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import MouseDown
from textual.timer import Timer
from textual.widget import Widget

from annotator.text import displayable
from annotator.tui.bottom_line import ALWAYS, KEYS_HIDDEN, choose_hints, ways_on
from annotator.tui.desk import Desk
from annotator.tui.front import FrontFirst
from annotator.tui.keys import (
    SEQUENCE_TITLES,
    Action,
    Context,
    actions_in,
    key_of,
    place_of,
    printed,
    ranked_in,
    said,
)
from annotator.tui.one_by_one import PRESSED
from annotator.tui.sequences import Outcome, Sequences, continuations
from annotator.tui.served import REFUSED
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.one_line import OneLine
from annotator.view import (
    LEGEND,
    Line,
    Room,
    Run,
    WalkSet,
    clip_line,
    header_line,
    news_line,
    progress_line,
    saved_line,
    spread,
    warnings_line,
    width_of,
)

if TYPE_CHECKING:
    from annotator.tui.engine import Progress

HINT_DELAY_S = 0.4
HEADER_WORDS = {
    "title": "The story",
    "dim": "What there is of it, and how many suggestions people have decided",
    "accepted": "The last change is on disk",
    "flag": "What is wrong with files or decisions; click to read it",
    "key": "What is wrong with files or decisions; click to read it",
    "news": "Files that have changed since they were read, or marks that wait for a place; click to see them",
    "news-key": "Files that have changed since they were read, or marks that wait for a place; click to see them",
    "progress": "How far the analysis is; everything works meanwhile",
}
"""What the mouse is told about the header, by the style of its parts."""


class WorkScreen(FrontFirst[None]):
    """A screen over the story; subclasses give the body and say what can be done now."""

    CONTEXT: ClassVar[Context]
    AUTO_FOCUS = ""  # each screen says itself where the keys go first
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (120, "-wide"), (160, "-huge")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._sequences = Sequences()
        self._hint_timer: Timer | None = None
        self._message = ""
        self._hinted: list[Action] = []
        """What the bottom line names."""
        self._offered: list[str] = []
        """Second keys of a sequence, line by line of the list that names them."""
        self._progress: Progress | None = None

    def compose(self) -> ComposeResult:
        yield OneLine(id="header")
        yield from self.body()
        yield OneLine(id="legend")
        yield OneLine(id="footer")
        yield Lines(id="hints")

    def body(self) -> ComposeResult:
        """The widgets between header and bottom line."""
        raise NotImplementedError

    def main_widget(self) -> Widget:
        """Where keys go first."""
        raise NotImplementedError

    def focus_main(self) -> None:
        """Gives the keys to the widget they go to first."""
        self.set_focus(self.main_widget())

    def on_mount(self) -> None:
        self.query_one("#legend", OneLine).show(legend_line)
        self.query_one("#header", OneLine).explain = self._explain_header
        self.query_one("#footer", OneLine).explain = self._explain_footer
        self.focus_main()

    def on_descendant_focus(self) -> None:
        self.show_status()

    def on_screen_resume(self) -> None:
        self.show_story()
        self.desk.bench.shown(self)

    @property
    def place(self) -> str:
        """What this screen is called."""
        return type(self).__name__.removesuffix("Screen").lower()

    def show_story(self) -> None:
        """Shows the story as it is now."""
        self.show_status()

    @property
    def is_on_top(self) -> bool:
        """Whether at most dialogs lie over this screen."""
        return next((s for s in reversed(self.app.screen_stack) if isinstance(s, WorkScreen)), None) is self

    def show_status(self) -> None:
        """Paints header and bottom line."""
        if self.is_mounted and self.is_on_top:
            self.query_one("#header", OneLine).show(self._header)
            self.query_one("#footer", OneLine).show(self._footer)

    def show_files(self) -> None:
        """Shows what was found out about the files."""
        self.show_status()

    def tell(self, message: str) -> None:
        """Shows a sentence in the bottom line until the next key or click."""
        self._message = displayable(message)
        self.show_status()

    def hush(self) -> None:
        """Takes the sentence away."""
        if self._message:
            self.tell("")

    def on_mouse_down(self, event: MouseDown) -> None:
        if not self.query_one("#footer").region.contains(*event.screen_offset):  # a click there does nothing else
            self.desk.bench.hush()
        hints = self.query_one("#hints", Lines)
        if self.is_in_sequence and hints.has_class("-shown"):
            row = event.screen_y - hints.content_region.y + hints.scroll_offset.y
            is_inside = hints.content_region.contains(*event.screen_offset) and 0 <= row < len(self._offered)
            self.take_key(self._offered[row] if is_inside else "escape")

    def show_progress(self, progress: Progress | None) -> None:
        """Shows how far the analysis is; None when it is over."""
        self._progress = progress
        self.show_status()

    def state(self) -> dict[str, Any]:
        """Where the reader is, for the next run."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Goes back to where the last run ended."""

    # keys

    def actions(self) -> tuple[Action, ...]:
        """Everything that works here now."""
        return tuple(a for a in actions_in(*self._contexts()) if self._works(a))

    def _works(self, action: Action) -> bool:
        return bool(self.check_action(action.id, ()))

    @property
    def is_in_sequence(self) -> bool:
        """Whether the next key is the second of a sequence."""
        return self._sequences.first is not None

    def take_key(self, key: str) -> bool:
        """Whether the key belongs to a sequence; if it ends one, the action runs."""
        pressed = self._sequences.feed(key, actions_in(*self._contexts()), self._works)
        match pressed.outcome:
            case Outcome.IGNORED:
                self._explain(key)
                return False
            case Outcome.BEGUN:
                self._hint_timer = self.set_timer(HINT_DELAY_S, lambda: self._show_hints(pressed.keys))
            case Outcome.COMPLETE:
                self._hide_hints()
                assert pressed.action is not None
                self.run_worker(self.run_by_id(pressed.action.id), group=PRESSED, exit_on_error=True)
            case Outcome.UNKNOWN:
                self._hide_hints()
                meant = pressed.action
                self.tell(self.reason_against(meant) if meant else f"{printed(pressed.keys)} does nothing here")
            case Outcome.CANCELLED:
                self._hide_hints()
        return True

    def _explain(self, key: str) -> None:
        """Says why a key does nothing now, where it does something at other times."""
        meant = [a for a in actions_in(*self._contexts()) if key in a.singles]
        if meant and not any(map(self._works, meant)):
            self.tell(self.reason_against(meant[0]))

    def reason_against(self, action: Action) -> str:
        """Why an action makes no sense now."""
        if self.is_refused(action.id):
            return said(REFUSED[action.id])
        if self.desk.session.needs_analysis:
            return "The story is still being analysed"
        return f"Nothing here for {printed(action.keys[0]) if action.keys else action.label} ({action.label})"

    async def run_by_id(self, name: str) -> None:
        """Runs an action of the table: of the focused widget, of the screen or of the app; or goes to a place."""
        place = place_of(name)
        if place is not None:
            self.desk.bench.open_place(place)
            return
        for node in (self.focused, self, self.app):
            if node is not None and hasattr(node, f"action_{name}"):
                await self.app.run_action(name, node)
                return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self.is_refused(action):
            return False
        if not (self.is_mounted and self.children):  # a key came before the widgets, or after they went
            return False
        return self.can(action) if not parameters else True

    def is_refused(self, action: str) -> bool:
        """Whether nobody may do this in a browser, wherever the cursor is."""
        return action in REFUSED and self.app.is_web

    def can(self, action: str) -> bool:
        """Whether an action makes sense now."""
        return True

    def label(self, action: Action) -> str:
        """What the bottom line calls an action now."""
        return action.label

    def hinted(self) -> Sequence[Action]:
        """What the bottom line may name now, in its order."""
        return ranked_in(*self._contexts())

    # what works everywhere

    def action_undo(self) -> None:
        self.desk.undo()

    def action_redo(self) -> None:
        self.desk.redo()

    async def action_redraw(self) -> None:
        await self.app.run_action("app.redraw")

    def action_next_panel(self) -> None:
        self.focus_next()

    def action_previous_panel(self) -> None:
        self.focus_previous()

    def action_toggle_blind(self) -> None:
        self.run_worker(self._toggle_blind(), group=PRESSED)

    async def _toggle_blind(self) -> None:
        await self.desk.hide_outlets(not self.desk.is_blind)
        key = key_of("toggle_blind")
        self.tell(f"Outlets are hidden; {key} shows them" if self.desk.is_blind else "Outlets are shown")

    def action_toggle_legend(self) -> None:
        self.app.toggle_class("-no-legend")

    def action_toggle_keys(self) -> None:
        self.app.toggle_class(KEYS_HIDDEN)
        self.show_status()

    def action_back(self) -> None:
        self.go_back()

    def action_show_places(self) -> None:
        """Shows what the key does that all places begin with, as if it was pressed."""
        for action in ways_on(self.place):
            self.take_key(action.keys[0])
            self._show_hints(action.keys[0])

    def action_say_saved(self) -> None:
        self.tell("Everything is saved already")

    def go_back(self) -> bool:
        """Takes back one step of the view; False if there was none."""
        return False

    def _contexts(self) -> tuple[Context, ...]:
        return (Context.EVERYWHERE, self.CONTEXT, *self._focus_contexts())

    def _focus_contexts(self) -> tuple[Context, ...]:
        is_text = self.focused is not None and self.focused.id in ("reader", "beside")
        return (Context.READER,) if is_text else (Context.LIST,)

    def _show_hints(self, first: str) -> None:
        found = sorted(continuations(first, self.actions()), key=lambda pair: place_of(pair[1].id) is None)
        self._offered = [key for key, _ in found]
        hints = self.query_one("#hints", Lines)
        hints.set_frame(SEQUENCE_TITLES.get(first, first))
        lines = [(Run(f"{printed(key)}  ", "key"), Run(said(a.description))) for key, a in found]
        hints.styles.height = len(lines) + 2
        hints.styles.width = max(width_of(line, len) for line in lines) + 4
        hints.show(lambda room: [clip_line(line, room.width, room.measure) for line in lines])
        hints.add_class("-shown")

    def _hide_hints(self) -> None:
        if self._hint_timer is not None:
            self._hint_timer.stop()
        self.query_one("#hints", Lines).remove_class("-shown")

    # header and bottom line

    def _header(self, room: Room) -> Line:
        if self._progress is not None:
            state = progress_line(self._progress.what, self._progress.done, self._progress.total, room)
        else:
            state = saved_line(room, is_saved=self.desk.is_saved)
        if self.desk.is_blind:
            state = (Run(" BLIND ", "bar strong"), Run("  "), *state)
        news = news_line(len(self.desk.updates), len(self.desk.open_marks), key_of("go_updates"))
        state = (*news, *state)
        state = (*warnings_line(len(self.desk.warnings), key_of("show_warnings")), *state)
        return header_line(self.desk.story, self.desk.progress, state, room)

    def _footer(self, room: Room) -> Line:
        right = self.position()
        if self._message:
            self._hinted = []
            if room.measure(self._message) + width_of(right, room.measure) + 4 > room.width:
                right = ()  # what was done is told whole, as far as the line goes
            return spread((Run(self._message, "strong"),), right, room.width, room.measure)
        working = [*ways_on(self.place), *(a for a in self.hinted() if a.id in ALWAYS or self._works(a))]
        if self.app.has_class(KEYS_HIDDEN):
            working = [a for a in working if a.id in ALWAYS]
        self._hinted, right = choose_hints(working, self._hint, right, room)
        return spread(tuple(run for a in self._hinted for run in self._hint(a)), right, room.width, room.measure)

    def _hint(self, action: Action) -> Line:
        return (Run(printed(action.keys[0]), "key"), Run(f" {self.label(action)}  ", "dim"))

    def _hint_at(self, number: int) -> Action | None:
        """The action that a run of the bottom line stands for: a key and a word for each."""
        return self._hinted[number // 2] if number < 2 * len(self._hinted) else None

    def _explain_footer(self, number: int, run: Run) -> str:
        action = self._hint_at(number)
        if action is not None:
            return said(action.description)
        return said("The set that $go_next and $go_previous walk") if run in self.position() else ""

    def _explain_header(self, _: int, run: Run) -> str:
        return HEADER_WORDS.get(run.style, "")

    @on(OneLine.Pressed, "#footer")
    async def on_footer_pressed(self, event: OneLine.Pressed) -> None:
        event.stop()
        action = self._hint_at(event.number)
        if self._message:
            self.desk.bench.hush()
        elif action is not None:
            await self.run_by_id(action.id)

    @on(OneLine.Pressed, "#header")
    async def on_header_pressed(self, event: OneLine.Pressed) -> None:
        event.stop()
        if event.run.style in ("flag", "key"):
            await self.run_by_id("show_warnings")
        elif event.run.style in ("news", "news-key"):
            await self.run_by_id("go_updates")

    def position(self) -> Line:
        """The set that is walked and the place in it."""
        walk, count = self.desk.walk, len(self.desk.stops)
        if not count:
            words = f"no {walk.chosen.value}" if walk.chosen is not WalkSet.HITS else "nothing found"
            return (Run(words, "dim"),)
        place = f"{walk.position + 1} of {count}" if walk.position is not None else f"{count}"
        return (Run(f"{walk.chosen.value} ", "dim"), Run(place, "strong"))


def legend_line(room: Room) -> Line:
    """What the signs of the gutter mean."""
    made: list[Run] = []
    for name, meaning in LEGEND:
        look = name.replace("_", "-")
        pair = (Run(getattr(room.glyphs, name), look), Run(f" {meaning}   ", "dim"))
        if width_of((*made, *pair), room.measure) > room.width:
            break
        made += pair
    return tuple(made)
