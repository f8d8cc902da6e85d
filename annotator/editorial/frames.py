"""Is the sentence built as a verdict: "it is wrong to", "X is nothing but", "not because ... but because"?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.editorial.evidence import Hit, Reading
from annotator.editorial.shapes import Shape, find_shapes
from annotator.model import FlagKind

FAMILY = "frames"
SIMILE = 0.28
VIVID_SIMILE = 0.46  # "like a child's ..."
_WHY_SIMILE = "“{words}” is a comparison for effect."
_WHY = "“{words}” is the frame of a verdict, and nobody is cited for it."
_OPINION = FlagKind.OPINION_IN_OWN_VOICE
_NOTS = frozenset(("not", "isn't", "aren't", "wasn't", "weren't"))
_SHAPES = (
    Shape(
        "impersonal",
        _OPINION,
        0.3,
        re.compile(
            r"\b[Ii]t(?:'s| is| was| would be| seems| remains| may be| might be)(?: \w+ly)?(?: not)? "
            r"(?!(?:expected|believed|understood|known|reported|estimated|planned|scheduled|due|said|hoped|thought|able|set"
            r"|going|located|based|unclear|not clear|unknown|named|called|made|used|also|still|now|one|part)\b)"
            r"[a-z-]+ (?:that|to|for|how|when|of \w+ to)\b"
        ),
        _WHY,
        frozenset(("it", "it's")),
    ),
    Shape(
        "too",
        _OPINION,
        0.42,
        re.compile(
            r"\btoo (?:long|late|little|much|many|few|often|far|soon|weak|strong|big|small|easy|hard|cosy|cozy|close"
            r"|good|bad|eager|quick|slow|busy|great|high|low|generous|timid|narrow|broad|expensive|costly|cautious|clever"
            r"|proud|comfortable|convenient|polite|lazy|frightened|afraid|dangerous|risky|important)\b"
        ),
        _WHY,
        frozenset(("too",)),
    ),
    Shape(
        "compared",
        _OPINION,
        0.36,
        re.compile(
            r"\b(?:is|are|was|were|be|looks?|seems?)(?: \w+ly| far| even| much| no)? "
            r"(?:worse|better|more [a-z]+|less [a-z]+) than\b(?! \d)"
        ),
        _WHY,
        frozenset(("than",)),
    ),
    Shape(
        "contrast",
        _OPINION,
        0.26,
        re.compile(
            r"\bnot (?:because|by|for|in|to|so much|just|only|simply|merely|about|from|as)\b[^.;?!]{2,90}\bbut\b"
            r"|\b(?:isn't|aren't|is not|are not|was not|wasn't) (?:about|just|simply|merely|only|so much)\b"
        ),
        _WHY,
        _NOTS,
    ),
    Shape(
        "corrected",
        _OPINION,
        0.44,
        re.compile(
            r"\b(?:is not|are not|was not|were not|isn't|aren't|wasn't|weren't) [^.;,?!—–]{2,60}[;,—–-] ?"
            r"(?:it|this|that|they|he|she|these|those)(?:'s|'re| is| are| was| were)\b",
        ),
        "“{words}” swaps one name of the thing for the writer's own.",
        _NOTS,
    ),
    Shape(
        "cleft",
        _OPINION,
        0.42,
        re.compile(
            r"\b(?:[Ww]hat|All|all) (?:[a-z']+ ){0,4}(?:needs?|wants?|gets?|lacks?|deserves?|matters|counts"
            r"|is missing)\b(?: [a-z]+){0,3} (?:is|are|was|were)\b"
        ),
        _WHY,
        frozenset(("what", "all")),
    ),
    Shape(
        "denied",
        _OPINION,
        0.36,
        re.compile(
            r"(?<!\b[Tt]here )\b(?:is|are|was|were|be) no "
            r"(?!(?:longer|more|less|fewer|different|later|evidence|one|doubt|sign|indication|word|plans?|limit|immediate"
            r"|other|charge|change)\b)[a-z]+"
        ),
        _WHY,
        frozenset(("no",)),
    ),
    Shape(
        "defined",
        _OPINION,
        0.36,
        re.compile(
            r"\b(?:[Tt]hat|[Tt]his|[Ss]uch|[Hh]ere|[Tt]here) (?:is|are|was) (?:what|why|how"
            r"|the (?:kind|sort|very|whole|real|only|true)"
            r"|nothing|no|not|simply|just|hardly|surely|exactly|precisely|all|a \w+ of)\b"
        ),
        _WHY,
        frozenset(("that", "this", "such", "here", "there")),
    ),
    Shape(
        "addressed",
        _OPINION,
        0.42,
        re.compile(
            r"^\W*(?:(?:But|And|So|Now|Then|Just|Yes,|No,) )?(?:Just )?"
            r"(?:[Aa]sk|[Ii]magine|[Pp]icture|[Rr]emember|[Ff]orget|[Bb]lame|[Ss]pare|[Pp]ity|[Bb]ehold|[Ww]itness|[Ss]uppose"
            r"|[Tt]hink (?:of|about)|[Ll]ook (?:at|around|closer|again)|[Cc]onsider|[Nn]ever mind"
            r"|[Dd]o(?: not|n't) (?:be|let|expect)|[Ll]isten to|[Cc]ompare (?:that|this)|[Cc]all (?:it|that|this|me)"
            r"|[Ss]ay what|[Mm]ake no|[Tt]ell that to|[Tt]ry telling) [a-z']+"
        ),
        "“{words}” tells the reader what to think of.",
    ),
    Shape(
        "treated_as",
        FlagKind.INSINUATION,
        0.4,
        re.compile(
            r"\b[Tt]reat(?:s|ed|ing)? [^.;,?!]{2,50} (?:as|like) (?:an?|if|though|so many|so much|mere|little|something"
            r"|nothing)\b(?! (?:priority|matter|case|crime|murder|homicide|patient|terrorist|emergency|suspect)\b)"
        ),
        "“{words}” says how somebody sees others, and nobody is cited for it.",
        frozenset(("treat", "treats", "treated", "treating")),
    ),
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
    yield from find_shapes(reading, _SHAPES, FAMILY)
    simile = _SIMILE.search(reading.outside) if "like" in reading.vocabulary else None
    if simile and not _NO_SIMILE.search(reading.outside, max(0, simile.start() - 12), simile.start()):
        weight = VIVID_SIMILE if "'s " in simile[0] or "so many" in simile[0] else SIMILE
        yield Hit(FlagKind.LOADED_LANGUAGE, *simile.span(), weight, "simile", FAMILY, _WHY_SIMILE)
