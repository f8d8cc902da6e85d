"""What the command line and the screens share: analyse, open, decide, undo."""

from annotator.session.analyze import analyze

__all__ = ["analyze"]
