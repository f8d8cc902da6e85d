"""Are the same quoted words put into two mouths, and is one speaker named here and none there?"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.align import read_terms
from annotator.disagree.collation import Stretch, collate_all
from annotator.disagree.findings import Finding, Place, make_place
from annotator.disagree.hearsay import Standing, standing_of
from annotator.disagree.lexicon import word_class
from annotator.disagree.matching import are_named_together
from annotator.disagree.story import Story
from annotator.disagree.utterances import Utterance
from annotator.model import DisagreementKind as Kind
from annotator.model import Level, Severity, Source, SourceRole
from annotator.text import fold

DETECTOR = "mouths@1"
MIN_WORDS, MIN_TERMS = 4, 2  # alike, that two people hardly say by chance
MANY_WORDS = 6  # alike, that need not begin a sentence, and of which one with content less will do
MIN_SHARE = 0.85  # of a sentence that is quoted
CONFIDENCE = 0.7
_NO_SPEAKERS = frozenset({SourceRole.DOCUMENT, SourceRole.AUTHOR, SourceRole.OUTLET})


def detect_mouths(story: Story) -> Iterator[Finding]:
    """The same sentence quoted from two speakers."""
    for left, right, stretches in collate_all(story):
        stretch = next((s for s in stretches if _is_same_sentence(left, right, s)), None)
        severity = _grade(story, left, right) if stretch is not None else None
        if severity is not None and stretch is not None:
            yield _make_finding(left, right, stretch, severity)


def _is_same_sentence(left: Utterance, right: Utterance, stretch: Stretch) -> bool:
    if stretch.words < max(MIN_WORDS, MIN_SHARE * stretch.size):
        return False
    if stretch.terms([t.word for t in left.tokens]) + (stretch.words >= MANY_WORDS) < MIN_TERMS:
        return False
    begins = left.starts_sentence(stretch.left.start) and right.starts_sentence(stretch.right.start)
    return begins or stretch.words >= MANY_WORDS


def _grade(story: Story, left: Utterance, right: Utterance) -> Severity | None:
    """How much it matters who is quoted; None where nothing tells that they are two."""
    a, b = left.source, right.source
    if a is None or b is None or {a.role, b.role} & _NO_SPEAKERS or not (_is_told(left) and _is_told(right)):
        return None
    standings = {standing_of(story, left.tokens[0].statement, a), standing_of(story, right.tokens[0].statement, b)}
    if Standing.NAMED not in standings or Standing.ROLE in standings or (a.entity and a.entity == b.entity):
        return None
    if Standing.ANONYMOUS in standings:
        return Severity.TENSION
    if (a.role is SourceRole.INSTITUTION) != (b.role is SourceRole.INSTITUTION):
        return Severity.IMPRECISION
    if _share_a_name(story, a, b):
        return None
    return Severity.IMPRECISION if Standing.GENERIC in standings else Severity.TENSION


def _is_told(utterance: Utterance) -> bool:
    """Whether the text beside the quotation says who speaks; who "he" is was only inferred."""
    source = utterance.source
    return source is not None and bool(source.text) and fold(source.text or "") not in word_class("pronouns")


def _share_a_name(story: Story, a: Source, b: Source) -> bool:
    x, y = (frozenset(read_terms(name_of(s)).unique) for s in (a, b))
    return not x or not y or bool(x & y) or are_named_together(story, x, y)


def _place(utterance: Utterance, words: range) -> Place:
    """The speaker where the claim names it, else the words."""
    token = utterance.tokens[words.start]
    statement, source = token.statement, utterance.source
    name = (source.name or source.text or "") if source else ""
    if source is not None and source.span is not None and source.span.overlap(statement.claim.span):
        return make_place(statement, source.span, name)
    held = [t.at for t in (utterance.tokens[i] for i in words) if t.statement is statement]
    return make_place(statement, statement.span(held[0], held[-1] + 1), name)


def _make_finding(left: Utterance, right: Utterance, stretch: Stretch, severity: Severity) -> Finding:
    return Finding(
        Kind.ATTRIBUTION,
        severity,
        _place(left, stretch.left),
        _place(right, stretch.right),
        DETECTOR,
        CONFIDENCE,
        "the same words are quoted from two speakers",
        Level.OUTLET,
    )


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
