"""Comparable slots of a sentence: quantities, money, dates, durations, names, titles, status of events."""

from annotator.facts.dates import find_dates
from annotator.facts.find import find_facts

__all__ = ["find_dates", "find_facts"]
