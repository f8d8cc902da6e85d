"""Do two documents give one person different posts?

Words for any leader ("head", "boss"), honorifics, and a post that both documents know are no difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from annotator.align import read_terms
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Fact, FactKind, Severity
from annotator.text import fold, load_table

DETECTOR = "titles@1"
CONFIDENCE = 0.6
_DEPUTIES = frozenset({"deputy", "vice", "assistant", "associate"})
_ACTING = frozenset({"acting", "interim"})


def detect_titles(story: Story) -> Iterator[Finding]:
    """Posts of one sort held by one person, one for each pair of documents."""
    held: dict[tuple[str, str], dict[str, list[tuple[Statement, Fact, str]]]] = {}
    for statement in story.statements:
        for fact in statement.claim.facts:
            post = _post(fact)
            if post is not None and fact.counted:
                key = (fold(fact.counted).split()[-1], post[0])
                by_document = held.setdefault(key, {})
                by_document.setdefault(statement.document.id, []).append((statement, fact, post[1]))
    for by_document in held.values():
        for left, right in combinations(by_document.values(), 2):
            if not {p for _, _, p in left} & {p for _, _, p in right} and _exclude(left[0], right[0]):
                yield _make_finding(left[0], right[0])


def _exclude(left: tuple[Statement, Fact, str], right: tuple[Statement, Fact, str]) -> bool:
    """Whether nobody holds both at once: in one body, and neither standing in for somebody beside an own post."""
    plain = [post.removeprefix("acting ") for post in (left[2], right[2])]
    stands_in = plain != [left[2], right[2]]
    return not _are_apart(left[1], right[1]) and (not stands_in or plain[0] == plain[1])


def _are_apart(a: Fact, b: Fact) -> bool:
    """Whether the posts are held in two bodies."""
    ours, theirs = (read_terms(fact.scope or "").unique for fact in (a, b))
    return bool(ours and theirs) and not ours & theirs


def _make_finding(left: tuple[Statement, Fact, str], right: tuple[Statement, Fact, str]) -> Finding:
    places = [make_place(s, fact.span, f"{fact.counted}: {fact.text}", meaning=post) for s, fact, post in (left, right)]
    is_stand_in = left[2].removeprefix("acting ") == right[2].removeprefix("acting ")
    severity = Severity.IMPRECISION if is_stand_in else Severity.TENSION
    return Finding(Kind.NAMING, severity, places[0], places[1], DETECTOR, CONFIDENCE, "not the same post")


def _post(fact: Fact) -> tuple[str, str] | None:
    """The sort of a title and which post of the sort it is; None for what is no post, any post or a post once held."""
    if fact.kind is not FactKind.TITLE:
        return None
    title = fold(str(fact.value))
    known = _posts().get(title)
    if known is not None:
        return known
    rank, _, rest = title.partition(" ")
    post = _posts().get(rest)
    if post is None:
        return None
    if rank in _DEPUTIES:
        return post[0], f"deputy {post[1]}"
    return (post[0], f"acting {post[1]}") if rank in _ACTING else None


@cache
def _posts() -> dict[str, tuple[str, str]]:
    table = load_table("annotator.disagree", "data/namings.toml")["posts"]
    return {name: (sort, names[0]) for sort, posts in table.items() for names in posts for name in names}
