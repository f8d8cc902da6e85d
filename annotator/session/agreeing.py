"""How far do the people of one or several workspaces agree?"""

from __future__ import annotations

import os
from collections.abc import Sequence

from annotator.agreement import Person, Report, Workspace, find_people, measure_agreement
from annotator.decisions import fold_history
from annotator.errors import UsageError
from annotator.model import Analysis
from annotator.session.reading import open_to_read
from annotator.session.session import Session

_HOW_TO = "name the workspaces of the others too: annotator agreement A.annotator B.annotator"


def agreement_of(
    workspaces: Sequence[str | os.PathLike[str]], *, only: Sequence[str] = (), seed: int | None = None
) -> Report:
    """The agreement of everybody who decided something, on the documents of the workspace that has most of them.

    Args:
        only: the names of the people to compare; everybody if empty.
        seed: of the resampling.
    Raises:
        InputError: if one of them is no workspace.
        UsageError: if there are fewer than two people, or a name that nobody has.
    """
    held: list[Workspace] = []
    for path in workspaces:
        with open_to_read(path) as session:
            held.append(_read(session))
    most = max(range(len(held)), key=lambda i: (len(held[i].texts), -i))
    with open_to_read(workspaces[most]) as session:
        if session.needs_analysis:
            session.analyse()
        return _measure(held, session.suggestions, only=only, seed=seed)


def agreement_in(session: Session) -> Report:
    """The agreement of the people in the log of an open story.

    Raises:
        UsageError: if fewer than two people decided something.
    """
    return _measure([_read(session)], session.suggestions)


def _read(session: Session) -> Workspace:
    texts = {d.id: d.text for d in session.analysis.documents}
    return Workspace(session.workspace.name, texts, fold_history(session.log).rulings)


def _measure(
    held: Sequence[Workspace], ground: Analysis, *, only: Sequence[str] = (), seed: int | None = None
) -> Report:
    people = find_people(held, ground)
    chosen = _choose(people, only) if only else people
    if len(chosen) < 2:
        raise UsageError(f"agreement needs two people; {_who(chosen)}", _HOW_TO)
    return measure_agreement(chosen, ground) if seed is None else measure_agreement(chosen, ground, seed=seed)


def _choose(people: Sequence[Person], only: Sequence[str]) -> tuple[Person, ...]:
    known = [p.name for p in people]
    for name in only:
        if name not in known:
            raise UsageError(f"nobody called {name!r} decided anything", f"there are: {', '.join(known) or 'none'}")
    return tuple(p for p in people if p.name in only)


def _who(people: Sequence[Person]) -> str:
    if not people:
        return "nobody decided anything on these documents"
    return f"only {people[0].name} decided anything on these documents"
