"""Which words report, and which only hold sentences together: the packaged tables, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from annotator.attribution.inflection import Form, inflect
from annotator.model import Attitude, ReportingVerb, Stance
from annotator.text import load_table

PACKAGE = "annotator.attribution"
ADDED_STRENGTH = 0.9  # 0..1, how sure a verb that a user added reports
ADDED_TAKES = ("quote", "that", "clause")  # complements with which it does
DOCUMENT_PREPOSITIONS = frozenset(("in", "by"))  # before a poll or an estimate they give the clause its source
CACHED_ADDITIONS = 4  # users' tables that are kept; a process works on one story

_CLOSED_CLASSES = (
    ("determiners", "D"),
    ("prepositions", "I"),
    ("object_pronouns", "O"),
    ("subject_pronouns", "P"),
    ("relatives", "W"),
    ("subordinators", "S"),
    ("coordinators", "C"),
    ("adverbs", "R"),
    ("negations", "N"),
    ("modals", "M"),
    ("be", "X"),
    ("have", "X"),
    ("do", "X"),
)  # where a word stands in two, the later one wins


@dataclass(frozen=True, slots=True)
class Use:
    """What a cue does when it has one sort of complement."""

    stance: Stance
    attitude: Attitude
    strength: float
    """0..1, how sure it is that somebody is reported."""


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word that reports, with the complements with which it does."""

    lemma: str
    uses: Mapping[str, Use]
    """By what it takes: see `data/cues.toml`."""
    forms: frozenset[Form] = frozenset()
    """What this form of a verb may be."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A phrase that gives the sentence around it a source: "according to"."""

    words: tuple[str, ...]
    use: Use


@dataclass(frozen=True, slots=True)
class Phrasal:
    """The words behind a plain verb with which it reports: "take issue"."""

    tail: tuple[str, ...]
    cue: CueWord


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables; keys are lower-case words with straight apostrophes."""

    verbs: Mapping[str, CueWord]
    any_verb: CueWord
    """How a verb that is in no table reports, where its complement shows that it does."""
    silent_verbs: frozenset[str]
    """Forms that never do."""
    nouns: Mapping[str, CueWord]
    adjectives: Mapping[str, CueWord]
    frames: Mapping[str, tuple[Frame, ...]]
    """By their first word."""
    phrasal: Mapping[str, tuple[Phrasal, ...]]
    """By the form of their verb."""
    views: Mapping[str, Use]
    """Nouns in "in X's view"."""
    documents: Use
    """What "in" and "by" do before a poll or an estimate."""
    adverbs: Mapping[str, Use]
    passives: Mapping[str, Mapping[str, Use]]
    """By lemma and by the word that follows the participle."""
    tags: Mapping[str, str]
    """Word class of a known word, one letter (see `units.Unit.tags`)."""
    sets: Mapping[str, frozenset[str]]
    """Lists of words by their name in `data/words.toml`."""
    cues: frozenset[str]
    """The first words of everything that reports."""


def lexicon(verbs: tuple[ReportingVerb, ...] = ()) -> Lexicon:
    """The packaged tables, with verbs that a user added; read once."""
    return _with_verbs(verbs) if verbs else _packaged()


@lru_cache(CACHED_ADDITIONS)
def _with_verbs(verbs: tuple[ReportingVerb, ...]) -> Lexicon:
    """The packaged tables with other verbs in front; the first entry for a form wins."""
    packaged = _packaged()
    added: dict[str, CueWord] = {}
    for row in verbs:
        use = Use(row.stance, row.attitude, ADDED_STRENGTH)
        uses = dict.fromkeys(ADDED_TAKES, use)
        for form, forms in inflect(row.verb).items():
            added.setdefault(form, CueWord(row.verb.split()[0], uses, forms))
    tags = {form: _verb_tag(word.forms) for form, word in added.items()}
    return replace(
        packaged,
        verbs={**packaged.verbs, **added},
        silent_verbs=packaged.silent_verbs - added.keys(),
        cues=packaged.cues | added.keys(),
        tags={**packaged.tags, **{form: tag for form, tag in tags.items() if form not in packaged.tags}},
    )


@cache
def _packaged() -> Lexicon:
    cues = load_table(PACKAGE, "data/cues.toml")
    words = load_table(PACKAGE, "data/words.toml")
    sets = {name: frozenset(value.split()) for name, value in words.items() if isinstance(value, str)}
    verbs = _read_verbs(cues["verbs"])
    tags = {form: _verb_tag(word.forms) for form, word in verbs.items()}
    entries = [*words["common_verbs"], *(entry for row in cues["verbs"] for entry in row["lemmas"] if " " in entry)]
    for entry in words["common_verbs"]:
        tags.update((form, _verb_tag(forms)) for form, forms in inflect(entry).items())
    for name, letter in _CLOSED_CLASSES:
        tags.update(dict.fromkeys(sets[name], letter))
    tags["to"] = "T"
    other = cues["any_verb"]
    made = Lexicon(
        verbs=verbs,
        any_verb=CueWord("", dict.fromkeys(other["takes"], _read_use(other)), frozenset((Form.PAST,))),
        silent_verbs=frozenset(other["never"].split()),
        nouns=_read_words(cues["nouns"]),
        adjectives=_read_words(cues["adjectives"]),
        frames=_read_frames(cues["frames"]),
        phrasal=_read_phrasal(cues["phrasal"], {entry.split()[0]: entry for entry in entries}),
        views=dict.fromkeys(cues["views"]["words"], _read_use(cues["views"])),
        documents=_read_use(cues["documents"]),
        adverbs={word: _read_use(row) for row in cues["adverbs"] for word in row["words"]},
        passives={
            lemma: dict.fromkeys(row["takes"], _read_use(row)) for row in cues["passives"] for lemma in row["lemmas"]
        },
        tags=tags,
        sets=sets,
        cues=frozenset(),
    )
    tables = (made.verbs, made.nouns, made.adjectives, made.frames, made.phrasal, made.views, made.adverbs)
    return replace(made, cues=frozenset((*(word for table in tables for word in table), *DOCUMENT_PREPOSITIONS)))


def _read_verbs(rows: list[dict[str, Any]]) -> dict[str, CueWord]:
    entries: dict[str, str] = {}
    uses: dict[str, dict[str, Use]] = {}
    for row in rows:
        for entry in row["lemmas"]:
            lemma = entry.split()[0]
            entries[lemma] = max(entries.get(lemma, ""), entry, key=len)
            for take in row["takes"]:
                uses.setdefault(lemma, {}).setdefault(take, _read_use(row))
    verbs: dict[str, CueWord] = {}
    for lemma, entry in entries.items():
        for form, forms in inflect(entry).items():
            verbs.setdefault(form, CueWord(lemma, uses[lemma], forms))
    return verbs


def _read_words(rows: list[dict[str, Any]]) -> dict[str, CueWord]:
    uses: dict[str, dict[str, Use]] = {}
    for row in rows:
        for word in row["words"]:
            uses.setdefault(word, {}).update(dict.fromkeys(row["takes"], _read_use(row)))
    return {word: CueWord(word, taken) for word, taken in uses.items()}


def _read_phrasal(rows: list[dict[str, Any]], irregular: dict[str, str]) -> dict[str, tuple[Phrasal, ...]]:
    uses: dict[str, dict[str, Use]] = {}
    for row in rows:
        for phrase in row["phrases"]:
            for take in row["takes"]:
                uses.setdefault(phrase, {}).setdefault(take, _read_use(row))
    found: dict[str, tuple[Phrasal, ...]] = {}
    for phrase, taken in uses.items():
        lemma, *tail = phrase.split()
        for form, forms in inflect(irregular.get(lemma, lemma)).items():
            found[form] = (*found.get(form, ()), Phrasal(tuple(tail), CueWord(phrase, taken, forms)))
    return found


def _read_frames(rows: list[dict[str, Any]]) -> dict[str, tuple[Frame, ...]]:
    frames: dict[str, tuple[Frame, ...]] = {}
    for row in rows:
        frame = Frame(tuple(row["words"].split()), _read_use(row))
        frames[frame.words[0]] = (*frames.get(frame.words[0], ()), frame)
    return frames


def _read_use(row: dict[str, Any]) -> Use:
    return Use(Stance(row["stance"]), Attitude(row["attitude"]), float(row["strength"]))


def _verb_tag(forms: frozenset[Form]) -> str:
    if Form.BASE in forms:
        return "B"
    if Form.ING in forms:
        return "G"
    if Form.S in forms or forms == {Form.PAST}:
        return "V"
    return "E"
