"""The screens. Only this package knows Textual."""

from typing import TYPE_CHECKING, Any

from annotator.tui.app import AnnotatorApp

if TYPE_CHECKING:
    from annotator.tui.keys import choose_keys, configured, digits_of, keys_of, list_keys, unsent_keys

__all__ = ["AnnotatorApp", "choose_keys", "configured", "digits_of", "keys_of", "list_keys", "unsent_keys"]


def __getattr__(name: str) -> Any:
    """The table of keys loads when asked for: the first paint need not wait for it."""
    if name not in __all__:
        raise AttributeError(name)
    from annotator.tui import keys

    return getattr(keys, name)
