"""Which commands are there, and which one does a person mean by a word, its beginning or its key on the screens?"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.errors import UsageError

MAX_SHOWN = 30  # characters of a word that is no command


@dataclass(frozen=True, slots=True)
class Verb:
    """One command; the word and the key are those of the screens."""

    name: str
    usage: str
    meaning: str
    key: str = ""


VERBS: tuple[Verb, ...] = (
    Verb("read", "read [B | B12]", "Read a document from its start, or a claim; alone, the same place again"),
    Verb("on", "on [3] [paragraph]", "Read on by a claim, by several, or by a paragraph; so does an empty line"),
    Verb("back", "back [3] [paragraph]", "Read what stands before"),
    Verb("where", "where", "Say which place this is and how much is decided"),
    Verb(
        "list",
        "list [claims | disagreements | flags | sources | queue | documents | adjudication] [FILTER]",
        "Name what there is; filters are words, field:value, field>2, -anything",
    ),
    Verb("more", "more", "Name the rest of the list, a few at a time"),
    Verb("next", "next", "Go to the next of the list; the queue, if no list was asked for", "n"),
    Verb("previous", "previous", "Go to the one before", "N"),
    Verb("show", "show [HANDLE]", "Say all that is known: who says it, who else, what differs, what is flagged"),
    Verb("accept", "accept [HANDLE | all COUNT]", "Accept a suggestion, or all that wait in the list"),
    Verb("reject", "reject [HANDLE | all COUNT] [because REASON]", "Reject a suggestion, or all in the list", "x"),
    Verb(
        "settle",
        "settle [D3] stands VALUE | both true | different things | no disagreement | open [because REASON]",
        "Say how a disagreement is settled; VALUE may be its number",
        "s",
    ),
    Verb("attribute", "attribute [B12] to NAME [as ROLE] | to itself", "Say who said a claim", "a"),
    Verb("rate", "rate HANDLE A to F | 1 to 6 | none [because REASON]", "Rate an outlet or a claim", "r"),
    Verb("note", "note HANDLE WORDS", "Write a note; a single hyphen for WORDS removes it", "c"),
    Verb("take", "take J3 2 | none [because REASON]", "Take one version where people differ, or none of them"),
    Verb("undo", "undo", "Take back the last change", "u"),
    Verb("redo", "redo", "Bring back what was taken back", "U"),
    Verb("search", "search WORDS", "Find words in all documents; what is found becomes the list", "/"),
    Verb("documents", "documents [FILTER]", "Name the documents"),
    Verb("warnings", "warnings", "Say what is wrong with files or decisions"),
    Verb("history", "history [COUNT]", "Say what was done last"),
    Verb("help", "help [COMMAND]", "Name the commands, or say how to use one", "?"),
    Verb("quit", "quit", "Leave; everything is saved", "q"),
)
_BY_WORD = {verb.name: verb for verb in VERBS} | {verb.key: verb for verb in VERBS if verb.key}


def find_verb(word: str) -> Verb:
    """The command of that name or key, or the only one that begins with the word.

    Raises:
        UsageError: if there is none, or more than one.
    """
    known = _BY_WORD.get(word) or _BY_WORD.get(word.casefold())
    if known is not None:
        return known
    found = [verb for verb in VERBS if verb.name.startswith(word.casefold())]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{word} could be {' or '.join(v.name for v in found)}", "type one more letter")
    raise UsageError(f"no command is called {word[:MAX_SHOWN]!r}", "help names them")


def tell_verbs(word: str) -> list[str]:
    """What a verb does, by its name or the beginning of it; all of them where none is named.

    Raises:
        UsageError: if there is no such verb.
    """
    if word:
        verb = find_verb(word)
        key = f" On the screens its key is {verb.key}, which works here too." if verb.key else ""
        return [f"{verb.usage}", f"{verb.meaning}.{key}"]
    lines = [f"{verb.usage}: {verb.meaning}." for verb in VERBS]
    return [*lines, "A command may be shortened as far as it stays the only one; here means what was read last."]
