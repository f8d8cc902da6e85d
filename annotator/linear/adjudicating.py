"""Where people differ, in sentences, and which version a person takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.errors import UsageError
from annotator.text import one_line
from annotator.view import CASE_FIELDS, Case, Story, case_items, place_word, question_of, read_filter, tell_outcome

_HANDLE = re.compile(r"j(\d{1,6})", re.IGNORECASE)
_BECAUSE = re.compile(r"(?:^|\s+)because\s+", re.IGNORECASE)
NONE = "none"
"""Says that no version is taken."""


def tell_cases(story: Story, cases: Sequence[Case], line: str) -> list[str]:
    """Every case that a filter lets through, one sentence each.

    Raises:
        UsageError: if the filter cannot be read.
    """
    wanted = read_filter(line, CASE_FIELDS)
    items = zip(cases, case_items(story, cases), strict=True)
    rows = [
        f"J{number}. {_sentence(story, case)}"
        for number, (case, item) in enumerate(items, 1)
        if wanted.fits(item.facets)
    ]
    still = sum(case.is_open for case in cases)
    fit = f", {len(rows)} fit {wanted.line}" if wanted.line else ""
    return [f"Adjudication: {len(cases) or 'none'}, {still} open{fit}.", *rows]


def find_case(cases: Sequence[Case], word: str) -> Case | None:
    """The case of that handle; None if the word is none of a case."""
    match = _HANDLE.fullmatch(word)
    if match is None:
        return None
    number = int(match[1])
    if not 1 <= number <= len(cases):
        raise UsageError(f"there is no {word}", "list adjudication names where people differ")
    return cases[number - 1]


def tell_case(story: Story, case: Case) -> list[str]:
    """A case in full: what is asked, the words, who said what and why, what came of it."""
    quotes = [f"“{one_line(p.quote)}”" for p in case.anchor.places if p.quote]
    lines = [f"{place_word(story, case)}: {question_of(case)}", *quotes]
    for number, version in enumerate(case.versions, 1):
        why = "".join(f" “{one_line(reason)}”" for reason in version.reasons)
        lines.append(f"{number}: {one_line(version.value)}, say {one_line(' and '.join(version.people))}.{why}")
    return [*lines, tell_outcome(case)]


def read_taking(cases: Sequence[Case], words: str) -> tuple[Case, int | None, str | None]:
    """Which version of which case is taken, as a number from 0, or none of them; and why.

    Raises:
        UsageError: if it is not said of which case, or which version.
    """
    found = _BECAUSE.split(words, maxsplit=1)
    body, reason = found[0].strip(), found[1].strip() if len(found) > 1 else None
    head, _, version = body.partition(" ")
    case = find_case(cases, head)
    if case is None:
        raise UsageError("say which version of which case, such as take J3 2", "list adjudication names them")
    if version.strip().casefold() == NONE:
        return case, None, reason
    count = len(case.versions)
    if not version.strip().isdecimal() or not 1 <= int(version[:9]) <= count:
        versions = ", ".join(f"{n} {one_line(v.value)}" for n, v in enumerate(case.versions, 1))
        raise UsageError(f"say which version of {head}, or {NONE}", f"it has {versions}")
    return case, int(version) - 1, reason


def _sentence(story: Story, case: Case) -> str:
    said = ", ".join(
        f"{n} {one_line(v.value)} ({one_line(' and '.join(v.people))})" for n, v in enumerate(case.versions, 1)
    )
    state = "Open." if case.is_open else tell_outcome(case)
    return f"{place_word(story, case)}: {question_of(case)} {said}. {state}"
