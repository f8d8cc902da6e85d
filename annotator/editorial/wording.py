"""Which of the lexicon's entries count in this sentence? Names, headings and negated words are weighed here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.editorial.evidence import ARGUING, ISSUING, Hit, Reading
from annotator.editorial.lexicon import Match, Word, find_entries
from annotator.model import FlagKind

NEGATED = 0.5  # factor: "not a disaster" still brings the word up
HEADING = 0.6  # share of capitalised words from which capitals say nothing about names
NOT_THE_ISSUER = 0.4  # factor for benefits that a reporter tells of
PROMISED = 0.5  # "will strengthen": the benefit is certain before it has come
IN_COURT = 0.4  # factor: "admitted" and "claimed" are terms of procedure there
TOPIC = 0.3  # factor for a word that the document keeps using: its subject, not a colouring
TOPIC_COUNT = 4
TOPIC_WINDOW = 20_000  # characters of a document in which its subject is looked for
MAX_BLANKS = 4  # between a figure and what it measures
MAX_NAME_PLACES = 12  # at which a word that opens a sentence is looked at for being a name
SET_OFF = 0.66  # "Staggeringly, ..." and "..., predictably, ..."
SHOWN_ALONE = 0.35  # weight from which a word may be shown without company
LITERAL_FORCE = (
    0.6  # factor for verbs of violence where there is violence: "the storm ravaged", "the gunman surrendered"
)
PREDICATED = 1.3  # factor: "the case looks compelling" is a verdict, "a compelling case" may be a mere epithet
PLAIN_DENIAL = 0.5  # factor: "were never asked" says that something did not happen
NOT_SELLING = 0.6  # factor for an issuer's phrases where a text argues
AS_NOUN = 0.5  # factor for a verb's entry that stands as a noun: "the blast", "a savings scheme"
_AUXILIARIES = frozenset(("was", "were", "been", "be", "had"))
_FORCES = frozenset(
    (
        *(
            "storm",
            "storms",
            "hurricane",
            "typhoon",
            "cyclone",
            "tornado",
            "flood",
            "floods",
            "floodwaters",
            "flooding",
        ),
        *("fire", "fires", "wildfire", "wildfires", "blaze", "flames", "earthquake", "quake", "tremor", "tsunami"),
        *("avalanche", "landslide", "drought", "heatwave", "winds", "waves", "eruption", "explosion", "bomb"),
        *("gunman", "gunmen", "gunfire", "shots", "knife", "police", "officers", "firefighters", "troops", "soldiers"),
        *("army", "militants", "militia", "rebels", "insurgents", "missile", "missiles", "rockets"),
        *("shelling", "drone", "drones", "airstrike", "airstrikes", "artillery", "battlefield", "frontline"),
        *("virus", "outbreak", "epidemic", "infection", "disease", "pests", "locusts"),
        *("striker", "goalkeeper", "innings", "wicket", "quarterback", "touchdown", "playoff", "semi-final"),
    )
)  # where these are, violence, damage and defeat are mostly meant literally
_DETERMINERS = frozenset(
    (
        *("the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "any"),
        *(
            "no",
            "each",
            "every",
            "another",
            "some",
            "several",
            "many",
            "two",
            "three",
            "first",
            "second",
            "last",
            "new",
        ),
    )
)
_ARTICLES = frozenset(("the", "a", "an"))
_NEGATIONS = frozenset(
    ("not", "no", "never", "without", "n't", "hardly", "isn't", "wasn't", "aren't", "weren't", "nor", "neither")
)
_NOUN_BEFORE = frozenset(
    (  # after these, "claims" or "charge" is a noun
        *("the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "any"),
        *("no", "of", "some", "such", "each", "every", "both", "several", "many", "two", "three", "legal", "false"),
        *("new", "insurance", "jobless", "initial", "and", "for", "about", "on", "against", "by", "with", "from", "in"),
    )
)
_PUFFS = frozenset(("praise", "importance", "superlative", "booster", "certainty"))
_BENEFITS = frozenset(("benefit_verb", "plain_benefit_verb"))
_THINGS = frozenset(("it", "which", "that"))
_NOUNS = frozenset(("battle_metaphor", "tinted_noun", "tinted_standard"))
_CLAIMING = frozenset(("doubting_cue", "conceding_cue"))
_COURT = frozenset(
    (
        *("court", "judge", "jury", "trial", "guilty", "plea", "pleaded", "sentenced", "sentencing", "prosecutor"),
        *("prosecutors", "convicted", "charged", "charges", "indictment", "defendant", "tribunal", "magistrates"),
    )
)
_VERDICTS = frozenset(("praise", "blame"))
_COPULAS = frozenset(
    ("is", "are", "was", "were", "looks", "look", "looked", "seems", "seem", "seemed", "remains", "remained")
)
_STANCES = frozenset(("stance_adverb", "sensational", "certainty"))
_WHY_PUFF = "“{words}” praises the issuer's own deed; it cannot be checked."


def find_wording(reading: Reading) -> Iterator[Hit]:
    """The lexicon's entries as evidence, left to right."""
    words = reading.words
    heading = _is_heading(words)
    for match in find_entries(words, reading.added):
        if not heading and _is_name(reading, match):
            continue
        if _is_measured(reading, match):
            continue
        category = match.category
        kind = category.kind
        if kind is None or (kind is FlagKind.EDITORIAL_CUE and not _is_reporting(words, match)):
            continue
        weight, why = category.weight * _circumstance(reading, match), category.why
        if category.name in _BENEFITS:
            weight = _weigh_benefit(words, match, reading.genre.type in ISSUING)
        elif category.name in _CLAIMING and any(w.lower in _COURT for w in words):
            weight *= IN_COURT
        elif category.name in _STANCES and _is_set_off(reading, match):
            weight = max(weight, SET_OFF)
        elif category.name in _VERDICTS and _is_predicate(words, match):
            weight *= PREDICATED
        if _is_negated(words, match) and kind is not FlagKind.NORMATIVE and match.first == match.last:
            weight *= NEGATED
        if reading.genre.type in ISSUING and category.name in _PUFFS:
            kind, why = FlagKind.PROMOTIONAL, _WHY_PUFF
        if category.name in _NOUNS and _is_topic(reading.document, words, match):
            weight *= TOPIC
        yield Hit(kind, words[match.first].start, words[match.last].end, weight, category.name, category.table, why)


def _circumstance(reading: Reading, match: Match) -> float:
    """Factor for what the sentence and the genre make of an entry."""
    words, category = reading.words, match.category
    if category.name == "soft_puffery" and reading.genre.type in ARGUING:
        return NOT_SELLING
    if words[match.last].lower == "never" and match.first and words[match.first - 1].lower in _AUXILIARIES:
        return PLAIN_DENIAL
    if not category.is_verb or category.kind is FlagKind.EDITORIAL_CUE:
        return 1.0
    if category.kind is FlagKind.LOADED_LANGUAGE and not _FORCES.isdisjoint(reading.vocabulary):
        return LITERAL_FORCE
    if category.weight >= SHOWN_ALONE and _stands_as_noun(words, match):
        return AS_NOUN
    return 1.0


def _stands_as_noun(words: Sequence[Word], match: Match) -> bool:
    """Whether a verb in its plain form follows an article, a possessive or the like, alone or after one more word."""
    word = words[match.last].lower
    if match.first == 0 or match.first != match.last or word.endswith(("ed", "ing")):
        return False
    before = words[match.first - 1].lower
    if before in _DETERMINERS or before.endswith("'s"):
        return True
    is_compound = match.first > 1 and not before.endswith("s") and not word.endswith("s")
    return is_compound and words[match.first - 2].lower in _ARTICLES


def _is_heading(words: Sequence[Word]) -> bool:
    long = [w for w in words if len(w.text) > 3]
    return bool(long) and sum(w.text[0].isupper() for w in long) >= HEADING * len(long)


def _is_name(reading: Reading, match: Match) -> bool:
    """Whether the entry begins with a capital that the start of the sentence does not explain."""
    word = reading.words[match.first]
    if not word.text[0].isupper() or word.text.isupper() or word.lower == "i":
        return False
    if match.first > 0:
        return True
    return match.last == 0 and _is_known_as_name(reading.document, word.text)


def _is_known_as_name(document: str, word: str) -> bool:
    """Whether the document has the word capitalised after a small letter and never in small letters."""
    at = -1
    for _ in range(MAX_NAME_PLACES):
        at = document.find(f" {word}", at + 1, TOPIC_WINDOW)
        if at <= 0 or document[at - 1].islower():
            break
    else:
        return False
    return at > 0 and document.find(f" {word.lower()}", 0, TOPIC_WINDOW) < 0


def _is_measured(reading: Reading, match: Match) -> bool:
    """Whether a figure stands before "tons of" and the like, which then means what it says."""
    words = reading.words
    if match.first == match.last or words[match.last].lower != "of":
        return False
    start = words[match.first].start
    return reading.sentence[max(0, start - MAX_BLANKS) : start].rstrip()[-1:].isdigit()


def _is_negated(words: Sequence[Word], match: Match) -> bool:
    before = words[max(0, match.first - 2) : match.first]
    return any(w.lower in _NEGATIONS or w.lower.endswith("n't") for w in before)


def _is_topic(document: str, words: Sequence[Word], match: Match) -> bool:
    if match.first != match.last or len(words[match.first].lower) < 5:
        return False
    word = words[match.first].lower
    return document.count(word[1:], 0, TOPIC_WINDOW) >= TOPIC_COUNT


def _weigh_benefit(words: Sequence[Word], match: Match, is_issuer: bool) -> float:
    before = words[max(0, match.first - 3) : match.first]
    weight = match.category.weight
    if any(w.lower == "will" for w in before) and not _is_negated(words, match):
        return PROMISED if match.category.name == "benefit_verb" else weight * 2
    return weight if is_issuer else weight * NOT_THE_ISSUER


def _is_set_off(reading: Reading, match: Match) -> bool:
    word = reading.words[match.last]
    if not word.lower.endswith("ly") or reading.sentence[word.end : word.end + 1] != ",":
        return False
    return match.first == 0 or reading.sentence.endswith(", ", 0, reading.words[match.first].start)


def _is_predicate(words: Sequence[Word], match: Match) -> bool:
    """Whether the entry is said of a subject with "is", "looks" or the like, an adverb aside."""
    before = [w.lower for w in words[max(0, match.first - 2) : match.first]]
    return bool(before) and (before[-1] in _COPULAS or (before[-1].endswith("ly") and before[0] in _COPULAS))


def _is_reporting(words: Sequence[Word], match: Match) -> bool:
    """Whether a cue is a verb with a speaker, not a noun ("his claims") or a compound."""
    if match.first == 0:
        return False
    before = words[match.first - 1].lower
    if match.category.name == "sound_cue" and before in _THINGS:
        return False
    return before not in _NOUN_BEFORE and not before.endswith("'s")
