"""Comparable slots of a sentence: quantities, money, dates, durations, names, titles, status of events."""

from annotator.facts.almanac import WEEKDAYS
from annotator.facts.amounts import RECORD
from annotator.facts.compare import Relation, compare_values
from annotator.facts.counted import counts_people, fate_of, head_of, same_counted, singular
from annotator.facts.dates import find_dates
from annotator.facts.find import find_facts
from annotator.facts.intervals import Interval, duration_days, interval_of
from annotator.facts.ranks import PLACE
from annotator.facts.status import phase_of
from annotator.facts.titles import plain_title

__all__ = [
    "PLACE",
    "RECORD",
    "WEEKDAYS",
    "Interval",
    "Relation",
    "compare_values",
    "counts_people",
    "duration_days",
    "fate_of",
    "find_dates",
    "find_facts",
    "head_of",
    "interval_of",
    "phase_of",
    "plain_title",
    "same_counted",
    "singular",
]
