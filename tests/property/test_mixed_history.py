"""Labels, updates, merges, undo, redo and restarts in any order: each undo gives exactly what was there before."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotator.decisions import place_of
from annotator.model import Event, Span, TagSpan
from annotator.session import Session, merge, open_story, verify

WORDS = ("The mayor spoke.", "Two boats sank.", "Nobody was hurt.", "The quay is shut.")
FIRST = "\n\n".join(WORDS[:3])
texts = st.permutations(WORDS).flatmap(lambda words: st.integers(1, 4).map(lambda n: "\n\n".join(words[:n])))

Look = tuple[object, ...]


def label(session: Session, words: str, name: str) -> None:
    document = session.analysis.documents[0]
    at = document.text.index(words)
    session.apply(TagSpan(place_of(document, Span(at, at + len(words))), name))


class MixedHistory(RuleBasedStateMachine):
    """What a session shows, against a plain list of what it showed before."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        root = Path(self._folder.name)
        for who, words in (("bo", WORDS[0]), ("cy", WORDS[2])):
            (root / who).mkdir()
            (root / who / "report.txt").write_text(FIRST, encoding="utf-8")
            with open_story([root / who], by=who) as session:
                label(session, words, "money")
                label(session, words, who)
        self._root, self._file = root, root / "ada" / "report.txt"
        self._file.parent.mkdir()
        self._file.write_text(FIRST, encoding="utf-8")
        self._session = open_story([self._file.parent], by="ada")
        self._before: list[Look] = []
        self._after: list[Look] = []
        self._log: tuple[Event, ...] = ()

    def teardown(self) -> None:
        self._session.close()
        assert verify(self._session.workspace).findings == ()
        self._folder.cleanup()

    def look(self) -> Look:
        session = self._session
        (document,) = session.analysis.documents
        marks = tuple((m.key, m.fate, m.candidates) for m in session.open_marks())
        tags = tuple(sorted((t.span, t.label, t.text) for t in session.analysis.tags))
        told = session.judgements
        return document.text, tags, marks, frozenset(r.seq for r in session.orphans), told.cases, told.people

    def done(self, before: Look, lines: int) -> None:
        if len(self._session.log) > lines:  # what brings nothing is nothing to take back
            self._before.append(before)
            self._after.clear()

    @rule(words=st.sampled_from(WORDS), name=st.sampled_from(("money", "people")))
    def label_words(self, words: str, name: str) -> None:
        before, lines = self.look(), len(self._session.log)
        if words in self._session.analysis.documents[0].text:
            label(self._session, words, name)
        self.done(before, lines)

    @rule(text=texts)
    def update_text(self, text: str) -> None:
        before, lines = self.look(), len(self._session.log)
        self._file.write_text(text, encoding="utf-8")
        self._session.update(self._session.plan_update(self._session.analysis.documents[0].id))
        assert self._session.analysis.documents[0].text == text
        self.done(before, lines)

    @rule(number=st.integers(0, 3), is_known=st.booleans())
    def place_mark(self, number: int, is_known: bool) -> None:
        marks = self._session.open_marks()
        before, lines = self.look(), len(self._session.log)
        if marks:
            mark = marks[number % len(marks)]
            self._session.apply(mark.answer(0 if is_known and mark.candidates else None))
        self.done(before, lines)

    @rule(who=st.sampled_from(("bo", "cy")))
    def merge_colleague(self, who: str) -> None:
        before, lines = self.look(), len(self._session.log)
        merge(self._session, self._root / f"{who}.annotator")
        self.done(before, lines)

    @precondition(lambda self: self._before)
    @rule()
    def undo(self) -> None:
        self._after.append(self.look())
        assert self._session.undo() is not None
        assert self.look() == self._before.pop()

    @precondition(lambda self: self._after)
    @rule()
    def redo(self) -> None:
        self._before.append(self.look())
        assert self._session.redo() is not None
        assert self.look() == self._after.pop()

    @rule()
    def restart(self) -> None:
        before = self.look()
        self._session.close()
        self._session = open_story([], workspace=self._session.workspace, by="ada")
        assert self.look() == before

    @invariant()
    def the_log_only_grows(self) -> None:
        assert self._session.log[: len(self._log)] == self._log
        self._log = self._session.log


TestMixedHistory = MixedHistory.TestCase
TestMixedHistory.settings = settings(
    max_examples=15, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
)
