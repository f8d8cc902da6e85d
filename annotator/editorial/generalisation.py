"""Does the text speak for all of a group, or rank something above all others, without a source or a measure?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.editorial.evidence import Hit, Reading
from annotator.model import FlagKind

FAMILY = "generalisation"
ALL_OF_A_GROUP = 0.66
HABIT = 0.4
MOOD = 0.46
SUBJECT = 0.3  # "Nobody voted for this"
RANKED = 0.27
SUPERLATIVE = 0.14
GENERAL_STATEMENT = 0.12
_WHY_ALL = "“{words}” speaks for a whole group, and nothing is cited."
_WHY_HABIT = "“{words}” makes a habit of it, and nothing is cited."
_WHY_MOOD = "“{words}” states a public mood as a fact; no poll or source is cited."
_WHY_RANKED = "“{words}” ranks without a measure or a source."
_WHY_GENERAL = "“{words}” states something as generally true; no source, name, number or date goes with it."
_ALL = re.compile(
    r"\b(?:(?:every|no|any) [a-z]+(?: [a-z]+)? (?:knows?|wants?|understands?|believes?|thinks?|likes?|ever|can|could"
    r"|dares?|cares?|would|should|deserves?)"
    r"|(?:all|most|these|those|such|many) [a-z]+s (?:know|want|care|believe|think|hate|love|fear|pretend|ignore|refuse"
    r"|prefer)"
    r"|(?:everyone|everybody|nobody|no one) (?:knows?|wants?|cares?|believes?|thinks?|ever|seems|would|is|has|in)\b"
    r"(?! (?:been|was))"
    r"|(?:anyone|anybody|those) who [a-z ]{2,60} (?:knows?|understands?|remembers?|sees?|agrees?)"
    r"|the (?:whole|entire) (?:town|world|nation|point|thing|idea|exercise|affair|system))\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:[A-Za-z]+s|they|he|she|it|we|you) (?:always|never|consistently|invariably|routinely|habitually|inevitably"
    r"|constantly|perpetually) (?!been\b)[a-z]+"
)
_SUBJECT = re.compile(
    r"^\W*(?:But |And |Yet |Still, )?(?:[Nn]obody|[Nn]o one|[Ee]veryone|[Ee]verybody) "
    r"(?!was\b|were\b|is\b|has been\b|had been\b|has claimed\b|else\b)[a-z]+"
)
_MOOD = re.compile(
    r"\b(?:[Ss]upport|[Tt]rust|[Cc]onfidence|[Ff]aith|[Pp]atience|morale|enthusiasm|sympathy|[Aa]nger|[Ff]rustration"
    r"|[Rr]esentment|[Dd]iscontent|[Uu]nease|[Aa]nxiety|[Dd]oubts?|[Cc]oncerns?|[Ff]ears?|[Qq]uestions"
    r"|[Ss]k?c?epticism|appetite|goodwill) "
    r"(?:(?:is|are|was|were|has been|have been) (?:only )?(?:declining|waning|fading|eroding|dwindling|slipping"
    r"|collapsing|evaporating|ebbing|growing|mounting|rising|spreading|deepening|swirling|running (?:high|low|out|thin)"
    r"|wearing thin|at an? (?:all-time )?(?:high|low))"
    r"|(?:continues?|continued) to (?:grow|mount|rise|fall|swirl|simmer))\b"
)
_RANKED = re.compile(
    r"\b(?:the|its|his|her|their|our|[A-Za-z]+'s) (?:single |very |world's )?(?:most|least) "
    r"(?!recent\b|part\b|of\b|that\b|votes?\b)[a-z-]+"
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
MAX_GENERAL = 240  # characters: longer sentences carry particulars of some kind


def find_generalisations(reading: Reading) -> Iterator[Hit]:
    """Statements about everybody, habits, rankings, and statements without any particular."""
    text = reading.outside
    found_one = False
    for pattern, weight, category, why in (
        (_ALL, ALL_OF_A_GROUP, "all", _WHY_ALL),
        (_HABIT, HABIT, "habit", _WHY_HABIT),
        (_MOOD, MOOD, "mood", _WHY_MOOD),
        (_SUBJECT, SUBJECT, "all", _WHY_ALL),
        (_RANKED, RANKED, "ranked", _WHY_RANKED),
        (_SUPERLATIVE, SUPERLATIVE, "superlative_form", _WHY_RANKED),
    ):
        found = pattern.search(text)
        if found:
            kind = FlagKind.INTENSIFIER if why is _WHY_RANKED else FlagKind.GENERALISATION
            yield Hit(kind, *found.span(), weight, category, FAMILY, why)
            found_one = True
    if not found_one and 25 < len(text) < MAX_GENERAL and not _PARTICULAR.search(text):
        present = _PRESENT.search(text)
        if present:
            end = len(text.rstrip(" .!?"))
            yield Hit(FlagKind.GENERALISATION, present.start(), end, GENERAL_STATEMENT, "general", FAMILY, _WHY_GENERAL)
