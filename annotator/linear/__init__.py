"""The whole work as a dialogue of lines: for screen readers, braille displays, dumb terminals, pipes and scripts."""

from annotator.linear.dialogue import DEFAULT_WIDTH, PAGE, Dialogue, Reply
from annotator.linear.lines import MIN_WIDTH, cells, fold
from annotator.linear.verbs import VERBS

__all__ = ["DEFAULT_WIDTH", "MIN_WIDTH", "PAGE", "VERBS", "Dialogue", "Reply", "cells", "fold"]
