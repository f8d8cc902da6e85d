"""Does the text speak for all of a group, or rank something above all others, without a source or a measure?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.editorial.evidence import ARGUING, Hit, Reading
from annotator.editorial.shapes import Shape, find_shapes
from annotator.model import FlagKind

FAMILY = "generalisation"
SUPERLATIVE = 0.14
GENERAL_STATEMENT = 0.12
ARGUED_STATEMENT = 0.3  # where a text argues, a statement without any particular is a step of the argument
BARE_ASSERTION = 0.22  # the same, told of the past
BARE_FORECAST = 0.2  # or of the future
MAX_GENERAL = 240  # characters: longer sentences carry particulars of some kind
MIN_GENERAL = 25
_WHY_ALL = "“{words}” speaks for a whole group, and nothing is cited."
_WHY_HABIT = "“{words}” makes a habit of it, and nothing is cited."
_WHY_MOOD = "“{words}” states a public mood as a fact; no poll or source is cited."
_WHY_RANKED = "“{words}” ranks without a measure or a source."
_WHY_GENERAL = "“{words}” states something as generally true; no source, name, number or date goes with it."
_WHY_BARE = "“{words}” asserts; no source, name, number or date goes with it."
_SHAPES = (
    Shape(
        "all",
        FlagKind.GENERALISATION,
        0.66,
        re.compile(
            r"\b(?:(?:every|no) [a-z]+(?: [a-z]+)? (?:knows?|wants?|understands?|believes?|thinks?|likes?|ever|can"
            r"|could|dares?|cares?|would|should|deserves?)"
            r"|any [a-z]+(?: [a-z]+)? (?:knows?|understands?|believes?|thinks?|ever|can (?:see|tell|understand)"
            r"|dares?|cares?)"
            r"|(?:all|most|these|those|such|many) [a-z]+s (?:know|want|care|believe|think|hate|love|fear|pretend|ignore"
            r"|refuse|prefer)"
            r"|(?:everyone|everybody|nobody|no one) (?:knows?|wants?|cares?|believes?|thinks?|ever|seems|would|is|has"
            r"|in)\b(?! (?:been|was))"
            r"|(?:anyone|anybody|those|nobody|no one) who (?:[a-z-]+ ){2,9}"
            r"(?:knows?|understands?|remembers?|sees?|agrees?|will|would|could)"
            r"|the (?:whole|entire) (?:town|world|nation|point|thing|idea|exercise|affair|system))\b",
            re.IGNORECASE,
        ),
        _WHY_ALL,
        frozenset(
            (
                *("every", "no", "any", "all", "most", "these", "those", "such", "many", "everyone", "everybody"),
                *("nobody", "anyone", "anybody", "whole", "entire"),
            )
        ),
    ),
    Shape(
        "habit",
        FlagKind.GENERALISATION,
        0.4,
        re.compile(
            r"\b(?:[A-Za-z]+s|they|he|she|it|we|you) (?:always|never|consistently|invariably|routinely|habitually"
            r"|inevitably|constantly|perpetually) (?!been\b)[a-z]+",
            re.IGNORECASE,
        ),
        _WHY_HABIT,
        frozenset(
            (
                *("always", "never", "consistently", "invariably", "routinely", "habitually", "inevitably"),
                *("constantly", "perpetually"),
            )
        ),
    ),
    Shape(
        "mood",
        FlagKind.GENERALISATION,
        0.46,
        re.compile(
            r"\b(?:[Ss]upport|[Tt]rust|[Cc]onfidence|[Ff]aith|[Pp]atience|morale|enthusiasm|sympathy|[Aa]nger|[Ff]rustration"
            r"|[Rr]esentment|[Dd]iscontent|[Uu]nease|[Aa]nxiety|[Dd]oubts?|[Cc]oncerns?|[Ff]ears?|[Qq]uestions"
            r"|[Ss]k?c?epticism|appetite|goodwill) "
            r"(?:(?:is|are|was|were|has been|have been) (?:only )?(?:declining|waning|fading|eroding|dwindling|slipping"
            r"|collapsing|evaporating|ebbing|growing|mounting|rising|spreading|deepening|swirling"
            r"|running (?:high|low|out|thin)|wearing thin|at an? (?:all-time )?(?:high|low))"
            r"|(?:continues?|continued) to (?:grow|mount|rise|fall|swirl|simmer))\b"
        ),
        _WHY_MOOD,
        frozenset(("is", "are", "was", "were", "been", "continue", "continues", "continued")),
    ),
    Shape(
        "all",
        FlagKind.GENERALISATION,
        0.3,
        re.compile(
            r"^\W*(?:But |And |Yet |Still, )?(?:[Nn]obody|[Nn]o one|[Ee]veryone|[Ee]verybody) "
            r"(?!was\b|were\b|is\b|has been\b|had been\b|has claimed\b|else\b)[a-z]+"
        ),
        _WHY_ALL,
        frozenset(("nobody", "no", "everyone", "everybody")),
    ),
    Shape(
        "ranked",
        FlagKind.INTENSIFIER,
        0.27,
        re.compile(
            r"\b(?:the|its|his|her|their|our|[A-Za-z]+'s) (?:single |very |world's )?(?:most|least) "
            r"(?!recent\b|part\b|of\b|that\b|votes?\b)[a-z-]+"
        ),
        _WHY_RANKED,
        frozenset(("most", "least")),
    ),
)
_SUPERLATIVE = re.compile(
    r"\b(?:the|its|his|her|their|our|[A-Za-z]+'s) (?:single |very )?"
    r"(?!(?:lat|larg|high|low|long|old|young|new|bigg|small|near|farth|clos|inter|for|t|w|r|requ|prot|harv|conqu|pri|gu|b|ch"
    r"|n|p|arr|cont|qu|earli|unr|v|mid|beh|inv|dig|man)est\b)[a-z]+est\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|isn't|aren't|can|cannot|can't|do|does|don't|doesn't|will|means|makes?|becomes?|remains?|deserves?|depends?"
    r"|belongs?)\b"
)
_PARTICULAR = re.compile(
    r"\d|\"|(?<=[a-z,;] )[A-Z][a-z]|\b(?:said|says|told|added|according|announced|reported|percent|per cent"
    r"|yesterday|today|ago|million|billion|hundred|thousand|week|month)\b"
)


def find_generalisations(reading: Reading) -> Iterator[Hit]:
    """Statements about everybody, habits, rankings, and statements without any particular."""
    found_one = False
    for hit in (*find_shapes(reading, _SHAPES, FAMILY), *_find_superlative(reading)):
        yield hit
        found_one = True
    if not found_one and len(reading.outside) < MAX_GENERAL and len(reading.outside.strip()) > MIN_GENERAL:
        yield from _find_general(reading)


def _find_superlative(reading: Reading) -> Iterator[Hit]:
    found = _SUPERLATIVE.search(reading.outside) if "est " in reading.outside else None
    if found:
        kind = FlagKind.INTENSIFIER
        yield Hit(kind, *found.span(), SUPERLATIVE, "superlative_form", FAMILY, _WHY_RANKED)


def _find_general(reading: Reading) -> Iterator[Hit]:
    text, argues = reading.outside, reading.genre.type in ARGUING
    if _PARTICULAR.search(text):
        return
    end = len(text.rstrip(" .!?"))
    present = _PRESENT.search(text)
    if present:
        weight = GENERAL_STATEMENT
        if argues:
            weight = BARE_FORECAST if present[0] == "will" else ARGUED_STATEMENT
        yield Hit(FlagKind.GENERALISATION, present.start(), end, weight, "general", FAMILY, _WHY_GENERAL)
    elif argues:
        start = len(text) - len(text.lstrip())
        yield Hit(FlagKind.OPINION_IN_OWN_VOICE, start, end, BARE_ASSERTION, "general", FAMILY, _WHY_BARE)
