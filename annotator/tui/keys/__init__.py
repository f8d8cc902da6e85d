"""The keys: one table of actions, and how they are written."""

from annotator.tui.keys.action import Action, Context, printed
from annotator.tui.keys.going import place_of
from annotator.tui.keys.table import ACTIONS, SEQUENCE_TITLES, actions_in, find_clashes

__all__ = ["ACTIONS", "SEQUENCE_TITLES", "Action", "Context", "actions_in", "find_clashes", "place_of", "printed"]
