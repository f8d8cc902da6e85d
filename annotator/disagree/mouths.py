"""Who is quoted with the same words in two documents: one speaker, a body and its member, or two people?"""

from __future__ import annotations

from annotator.disagree.lexicon import word_class
from annotator.model import Source, SourceRole
from annotator.text import fold


def are_one_speaker(a: Source | None, b: Source | None) -> bool:
    """Whether nothing tells that two people said it; one may speak for the other, if that is a body."""
    if a is None or b is None or (a.entity and a.entity == b.entity):
        return True
    if (a.role is SourceRole.INSTITUTION) != (b.role is SourceRole.INSTITUTION):
        return True
    x, y = name_of(a).split(), name_of(b).split()
    return not x or not y or x[-1] == y[-1]


def name_of(source: Source) -> str:
    """What a source is called, folded; nothing for a pronoun that stands for nobody known."""
    name = fold(source.name or source.text or "")
    return "" if name in word_class("pronouns") else name
