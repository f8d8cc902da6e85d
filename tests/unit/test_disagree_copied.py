"""Small words changed in passing in a text that was copied."""

from __future__ import annotations

import pytest

import annotator
from annotator.model import DisagreementKind

_TEXT = """{title}

{day} May 2031

The Sallow Strait tunnel will stay shut until the autumn after water was found in one of its tubes, the ministry said.

{sentence}

The tunnel, which is 14 kilometres long, was to carry forty trains a day between Ostwick and the island of Pell.

Divers went down on Monday to look at the outer wall, and a second team is due to follow them at the end of the week.

The cost of the works has risen three times since drilling began in 2016, and the consortium has asked for another loan.
"""


def kinds(original: str, copy: str) -> list[DisagreementKind]:
    first = _TEXT.format(title="Sallow tunnel to stay shut", day=2, sentence=original)
    second = _TEXT.format(title="Autumn at the earliest for the Sallow tunnel", day=3, sentence=copy)
    return [d.kind for d in annotator.analyze((("first.txt", first), ("second.txt", second))).disagreements]


@pytest.mark.parametrize(
    ("original", "copy", "kind"),
    [
        (
            "Engineers at the site say that the pumps in the northern tube have reportedly failed twice since March.",
            "Engineers at the site say that the pumps in the northern tube have failed twice since March.",
            DisagreementKind.TENSE_MODALITY,
        ),
        (
            "The suspected leak in the southern tube was being examined by two experts from the university.",
            "The leak in the southern tube was being examined by two experts from the university.",
            DisagreementKind.TENSE_MODALITY,
        ),
        (
            "Most of the workers who were in the tube that night have been sent home by the consortium on full pay.",
            "All the workers who were in the tube that night have been sent home by the consortium on full pay.",
            DisagreementKind.QUANTITY,
        ),
        (
            "The regulator had not been told of the first leak when it approved the northern lining in January.",
            "The regulator had been told of the first leak when it approved the northern lining in January.",
            DisagreementKind.NEGATION,
        ),
    ],
)
def test_a_small_word_lost_from_a_copied_sentence_is_told(original: str, copy: str, kind: DisagreementKind) -> None:
    assert kinds(original, copy) == [kind]


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        (
            "The consortium says that it will replace all of the seals in the northern tube by June.",
            "The consortium said it would replace all the seals in the northern tube by June.",
        ),
        (
            "The minister will speak to the parliament of the island about the leak on Wednesday.",
            "The minister spoke to the parliament of the island about the leak on Wednesday.",
        ),
        (
            "The road to the site was closed at noon and will not open again before Friday, police said.",
            "The road to the site was closed at noon and will not open again before Friday.",
        ),
    ],
)
def test_style_tense_and_a_shorter_copy_are_no_difference(original: str, copy: str) -> None:
    assert kinds(original, copy) == []
