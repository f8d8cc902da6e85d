"""Finds the front matter of a scraped file and reads what it states, never more than text.

YAML is read with PyYAML's safe loader, every scalar as it is printed; anchors, tags and deep nesting are refused. Front
matter that is no YAML is read line by line instead, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.ingest.dates import normalise_date
from annotator.model import Metadata, Span
from annotator.text import squeeze

MAX_FRONT_MATTER = 65_536  # characters; a fence further down closes something else
MIN_HEADER_KEYS = 2  # known keys from which lines "Key: value" without fences are front matter

_OPENING = re.compile(r"\s*---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
_KEY_LINE = re.compile(r"^(?P<key>[A-Za-z_][\w .:-]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$", re.M)
_ONLY_KEY_LINES = re.compile(r"(?:[A-Za-z][\w .-]{0,30}:[ \t]+\S[^\n]*(?:\n|\Z))+")
_BLANK_LINE = re.compile(r"[ \t]*(?:\n|\Z)")
_URL = re.compile(r"https?://\S+", re.I)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{2}))?\b", re.I)
_MISSING = frozenset(["", "~", "null", "none", "n/a", "nan"])

_TITLE = ("title", "headline", "og_title", "subject")
_AUTHOR = ("author", "authors", "byline", "creator", "dc_creator", "article_author", "writer", "by", "from")
_PUBLISHED = (
    "published_time", "article_published_time", "published_at", "datepublished", "date_published", "published",
    "publish_date", "publication_date", "published_date", "pubdate", "pub_date", "date", "posted", "issued", "created",
)  # fmt: skip
_URL_KEYS = ("source_url", "url", "link", "canonical", "canonical_url", "original_url", "permalink", "og_url", "uri")
_SITE = ("outlet", "site", "site_name", "sitename", "og_site_name", "publisher", "source_name", "publication", "source")
_LANGUAGE_KEYS = ("language", "lang", "locale", "og_locale")
_TAGS = (
    "tags",
    "keywords",
    "categories",
    "category",
    "section",
    "topics",
    "article_tag",
    "article_section",
    "type",
    "genre",
)
_KNOWN = frozenset((*_TITLE, *_AUTHOR, *_PUBLISHED, *_URL_KEYS, *_SITE, *_LANGUAGE_KEYS, *_TAGS))

Fields = dict[str, tuple[str, ...]]


def read_front_matter(text: str) -> tuple[Metadata, str | None]:
    """What the front matter of a text states, and what is wrong with it, if anything."""
    found = _find(text)
    if found is None:
        return Metadata(), None
    span, inner, problem = found
    if problem is None and text[span.start : inner.start].strip():
        fields, problem = _read_yaml(inner.text(text))
    else:
        fields = _read_lines(inner.text(text))
    return _to_metadata(span, fields), problem


def _find(text: str) -> tuple[Span, Span, str | None] | None:
    """The front matter, its inside and what is wrong with its fences; None if there is none."""
    opening = _OPENING.match(text)
    if opening is None:
        return _find_header(text)
    start = text.index("---")
    closing = _CLOSING.search(text, opening.end(), opening.end() + MAX_FRONT_MATTER)
    if closing and closing.start() > opening.end():
        inner = Span(opening.end(), closing.start())
        if _KEY_LINE.search(inner.text(text)):
            return Span(start, closing.start() + len(closing[0].rstrip())), inner, None
        return None
    lines = _ONLY_KEY_LINES.match(text, opening.end(), opening.end() + MAX_FRONT_MATTER)
    if lines is None or not _BLANK_LINE.match(text, lines.end()):
        return None
    inner = Span(opening.end(), lines.end())
    problem = "the front matter has no closing line “---”; it was read up to the first blank line"
    return Span(start, lines.end()), inner, problem


def _find_header(text: str) -> tuple[Span, Span, str | None] | None:
    """Lines "Key: value" at the top without fences, if their keys are those of scrapers."""
    start = len(text) - len(text.lstrip())
    lines = _ONLY_KEY_LINES.match(text, start, start + MAX_FRONT_MATTER)
    if lines is None or not _BLANK_LINE.match(text, lines.end()):
        return None
    keys = [_fold_key(m["key"]) for m in _KEY_LINE.finditer(lines[0])]
    known = sum(k in _KNOWN for k in keys)
    if known < MIN_HEADER_KEYS or known < len(keys) / 2:
        return None
    span = Span(start, lines.end())
    return span, span, None


def _read_yaml(inner: str) -> tuple[Fields, str | None]:
    import yaml  # here: 40 ms that texts without front matter need not pay

    from annotator.ingest.yaml_text import TextLoader

    try:
        loaded = yaml.load(inner, Loader=TextLoader)  # noqa: S506  a safe loader without tags and anchors
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark else ""
        what = squeeze(str(getattr(error, "problem", None) or "it holds characters YAML does not allow"))
        return _read_lines(inner), f"the front matter is no valid YAML{where}: {what}; it was read line by line"
    if not isinstance(loaded, Mapping):
        return _read_lines(inner), "the front matter holds no keys with values; it was read line by line"
    return {_fold_key(str(key)): tuple(_strings(value)) for key, value in loaded.items()}, None


def _read_lines(inner: str) -> Fields:
    return {_fold_key(m["key"]): (_unquote(m["value"] or ""),) for m in reversed(list(_KEY_LINE.finditer(inner)))}


def _unquote(value: str) -> str:
    bare = value.strip()
    return bare[1:-1] if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'" else bare


def _fold_key(key: str) -> str:
    return re.sub(r"[\s.:-]+", "_", key.strip().casefold())


def _strings(value: Any) -> Iterator[str]:
    """The strings in a value: itself, the items of a list, or the name or text of a mapping."""
    if isinstance(value, Mapping):
        named = [value[k] for k in ("name", "title", "text", "label") if k in value] or list(value.values())
        yield from _strings(named[0]) if named else ()
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif squeeze(str(value)).casefold() not in _MISSING:
        yield squeeze(str(value))


def _to_metadata(span: Span, fields: Fields) -> Metadata:
    sites = [s for s in _values(fields, _SITE) if not _URL.match(s)]
    urls = [*_values(fields, _URL_KEYS), *_values(fields, ("source",))]
    tags = tuple(part.strip() for v in _values(fields, _TAGS) for part in v.split(",") if part.strip())
    languages = (m for v in _values(fields, _LANGUAGE_KEYS) if (m := _LANGUAGE.match(v)))
    language = next(languages, None)
    dates = [made for v in _values(fields, _PUBLISHED) if (made := normalise_date(v))]
    return Metadata(
        span=span,
        title=next(_values(fields, _TITLE), None),
        author=", ".join(dict.fromkeys(_first(fields, _AUTHOR))) or None,
        published=max(dates, key=len, default=None),
        url=next((u for u in urls if _URL.match(u)), None),
        site=sites[0] if sites else None,
        language="-".join(filter(None, (language[1].lower(), (language[2] or "").upper()))) if language else None,
        tags=tuple(dict.fromkeys(tags)),
    )


def _values(fields: Fields, keys: tuple[str, ...]) -> Iterator[str]:
    return (value for key in keys for value in fields.get(key, ()) if value.casefold() not in _MISSING)


def _first(fields: Fields, keys: tuple[str, ...]) -> tuple[str, ...]:
    return next((fields[key] for key in keys if fields.get(key)), ())
