"""Who says what: source, cue and content."""

from annotator.attribution.attribute import attribute
from annotator.attribution.entities import link_entities

__all__ = ["attribute", "link_entities"]
