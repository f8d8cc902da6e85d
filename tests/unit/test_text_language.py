from __future__ import annotations

import pytest

from annotator import analyze
from annotator.text import detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ferry sank at noon and nobody was hurt, the harbour office said on Monday.", "en"),
        ("Ferry sinks.", "en"),
        ("", "en"),
        ("Meat giant Norwick Foods Inc. won bidding war; Brand Ltd. lost.", "en"),
        ("Die Fähre ist am Montag gesunken, aber niemand wurde verletzt, wie die Behörde mitteilte.", "de"),
        ("El ferry se hundió el lunes, pero nadie resultó herido, según la oficina del puerto de la ciudad.", "es"),
        ("Паром сел на мель в понедельник, и никто не пострадал, как сообщили в порту, но его не видно.", "ru"),
        ("フェリーは月曜日に沈没しましたが、けが人はいませんでした。" * 9, "und"),
        ("lorem ipsum dolor sit amet " * 20, "und"),
    ],
)  # fmt: skip
def test_english_is_told_from_other_languages(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_a_long_text_is_judged_by_a_sample() -> None:
    assert detect_language("The ferry sank at noon and nobody was hurt. " * 50_000) == "en"


GERMAN = (
    "Die Fähre ist am Montag gesunken, aber niemand wurde verletzt. Das ist gut, und der Kapitän hat sich entschuldigt."
)


def test_a_document_in_another_language_is_analysed_with_a_warning() -> None:
    analysis = analyze([("a", GERMAN), ("b", "The ferry sank at noon and nobody was hurt, the office said.")])

    assert [d.language for d in analysis.documents] == ["de", "en"]
    assert [w.path for w in analysis.warnings if "English" in w.message] == ["a"]


def test_the_stated_language_stands_where_the_text_does_not_belie_it() -> None:
    analysis = analyze([("a", "---\ntitle: Ferry\nlang: en-GB\n---\nThe ferry sank at noon and nobody was hurt.")])

    assert [d.language for d in analysis.documents] == ["en-GB"]
