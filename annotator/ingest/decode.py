"""Turns bytes into the text that offsets refer to, and says so when the encoding had to be guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

MAX_CONTROL = 0.02  # share of control bytes at the beginning of a file from which it is no text
SAMPLE = 8_192  # bytes at the beginning that are looked at for control bytes
DETECTION_SAMPLE = 200_000  # bytes that are shown to the detector of encodings
MIN_ASCII = 0.75  # share of ASCII bytes from which a file that is not UTF-8 is tried in the encodings of English first
MAX_BROKEN = 0.01  # share of bytes that are no UTF-8 in a text that otherwise is
MIN_ZEROS = 0.3  # share of zero bytes at odd or even places from which bytes are UTF-16 without a mark

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP or Office"),
    (b"\xd0\xcf\x11\xe0", "old Office"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
)
_CONTROL = bytes(set(range(0x20)) - set(b"\t\n\r\f\x0b\x1b\x08")) + b"\x7f"
_SURROGATES = re.compile("[\ud800-\udfff]")
_ENGLISH = ("cp1252", "mac_roman")
_OUT_OF_PLACE = re.compile(r"[a-z][À-ÖØ-Þ]|[\x80-\x9f\ufffd]|[a-z][¡-©«-¹»-¿÷×][a-z]|[À-ÖØ-öø-ÿ]{3}")
_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.I)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, or the reason why there is none."""

    text: str
    warning: str | None = None
    refusal: str | None = None


def decode(raw: bytes) -> Decoded:
    """The text of a file: BOM dropped, CRLF and CR turned into LF; no byte is lost.

    Tried in order: the byte order mark, UTF-16 without one, UTF-8, Windows-1252 for what is nearly ASCII, and what
    the bytes look like.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_as(raw[len(mark) :], encoding)
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            return Decoded("", refusal=f"is a {name} file, not text; save its text as .txt and give that")
    if wide := _utf16_without_mark(raw):
        made = _decode_as(raw, wide)
        return Decoded(made.text, made.warning or _guessed(wide))
    sample = raw[:SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROL)) > MAX_CONTROL * len(sample):
        return Decoded("", refusal="is a binary file, not text; save its text as .txt and give that")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_unknown(raw)
    warning = "looks like the source of a web page; save the page's text as .txt" if _HTML.match(text) else None
    return Decoded(clean_newlines(text), warning)


def clean_newlines(text: str) -> str:
    """LF for CRLF and CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def replace_surrogates(text: str) -> tuple[str, int]:
    """The text with U+FFFD for halves of characters, which no file can hold; and how many there were."""
    return _SURROGATES.subn("\ufffd", text)


def _decode_as(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(clean_newlines(raw.decode(encoding)))
    except UnicodeDecodeError:
        text, _ = replace_surrogates(raw.decode(encoding, "replace"))
        return Decoded(
            clean_newlines(text),
            f"is marked as {encoding.upper()} but breaks its rules; check the places marked “\ufffd”",
        )


def _utf16_without_mark(raw: bytes) -> str | None:
    sample = raw[:SAMPLE]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > MIN_ZEROS * half and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > MIN_ZEROS * half and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _decode_unknown(raw: bytes) -> Decoded:
    mended = raw.decode("utf-8", "surrogateescape")
    broken = len(_SURROGATES.findall(mended))
    if broken <= MAX_BROKEN * len(raw) and not mended.isascii() and _has_real_utf8(mended):
        text = mended.translate(_WINDOWS_BYTES)
        return Decoded(
            clean_newlines(text),
            f"is UTF-8 but for {broken} bytes, which were read as Windows-1252; check accents and quotes",
        )
    encoding = _detect(raw)
    text, _ = replace_surrogates(raw.decode(encoding, "replace"))
    return Decoded(clean_newlines(text.removeprefix("\ufeff")), _guessed(encoding))


def _has_real_utf8(mended: str) -> bool:
    return any(c > "\x7f" and not "\ud800" <= c <= "\udfff" for c in mended)


def _detect(raw: bytes) -> str:
    """An encoding of English if nothing looks odd in it, else what the detector says."""
    beyond_ascii = len(raw.translate(None, bytes(range(0x80))))
    if beyond_ascii < (1 - MIN_ASCII) * len(raw):
        for encoding in _ENGLISH:
            if not _OUT_OF_PLACE.search(raw.decode(encoding, "replace")):
                return encoding
    from charset_normalizer import from_bytes  # here: 60 ms that UTF-8 files need not pay

    matches = from_bytes(raw[:DETECTION_SAMPLE])
    best = matches.best()
    if best is None:
        return _ENGLISH[0]
    likelier = (m for m in matches if m.chaos <= best.chaos and not m.encoding.startswith("mac_"))
    return next(likelier, best).encoding


def _guessed(encoding: str) -> str:
    return f"is not UTF-8 and was read as {encoding.upper()}; if accents or quotes look wrong, save it as UTF-8"


_WINDOWS_BYTES = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
