"""Which keys does this run have? Chosen once, before the first screen is loaded: its bindings are made from them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import Template

from annotator.tui.keys.action import Action, Context, printed
from annotator.tui.keys.table import ACTIONS

_chosen: list[tuple[Action, ...]] = [ACTIONS]
_digits: dict[str, str] = {}


def choose_keys(actions: tuple[Action, ...], digits: Mapping[str, str] | None = None) -> None:
    """Makes these the keys of this process.

    Args:
        digits: characters that stand for a digit in dialogs.
    """
    _chosen[:] = [actions]
    _digits.clear()
    _digits.update(digits or {})
    actions_in.cache_clear()
    ranked_in.cache_clear()
    key_of.cache_clear()


def as_digit(character: str | None) -> str | None:
    """The digit that a character stands for on this keyboard; the character itself for all others."""
    return _digits.get(character, character) if character else character


def all_actions() -> tuple[Action, ...]:
    """Everything that can be done, with the chosen keys."""
    return _chosen[0]


@cache
def actions_in(*contexts: Context) -> tuple[Action, ...]:
    """The actions that work in one of these contexts, each once, in the order of the table."""
    return tuple(a for a in all_actions() if any(c in contexts for c in a.contexts))


@cache
def ranked_in(*contexts: Context) -> tuple[Action, ...]:
    """The actions of these contexts that the bottom line may show, in its order."""
    return tuple(sorted((a for a in actions_in(*contexts) if a.rank and a.keys), key=lambda a: a.rank))


@cache
def key_of(name: str) -> str:
    """The first key of an action as people write it; what to look for in the palette where it has none."""
    found = [a for a in all_actions() if a.id == name]
    keys = [a.keys[0] for a in found if a.keys]
    if keys:
        return printed(keys[0])
    return f"{key_of('palette')} {found[0].label}"


def said(sentence: str) -> str:
    """A sentence with the chosen keys in it: "$choose_set chooses another" is "g n chooses another"."""
    if "$" not in sentence:
        return sentence
    wanted = Template(sentence).get_identifiers()
    return Template(sentence).substitute({name: key_of(name) for name in wanted})
