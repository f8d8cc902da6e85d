"""The keys: one table of actions, how they are written, and what a person makes of them."""

from annotator.tui.keys.action import Action, Context, printed
from annotator.tui.keys.chosen import actions_in, all_actions, as_digit, choose_keys, key_of, ranked_in, said
from annotator.tui.keys.going import place_of
from annotator.tui.keys.listing import list_keys, unsent_keys
from annotator.tui.keys.presets import configured, digits_of, keys_of, presets
from annotator.tui.keys.table import ACTIONS, SEQUENCE_TITLES, Clash, find_clashes

__all__ = [
    "ACTIONS",
    "SEQUENCE_TITLES",
    "Action",
    "Clash",
    "Context",
    "actions_in",
    "all_actions",
    "as_digit",
    "choose_keys",
    "configured",
    "digits_of",
    "find_clashes",
    "key_of",
    "keys_of",
    "list_keys",
    "place_of",
    "presets",
    "printed",
    "ranked_in",
    "said",
    "unsent_keys",
]
