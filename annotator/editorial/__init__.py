"""Genre of a text, where its own voice editorialises, and which of its claims are worth checking."""

from annotator.editorial.check_worthy import score_check_worthiness
from annotator.editorial.evidence import Hit, Reading
from annotator.editorial.flags import FAMILIES, SHOWN, Family, Weighed, Weighing, find_flags, weigh_sentence
from annotator.editorial.genre import judge_genre

__all__ = [
    "FAMILIES",
    "SHOWN",
    "Family",
    "Hit",
    "Reading",
    "Weighed",
    "Weighing",
    "find_flags",
    "judge_genre",
    "score_check_worthiness",
    "weigh_sentence",
]
