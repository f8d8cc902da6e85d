"""Finds all facts of a sentence."""

from __future__ import annotations

from annotator.facts.almanac import read_anchor
from annotator.facts.amounts import match_amounts
from annotator.facts.dates import match_dates
from annotator.facts.found import make_facts
from annotator.facts.names import match_names
from annotator.facts.status import match_status
from annotator.facts.titles import match_titles
from annotator.facts.tokens import tokenize
from annotator.model import Fact, Span


def find_facts(text: str, sentence: Span, *, published: str | None = None) -> tuple[Fact, ...]:
    """Facts in order of the text, each inside the sentence; relative dates are resolved against `published`."""
    tokens = tokenize(text, sentence)
    dates = match_dates(tokens, read_anchor(published))
    amounts = match_amounts(tokens, dates)
    names = match_names(tokens, dates + amounts)
    return make_facts(tokens, [*dates, *amounts, *match_status(tokens), *names, *match_titles(tokens, names)])
