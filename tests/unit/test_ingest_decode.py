from __future__ import annotations

import time

import pytest

from annotator.ingest.decode import decode

ENGLISH = "It’s the “café” on the quay – said the naïve owner’s aide, paying £5 to get in.\nNobody came."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_its_mark_is_read_without_a_warning(encoding: str) -> None:
    decoded = decode(ENGLISH.encode(encoding))

    assert (decoded.text, decoded.warning) == (ENGLISH, None)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16-le", "utf-16-be"])
def test_a_guessed_encoding_is_named_in_a_warning(encoding: str) -> None:
    decoded = decode(ENGLISH.encode(encoding))

    assert decoded.text == ENGLISH
    assert decoded.warning is not None
    assert encoding.upper() in decoded.warning


def test_letters_of_another_script_are_detected() -> None:
    text = "Паром сел на мель в понедельник, никто не пострадал, сообщили в порту. " * 4

    decoded = decode(text.encode("cp1251"))

    assert decoded.text == text
    assert "CP1251" in (decoded.warning or "")


def test_a_few_foreign_bytes_in_utf8_lose_nothing() -> None:
    raw = "The café is shut. ".encode() * 30 + b"It\x92s late."

    decoded = decode(raw)

    assert decoded.text.endswith("It’s late.")
    assert "café" in decoded.text
    assert "1 bytes" in (decoded.warning or "")


def test_a_mark_that_the_bytes_belie_is_said_and_the_rest_is_read() -> None:
    decoded = decode(b"\xef\xbb\xbfThe ferry \xff sank.")

    assert decoded.text == "The ferry \ufffd sank."
    assert decoded.warning is not None


def test_a_zero_byte_in_a_text_stays() -> None:
    assert decode(b"The ferry\0 sank. " + b"Nobody was hurt. " * 9).text.startswith("The ferry\0 sank.")


def test_the_source_of_a_web_page_is_read_with_a_warning() -> None:
    assert "web page" in (decode(b"<!DOCTYPE html><p>The ferry sank.").warning or "")


@pytest.mark.parametrize("raw", [b"\xe9" * 400_000, b"a\xe9 " * 150_000, "é".encode() * 200_000 + b"\xff" * 100])
def test_odd_bytes_by_the_hundred_thousand_are_decoded_in_seconds(raw: bytes) -> None:
    start = time.process_time()

    assert decode(raw).text

    assert time.process_time() - start < 10.0
