"""Is the sentence built as a verdict: "it is wrong to", "X is nothing but", "not because ... but because"?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.editorial.evidence import Hit, Reading
from annotator.model import FlagKind

FAMILY = "frames"
IMPERSONAL = 0.3
TOO = 0.42
COMPARED = 0.36
CONTRAST = 0.26
DEFINED = 0.36
SIMILE = 0.28
VIVID_SIMILE = 0.46  # "like a child's ..."
_WHY_SIMILE = "“{words}” is a comparison for effect."
_WHY = "“{words}” is the frame of a verdict, and nobody is cited for it."
_IMPERSONAL = re.compile(
    r"\b[Ii]t(?:'s| is| was| would be| seems| remains| may be| might be)(?: \w+ly)?(?: not)? "
    r"(?!(?:expected|believed|understood|known|reported|estimated|planned|scheduled|due|said|hoped|thought|able|set|going"
    r"|located|based|unclear|not clear|unknown|named|called|made|used|also|still|now|one|part)\b)"
    r"[a-z-]+ (?:that|to|for|how|when|of \w+ to)\b"
)
_TOO = re.compile(
    r"\btoo (?:long|late|little|much|many|few|often|far|soon|weak|strong|big|small|easy|hard|cosy|cozy|close|good|bad"
    r"|eager|quick|slow|busy|great|high|low|generous|timid|narrow|broad|expensive|costly"
    r"|dangerous|risky|important)\b"
)
_COMPARED = re.compile(
    r"\b(?:is|are|was|were|be|looks?|seems?)(?: \w+ly| far| even| much| no)? "
    r"(?:worse|better|more [a-z]+|less [a-z]+) than\b(?! \d)"
)
_CONTRAST = re.compile(
    r"\bnot (?:because|by|for|in|to|so much|just|only|simply|merely|about|from|as)\b[^.;?!]{2,90}\bbut\b"
    r"|\b(?:isn't|aren't|is not|are not|was not|wasn't) (?:about|just|simply|merely|only|so much)\b"
)
_DEFINED = re.compile(
    r"\b(?:[Tt]hat|[Tt]his|[Ss]uch|[Hh]ere|[Tt]here) (?:is|are|was) (?:what|why|how"
    r"|the (?:kind|sort|very|whole|real|only|true)"
    r"|nothing|no|not|simply|just|hardly|surely|exactly|precisely|all|a \w+ of)\b"
)
_SIMILE = re.compile(
    r"\blike (?:a|an|so many) (?!lot\b|few\b|little\b|new\b|good\b|number\b)"
    r"[a-z]+(?:'s)?(?: [a-z]+)?"
)
_NO_SIMILE = re.compile(
    r"(?:\b(?:would|should|could|look\w*|thing|something|anything|nothing"
    r"|feel\w*|felt|sounds?|seems?)|'d) \Z"
)


def find_frames(reading: Reading) -> Iterator[Hit]:
    """Sentence frames of opinion outside quotation marks, one of each sort."""
    for pattern, weight, category in (
        (_IMPERSONAL, IMPERSONAL, "impersonal"),
        (_TOO, TOO, "too"),
        (_COMPARED, COMPARED, "compared"),
        (_CONTRAST, CONTRAST, "contrast"),
        (_DEFINED, DEFINED, "defined"),
    ):
        found = pattern.search(reading.outside)
        if found:
            yield Hit(FlagKind.OPINION_IN_OWN_VOICE, *found.span(), weight, category, FAMILY, _WHY)
    simile = _SIMILE.search(reading.outside)
    if simile and not _NO_SIMILE.search(reading.outside, max(0, simile.start() - 12), simile.start()):
        weight = VIVID_SIMILE if "'s " in simile[0] or "so many" in simile[0] else SIMILE
        yield Hit(FlagKind.LOADED_LANGUAGE, *simile.span(), weight, "simile", FAMILY, _WHY_SIMILE)
