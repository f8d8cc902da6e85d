"""The screens. Only this package knows Textual."""

from annotator.tui.app import AnnotatorApp
from annotator.tui.keys import choose_keys, configured, digits_of, keys_of, list_keys, unsent_keys

__all__ = ["AnnotatorApp", "choose_keys", "configured", "digits_of", "keys_of", "list_keys", "unsent_keys"]
