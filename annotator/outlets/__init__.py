"""Who published a text, and what kind of body that is."""

from annotator.outlets.identify import identify_outlet

__all__ = ["identify_outlet"]
