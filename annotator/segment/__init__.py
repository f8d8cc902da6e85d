"""Cuts a text into head, body and boilerplate, quotations and sentences; reads the dates of its stamp lines."""

from annotator.segment.layout import lay_out
from annotator.segment.printed_dates import (
    PrintedDate,
    is_publishing,
    is_updating,
    read_printed_dates,
    spread_glued,
)
from annotator.segment.quotations import find_quotations
from annotator.segment.sentences import split_sentences
from annotator.segment.stamps import is_date_stamp

__all__ = [
    "PrintedDate",
    "find_quotations",
    "is_date_stamp",
    "is_publishing",
    "is_updating",
    "lay_out",
    "read_printed_dates",
    "split_sentences",
    "spread_glued",
]
