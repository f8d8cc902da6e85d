"""Who says a claim, as one phrase for a person."""

from __future__ import annotations

from annotator.model import Attitude, Attribution, Claim, Voice
from annotator.text import fold

_VERBS = {
    Attitude.ASSERTS: "says",
    Attitude.DENIES: "denies",
    Attitude.BELIEVES: "believes",
    Attitude.INTENDS: "intends",
    Attitude.ASKS: "asks",
    Attitude.ORDERS: "demands",
    Attitude.OTHER: "is given as source by the text",
}
_PRONOUNS = frozenset(["he", "she", "it", "they", "who", "him", "her", "them", "we", "i", "you", "his", "their"])
NO_SOURCE = "own voice, no source"


def is_pronoun(words: str) -> bool:
    """Whether the words for a source only stand for a name."""
    return fold(words) in _PRONOUNS


def describe_source(attribution: Attribution) -> str:
    """The source's name, or the words that stand for it."""
    source = attribution.source
    if source is not None and source.name:
        return source.name
    if source is None or not source.text:
        return "somebody who is not named"
    return f"somebody (“{source.text}”)" if is_pronoun(source.text) else source.text


def describe_attribution(attribution: Attribution) -> str:
    """One attribution: "Teodor Brandt says, told Coastwire"."""
    phrase = f"{describe_source(attribution)} {_VERBS[attribution.attitude]}"
    return f"{phrase}, told {attribution.via}" if attribution.via else phrase


def describe_sourcing(claim: Claim) -> str:
    """Everyone who says the claim, outermost last; `NO_SOURCE` where the document itself does."""
    if claim.voice is Voice.OUTLET:
        return NO_SOURCE
    return "; ".join(dict.fromkeys(describe_attribution(a) for a in claim.attributions)) or NO_SOURCE
