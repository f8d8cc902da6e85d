"""What does a person decide with these words? A command for the session, or a sentence on what is missing."""

from __future__ import annotations

import re
from difflib import get_close_matches

from annotator.decisions import anchor_of
from annotator.errors import UsageError
from annotator.linear.names import HERE, Names
from annotator.linear.verbs import find_verb
from annotator.model import (
    Accept,
    Anchor,
    AnchorKind,
    Command,
    Disagreement,
    Note,
    RateCredibility,
    RateReliability,
    Reject,
    SetSource,
    Settle,
    Settlement,
    SourceRole,
)
from annotator.text import one_line
from annotator.view import CREDIBILITY, RELIABILITY, ROLES, Target, is_decided, side_groups, speakers

_BECAUSE = re.compile(r"(?:^|\s+)because\s+", re.IGNORECASE)
_SETTLEMENTS = {
    "both true": Settlement.BOTH_TRUE,
    "different things": Settlement.DIFFERENT_THINGS,
    "no disagreement": Settlement.NOT_A_DISAGREEMENT,
    "open": Settlement.OPEN,
}
_ROLES = {word: role for role, word in ROLES.items()} | {"institution": SourceRole.INSTITUTION}
_ITSELF = ("itself", "own voice", "the outlet itself")
REMOVES = "-"
"""Words of a note that take it away."""


def read_decision(names: Names, verb: str, words: str, here: Target | None) -> Command:
    """The command that one of the deciding verbs means.

    Args:
        here: the object that was shown or read last.
    Raises:
        UsageError: if it is not said on what, or not what.
    """
    match verb:
        case "accept":
            return Accept(_anchor(names, _only_handle(names, verb, words, here)))
        case "reject":
            body, reason = _split_reason(words)
            return Reject(_anchor(names, _only_handle(names, verb, body, here)), reason)
        case "settle":
            return _settle(names, words, here)
        case "attribute":
            return _attribute(names, words, here)
        case "rate":
            return _rate(names, words, here)
        case _:
            return _note(names, words, here)


def read_bulk(names: Names, verb: str, words: str, targets: list[Target]) -> tuple[Command, ...]:
    """Accepts or rejects all these suggestions; their number has to be said, so that nobody decides more than meant.

    Raises:
        UsageError: if the number is missing or another one.
    """
    body, reason = _split_reason(words)
    if not targets:
        raise UsageError("nothing in the list waits for a decision")
    if body != str(len(targets)):
        raise UsageError(f"{len(targets)} suggestions of the list wait", f"say {verb} all {len(targets)}")
    anchors = [_anchor(names, t) for t in targets]
    return tuple(Accept(a) for a in anchors) if verb == "accept" else tuple(Reject(a, reason) for a in anchors)


def open_targets(names: Names, targets: list[Target]) -> list[Target]:
    """Those of them on which nobody decided."""
    things = names.story.things
    return [t for t in dict.fromkeys(targets) if t in things and not is_decided(things[t].decision)]


def _settle(names: Names, words: str, here: Target | None) -> Settle:
    target, rest = _take_handle(names, words, here)
    body, reason = _split_reason(rest)
    found = names.story.things.get(target) if target else None
    if target is None or not isinstance(found, Disagreement):
        raise UsageError("say which disagreement, such as settle D3 both true", "list disagreements names them")
    anchor = _anchor(names, target)
    head, _, value = body.partition(" ")
    if head.casefold() == "stands":
        return Settle(anchor, Settlement.SIDE_STANDS, _value(names, found, value.strip()), reason)
    meant = [how for word, how in _SETTLEMENTS.items() if body and word.startswith(body.casefold())]
    if len(meant) != 1:
        raise UsageError("say how it is settled", f"stands VALUE, {', '.join(_SETTLEMENTS)}")
    return Settle(anchor, meant[0], None, reason)


def _value(names: Names, found: Disagreement, word: str) -> str:
    """The value of a disagreement that is named by itself or by the number of its side; the value goes first."""
    values = [group.value for group in side_groups(names.story, found)]
    stored = {one_line(s.value): s.value for s in found.sides}
    same = [v for v in values if v.casefold() == word.casefold()]
    if not same and word.isdecimal() and 1 <= int(word) <= len(values):
        same = [values[int(word) - 1]]
    if not same:
        sides = ", ".join(f"{number} {value}" for number, value in enumerate(values, 1))
        raise UsageError("say which value stands, or the number of its side", f"it has {sides}")
    return stored.get(same[0], same[0])


def _attribute(names: Names, words: str, here: Target | None) -> SetSource:
    target, rest = _take_handle(names, words, here)
    body, reason = _split_reason(rest)
    if target is None or target.kind not in (AnchorKind.CLAIM, AnchorKind.ATTRIBUTION):
        raise UsageError("say which claim, such as attribute B12 to the harbour master")
    if not re.match(r"to\s+\S", body, re.IGNORECASE):
        raise UsageError("say to whom, such as attribute B12 to the harbour master", "to itself is the own voice")
    name, role = _split_role(body[2:].strip())
    if name.casefold() in _ITSELF:
        return SetSource(_anchor(names, target), None, reason=reason)
    known = {s.name.casefold(): s for s in speakers(names.story)}
    found = known.get(name.casefold())
    chosen = role or (found.role if found else SourceRole.PERSON)
    return SetSource(_anchor(names, target), found.name if found else name, chosen, reason=reason)


def _split_role(words: str) -> tuple[str, SourceRole | None]:
    name, found, role = words.rpartition(" as ")
    if not found:
        return words, None
    if role.strip().casefold() in _ROLES:
        return name.strip(), _ROLES[role.strip().casefold()]
    near = get_close_matches(role.strip().casefold(), list(_ROLES), 1)
    if near:
        raise UsageError(f"{role.strip()!r} is no role", f"did you mean {near[0]}?")
    return words, None


def _rate(names: Names, words: str, here: Target | None) -> RateReliability | RateCredibility:
    body, reason = _split_reason(words)
    handle, _, value = body.partition(" ")
    target, value = _mean(names, handle, here, "rate B12 2, or rate B D"), value.strip().upper()
    claim = names.story.claim_of.get(target)
    document = target.id if target.kind is AnchorKind.DOCUMENT else names.story.claim[claim].document if claim else ""
    if value in RELIABILITY or (value == "NONE" and target.kind is AnchorKind.DOCUMENT):
        outlet = _anchor(names, Target(AnchorKind.DOCUMENT, document))
        return RateReliability(outlet, None if value == "NONE" else value, reason)
    is_digit = len(value) == 1 and value in "".join(map(str, CREDIBILITY))
    if claim is None or not (is_digit or value == "NONE"):
        raise UsageError("an outlet is rated A to F, a claim 1 to 6", "rate B D because of two corrections; rate B12 2")
    rated = _anchor(names, Target(AnchorKind.CLAIM, claim))
    return RateCredibility(rated, int(value) if is_digit else None, reason)


def _note(names: Names, words: str, here: Target | None) -> Note:
    handle, _, text = words.partition(" ")
    target = _mean(names, handle, here, "note B12 call the harbour master")
    if not text.strip():
        raise UsageError("say what to note", f"note {handle} WORDS, or note {handle} {REMOVES} to remove it")
    return Note(_anchor(names, target), "" if text.strip() == REMOVES else text.strip())


def _only_handle(names: Names, verb: str, words: str, here: Target | None) -> Target:
    head, _, rest = words.partition(" ")
    if rest.strip():
        raise UsageError(f"{verb} takes one handle", find_verb(verb).usage)
    return _mean(names, head or HERE, here, f"{verb} B12f1")


def _mean(names: Names, word: str, here: Target | None, example: str) -> Target:
    if not word or (word.casefold() == HERE and here is None):
        raise UsageError("say on what", f"such as {example}")
    if word.casefold() == HERE and here is not None:
        return here
    return names.need(word)


def _take_handle(names: Names, words: str, here: Target | None) -> tuple[Target | None, str]:
    """What is decided on, and the words behind its handle; what was shown last, where no handle is said."""
    head, _, rest = words.partition(" ")
    if head.casefold() == HERE:
        return here, rest.strip()
    if any(c.isdigit() for c in head) and head[:1].isalpha():
        return names.need(head), rest.strip()
    return here, words


def _split_reason(words: str) -> tuple[str, str | None]:
    parts = _BECAUSE.split(words, maxsplit=1)
    return parts[0].strip(), (parts[1].strip() or None) if len(parts) > 1 else None


def _anchor(names: Names, target: Target) -> Anchor:
    thing = names.story.things[target]
    return anchor_of(thing, names.story.analysis)
