"""One command in, lines out: the whole work on a story without a screen.

Nothing is asked back, so that the same words work for a person, a pipe and a script; every change goes through the
session. It reads no terminal and prints nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from annotator.decisions import describe
from annotator.errors import AnnotatorError, UsageError
from annotator.linear.adjudicating import find_case, read_taking, tell_case, tell_cases
from annotator.linear.deciding import open_targets, read_bulk, read_decision
from annotator.linear.files import changed_files
from annotator.linear.lines import fold, spell_ascii
from annotator.linear.names import HERE, Names, name_things
from annotator.linear.reading import (
    claim_after,
    claim_before,
    paragraph_beside,
    read_steps,
    tell_edge,
    tell_paragraph,
    tell_place,
)
from annotator.linear.rows import Listing, make_listing
from annotator.linear.searching import find_places
from annotator.linear.telling import tell_all, tell_claim, tell_row
from annotator.linear.verbs import VERBS, find_verb, tell_verbs
from annotator.model import AnchorKind, Command
from annotator.session import Change, ChangeKind, Session, describe_log, list_cases, settle_case
from annotator.text import one_line
from annotator.view import (
    Case,
    Target,
    counted,
    fill_in,
    index_story,
    open_count,
    outlet_word,
    saved_in,
)

DEFAULT_WIDTH = 72
PAGE = 10
"""Rows of a list that a person hears before `more`."""
COMMENT = "#"
ADJUDICATION = "adjudication"
_DECIDING = ("accept", "reject", "settle", "attribute", "rate", "note")


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to one command."""

    lines: tuple[str, ...]
    refusal: AnnotatorError | None = None
    """Why the command made no sense; nothing has changed then."""
    is_over: bool = False


class Dialogue:
    """One session, a place in its texts and a list."""

    def __init__(
        self, session: Session, *, width: int = DEFAULT_WIDTH, page: int | None = PAGE, is_ascii: bool = False
    ) -> None:
        """Begins at the first document.

        Args:
            width: cells of a line.
            page: rows of a list at once; None names lists to their end.
            is_ascii: the terminal shows nothing else.
        """
        self._session, self._width, self._page, self._is_ascii = session, width, page, is_ascii
        self._names: Names = name_things(index_story(session.analysis))
        documents = self._names.story.documents
        self._document = documents[0].id if documents else ""
        self._offset = -1
        """Code point in the document; -1 before its first word."""
        self._here: Target | None = None
        self._listing: Listing | None = None
        self._verbs: dict[str, Callable[[str], Sequence[str]]] = {
            verb.name: getattr(self, f"_{verb.name}") for verb in VERBS if verb.name not in (*_DECIDING, "quit")
        }

    def greet(self) -> tuple[str, ...]:
        """What is said first: the story, how much waits, how to go on."""
        analysis = self._names.story.analysis
        size = f"{counted(len(analysis.documents), 'document')}, {counted(len(analysis.claims), 'claim')}"
        lines = [f"{self._session.title}: {size}, {counted(len(analysis.disagreements), 'disagreement')}."]
        lines.append(self._progress())
        if analysis.warnings:
            lines.append(f"{counted(len(analysis.warnings), 'warning')}; warnings reads them.")
        lines += changed_files(self._session)
        lines.append("Say read, list disagreements, next or help. quit leaves; everything is saved at once.")
        return self._fold(lines)

    def answer(self, line: str) -> Reply:
        """Does what a line says; an empty one reads on."""
        words = one_line(line)
        if words.startswith(COMMENT):
            return Reply(())
        head, _, rest = words.partition(" ")
        try:
            verb = find_verb(head or "on")
            if verb.name == "quit":
                return Reply(self._fold(["Everything is saved."]), is_over=True)
            said = self._decide(verb.name, rest) if verb.name in _DECIDING else self._verbs[verb.name](rest)
        except AnnotatorError as error:
            hint = f" {_capital(error.hint)}." if error.hint else ""
            return Reply(self._fold([f"{_capital(error.message)}.{hint}"]), refusal=error)
        return Reply(self._fold(said))

    def _fold(self, sentences: Sequence[str]) -> tuple[str, ...]:
        return fold(map(spell_ascii, sentences) if self._is_ascii else sentences, self._width)

    # reading

    def _read(self, words: str) -> Sequence[str]:
        if not words:
            return self._tell_document() if self._offset < 0 else tell_place(self._names, self._document, self._offset)
        target = self._find(words)
        claim = self._names.story.claim.get(self._names.story.claim_of.get(target, ""))
        if target.kind is AnchorKind.DOCUMENT:
            self._document, self._offset, self._here = target.id, -1, target
            return self._tell_document()
        if claim is None:
            return self._show(words)
        return self._go(claim.id)

    def _on(self, words: str) -> Sequence[str]:
        return self._step(words, 1)

    def _back(self, words: str) -> Sequence[str]:
        return self._step(words, -1)

    def _step(self, words: str, by: int) -> Sequence[str]:
        count, is_by_paragraph = read_steps(words)
        self._need_documents()
        lines: list[str] = []
        for _ in range(count):
            said = self._step_paragraph(by) if is_by_paragraph else self._step_claim(by)
            if said is None:
                return [*lines, tell_edge(self._names, self._document, by)]
            lines += said
        return lines

    def _step_claim(self, by: int) -> Sequence[str] | None:
        find = claim_after if by > 0 else claim_before
        claim = find(self._names, self._document, self._offset)
        return None if claim is None else self._go(claim.id)

    def _step_paragraph(self, by: int) -> Sequence[str] | None:
        document = self._names.story.document[self._document]
        line = paragraph_beside(self._names, document, self._offset, by)
        if line is None:
            return None
        self._offset, self._here = max(0, line.start), None
        return tell_paragraph(self._names, document, line)

    def _go(self, claim_id: str) -> Sequence[str]:
        claim = self._names.story.claim[claim_id]
        self._document, self._offset = claim.document, claim.span.start
        self._here = Target(AnchorKind.CLAIM, claim.id)
        return tell_claim(self._names, claim)

    def _tell_document(self) -> Sequence[str]:
        self._need_documents()
        return [tell_row(self._names, Target(AnchorKind.DOCUMENT, self._document)), "on reads its first claim."]

    def _where(self, _: str) -> Sequence[str]:
        self._need_documents()
        place = tell_row(self._names, Target(AnchorKind.DOCUMENT, self._document))
        here = self._names.of(self._here) if self._here else ""
        listed = self._listing
        lines = [place, *([f"Here is {here}."] if here else [])]
        if listed is not None:
            lines.append(f"List {listed.name}, {max(0, listed.at + 1)} of {len(listed.items)}.")
        return [*lines, self._progress()]

    # lists

    def _list(self, words: str) -> Sequence[str]:
        head, _, line = fill_in(words, saved_in(self._session.view_state)).partition(" ")
        if len(head) > 1 and ADJUDICATION.startswith(head.casefold()):
            return tell_cases(self._names.story, self._cases, line)
        self._listing = make_listing(self._names, f"{head} {line}".strip() or "queue")
        return self._name_rows()

    def _documents(self, words: str) -> Sequence[str]:
        self._listing = make_listing(self._names, f"documents {words}")
        return self._name_rows()

    def _search(self, words: str) -> Sequence[str]:
        if not words:
            raise UsageError("say what to search for", "search harbour master")
        self._listing = find_places(self._names, words)
        return self._name_rows()

    def _more(self, _: str) -> Sequence[str]:
        if self._listing is None or self._listing.named >= len(self._listing.items):
            return ["There is no more; list names what there is."]
        return self._name_rows()

    def _name_rows(self) -> Sequence[str]:
        listed = self._listing
        assert listed is not None
        first = listed.named
        last = len(listed.items) if self._page is None else min(len(listed.items), first + self._page)
        lines = [] if first else [listed.count]
        targets = [i.target for i in listed.items[first:last] if i.target is not None]
        lines += [tell_row(self._names, t) for t in targets if self._has(t)]
        self._listing = replace(listed, named=last)
        if last < len(listed.items):
            lines.append(f"{len(listed.items) - last} further; more names them, next goes through them.")
        return lines

    def _next(self, _: str) -> Sequence[str]:
        return self._walk(1)

    def _previous(self, _: str) -> Sequence[str]:
        return self._walk(-1)

    def _walk(self, by: int) -> Sequence[str]:
        listed = self._listing or make_listing(self._names, "queue")
        if not listed.items:
            self._listing = listed
            return [f"The list {listed.name} has no rows."]
        at = listed.at + by if listed.at >= 0 else (0 if by > 0 else len(listed.items) - 1)
        self._listing = listed
        if not 0 <= at < len(listed.items):
            return [f"This is the {'end' if by > 0 else 'start'} of {listed.name}."]
        self._listing = replace(listed, at=at)
        target = listed.items[at].target
        if target is None or not self._has(target):
            return [f"{at + 1} of {len(listed.items)}: no longer in the story."]
        return [f"{at + 1} of {len(listed.items)}.", *self._tell(target)]

    # one object

    @property
    def _cases(self) -> tuple[Case, ...]:
        """Where people differ."""
        return list_cases(self._session.judgements)

    def _show(self, words: str) -> Sequence[str]:
        case = find_case(self._cases, words)
        if case is not None:
            return tell_case(self._names.story, case)
        return self._tell(self._find(words or HERE))

    def _tell(self, target: Target) -> Sequence[str]:
        self._here = target
        story = self._names.story
        claim = story.claim.get(story.claim_of.get(target, ""))
        if claim is not None:
            self._document, self._offset = claim.document, claim.span.start
        return tell_all(self._names, target)

    def _find(self, word: str) -> Target:
        if word.casefold() != HERE:
            return self._names.need(word)
        if self._here is None or not self._has(self._here):
            raise UsageError("nothing was read or shown yet", "show B12, or next")
        return self._here

    # changes

    def _decide(self, verb: str, words: str) -> Sequence[str]:
        commands: tuple[Command, ...]
        head, _, rest = words.partition(" ")
        if verb in ("accept", "reject") and head.casefold() == "all":
            listed = self._listing or make_listing(self._names, "queue")
            targets = open_targets(self._names, [i.target for i in listed.items if i.target is not None])
            commands = read_bulk(self._names, verb, rest, targets)
        else:
            here = self._here if self._here and self._has(self._here) else None
            commands = (read_decision(self._names, verb, words, here),)
        return self._report(self._session.apply(*commands))

    def _take(self, words: str) -> Sequence[str]:
        return self._report(self._session.apply(settle_case(*read_taking(self._cases, words))))

    def _undo(self, _: str) -> Sequence[str]:
        change = self._session.undo()
        return self._report(change) if change else ["Nothing to take back."]

    def _redo(self, _: str) -> Sequence[str]:
        change = self._session.redo()
        return self._report(change) if change else ["Nothing to bring back."]

    def _report(self, change: Change) -> Sequence[str]:
        names = {d.id: outlet_word(d) for d in self._names.story.documents}
        self._take_story()
        names |= {d.id: outlet_word(d) for d in self._names.story.documents}
        words = describe(change.commands, {**self._session.names, **names})
        said = {ChangeKind.APPLIED: "", ChangeKind.UNDONE: "Undone: ", ChangeKind.REDONE: "Redone: "}[change.kind]
        return [f"{said}{words if said else _capital(words)}.", self._progress()]

    def _take_story(self) -> None:
        """Takes the story as the session has it now, and the place in it as far as it is still there."""
        self._names = name_things(index_story(self._session.analysis))
        documents = self._names.story.documents
        if self._document not in self._names.story.document:
            self._document, self._offset = documents[0].id if documents else "", -1

    # the rest

    def _warnings(self, _: str) -> Sequence[str]:
        found = self._names.story.analysis.warnings
        return [f"{p.path}: {p.message}." if p.path else f"{p.message}." for p in found] or ["No warnings."]

    def _history(self, words: str) -> Sequence[str]:
        count = int(words) if words.isdecimal() and len(words) < 6 else PAGE
        lines = list(describe_log(self._session.log, self._session.names))[-count:] if count else []
        return lines or ["Nothing was done yet."]

    def _help(self, words: str) -> Sequence[str]:
        return tell_verbs(words)

    def _progress(self) -> str:
        decided, every = self._session.progress()
        return (
            f"{decided} of {counted(every, 'suggestion')} decided; {open_count(self._names.story)} disagreements open."
        )

    def _has(self, target: Target | None) -> bool:
        return target in self._names.story.things

    def _need_documents(self) -> None:
        if not self._document:
            raise UsageError("the story has no documents", "annotator add STORY FILE brings one in")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
