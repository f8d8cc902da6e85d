"""How do the names of styles look? Themes, and the painter that turns names into terminal styles."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from annotator.tui.hues import (
    ANSI_HUES,
    ANSI_ON_DARK,
    CONTRAST_HUES,
    CONTRAST_LIGHT_HUES,
    DARK_HUES,
    LIGHT_HUES,
    SAFE_HUES,
    SAFE_LIGHT_HUES,
)

if TYPE_CHECKING:
    from annotator.view import Line

DARK, LIGHT, ANSI_DARK, ANSI_LIGHT = "annotator-dark", "annotator-light", "annotator-ansi-dark", "annotator-ansi-light"
CONTRAST, CONTRAST_LIGHT = "annotator-contrast", "annotator-contrast-light"
SAFE, SAFE_LIGHT = "annotator-safe", "annotator-safe-light"
TERMINAL = "terminal"
"""What a person calls following the terminal."""
NAMES = {
    TERMINAL: TERMINAL,
    "dark": DARK,
    "light": LIGHT,
    "contrast": CONTRAST,
    "contrast-light": CONTRAST_LIGHT,
    "safe": SAFE,
    "safe-light": SAFE_LIGHT,
    "ansi": ANSI_DARK,
    "ansi-light": ANSI_LIGHT,
}
"""What a person calls the themes."""
THEME_WORDS = {
    TERMINAL: "as the terminal says of itself",
    "dark": "dark",
    "light": "light",
    "contrast": "high contrast on black",
    "contrast-light": "high contrast on white",
    "safe": "dark, hues that colour-blind people tell apart",
    "safe-light": "light, hues that colour-blind people tell apart",
    "ansi": "the terminal's sixteen colours on dark",
    "ansi-light": "the terminal's sixteen colours on light",
}
THEME_CYCLE = ("dark", "light", "contrast", "contrast-light", "safe", "safe-light", "ansi")
THEME = "theme"
"""Under which name the theme chosen last is remembered."""
_PLAIN = "ansi_default"
LIGHT_BACKGROUNDS = frozenset(("7", "15"))
"""Last number of COLORFGBG, as rxvt, Konsole and iTerm set it."""


@dataclass(frozen=True, slots=True)
class Look:
    """A style by the roles of its colours; None leaves what is below."""

    hue: str | None = None
    back: str | None = None
    attributes: str = ""
    """Of Rich, such as "bold underline"."""
    plain: str = ""
    """Attributes more where backgrounds cannot be told apart (16 colours or none)."""


_LABEL_HUES = {
    "blue": "genre-plain",
    "green": "genre-report",
    "gold": "flag",
    "pink": "genre-odd",
    "teal": "attributed",
    "orange": "genre-argued",
    "violet": "suggested",
    "red": "disagreement",
}
LOOKS: dict[str, Look] = {
    **{f"label-{name}": Look(hue, attributes="bold") for name, hue in _LABEL_HUES.items()},
    **{f"tagged-{name}": Look(hue, attributes="underline") for name, hue in _LABEL_HUES.items()},
    "text": Look("text"),
    "headline": Look("text", attributes="bold"),
    "standfirst": Look("text", attributes="italic"),
    "left-out": Look("dim", plain="dim"),
    "dim": Look("dim", plain="dim"),
    "faint": Look("rail"),
    "strong": Look("text", attributes="bold"),
    "title": Look("text", attributes="bold"),
    "accent": Look("accent"),
    "heading": Look("accent"),
    "key": Look("accent", attributes="bold"),
    "note": Look("text", attributes="italic"),
    "rating": Look("accent", attributes="bold"),
    "progress": Look("accent"),
    "origins": Look("accent", attributes="bold"),
    "focus-bar": Look("accent", attributes="bold"),
    "focus": Look(back="focus-back"),
    "target": Look(back="target-back", plain="bold"),
    "found": Look(back="found-back", plain="reverse"),
    "selected": Look(back="target-back", plain="reverse"),
    "caret": Look(attributes="reverse"),
    "bar": Look(back="bar-back", plain="reverse"),
    "bar-quiet": Look(back="bar-quiet", plain="bold"),
    "disagreement": Look("disagreement", attributes="bold"),
    "differing": Look("disagreement", attributes="bold underline"),
    "differing-long": Look(attributes="bold underline"),
    "flag": Look("flag", attributes="bold"),
    "flagged": Look("flag", attributes="underline"),
    "tagged-long": Look(attributes="underline"),
    "flagged-long": Look(attributes="underline"),
    "flagged-not": Look("dim", plain="dim"),
    "news": Look("suggested", attributes="bold"),
    "news-key": Look("accent", attributes="bold"),
    "quotation": Look("quotation"),
    "quoted": Look(),
    "attributed": Look("attributed"),
    "source": Look("attributed"),
    "cue": Look("attributed", attributes="italic"),
    "own-voice": Look("dim", plain="dim"),
    "suggested": Look("suggested"),
    "accepted": Look("accepted", attributes="bold"),
    "rejected": Look("dim", plain="dim"),
    "rejected-text": Look("dim", attributes="strike"),
    "same": Look("dim", plain="dim"),
    "different": Look("text", attributes="bold underline"),
    "value": Look("disagreement", attributes="bold underline"),
    "passage": Look("dim"),
    "context": Look("quiet", plain="dim"),
    "cut": Look("flag"),
    "severity-conflict": Look("disagreement", attributes="bold"),
    "severity-tension": Look("flag"),
    "severity-imprecision": Look("dim", plain="dim"),
    "genre-official": Look("genre-plain", attributes="bold"),
    "genre-press-release": Look("genre-plain", attributes="bold"),
    "genre-reportage": Look("genre-report", attributes="bold"),
    "genre-wire": Look("genre-report", attributes="bold"),
    "genre-interview": Look("genre-report", attributes="bold"),
    "genre-analysis": Look("genre-argued", attributes="bold"),
    "genre-opinion": Look("genre-argued", attributes="bold"),
    "genre-advertorial": Look("genre-odd", attributes="bold"),
    "genre-satire": Look("genre-odd", attributes="bold"),
    "genre-background": Look("dim", attributes="bold"),
    "genre-unknown": Look("dim", plain="dim"),
    "pill": Look("on-pill", attributes="bold", plain="reverse"),
}

ON_BAR = {"rail": "dim", "quiet": "dim"}
"""What steps back furthest is a role nearer on a selected row, whose background is nearer too."""
BARS = frozenset(("bar", "bar-quiet"))


def make_themes() -> tuple[Theme, ...]:
    """All themes of ours."""
    ansi = ANSI_HUES | ANSI_ON_DARK
    return (
        _make_theme(DARK, DARK_HUES, ("#10141a", "#141a22", "#1a212b"), dark=True),
        _make_theme(LIGHT, LIGHT_HUES, ("#faf8f2", "#fffef9", "#efece2"), dark=False),
        _make_theme(CONTRAST, CONTRAST_HUES, ("#000000", "#000000", "#141414"), dark=True),
        _make_theme(CONTRAST_LIGHT, CONTRAST_LIGHT_HUES, ("#ffffff", "#ffffff", "#f2f2f2"), dark=False),
        _make_theme(SAFE, SAFE_HUES, ("#10141a", "#141a22", "#1a212b"), dark=True),
        _make_theme(SAFE_LIGHT, SAFE_LIGHT_HUES, ("#fbfaf6", "#ffffff", "#efede6"), dark=False),
        _make_theme(ANSI_DARK, ansi, (_PLAIN, _PLAIN, _PLAIN), dark=True),
        _make_theme(ANSI_LIGHT, ANSI_HUES, (_PLAIN, _PLAIN, _PLAIN), dark=False),
    )


def hue_defaults(theme: Theme) -> dict[str, str]:
    """Our roles for a theme that is not ours: the nearest set of hues, with that theme's own accent."""
    hues = ANSI_HUES if theme.ansi else DARK_HUES if theme.dark else LIGHT_HUES
    return {f"hue-{role}": value for role, value in {**hues, "accent": theme.primary}.items()}


def choose_theme(
    asked: str | None, environment: Mapping[str, str] = os.environ, *, preferred: str | None = None
) -> str:
    """The theme's name: the one asked for, else the preferred one where it can be shown, else the terminal's."""
    if asked and asked != TERMINAL:
        return NAMES.get(asked, asked)
    is_light = environment.get("COLORFGBG", "").rsplit(";", 1)[-1] in LIGHT_BACKGROUNDS
    if environment.get("NO_COLOR") or not _has_many_colours(environment):
        return ANSI_LIGHT if is_light else ANSI_DARK
    if preferred and preferred != TERMINAL and not asked:
        return NAMES.get(preferred, preferred)
    return LIGHT if is_light else DARK


def _has_many_colours(environment: Mapping[str, str]) -> bool:
    return environment.get("COLORTERM", "") in ("truecolor", "24bit") or "256" in environment.get("TERM", "")


class Painter:
    """Turns names of styles into terminal styles for one theme; what it made it keeps."""

    def __init__(self, variables: Mapping[str, str], *, is_plain: bool) -> None:
        self._variables = variables
        self._is_plain = is_plain
        self._styles: dict[str, Style] = {}
        self._barred: dict[tuple[str, str], Style] = {}
        self._whole: dict[tuple[Style, str, str], Style] = {}

    def style(self, names: str) -> Style:
        """The style of names separated by blanks; later ones lie over earlier ones."""
        made = self._styles.get(names)
        if made is None:
            made = self._styles[names] = Style.combine([Style.null(), *map(self._make, _looks(names))])
        return made

    def _on_bar(self, names: str, over: str) -> Style:
        """The same on a selected row; where that is reversed, hues would be backgrounds, so it keeps one colour."""
        made = self._barred.get((names, over))
        if made is None:
            nearer = (replace(look, hue=ON_BAR.get(look.hue or "", look.hue)) for look in _looks(names))
            made = Style.combine([Style.null(), *map(self._make, nearer), self.style(over)])
            if self._is_plain and over == "bar":
                made = made.without_color + Style(dim=False)
            if self._is_plain and "target" in names.split():
                made += Style(reverse=over != "bar", bold=True)
            self._barred[names, over] = made
        return made

    def pill(self, name: str) -> Style:
        """A filled label in the hue of a style."""
        look = LOOKS.get(name, LOOKS["accent"])
        if self._is_plain:
            return self._make(look) + Style(reverse=True, bold=True)
        return Style(color=self._colour("on-pill"), bgcolor=self._colour(look.hue or "accent"), bold=True)

    def segments(self, line: Line, base: Style, over: str = "") -> list[Segment]:
        """The runs of a line as segments, on a base style and with a style over all of them."""
        return [Segment(run.text, self._finished(base, run.style, over)) for run in line]

    def _finished(self, base: Style, names: str, over: str) -> Style:
        made = self._whole.get((base, names, over))
        if made is None:
            made = base + (self._on_bar(names, over) if over in BARS else self.style(names) + self.style(over))
            self._whole[base, names, over] = made
        return made

    def _make(self, look: Look) -> Style:
        attributes = Style.parse(f"{look.attributes} {look.plain if self._is_plain else ''}")
        back = None if look.back is None or self._is_plain else self._colour(look.back)
        return Style(color=self._colour(look.hue) if look.hue else None, bgcolor=back) + attributes

    def _colour(self, role: str) -> str | None:
        value = self._variables.get(f"hue-{role}")
        if value is None or value == "ansi_default":
            return None
        return Color.parse(value).rich_color.name


def _looks(names: str) -> Iterator[Look]:
    return (LOOKS[name] for name in names.split() if name in LOOKS)


def _make_theme(name: str, hues: Mapping[str, str], grounds: tuple[str, str, str], *, dark: bool) -> Theme:
    """A theme of one set of hues.

    Args:
        grounds: colours of background, surface and panel; the terminal's own make it one of sixteen colours.
    """
    background, surface, panel = grounds
    own = {f"hue-{role}": value for role, value in hues.items()}
    bars = {"scrollbar": hues["faint"], "scrollbar-background": surface, "scrollbar-corner-color": surface}
    is_ansi = background == _PLAIN
    return Theme(
        name=name,
        ansi=is_ansi,
        dark=dark,
        primary=hues["accent"],
        secondary=hues["attributed"],
        accent=hues["accent"],
        warning=hues["flag"],
        error=hues["disagreement"],
        success=hues["accepted"],
        foreground=hues["text"],
        background=background,
        surface=surface,
        panel=panel,
        boost=_PLAIN if is_ansi else None,
        variables={**own, **bars, **(_ansi_variables(dark=dark) if is_ansi else _selection_variables(hues))},
    )


def _selection_variables(hues: Mapping[str, str]) -> dict[str, str]:
    return {
        "block-cursor-background": hues["bar-back"],
        "block-cursor-foreground": hues["text"],
        "input-selection-background": hues["target-back"],
    }


def _ansi_variables(*, dark: bool) -> dict[str, str]:
    return {
        "ansi-background": "ansi_black" if dark else "ansi_white",
        "ansi-foreground": "ansi_white" if dark else "ansi_black",
    }
