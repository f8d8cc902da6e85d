"""The screens. Only this package knows Textual."""

from annotator.tui.app import AnnotatorApp

__all__ = ["AnnotatorApp"]
