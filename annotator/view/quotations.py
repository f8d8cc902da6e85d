"""Which words are quoted, by whom, and in which versions do the documents give one quotation?

A quotation is what one source says between quotation marks, also where "he said" stands in the midst of it. Its
versions are compared with the official text where there is one, else with the earliest.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.model import AnchorKind, Attribution, Claim, Directness, Document, GenreType, Source
from annotator.text import fold, one_line
from annotator.view.filtering import Facets
from annotator.view.rows import Item
from annotator.view.sources import source_names
from annotator.view.sourcing import describe_source
from annotator.view.story import Story, Target
from annotator.view.words import ROLES, is_decided, is_rejected, outlet_word

QUOTATION_FIELDS = ("speaker", "role", "outlet", "genre", "versions", "words", "is")
MIN_TERM = 4  # letters of a word that brings versions together
MAX_USES = 60  # quotations with a term beyond which it brings none together
MIN_SHARED = 0.5  # of the terms of the shorter one (0-1)
MIN_ALIKE = 0.6  # of the words of the shorter one, in their order (0-1)
MIN_WORDS = 4  # a shorter piece is another's version only if it stands in it word for word
MIN_PIECE = 2  # words of such a piece
PAUSE = "” … “"
"""Stands between the pieces of a quotation that the text parts: “A,” … “B.”"""
_OFFICIAL = (GenreType.OFFICIAL, GenreType.PRESS_RELEASE)
_MARKS = ' \n,“”"«»„'
_INSIDE = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]")
_WORD = re.compile(r"[^\W_]+(?:[.,'][^\W_]+)*")


class Wording(StrEnum):
    """How the versions of a quotation differ; the gravest that holds."""

    CHANGED = "changed"
    SHORTENED = "shortened"
    SAME = "same words"
    SINGLE = "once"


@dataclass(frozen=True, slots=True)
class Version:
    """One document's wording."""

    attribution: str
    claim: str
    document: str
    source: Source | None
    speaker: str
    """One name for one person in all documents."""
    text: str
    """Without the quotation marks at its ends."""
    words: tuple[str, ...]
    """Folded, without punctuation."""


@dataclass(frozen=True, slots=True)
class QuotationGroup:
    """A quotation with its versions: the one that others are compared with first, then in order of publication."""

    versions: tuple[Version, ...]
    wording: Wording

    @property
    def reference(self) -> Version:
        """What the other versions are compared with."""
        return self.versions[0]


def quotation_groups(story: Story) -> tuple[QuotationGroup, ...]:
    """All quotations, changed ones first, then those of most versions."""
    versions = list(_versions(story))
    groups: defaultdict[int, list[Version]] = defaultdict(list)
    for number, root in enumerate(_join(versions)):
        groups[root].append(versions[number])
    made = [_make_group(story, found) for found in groups.values()]
    order = list(Wording)
    return tuple(sorted(made, key=lambda g: (order.index(g.wording), -len(g.versions))))


def quotation_items(story: Story, groups: Sequence[QuotationGroup]) -> tuple[Item, ...]:
    """A row for each quotation; keys act on who said the version that the others are compared with."""
    return tuple(
        Item(
            g.reference.attribution,
            _facets(story, g),
            Target(AnchorKind.ATTRIBUTION, g.reference.attribution),
            tuple(dict.fromkeys(v.claim for v in g.versions)),
        )
        for g in groups
    )


def read_wording(document: Document, attribution: Attribution) -> str:
    """The quoted words of an attribution, without what stands between its pieces."""
    pieces = []
    for span in attribution.content:
        text = span.text(document.text)
        inside = [next(filter(None, m.groups())) for m in _INSIDE.finditer(text)]
        pieces += inside or [text]
    return PAUSE.join(one_line(p.strip(_MARKS)) for p in pieces)


def _versions(story: Story) -> Iterator[Version]:
    seen: set[str] = set()
    names = source_names(story)
    for document in story.documents:
        for claim in story.claims_of.get(document.id, ()):
            for attribution in claim.attributions:
                if attribution.directness is Directness.INDIRECT or attribution.id in seen:
                    continue
                seen.add(attribution.id)
                if not is_rejected(attribution.decision):
                    yield _make_version(document, claim, attribution, names)


def _make_version(document: Document, claim: Claim, attribution: Attribution, names: Mapping[str, str]) -> Version:
    text = read_wording(document, attribution)
    source = attribution.source
    speaker = names.get(source.entity or "") if source else None
    return Version(
        attribution.id,
        claim.id,
        document.id,
        source,
        speaker or one_line(describe_source(attribution)),
        text,
        tuple(_WORD.findall(fold(text))),
    )


def _join(versions: Sequence[Version]) -> list[int]:
    """For each version the number of the first one of its quotation."""
    roots = list(range(len(versions)))

    def root(i: int) -> int:
        while roots[i] != i:
            roots[i] = i = roots[roots[i]]
        return i

    first_with: dict[tuple[str, ...], int] = {}
    for i, version in enumerate(versions):
        roots[i] = first_with.setdefault(version.words or (str(i),), i)
    distinct = sorted(first_with.values())
    for i, j in _candidates([versions[k].words for k in distinct]):
        a, b = sorted((root(distinct[i]), root(distinct[j])))
        if a != b and _are_versions(versions[distinct[i]].words, versions[distinct[j]].words):
            roots[b] = a
    return [root(i) for i in range(len(versions))]


def _candidates(wordings: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pairs that share enough long words; the work for each is bounded."""
    terms = [frozenset(w for w in words if len(w) >= MIN_TERM) for words in wordings]
    uses: defaultdict[str, list[int]] = defaultdict(list)
    for i, found in enumerate(terms):
        shared: Counter[int] = Counter()
        for term in found:
            if len(uses[term]) < MAX_USES:
                shared.update(uses[term])
                uses[term].append(i)
        for j, number in shared.items():
            if number >= MIN_SHARED * min(len(found), len(terms[j])):
                yield j, i


def _are_versions(first: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((first, other), key=len)
    if first == other or (len(short) >= MIN_PIECE and _stands_in(short, long)):
        return True
    if len(short) < MIN_WORDS:
        return False
    from rapidfuzz.distance import LCSseq  # here: 3 ms that the first paint need not wait for

    return bool(LCSseq.similarity(short, long) >= MIN_ALIKE * len(short))


def _stands_in(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _make_group(story: Story, versions: list[Version]) -> QuotationGroup:
    official = (v for v in versions if story.document[v.document].genre.type in _OFFICIAL)
    reference = next(official, versions[0])
    ordered = (reference, *(v for v in versions if v is not reference))
    return QuotationGroup(ordered, _wording(ordered))


def _wording(versions: Sequence[Version]) -> Wording:
    first, others = versions[0], versions[1:]
    if not others:
        return Wording.SINGLE
    if all(v.words == first.words for v in others):
        return Wording.SAME
    parts = (_stands_in(v.words, first.words) or _stands_in(first.words, v.words) for v in others)
    return Wording.SHORTENED if all(parts) else Wording.CHANGED


def _facets(story: Story, group: QuotationGroup) -> Facets:
    documents = [story.document[v.document] for v in group.versions]
    thing = story.things[Target(AnchorKind.ATTRIBUTION, group.reference.attribution)]
    sources = [v.source for v in group.versions if v.source]
    speakers = {s.entity or s.name for s in sources if s.entity or s.name}
    states = [group.wording.value.split()[0], "decided" if is_decided(thing.decision) else "open"]
    states += ["official"] if any(d.genre.type in _OFFICIAL for d in documents) else []
    states += ["disputed"] if len(speakers) > 1 else []
    names = [n for s in sources for n in (s.name, s.entity, s.text) if n]
    fields = {
        "speaker": tuple(dict.fromkeys((*names, *(v.speaker for v in group.versions)))),
        "role": tuple(dict.fromkeys(word for s in sources for word in (ROLES[s.role], s.role.value))),
        "outlet": tuple(dict.fromkeys(outlet_word(d) for d in documents)),
        "genre": tuple(dict.fromkeys(d.genre.type.value for d in documents)),
        "versions": (str(len(group.versions)),),
        "words": (str(len(group.reference.words)),),
        "is": tuple(states),
    }
    return Facets(" ".join((*(v.text for v in group.versions), *fields["speaker"])), fields)
