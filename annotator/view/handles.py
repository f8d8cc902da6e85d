"""Short names for screens, reports and speech: document B, claim B12, disagreement D3."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import Analysis

LETTERS = "ABCEFGHIJKLMNOPQRSTUVWXYZ"  # without D: D3 is a disagreement, never a claim


def letters(count: int) -> tuple[str, ...]:
    """A, B, C, E ... Z, AA, AB ... for so many documents."""
    made = []
    for number in range(1, count + 1):
        name = ""
        while number:
            number, digit = divmod(number - 1, len(LETTERS))
            name = LETTERS[digit] + name
        made.append(name)
    return tuple(made)


def document_handles(analysis: Analysis) -> dict[str, str]:
    """The letter of each document, by id, in the story's order."""
    ids = [d.id for d in analysis.documents]
    return dict(zip(ids, letters(len(ids)), strict=True))


def claim_handles(analysis: Analysis) -> dict[str, str]:
    """The handle of each claim, by id: its document's letter and its number there, from 1."""
    letter = document_handles(analysis)
    seen = dict.fromkeys(letter, 0)
    made = {}
    for claim in analysis.claims:
        seen[claim.document] += 1
        made[claim.id] = f"{letter[claim.document]}{seen[claim.document]}"
    return made


def disagreement_handles(analysis: Analysis) -> dict[str, str]:
    """D1, D2 ... by id, in the order in which the analysis lists them."""
    return numbered("D", [d.id for d in analysis.disagreements])


def numbered(prefix: str, ids: Sequence[str]) -> dict[str, str]:
    """A prefix and a number from 1 for each id."""
    return {name: f"{prefix}{number}" for number, name in enumerate(ids, 1)}
