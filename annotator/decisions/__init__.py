"""People's decisions as values: what holds after a log of them, and how it lies over the engine's suggestions."""

from annotator.decisions.anchors import Anchoring, anchor_of, place_of
from annotator.decisions.annotators import (
    Judgement,
    Judgements,
    Outcome,
    read_asked,
    read_rulings,
    same_answer,
)
from annotator.decisions.carrying import Ruled, Trace, carry, places_to_follow, trace_all
from annotator.decisions.describe import describe, said_before
from annotator.decisions.fates import Fated, Versions, find_fates
from annotator.decisions.history import Batch, Decisions, History, fold_events, fold_history
from annotator.decisions.layers import Layers
from annotator.decisions.marks import Mark, gather_marks
from annotator.decisions.merging import MergePlan, match_documents, namesakes, plan_merge, rename_people
from annotator.decisions.overlay import Overlay, find_orphans, lay_over
from annotator.decisions.progress import count_decided
from annotator.decisions.prune import is_standing, without_documents, without_rejected
from annotator.decisions.resolve import Index
from annotator.decisions.slots import Question, Slot, slot_of, value_of

__all__ = [
    "Anchoring",
    "Batch",
    "Decisions",
    "Fated",
    "History",
    "Index",
    "Judgement",
    "Judgements",
    "Layers",
    "Mark",
    "MergePlan",
    "Outcome",
    "Overlay",
    "Question",
    "Ruled",
    "Slot",
    "Trace",
    "Versions",
    "anchor_of",
    "carry",
    "count_decided",
    "describe",
    "find_fates",
    "find_orphans",
    "fold_events",
    "fold_history",
    "gather_marks",
    "is_standing",
    "lay_over",
    "match_documents",
    "namesakes",
    "place_of",
    "places_to_follow",
    "plan_merge",
    "read_asked",
    "read_rulings",
    "rename_people",
    "said_before",
    "same_answer",
    "slot_of",
    "trace_all",
    "value_of",
    "without_documents",
    "without_rejected",
]
