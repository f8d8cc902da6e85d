"""Cuts sentences into words with exact offsets and a rough word class each; quotations keep sentences together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.attribution.lexicon import Lexicon, lexicon
from annotator.model import Quotation, Span

MAX_WORDS = 600  # words of a unit: no real sentence is longer, and the cost of a unit grows with its square

_WORD = re.compile(
    r"--+|['’](?:s|d|ll|re|ve|m)\b"
    r"|[^\W_]+(?:(?:[-‐‑&/._@]|,(?=\d)|['’](?!(?:s|d|ll|re|ve|m)\b))[^\W_]+)*"
    r"|\S",
    re.IGNORECASE,
)
_PUNCTUATION = {
    **dict.fromkeys("“”\"„‟«»″", '"'),
    **dict.fromkeys((*"—–―-", "--", "---"), "-"),
    **dict.fromkeys("(["  , "("),
    **dict.fromkeys(")]", ")"),
    **dict.fromkeys(".!?…", "."),
    ",": ",", ";": ";", ":": ":",
}  # fmt: skip
_HEADLINE_SHARE = 0.9  # of the longer words are capitalised: then capitals say nothing about names
_APPROXIMATE = frozenset(("about", "around", "over", "under", "nearly", "almost", "roughly", "some"))  # of a number
_AFTER_NOUNS = frozenset(("as", "because", "when", "while", "if", "after", "before", "since", "though", "although"))
_SINGLE = frozenset(("one", "each", "another", "either", "neither"))  # no plain form of a verb follows them
_RANKS = frozenset(
    ("state", "lead", "head", "chair", "coach", "host", "counsel", "champion", "pilot", "judge", "guard")
)
_MISTAKABLE = frozenset("OPIDWMX")  # classes of words that an acronym may look like: US, IT, WHO
_LONG_WORD = 4  # letters


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or several that a quotation runs through."""

    text: str
    """The whole document."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    """Lower case, straight apostrophes."""
    tags: str
    """One letter a word: D determiner, P subject pronoun, O object pronoun, W relative, X be/have/do, M modal,
    N negation, R adverb, I preposition, T "to", C coordinator, S subordinator, V finite verb, B base form, E past or
    participle, G -ing form, A capitalised, U number, n any other word, q quoted; , ; : . ( ) - " are marks, ' the
    possessive."""
    quotes: tuple[tuple[int, int], ...]
    """Words [first, end) of each quotation, marks included."""
    is_headline: bool
    starts_paragraph: bool
    lexicon: Lexicon = field(repr=False, compare=False)
    """The words that report; the same for all units of a text."""

    def span(self, first: int, end: int) -> Span:
        """The characters of words [first, end)."""
        return Span(self.starts[first], self.ends[end - 1])

    def is_capital(self, i: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.starts[i]].isupper()


def read_units(
    text: str, sentences: Sequence[Span], quotations: Sequence[Quotation], *, known: Lexicon
) -> Iterator[Unit]:
    """The units of a text in order."""
    quote_starts = [q.span.start for q in quotations]
    previous_end = 0
    for span in _bind(sentences, quotations):
        inside = quotations[bisect_left(quote_starts, span.start) : bisect_left(quote_starts, span.end)]
        gap = text[previous_end : span.start]
        ends = [q.span.end for q in inside]
        for number, words in enumerate(_words(text, span)):
            opens = not number and ("\n" in gap or not previous_end)
            near = inside[bisect_right(ends, words[0][0]) : bisect_left(inside, words[-1][1], key=_start_of)]
            yield _make_unit(text, words, near, starts_paragraph=opens, known=known)
        previous_end = span.end


def _start_of(quotation: Quotation) -> int:
    return quotation.span.start


def _bind(sentences: Sequence[Span], quotations: Sequence[Quotation]) -> Iterator[Span]:
    """Sentences, joined where a quotation runs from one into the next."""
    i = 0
    ordered = sorted(sentences)
    starts = [q.span.start for q in quotations]
    while i < len(ordered):
        start, end = ordered[i].start, ordered[i].end
        i += 1
        while i < len(ordered):
            k = bisect_right(starts, end - 1) - 1
            if k < 0 or quotations[k].span.end <= ordered[i].start or quotations[k].span.start < start:
                break
            end = ordered[i].end
            i += 1
        yield Span(start, end)


def _words(text: str, span: Span) -> Iterator[list[tuple[int, int]]]:
    words = [m.span() for m in _WORD.finditer(text, span.start, span.end)]
    for i in range(0, len(words), MAX_WORDS):
        yield words[i : i + MAX_WORDS]


def _make_unit(
    text: str,
    spans: Sequence[tuple[int, int]],
    quotations: Sequence[Quotation],
    *,
    starts_paragraph: bool,
    known: Lexicon,
) -> Unit:
    shown = [text[a:b] for a, b in spans]
    words = tuple([w.lower().replace("’", "'") for w in shown])
    headline = _is_headline(shown)
    tags = _tag(shown, words, known, headline=headline)
    starts = tuple([a for a, _ in spans])
    quotes = []
    for q in quotations:
        first, end = bisect_left(starts, q.span.start), bisect_left(starts, q.span.end)
        if end > first:
            quotes.append((first, end))
            tags[first:end] = "q" * (end - first)
    ends = tuple([b for _, b in spans])
    return Unit(text, starts, ends, words, "".join(tags), tuple(quotes), headline, starts_paragraph, known)


def _tag(shown: Sequence[str], words: Sequence[str], known: Lexicon, *, headline: bool) -> list[str]:
    classes = known.tags
    last = len(words) - 1
    tags = []
    after_mark = True
    for i, (as_shown, word) in enumerate(zip(shown, words, strict=True)):
        mark = _PUNCTUATION.get(word)
        if mark:
            tags.append(mark if mark != "." or i == last or _ends_sentence(shown, i) else "~")
            after_mark = mark in '".:-('
            continue
        tag = classes.get(word)
        if tag and tag in _MISTAKABLE and not headline and len(as_shown) > 1 and as_shown.isupper():
            tag = None
        is_amount = word in _APPROXIMATE and i < last and shown[i + 1][0] in "0123456789$€£"
        if is_amount:
            tag = "D"
        elif word == "to" and i and (words[i - 1] == "according" or _is_preposition(words, i, classes)):
            tag = "I"
        elif tag is None or (tag in "BVEGRDI" and as_shown[0].isupper() and not headline and not after_mark):
            tag = _guess(as_shown, word, tag)
        elif word == "close" and words[i + 1 : i + 2] == ("to",):
            tag = "R"
        elif tag in "BV" and (_is_noun_place(tags, words, i, known) or _is_rank(tags, shown, words, i)):
            tag = "n"
        if tag == "n" and tags and tags[-1] in "PMT":
            tag = "V" if tags[-1] == "P" and word.endswith("s") else "n" if words[i - 1] == "it" else "B"
        tags.append(tag)
        after_mark = False
    return tags


def _is_preposition(words: Sequence[str], i: int, classes: Mapping[str, str]) -> bool:
    """Whether "to" at a word stands before a noun phrase: "close to him", "news to the town"."""
    return classes.get(words[i + 1], "") in ("D", "O") if i + 1 < len(words) else False


def _is_rank(tags: Sequence[str], shown: Sequence[str], words: Sequence[str], i: int) -> bool:
    """Whether a word stands between a comma and a name as what its bearer is: ", state Senator ..."."""
    return tags[-1:] == [","] and words[i] in _RANKS and shown[i + 1 : i + 2] != [] and shown[i + 1][0].isupper()


def _is_noun_place(tags: Sequence[str], words: Sequence[str], i: int, known: Lexicon) -> bool:
    """Whether a word that may be verb or noun ("plan", "claims") stands where only a noun can."""
    before = tags[i - 1] if i else ""
    sets = known.sets
    if before == "X" and words[i].endswith("s"):
        return True
    if (
        before in ("'", "I")
        or (before == "U" and tags[i - 2 : i - 1] != ["A"])
        or (before == "D" and words[i - 1] not in sets["pronominal"])
    ):
        return True
    if before == "D" and words[i - 1] in _SINGLE:
        return True
    word, after = words[i], words[i + 1 : i + 2]
    if word not in sets["also_nouns"] and word.removesuffix("s") not in sets["also_nouns"]:
        return False
    verb = known.verbs.get(word)
    if after == ("that",) and verb and "that" in verb.uses:
        return False
    if before == "R" and tags[max(0, i - 2) : i - 1] == ["D"]:
        return True
    if before in ("E", "V") or (before == "D" and after and after[0] not in known.tags and after[0].isalpha()):
        return True
    following = known.tags.get(after[0], "") if after else ""
    if word.endswith("s") and before in ("A", "n"):
        if following in tuple("IXMWGV") or (after and (after[0] in _AFTER_NOUNS or after[0].endswith("ing"))):
            return True
        return not _has_determiner(tags, i)
    if before == "C":
        return bool(after) and after[0] not in known.tags and after[0][0].isalpha()
    plural = before and (words[i - 1].endswith("s") or words[i - 1] in sets["plurals"])
    return before in ("n", "A") and not plural and "C" not in tags[max(0, i - 4) : i]


def _has_determiner(tags: Sequence[str], i: int) -> bool:
    """Whether the nouns before a word begin with an article, a possessive or a name, as a singular subject does."""
    j = i - 1
    while j >= 0 and tags[j] in "nEGRUI":
        j -= 1
    return j >= 0 and tags[j] in "DA'~"


def _ends_sentence(shown: Sequence[str], i: int) -> bool:
    return shown[i] in "!?…" and shown[i + 1][0].isupper()


def _guess(shown: str, word: str, known: str | None) -> str:
    if word in ("'s", "'"):
        return "'"
    first = shown[0]
    if first.isdigit() or first in "$€£%":
        return "U"
    if first.isupper():
        return "A"
    if known:
        return known
    if not first.isalpha():
        return '"'
    if word.endswith("ly"):
        return "n" if word in lexicon().sets["not_adverbs"] else "R"
    if word.endswith("ed"):
        return "E"
    if word.endswith("ing"):
        return "G"
    return "n"


def _is_headline(shown: Sequence[str]) -> bool:
    long = [w for w in shown if len(w) >= _LONG_WORD and w[0].isalpha()]
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= _HEADLINE_SHARE * len(long)
