"""Where documents differ on the same fact: one module a kind."""

from annotator.disagree.find import find_disagreements

__all__ = ["find_disagreements"]
