"""Who is quoted in the story, under which names, by whom, how often and on what?

One row a person, body or document; those whom nobody names are rows by the words that stand for them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from annotator.model import Attribution, Claim, Directness, Source, SourceRole
from annotator.text import fold, one_line
from annotator.view.filtering import Answers
from annotator.view.lines import Line, Run, clip, spread, wrap_runs
from annotator.view.marks import Room
from annotator.view.rows import Item
from annotator.view.sourcing import is_pronoun
from annotator.view.story import Story
from annotator.view.words import ROLES, WORDING, counted, date_word, is_rejected, outlet_word

SOURCE_FIELDS = ("name", "role", "kind", "genre", "reliability", "outlet", "times", "documents", "claims", "is")
"""Of sources and of outlets, which are two lists of one screen."""
ROLE_CELLS = 13
TIMES_CELLS = 9
DOCUMENTS_CELLS = 14
LABEL_CELLS = 11
MAX_WORDINGS = 6  # ways in which documents print a source
MAX_DOCUMENTS = 25  # that are shown
MAX_CLAIMS = 5  # of one document that are shown
_MADE_ID = re.compile(r"e[0-9a-f]{10}")
_ARTICLE = re.compile(r"^(?:the|a|an|some)\s+")


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """Somebody or something that documents quote."""

    key: str
    name: str
    role: SourceRole
    state: str
    """named, unnamed, or unresolved (a pronoun that nobody could tell the meaning of)."""
    names: tuple[str, ...]
    """What documents call it, the most usual first; empty where nobody names it."""
    wordings: tuple[str, ...]
    """What stands there in the texts, where that is something else."""
    quoted: tuple[tuple[str, Attribution], ...]
    """Claims with the attributions, each attribution once, in order of publication."""

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that it is quoted in."""
        return tuple(dict.fromkeys(claim for claim, _ in self.quoted))


def quoted_sources(story: Story) -> tuple[QuotedSource, ...]:
    """Named ones first, then those whom nobody names, each most quoted first."""
    groups: defaultdict[str, dict[str, tuple[str, Attribution]]] = defaultdict(dict)
    for claim, attribution in _attributions(story):
        if attribution.source is not None:
            groups[_key(attribution.source)].setdefault(attribution.id, (claim.id, attribution))
    made = [_make_source(key, tuple(found.values())) for key, found in groups.items()]
    order = {"named": 0, "unnamed": 1, "unresolved": 2}
    return tuple(sorted(made, key=lambda s: (order[s.state], -len(s.quoted), s.name.casefold())))


def source_names(story: Story) -> dict[str, str]:
    """What each entity is called on screens: the name it was given, or the most usual of its spellings."""
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, attribution in _attributions(story):
        source = attribution.source
        if source is not None and source.entity and source.name:
            names[source.entity][one_line(source.name)] += 1
    return {
        entity: usual.most_common(1)[0][0] if _MADE_ID.fullmatch(entity) else one_line(entity)
        for entity, usual in names.items()
    }


def source_items(story: Story, sources: Sequence[QuotedSource]) -> tuple[Item, ...]:
    """A row for each source."""
    return tuple(Item(s.key, _Facets(story, s), claims=s.claims) for s in sources)


def paint_source(story: Story, source: QuotedSource, room: Room) -> Line:
    """A row: name, role, how often and in how many documents it is quoted."""
    documents = {story.claim[c].document for c in source.claims}
    is_named = source.state == "named"
    right = (
        Run(ROLES[source.role].ljust(ROLE_CELLS), "dim"),
        Run(counted(len(source.quoted), "time").rjust(TIMES_CELLS), "strong"),
        Run(counted(len(documents), "document").rjust(DOCUMENTS_CELLS), "dim"),
    )
    width = room.width - ROLE_CELLS - TIMES_CELLS - DOCUMENTS_CELLS - 1
    also = f"  also {', '.join(source.names[1:])}" if len(source.names) > 1 else ""
    name = clip(source.name if is_named else f"“{source.name}”", width, room.measure)
    left = (Run(name, "text" if is_named else "left-out"), Run(also, "dim"))
    return spread(left, right, room.width, room.measure)


def describe_quoted(story: Story, source: QuotedSource, room: Room) -> list[Line]:
    """Names, manner, and what each document quotes, in order of publication."""
    lines: list[Line] = []

    def put(*parts: Run, indent: int = 0) -> None:
        lines.extend(wrap_runs(parts, width=room.width, measure=room.measure, indent=indent))

    quoted: defaultdict[str, list[tuple[str, Attribution]]] = defaultdict(list)
    for claim, attribution in source.quoted:
        quoted[story.claim[claim].document].append((claim, attribution))
    put(Run(source.name, "strong"), Run(f"  {_state_words(source)}", "dim"))
    for label, words in _lines_about(source, len(quoted)):
        put(Run(f"{label:<{LABEL_CELLS}}", "dim"), Run(words), indent=LABEL_CELLS)
    for name, here in islice(quoted.items(), MAX_DOCUMENTS):
        document = story.document[name]
        lines.append(())
        put(
            Run(outlet_word(document), "heading"),
            Run(f"  {date_word(document.published)}  {counted(len(here), 'time')}", "dim"),
        )
        passages = _passages(story, here)
        for is_quoted, words in passages[:MAX_CLAIMS]:
            sign = room.glyphs.quotation if is_quoted else room.glyphs.attributed
            put(Run(f"{sign} ", "quotation" if is_quoted else "attributed"), Run(words), indent=2)
        if len(passages) > MAX_CLAIMS:
            put(Run(f"  and {len(passages) - MAX_CLAIMS} more", "dim"))
    if len(quoted) > MAX_DOCUMENTS:
        lines += [(), (Run(f"and {len(quoted) - MAX_DOCUMENTS} more documents", "dim"),)]
    return lines


def _passages(story: Story, quoted: Sequence[tuple[str, Attribution]]) -> list[tuple[bool, str]]:
    """Each passage once, though it may be attributed twice, and whether any of its words are quoted."""
    found: dict[str, bool] = {}
    for claim, attribution in quoted:
        words = one_line(story.claim[claim].text)
        found[words] = found.get(words, False) or attribution.directness is not Directness.INDIRECT
    return [(is_quoted, words) for words, is_quoted in found.items()]


def _attributions(story: Story) -> Iterator[tuple[Claim, Attribution]]:
    for document in story.documents:
        for claim in story.claims_of.get(document.id, ()):
            for attribution in claim.attributions:
                if not is_rejected(attribution.decision):
                    yield claim, attribution


def _key(source: Source) -> str:
    if source.entity:
        return f"e {source.entity}"
    if source.name:
        return f"n {fold(source.name)}"
    return f"t {_ARTICLE.sub('', fold(source.text or ''))}"


def _make_source(key: str, quoted: tuple[tuple[str, Attribution], ...]) -> QuotedSource:
    sources = [a.source for _, a in quoted if a.source is not None]
    names = Counter(one_line(s.name) for s in sources if s.name)
    wordings = Counter(one_line(s.text) for s in sources if s.text)
    role = Counter(s.role for s in sources).most_common(1)[0][0]
    usual = [name for name, _ in names.most_common()]
    entity = next((one_line(s.entity) for s in sources if s.entity and not _MADE_ID.fullmatch(s.entity)), None)
    printed = [words for words, _ in wordings.most_common()]
    if usual:
        name = entity or usual[0]
        state = "unnamed" if role is SourceRole.UNNAMED else "named"
        known = [n for n in usual if fold(n) != fold(name)]
        others = tuple(w for w in printed if w not in usual)
        own = [n for n in usual if fold(n) == fold(name)]
        return QuotedSource(key, name, role, state, (*own, *known), others, quoted)
    name = printed[0] if printed else "no words at all"
    state = "unresolved" if is_pronoun(name) else "unnamed"
    return QuotedSource(key, name, role, state, (), tuple(printed[1:]), quoted)


def _states(f: _Facets) -> tuple[str, ...]:
    is_quoted = any(a.directness is not Directness.INDIRECT for _, a in f.source.quoted)
    merged = ("merged",) if len(f.source.names) > 1 else ()
    return (f.source.state, *merged, *(("quoted",) if is_quoted else ()))


_FIELDS: Mapping[str, Callable[[_Facets], tuple[str, ...]]] = {
    "name": lambda f: tuple(dict.fromkeys((f.source.name, *f.source.names, *f.source.wordings))),
    "role": lambda f: (ROLES[f.source.role], f.source.role.value),
    "outlet": lambda f: tuple(dict.fromkeys(outlet_word(f.story.document[d]) for d in f.documents)),
    "times": lambda f: (str(len(f.source.quoted)),),
    "documents": lambda f: (str(len(f.documents)),),
    "claims": lambda f: (str(len(f.source.claims)),),
    "is": _states,
}


@dataclass(frozen=True, slots=True)
class _Facets(Answers):
    """Of one source."""

    FIELDS = _FIELDS

    story: Story
    source: QuotedSource

    @property
    def words(self) -> str:
        return " ".join(self["name"])

    @property
    def documents(self) -> tuple[str, ...]:
        """Those that quote it."""
        return tuple(dict.fromkeys(self.story.claim[c].document for c in self.source.claims))


def _state_words(source: QuotedSource) -> str:
    if source.state == "unresolved":
        return "a word that stands for somebody, nobody knows for whom"
    return ROLES[source.role]


def _lines_about(source: QuotedSource, documents: int) -> Iterator[tuple[str, str]]:
    yield "Quoted", f"{counted(len(source.quoted), 'time')} in {counted(documents, 'document')}"
    manners = Counter(a.directness for _, a in source.quoted)
    yield "How", ", ".join(f"{number} {WORDING[manner]}" for manner, number in manners.most_common())
    if len(source.names) > 1:
        yield "Names", ", ".join(source.names)
    if source.wordings:
        more = f" and {len(source.wordings) - MAX_WORDINGS} more" if len(source.wordings) > MAX_WORDINGS else ""
        yield "Printed as", f"{', '.join(f'“{w}”' for w in source.wordings[:MAX_WORDINGS])}{more}"
    via = dict.fromkeys(one_line(a.via) for _, a in source.quoted if a.via)
    if via:
        yield "Spoke to", ", ".join(via)
    cues = Counter(one_line(a.cue.text) for _, a in source.quoted if a.cue)
    if cues:
        yield "Cues", ", ".join(f"{cue} {number}" for cue, number in cues.most_common(MAX_WORDINGS))
