"""The lexicon is well-formed, and looked up as its format says."""

from __future__ import annotations

import pytest

from annotator.editorial.inflection import word_forms
from annotator.editorial.lexicon import TABLES, find_entries, split_words
from annotator.model import FlagKind
from annotator.text import load_table


def found(sentence: str) -> list[tuple[str, str]]:
    words = split_words(sentence)
    return [(sentence[words[m.first].start : words[m.last].end], m.category.name) for m in find_entries(words)]


def test_verbs_are_inflected_with_doubling_and_irregular_forms() -> None:
    assert set(word_forms("slam", "verb")) >= {"slam", "slams", "slammed", "slamming"}
    assert set(word_forms("cling to", "verb")) >= {"clings to", "clung to", "clinging to"}
    assert "vilified" in word_forms("vilify", "verb")


def test_nouns_get_a_plural_on_their_last_word() -> None:
    assert word_forms("hatchet job", "noun") == ("hatchet job", "hatchet jobs")


def test_the_longest_entry_at_a_place_wins() -> None:
    assert found("a war of words over fish") == [("war of words", "battle_metaphor")]


def test_a_possessive_in_an_entry_stands_for_any() -> None:
    assert ("drags its feet", "migration_and_crowd") in found("The agency drags its feet.")
    assert ("dragging Oslo's feet", "migration_and_crowd") in found("It is dragging Oslo's feet.")


def test_a_hyphen_in_an_entry_asks_for_a_hyphen() -> None:
    assert ("would-be", "tinted_adjective") in found("a would-be mayor")
    assert found("it would be late") == []


def test_a_comma_between_words_breaks_an_entry() -> None:
    assert ("grand slam", "term") not in found("a grand, slam dunk")
    assert ("witch hunt", "pejorative_noun") not in found("a witch, hunt over")


def test_curly_apostrophes_are_straight_ones() -> None:
    assert [category for _, category in found("let’s wait")] == ["opinion_frame"]


@pytest.mark.parametrize("table", TABLES)
def test_every_category_has_a_kind_a_weight_and_a_reason(table: str) -> None:
    for name, row in load_table("annotator.editorial", f"data/{table}.toml").items():
        assert row["kind"] == "none" or FlagKind(row["kind"]), name
        assert 0.0 <= row["weight"] <= 1.0, name
        assert row["forms"] in ("verb", "noun", "fixed"), name
        assert row["kind"] == "none" or "{words}" in row["why"], name
        entries = [entry.strip() for entry in row["entries"].split(";")]
        assert all(entries[:-1]), name
        assert all(entry == " ".join(entry.split()) for entry in entries), name


def test_the_lexicon_is_broad() -> None:
    entries = 0
    for table in TABLES:
        if table != "neutral":
            rows = load_table("annotator.editorial", f"data/{table}.toml").values()
            entries += sum(len(row["entries"].split(";")) for row in rows)
    assert entries > 1000


def test_an_entry_stands_in_one_category() -> None:
    homes: dict[str, list[str]] = {}
    for table in TABLES:
        for name, row in load_table("annotator.editorial", f"data/{table}.toml").items():
            for entry in row["entries"].split(";"):
                homes.setdefault(entry.strip(), []).append(name)
    assert {entry: names for entry, names in homes.items() if len(names) > 1} == {}
