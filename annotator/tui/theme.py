"""How do the names of styles look? Themes, and the painter that turns names into terminal styles."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from annotator.view import Line

DARK, LIGHT, ANSI_DARK, ANSI_LIGHT = "annotator-dark", "annotator-light", "annotator-ansi-dark", "annotator-ansi-light"
NAMES = {"dark": DARK, "light": LIGHT, "ansi": ANSI_DARK, "ansi-light": ANSI_LIGHT}
"""What a person calls the themes."""
LIGHT_BACKGROUNDS = frozenset(("7", "15"))
"""Last number of COLORFGBG, as rxvt, Konsole and iTerm set it."""

_DARK_HUES = {
    "text": "#e8eaf0",
    "dim": "#8b97a8",
    "faint": "#3d4857",
    "quiet": "#677386",
    "accent": "#8aadf4",
    "disagreement": "#ff8095",
    "flag": "#f0b866",
    "quotation": "#97d3a4",
    "attributed": "#74c7d8",
    "accepted": "#86d992",
    "suggested": "#bda4f5",
    "genre-plain": "#8aadf4",
    "genre-report": "#97d3a4",
    "genre-argued": "#f2a272",
    "genre-odd": "#e895c8",
    "focus-back": "#1d2733",
    "bar-back": "#2a3f63",
    "bar-quiet": "#202a37",
    "target-back": "#2c3d5c",
    "found-back": "#5c4a14",
    "on-pill": "#10141a",
}
_LIGHT_HUES = {
    "text": "#14181f",
    "dim": "#5d6878",
    "faint": "#cdcabf",
    "quiet": "#83868a",
    "accent": "#2456c7",
    "disagreement": "#b8143f",
    "flag": "#8f5200",
    "quotation": "#1c6f3e",
    "attributed": "#0a6478",
    "accepted": "#1a7035",
    "suggested": "#6a3fc0",
    "genre-plain": "#2456c7",
    "genre-report": "#1c6f3e",
    "genre-argued": "#a8440a",
    "genre-odd": "#9a2373",
    "focus-back": "#eeebdf",
    "bar-back": "#c9d8f8",
    "bar-quiet": "#e6e3d8",
    "target-back": "#bccff5",
    "found-back": "#ffe08a",
    "on-pill": "#ffffff",
}
_ANSI_HUES = {
    "text": "ansi_default",
    "dim": "ansi_default",
    "faint": "ansi_bright_black",
    "quiet": "ansi_default",
    "accent": "ansi_blue",
    "disagreement": "ansi_red",
    "flag": "ansi_yellow",
    "quotation": "ansi_green",
    "attributed": "ansi_cyan",
    "accepted": "ansi_green",
    "suggested": "ansi_magenta",
    "genre-plain": "ansi_blue",
    "genre-report": "ansi_green",
    "genre-argued": "ansi_yellow",
    "genre-odd": "ansi_magenta",
    "focus-back": "ansi_default",
    "bar-back": "ansi_default",
    "bar-quiet": "ansi_default",
    "target-back": "ansi_default",
    "found-back": "ansi_default",
    "on-pill": "ansi_default",
}
_ANSI_ON_DARK = {"accent": "ansi_bright_blue", "disagreement": "ansi_bright_red", "flag": "ansi_bright_yellow"}


@dataclass(frozen=True, slots=True)
class Look:
    """A style by the roles of its colours; None leaves what is below."""

    hue: str | None = None
    back: str | None = None
    attributes: str = ""
    """Of Rich, such as "bold underline"."""
    plain: str = ""
    """Attributes more where backgrounds cannot be told apart (16 colours or none)."""


LOOKS: dict[str, Look] = {
    "text": Look("text"),
    "headline": Look("text", attributes="bold"),
    "standfirst": Look("text", attributes="italic"),
    "left-out": Look("dim", plain="dim"),
    "dim": Look("dim", plain="dim"),
    "faint": Look("faint"),
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
    "flagged-long": Look(attributes="underline"),
    "flagged-not": Look(attributes="dim"),
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


def make_themes() -> tuple[Theme, ...]:
    """Dark, light, and two that use the terminal's own sixteen colours."""
    return (
        _make_theme(DARK, _DARK_HUES, dark=True, background="#10141a", surface="#141a22", panel="#1a212b"),
        _make_theme(LIGHT, _LIGHT_HUES, dark=False, background="#faf8f2", surface="#fffef9", panel="#efece2"),
        _make_ansi(ANSI_DARK, {**_ANSI_HUES, **_ANSI_ON_DARK}, dark=True),
        _make_ansi(ANSI_LIGHT, _ANSI_HUES, dark=False),
    )


def hue_defaults(theme: Theme) -> dict[str, str]:
    """Our roles for a theme that is not ours: the nearest set of hues, with that theme's own accent."""
    hues = _ANSI_HUES if theme.ansi else _DARK_HUES if theme.dark else _LIGHT_HUES
    return {f"hue-{role}": value for role, value in {**hues, "accent": theme.primary}.items()}


def choose_theme(asked: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The theme's name: the one asked for, else what the terminal says about itself."""
    if asked:
        return NAMES.get(asked, asked)
    is_light = environment.get("COLORFGBG", "").rsplit(";", 1)[-1] in LIGHT_BACKGROUNDS
    if environment.get("NO_COLOR") or not _has_many_colours(environment):
        return ANSI_LIGHT if is_light else ANSI_DARK
    return LIGHT if is_light else DARK


def _has_many_colours(environment: Mapping[str, str]) -> bool:
    return environment.get("COLORTERM", "") in ("truecolor", "24bit") or "256" in environment.get("TERM", "")


class Painter:
    """Turns names of styles into terminal styles for one theme; what it made it keeps."""

    def __init__(self, variables: Mapping[str, str], *, is_plain: bool) -> None:
        self._variables = variables
        self._is_plain = is_plain
        self._styles: dict[str, Style] = {}

    def style(self, names: str) -> Style:
        """The style of names separated by blanks; later ones lie over earlier ones."""
        made = self._styles.get(names)
        if made is None:
            made = Style.combine([Style.null(), *(self._make(LOOKS[name]) for name in names.split() if name in LOOKS)])
            self._styles[names] = made
        return made

    def pill(self, name: str) -> Style:
        """A filled label in the hue of a style."""
        look = LOOKS.get(name, LOOKS["accent"])
        if self._is_plain:
            return self._make(look) + Style(reverse=True, bold=True)
        return Style(color=self._colour("on-pill"), bgcolor=self._colour(look.hue or "accent"), bold=True)

    def segments(self, line: Line, base: Style, over: str = "") -> list[Segment]:
        """The runs of a line as segments, on a base style and with a style over all of them."""
        top = self.style(over) if over else None
        made = []
        for run in line:
            style = base + self.style(run.style)
            made.append(Segment(run.text, style + top if top else style))
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


def _make_theme(name: str, hues: dict[str, str], *, dark: bool, background: str, surface: str, panel: str) -> Theme:
    return Theme(
        name=name,
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
        dark=dark,
        variables={
            **{f"hue-{role}": value for role, value in hues.items()},
            "block-cursor-background": hues["bar-back"],
            "block-cursor-foreground": hues["text"],
            "input-selection-background": hues["target-back"],
            "scrollbar": hues["faint"],
            "scrollbar-background": surface,
            "scrollbar-corner-color": surface,
        },
    )


def _make_ansi(name: str, hues: dict[str, str], *, dark: bool) -> Theme:
    plain = "ansi_default"
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        primary=hues["accent"],
        secondary=hues["attributed"],
        accent=hues["accent"],
        warning=hues["flag"],
        error=hues["disagreement"],
        success=hues["accepted"],
        foreground=plain,
        background=plain,
        surface=plain,
        panel=plain,
        boost=plain,
        variables={
            **{f"hue-{role}": value for role, value in hues.items()},
            "ansi-background": "ansi_black" if dark else "ansi_white",
            "ansi-foreground": "ansi_white" if dark else "ansi_black",
            "scrollbar": hues["faint"],
            "scrollbar-background": plain,
            "scrollbar-corner-color": plain,
        },
    )
