from __future__ import annotations

import pytest

from annotator.ingest.dates import normalise_date
from annotator.ingest.front_matter import read_front_matter
from annotator.model import Metadata


def metadata_of(inner: str) -> Metadata:
    metadata, problem = read_front_matter(f"---\n{inner}\n---\nThe ferry sank.")
    assert problem is None
    return metadata


def test_the_span_holds_the_fences_and_nothing_below() -> None:
    text = "---\ntitle: Ferry\n---\n\nThe ferry sank."

    metadata, _ = read_front_matter(text)

    assert metadata.span is not None
    assert metadata.span.text(text) == "---\ntitle: Ferry\n---"


def test_the_usual_keys_of_scrapers_are_read() -> None:
    metadata = metadata_of(
        'title: "Ferry: the sinking"\nauthors:\n  - Ida Pell\n  - name: Tom Moss\nurl: https://marram.example/f\n'
        "site_name: Marram Press\nlang: en_GB\nkeywords: ferry, harbour\ntags: [sea, ferry]"
    )

    assert metadata.title == "Ferry: the sinking"
    assert metadata.author == "Ida Pell, Tom Moss"
    assert metadata.url == "https://marram.example/f"
    assert metadata.site == "Marram Press"
    assert metadata.language == "en-GB"
    assert metadata.tags == ("sea", "ferry", "harbour")


def test_escapes_and_folded_lines_of_yaml_are_read_as_blanks() -> None:
    metadata = metadata_of('title: "The Old\\_Pier of\\\n  \\ Marram \\u2019s"')

    assert metadata.title == "The Old Pier of Marram ’s"


def test_the_most_precise_date_of_publication_wins_and_keeps_its_zone() -> None:
    metadata = metadata_of(
        "date: '2024-03-12'\nmodified_time: 2024-03-13 09:00:00-05:00\npublished_time: 2024-03-12 19:18:22-05:00"
    )

    assert metadata.published == "2024-03-12T19:18:22-05:00"


def test_a_source_that_is_an_address_is_the_address_and_not_the_site() -> None:
    metadata = metadata_of("source: https://marram.example/f")

    assert (metadata.url, metadata.site) == ("https://marram.example/f", None)


@pytest.mark.parametrize("inner", ["title: null", "title: ~", "title:", "title: ''"])
def test_missing_values_are_none(inner: str) -> None:
    assert metadata_of(f"{inner}\nsite: x").title is None


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("title: Ferry\nbad: [", "line 4"),
        ("title: Ferry\na: &a [x]\nb: *a", "alias"),
        ("title: Ferry\ntitle: Boat", "given twice"),
        ("title: Ferry\nb: !!python/object/apply:os.system [ls]", "tag"),
        ("title: Ferry\nb: " + "[" * 5_000, "nested"),
        ("title: Ferry\nb: \0", "characters"),
        ("title: Ferry\n\tb: x", "line 3"),
    ],
)
def test_broken_front_matter_is_read_line_by_line_with_a_warning(inner: str, words: str) -> None:
    text = f"---\n{inner}\n---\nThe ferry sank."

    metadata, problem = read_front_matter(text)

    assert metadata.title == "Ferry"
    assert metadata.span is not None
    assert text[metadata.span.end :] == "\nThe ferry sank."
    assert words in (problem or "")
    assert "\n" not in (problem or "")


def test_front_matter_without_a_closing_fence_ends_at_the_blank_line() -> None:
    metadata, problem = read_front_matter("---\ntitle: Ferry\ndate: 2024-03-12\n\nThe ferry sank.")

    assert (metadata.title, metadata.published) == ("Ferry", "2024-03-12")
    assert "no closing line" in (problem or "")


def test_lines_of_keys_without_fences_are_front_matter_if_scrapers_write_them() -> None:
    metadata, problem = read_front_matter("Title: Ferry\nDate: 12 March 2024\n\nThe ferry sank.")

    assert (metadata.title, metadata.published, problem) == ("Ferry", "2024-03-12", None)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank.",
        "---\nThe ferry sank.\n---\nNobody was hurt.",
        "---\n---\nThe ferry sank.",
        "---",
        "Contact: Ida Pell\nPhone: 555\n\nThe ferry sank.",
        "",
    ],
)
def test_a_text_without_front_matter_has_none(text: str) -> None:
    assert read_front_matter(text) == (Metadata(), None)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12 19:18:22-05:00", "2024-03-12T19:18:22-05:00"),
        ("2024-03-12T19:18:22.123Z", "2024-03-12T19:18:22Z"),
        ("20240312", "2024-03-12"),
        ("20240312T191822Z", "2024-03-12T19:18:22Z"),
        ("Tue, 12 Mar 2024 19:18:22 GMT", "2024-03-12T19:18:22Z"),
        ("Tue, 12 Mar 2024 19:18:22 +0100", "2024-03-12T19:18:22+01:00"),
        ("March 12, 2024", "2024-03-12"),
        ("12th March 2024, 12:05", "2024-03-12T12:05"),
        ("Mar. 12, 2024 7:18 p.m. ET", "2024-03-12T19:18"),
        ("12:05", None),
        ("15/3/24", "2024-03-15"),
        ("3/15/2024", "2024-03-15"),
        ("3/4/2024", "2024"),
        ("2024-03", "2024-03"),
        ("March 2024", "2024-03"),
        ("2024", "2024"),
        ("1710271102", "2024-03-12T19:18:22Z"),
        ("2024-02-30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_are_normalised_as_printed(printed: str, expected: str | None) -> None:
    assert normalise_date(printed) == expected
