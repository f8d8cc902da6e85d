"""Does the text itself say what ought to be done, or what may come? Rules that are reported do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.editorial.evidence import ARGUING, Hit, Reading
from annotator.model import FlagKind

FAMILY = "modality"
BARE_DUTY = 0.44  # "must", "should" with a subject of any kind: shown only in company or where a text argues
SHARED_DUTY = 0.62  # "we must": the writer speaks for the reader
WEAK_DUTY = 0.27  # "needs to", "has to": often a plain necessity
RULE = 0.1  # "applicants must": a rule that is reported
POSSIBILITY = 0.14  # "might": says little alone
PROGNOSIS = 0.34  # "may be the last": what a thing will turn out to be
FORECAST = 0.2  # "will close": a bare forecast in a text that argues, shown in company
_WHY_DUTY = "“{words}” says what ought to be done, in the text's own voice."
_WHY_FORECAST = "“{words}” forecasts, in the text's own voice and without a hedge."
_WHY_GUESS = "“{words}” states a possibility, and no source is given for it."
_DUTY = re.compile(
    r"\b(?:(?P<strong>must|should|ought to|oughtn't|mustn't|shouldn't)"
    r"|(?P<weak>needs? to|ha(?:s|ve) to|had better|needs? not|(?:is|are) to be))\b(?P<rest> [a-z]+(?: [a-z]+)?)?",
    re.IGNORECASE,
)
_GUESS = re.compile(
    r"\b(?:might|may|could|would)\b(?P<state> (?:well |yet |soon |also |even |then )?"
    r"(?:be the|be a|be an|be too|become|prove|mean|mark|spell|signal)\b)?(?! ?\d)"
)
_GUESSES = frozenset(("might", "may", "could", "would"))
_RULE_WORDS = re.compile(
    r"\b(?:requires?|required|requirements?|stipulat\w+|eligible|deadline"
    r"|(?:the|new|these|those|its|state|federal|local) (?:rules?|laws?|regulations?|guidelines?|statutes?|legislation"
    r"|ordinance|bylaws?|directive|code) (?:says?|said|states?|means?|that)"
    r"|once (?:a|an|the)"
    r"|under (?:the|a|an|its|this|that|new|state|federal|current|existing) [\w -]{0,30}"
    r"(?:act|bill|laws?|rules?|plan|order|agreement|deal|proposal|code|terms|accord|treaty|pact|settlement|charter"
    r"|constitution|convention|contract|licen[cs]e|statute|protocol|scheme))\b",
    re.IGNORECASE,
)
_RULED = frozenset(
    (  # subjects of rules: a "must" said of them is reported, not demanded
        *("applicant", "applicants", "application", "applications", "bidders", "bids", "permits", "form", "forms"),
        *("passengers", "drivers", "visitors", "candidates", "entries", "tenders", "submissions", "participants"),
        *("customers", "employees", "travellers", "travelers", "users", "licences", "licenses", "documents"),
        *("members", "shareholders", "contractors", "claims", "requests"),
    )
)
_FORECAST = re.compile(
    r"(?<!\bwho )(?<!\bwhich )(?<!\bwhat )"
    r"(?<!\bat )(?<!\bthe )(?<!\bof )(?<!\bits )(?<!political )(?<!free )\b(?:will|won't)\b"
    r"(?! (?:also |then |soon )?(?:host|hold|meet|vote|open|begin|start|take place|travel|visit|speak"
    r"|appear|release|publish|decide|air|play|be [a-z]+ed)\b)(?: [a-z]+)?"
)
_DIGIT = re.compile(r"\d")
_LOOSE_END = re.compile(
    r"(?: (?:a|an|the|of|to|in|on|at|by|for|with|before|after|that|this|its|his|her|their|and|so))+\Z"
)
_BEFORE = re.compile(r"([A-Za-z']+)\W+\Z")
_SHARED = frozenset(("we", "you", "one", "i"))
_STATED = frozenset(("whether", "that", "if", "who", "what", "which", "how", "when"))


def find_modality(reading: Reading) -> Iterator[Hit]:
    """Duties ("must", "needs to") and possibilities ("might") outside quotation marks."""
    text = reading.outside
    duties = tuple(_DUTY.finditer(text))
    is_rule = bool(duties) and _RULE_WORDS.search(text) is not None
    for found in duties:
        weight = _duty_weight(text, found, is_rule=is_rule)
        if weight:
            end = found.start() + len(_LOOSE_END.sub("", found[0]))
            yield Hit(FlagKind.NORMATIVE, found.start(), end, weight, "duty", FAMILY, _WHY_DUTY)
    yield from _find_forecast(reading)
    guess = None if _GUESSES.isdisjoint(reading.vocabulary) else _GUESS.search(text)
    if guess and guess.start() > 0:
        weight = PROGNOSIS if guess["state"] else POSSIBILITY
        yield Hit(FlagKind.SPECULATION, *guess.span(), weight, "possibility", FAMILY, _WHY_GUESS)


def _find_forecast(reading: Reading) -> Iterator[Hit]:
    """Where a text argues, a bare "will" is the writer's own forecast; elsewhere it is mostly a timetable."""
    found = _FORECAST.search(reading.outside) if reading.genre.type in ARGUING else None
    if found and not _DIGIT.search(reading.outside):
        yield Hit(FlagKind.SPECULATION, *found.span(), FORECAST, "forecast_form", FAMILY, _WHY_FORECAST)


def _duty_weight(text: str, found: re.Match[str], *, is_rule: bool) -> float:
    before = _BEFORE.search(text, max(0, found.start() - 40), found.start())
    subject = before[1].lower() if before else ""
    rest = (found["rest"] or "").split()
    if not subject:  # "Should the bill fail": a condition, not a demand
        return 0.0
    if found["strong"] and found["strong"].lower() == "must" and rest[:1] == ["have"]:
        return POSSIBILITY
    is_timetable = (found["weak"] or "").lower() in ("is to be", "are to be") and _DIGIT.search(text) is not None
    if is_rule or is_timetable or subject in _RULED:
        return RULE
    if subject in _SHARED:
        return SHARED_DUTY if found["strong"] else BARE_DUTY
    if subject in _STATED:
        return WEAK_DUTY
    return BARE_DUTY if found["strong"] else WEAK_DUTY
