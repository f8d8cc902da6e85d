"""The questions on which people differ, as a screen or a list shows them, and the command that settles one."""

from __future__ import annotations

import os
from collections.abc import Sequence

from annotator.decisions import Judgement, Judgements, Slot, same_answer
from annotator.model import Adjudicate, Analysis, Place, Version, make_id
from annotator.session.reading import open_to_read
from annotator.text import fold
from annotator.view import Case, CaseOutcome, CaseVersion


def list_cases(told: Judgements) -> tuple[Case, ...]:
    """Every question on which people differ, settled or not, in the order of the log."""
    return tuple(_make_case(told, slot) for slot in told.cases)


def read_cases(workspace: str | os.PathLike[str]) -> tuple[Analysis, tuple[Case, ...]]:
    """The analysis of a workspace, and where its people differ.

    Raises:
        InputError: if there is no workspace.
    """
    with open_to_read(workspace) as session:
        return session.analysis, list_cases(session.judgements)


def settle_case(case: Case, number: int | None, reason: str | None = None) -> Adjudicate:
    """The command that takes one version, by its number from 0, or none of them."""
    said = tuple(vote for version in case.versions for vote in version.said)
    return Adjudicate(said, None if number is None else case.versions[number].said[0].command, reason)


def _make_case(told: Judgements, slot: Slot) -> Case:
    groups: list[list[Judgement]] = []
    for judgement in sorted(told.on(slot).values(), key=lambda j: j.seq):
        same = next((g for g in groups if same_answer(g[0], judgement)), None)
        if same is None:
            groups.append([judgement])
        else:
            same.append(judgement)
    outcome, holding = told.outcomes.get(slot), told.holding.get(slot)
    settled = CaseOutcome(outcome.by, outcome.at, outcome.value, outcome.command.reason) if outcome else None
    return Case(
        key=_key(slot),
        question=slot.question.value,
        anchor=slot.anchor,
        versions=tuple(map(_make_version, groups)),
        holding=holding.value if holding else None,
        outcome=settled,
        is_open=told.is_open(slot),
    )


def _key(slot: Slot) -> str:
    anchor = slot.anchor
    return make_id("j", slot.question, anchor.kind, fold(anchor.label or ""), *map(_name, anchor.places))


def _name(place: Place) -> str:
    return f"{place.document}:{place.span.start}-{place.span.end}" if place.span else place.document


def _make_version(group: Sequence[Judgement]) -> CaseVersion:
    reasons = (getattr(j.command, "reason", None) for j in group)
    return CaseVersion(
        value=group[0].value,
        people=tuple(j.by for j in group),
        said=tuple(Version(j.by, j.at, j.command) for j in group),
        reasons=tuple(dict.fromkeys(r for r in reasons if r)),
    )
