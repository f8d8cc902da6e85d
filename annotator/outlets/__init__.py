"""Who published a text, and what kind of body that is."""

from annotator.outlets.identify import identify_outlet
from annotator.outlets.registry import other_names

__all__ = ["identify_outlet", "other_names"]
