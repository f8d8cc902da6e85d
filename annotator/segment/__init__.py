"""Cuts a text into head, body and boilerplate, quotations and sentences."""

from annotator.segment.layout import lay_out
from annotator.segment.quotations import find_quotations
from annotator.segment.sentences import split_sentences

__all__ = ["find_quotations", "lay_out", "split_sentences"]
