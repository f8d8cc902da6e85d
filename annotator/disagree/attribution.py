"""Is one and the same thing put into different mouths, or stated as fact where another text only reports it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from annotator.align import Word, is_weak, read_terms
from annotator.disagree.clauses import Clause
from annotator.disagree.findings import Finding, Place, make_place
from annotator.disagree.hearsay import Standing, standing_of, whole_source
from annotator.disagree.lexicon import word_class
from annotator.disagree.matching import are_named_together, overlap
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.model import Attitude, Attribution, Directness, GenreType, Severity, Source, SourceRole, Span, Stance
from annotator.model import DisagreementKind as Kind
from annotator.text import fold

DETECTOR = "attribution@1"
MIN_CERTAINTY = 0.4
MIN_LIKENESS = 0.7  # of the contents, by weight of their terms
MIN_TERMS = 3  # terms that the contents share
SPELLING = 85  # rapidfuzz ratio 0..100 from which two words are one name
MIN_HEARSAY = 0.6  # of what an unnamed source says and a text states flatly
CLAIMS_AFTER = 1  # in which a text may tell that what it reported is disputed
MIN_BOTH = 0.4  # share of all terms of both contents that both have
MIN_COPIED, MIN_COPIED_TERMS = 5, 2  # words of a quotation in one run, and terms in it, that plain words repeat
_NO_SPEAKER = frozenset({SourceRole.DOCUMENT, SourceRole.AUTHOR, SourceRole.OUTLET})
_NAMELESS = frozenset({SourceRole.UNNAMED, SourceRole.PERSON, SourceRole.OFFICIAL})
_OFFICIAL = frozenset({GenreType.OFFICIAL, GenreType.PRESS_RELEASE})
_STATING = frozenset({Attitude.ASSERTS, Attitude.DENIES, Attitude.BELIEVES})
_MARKS = frozenset('"“”«»')


def detect_attributions(story: Story) -> Iterator[Finding]:
    """Contents with two speakers, and quoted or doubted words repeated as plain fact."""
    for pair in story.pairs:
        if pair.certainty < MIN_CERTAINTY and pair.contained < MIN_LIKENESS:
            continue
        left, right = _main(pair.left), _main(pair.right)
        if left and right:
            yield from _compare_speakers(story, pair, left, right)
        elif left or right:
            yield from _compare_voices(story, pair, left, right)


def _main(statement: Statement) -> Attribution | None:
    """The attribution whose content covers most of a claim, of those that give what somebody states."""
    held = [a for a in statement.claim.attributions if a.source is not None and a.attitude in _STATING]
    return max(held, key=lambda a: sum(c.overlap(statement.claim.span) for c in a.content), default=None)


def _compare_speakers(story: Story, pair: Pair, left: Attribution, right: Attribution) -> Iterator[Finding]:
    severity = _grade_speakers(story, pair, left, right)
    if severity is None:
        return
    x, y = _content(pair.left, left), _content(pair.right, right)
    likeness, shared = overlap(story, x, y), len(x & y)
    is_same_quote = _is_copied(pair.left, left, pair.right, story.clauses[pair.right.index], min_terms=1)
    is_enough = shared >= MIN_TERMS or is_same_quote or (x == y and shared > 1)
    if likeness < MIN_LIKENESS or shared < MIN_BOTH * len(x | y) or not is_enough:
        return
    yield Finding(
        Kind.ATTRIBUTION,
        severity,
        _place(pair.left, left),
        _place(pair.right, right),
        DETECTOR,
        0.2 + 0.4 * likeness + 0.2 * pair.certainty,
        "the same is put into two mouths",
    )


def _grade_speakers(story: Story, pair: Pair, left: Attribution, right: Attribution) -> Severity | None:
    """How much it matters who is said to have stated it; None where it may be one."""
    if left.source is None or right.source is None:
        return None
    ours, theirs = standing_of(story, pair.left, left.source), standing_of(story, pair.right, right.source)
    if (ours is Standing.ANONYMOUS) != (theirs is Standing.ANONYMOUS):
        return Severity.TENSION
    if Standing.ROLE in (ours, theirs) and not _speak_for_two_sides(left.source, right.source):
        return None
    if _may_be_one(story, left, right) or not _are_known_apart(story, left.source, right.source):
        return None
    is_general = Standing.GENERIC in (ours, theirs) and not _speak_for_two_sides(left.source, right.source)
    return Severity.IMPRECISION if is_general else Severity.TENSION


def _compare_voices(story: Story, pair: Pair, left: Attribution | None, right: Attribution | None) -> Iterator[Finding]:
    """A source on one side, the same as the document's own word on the other."""
    said, plain = (pair.left, pair.right) if left else (pair.right, pair.left)
    attribution = left or right
    assert attribution is not None
    source = attribution.source
    if source is None or source.role is SourceRole.DOCUMENT or not _is_own_word(plain):
        return
    doubt = _doubt_of(story, said, attribution)
    if doubt and _says_the_same(story, said, attribution, plain):
        yield _make_voices(said, attribution, plain, f"one text {doubt}, the other states it flatly")
    elif (attribution.directness is not Directness.INDIRECT or doubt) and _is_copied(
        said, attribution, plain, story.clauses[plain.index], min_terms=MIN_COPIED_TERMS
    ):
        yield _make_voices(said, attribution, plain, "what one text quotes, the other states as its own")


def _doubt_of(story: Story, said: Statement, attribution: Attribution) -> str:
    """Why what is said is not to be taken for a fact; empty where it may be."""
    if attribution.source is None:
        return ""
    is_anonymous = standing_of(story, said, attribution.source) is Standing.ANONYMOUS
    if is_anonymous or _is_hearsay(attribution):
        return "has it from an unnamed source"
    if attribution.cue is not None and attribution.cue.stance is Stance.DISTANCING:
        return "only reports the claim"
    near = story.statements[said.index : said.index + 1 + CLAIMS_AFTER]
    is_disputed = any(s.document is said.document and _disputes(s.words) for s in near)
    return "tells that it is disputed" if is_disputed else ""


def _disputes(words: Sequence[Word]) -> bool:
    """ "which the firm denies", "disputes that account", "called it untrue"."""
    return any(
        (a.plain in word_class("disputing") and b.plain in word_class("pointing"))
        or (b.plain in word_class("wrong") and a.plain in word_class("be"))
        or (a.plain == "which" and b.plain in word_class("disputing"))
        for a, b in pairwise(words)
    )


def _make_voices(said: Statement, attribution: Attribution, plain: Statement, note: str) -> Finding:
    first = _place(said, attribution)
    second = make_place(plain, plain.claim.span, "stated as fact")
    return Finding(Kind.ATTRIBUTION, Severity.TENSION, first, second, DETECTOR, 0.5, note)


def _is_hearsay(attribution: Attribution) -> bool:
    """Whether the source is somebody without a name and without an office that answers for what is said."""
    source = attribution.source
    if source is None or not source.text or source.role not in _NAMELESS:
        return False
    words = source.text.split()
    plain = fold(source.text).replace(",", " ").split()
    is_nameless = not any(w[:1].isupper() for w in (source.name or source.text).split()[1:])
    return (
        is_nameless
        and len(words) > 1
        and plain[0] in word_class("indefinite")
        and not (word_class("answering") & set(plain))
    )


def _says_the_same(story: Story, said: Statement, attribution: Attribution, plain: Statement) -> bool:
    """Whether the plain claim repeats most of the content, and its document names no source for it anywhere."""
    x, y = _content(said, attribution), frozenset(t for t in plain.terms.unique if not is_weak(t))
    if len(x & y) < max(MIN_TERMS, MIN_BOTH * len(x | y)) or overlap(story, x, y) < MIN_HEARSAY:
        return False
    others = (s for s in story.statements if s.document is plain.document and _main(s) is not None)
    return not any(overlap(story, x, s.terms.unique) >= MIN_HEARSAY for s in others)


def _is_own_word(statement: Statement) -> bool:
    """Whether the outlet speaks; an official text speaks for its issuer, and marks show somebody else's words."""
    is_official = statement.document.genre is not None and statement.document.genre.type in _OFFICIAL
    stating = [c for a in statement.claim.attributions if a.attitude in _STATING for c in a.content]
    is_said = 2 * sum(c.overlap(statement.claim.span) for c in stating) >= len(statement.claim.span)
    return not is_said and not is_official and not _MARKS & set(statement.claim.text)


def _is_copied(
    said: Statement, attribution: Attribution, plain: Statement, clauses: Sequence[Clause], *, min_terms: int
) -> bool:
    """Whether the plain words hold a run of the quoted ones, with a verb and enough terms that are no names."""
    quoted = [said.words[i] for c in attribution.content if c.overlap(said.claim.span) for i in said.inside(c)]
    blocks = LCSseq.opcodes([w.plain for w in quoted], [w.plain for w in plain.words])
    runs = [op for op in blocks if op.tag == "equal" and op.src_end - op.src_start >= MIN_COPIED]
    return any(
        len(_common_terms(quoted[op.src_start : op.src_end])) >= min_terms
        and _has_verb(plain, clauses, range(op.dest_start, op.dest_end))
        for op in runs
    )


def _has_verb(statement: Statement, clauses: Sequence[Clause], words: range) -> bool:
    is_predicate = any(statement.words[i].plain in word_class("be") for i in words)
    return is_predicate or any(words.start < clause.group.stop <= words.stop for clause in clauses)


def _common_terms(words: Sequence[Word]) -> set[str]:
    return {w.term for w in words if w.term is not None and not w.is_capital}


def _content(statement: Statement, attribution: Attribution) -> frozenset[str]:
    inside = {i for c in attribution.content for i in statement.inside(c)}
    terms = (statement.words[i].term for i in inside)
    return frozenset(t for t in terms if t is not None and not is_weak(t))


def _may_be_one(story: Story, left: Attribution, right: Attribution) -> bool:
    a, b = left.source, right.source
    if a is None or b is None:
        return True
    if a.role in _NO_SPEAKER or b.role in _NO_SPEAKER or (a.entity and a.entity == b.entity):
        return True
    if _speak_for_two_sides(a, b):
        return False
    if not (_is_explicit(left) and _is_explicit(right)):
        return True
    x, y = _tokens(left), _tokens(right)
    if not x or not y or any(fuzz.ratio(v, w) >= SPELLING for v in x for w in y):
        return True
    if _is_role(left) != _is_role(right) and not {a.role, b.role} & {SourceRole.INSTITUTION}:
        return True
    terms = [frozenset().union(*(read_terms(w).unique for w in words)) for words in (x, y)]
    return are_named_together(story, terms[0], terms[1])


def _are_known_apart(story: Story, a: Source, b: Source) -> bool:
    """Whether two bodies are not two names of one: they stand for two sides, or one document names both."""
    if SourceRole.INSTITUTION not in (a.role, b.role) or _speak_for_two_sides(a, b):
        return True
    return any(fold(a.name or a.text or "") in text and fold(b.name or b.text or "") in text for text in _texts(story))


def _texts(story: Story) -> tuple[str, ...]:
    texts = {s.document.id: s.document.text for s in story.statements}
    return story.once(("folded texts",), lambda: tuple(fold(t) for t in texts.values()))


def _speak_for_two_sides(a: Source, b: Source) -> bool:
    """ "a union official", "the board": neither has a name, and they stand for two sides."""
    sides = [_side_of(source) for source in (a, b)]
    return None not in sides and sides[0] != sides[1]


def _side_of(source: Source) -> str | None:
    words = (source.text or "").split()
    if any(w[:1].isupper() for w in words[1:]):
        return None
    plain = {w.casefold() for w in words}
    held = [side for side in ("owners", "workers", "state", "patrons") if plain & word_class(f"side_{side}")]
    return held[0] if len(held) == 1 else None


def _is_explicit(attribution: Attribution) -> bool:
    """Whether the text itself names the source here: who "he" or "the governor" is, was only inferred."""
    source = attribution.source
    if source is None or not source.text or not source.name:
        return False
    if not set(fold(source.name).split()).isdisjoint(word_class("times") | word_class("media")):
        return False
    return not set(fold(source.name).split()).isdisjoint(fold(source.text).replace(",", " ").split())


def _is_role(attribution: Attribution) -> bool:
    """Whether the source is one person known by a role only: "the committee's chairman"."""
    source = attribution.source
    name = (source.name or "") if source else ""
    return name.islower() and not name.endswith("s")


def _tokens(attribution: Attribution) -> set[str]:
    """The words by which a source is known, without titles and short words."""
    source = attribution.source
    if source is None:
        return set()
    is_full = len((source.name or "").split()) > 1 and (source.name or "").istitle()
    words = fold(f"{source.name or ''} {'' if is_full else source.text or ''}").split()
    return {w.strip(".,") for w in words if len(w) > 3} - word_class("titles") - word_class("times")


def _name(attribution: Attribution) -> str:
    source = attribution.source
    return (source.name or source.text or "") if source else ""


def _place(statement: Statement, attribution: Attribution) -> Place:
    source = attribution.source
    span = _shown(statement, attribution)
    if source is None or span != source.span:
        return make_place(statement, span, _name(attribution))
    whole = whole_source(statement, source)
    return make_place(statement, whole, None if whole != span else _name(attribution))


def _shown(statement: Statement, attribution: Attribution) -> Span:
    """The source where the claim names it, else the claim."""
    source = attribution.source
    if source is not None and source.span is not None and source.span.overlap(statement.claim.span):
        return source.span
    return statement.claim.span
