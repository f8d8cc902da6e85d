"""Which addresses may be opened: those of the web, written plainly."""

from __future__ import annotations

import pytest

from annotator.view import web_address


@pytest.mark.parametrize("url", ["https://harrow.example/ferry?id=1#top", "http://tidepost.example"])
def test_addresses_of_the_web_are_opened_as_they_stand(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,hi",
        "ftp://harrow.example",
        "harrow.example",
        "https://",
        "https:///path",
        "https://user@harrow.example",
        "https://user:secret@harrow.example",
        "https://harrow.example/a b",
        "https://harrow.example/\x1b[2J",
        "https://harrow.example/\n--option",
        "https://hаrrow.example/",  # a Cyrillic letter
        "https://harrow.example/‮fdp",
        "-https://harrow.example",
        "https://[::1",
        'https://harrow.example/"x',
        "https://harrow.example/`id`",
        "https://harrow.example/" + "a" * 3000,
    ],
)
def test_anything_else_is_not(url: str | None) -> None:
    assert web_address(url) is None
