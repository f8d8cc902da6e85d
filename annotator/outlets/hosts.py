"""What an address says about its publisher: the real host inside an archive's address, its registrable name, its kind.

Labels are compared from the right and never as substrings, so `gov-news.example.com` is no government. A host in
look-alike letters keeps its punycode name and gets no kind.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, unquote, urlsplit

from annotator.model import OutletKind
from annotator.text import load_table

MAX_WRAPPERS = 4  # archives of archives; more is a loop
MAX_URL = 4096  # characters; browsers and servers refuse longer ones
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{0,20}://")
_HOST = re.compile(r"(?:[\w-]{1,63}\.)+[\w-]{2,63}\.?")
_COUNTRY_CODE = 2  # letters of a national top level (ISO 3166-1)


@dataclass(frozen=True, slots=True)
class Address:
    """An address with archives and proxies taken off."""

    host: str
    """Lower case, without `www.`, port and trailing dot; punycode where it is not plain ASCII."""
    path: str
    wrapper: str | None = None
    """Host of the archive or proxy that could not be taken off."""


def read_address(url: str | None) -> Address | None:
    """The address behind a URL, with or without a scheme; None where there is no host."""
    if not url or len(url) > MAX_URL:
        return None
    current = url.strip()
    for _ in range(MAX_WRAPPERS):
        address = _split(current)
        if address is None:
            return None
        if not _is_wrapper(address.host):
            return address
        inner = _unwrap(address)
        if inner is None:
            return Address(address.host, address.path, wrapper=address.host)
        current = inner
    return _split(current)


def registrable_name(host: str) -> str:
    """The name that somebody registered: `news.example.co.uk` to `example.co.uk`."""
    labels = host.split(".")
    suffix = _suffix_length(labels)
    return ".".join(labels[-(suffix + 1) :])


def kind_of_host(host: str) -> OutletKind:
    """The kind that the host name alone proves; unknown where it proves none."""
    if has_lookalikes(host):
        return OutletKind.UNKNOWN
    labels = host.split(".")
    if kind := _fixed_kind(labels):
        return kind
    kind = _suffix_kind(labels)
    if kind is OutletKind.GOVERNMENT:
        suffix = _suffix_length(labels)
        if set(labels[:-suffix]) & set(_table()["military_labels"]["labels"]):
            return OutletKind.MILITARY
    return kind


def social_account(address: Address) -> str | None:
    """The account on a social network that the address belongs to ("@name"); None elsewhere."""
    if not any(_is_below(address.host, host) for host in _table()["social"]["hosts"]):
        return None
    skip = _table()["social"]["not_accounts"]
    for part in address.path.split("?")[0].split("/"):
        if part and part.lower() not in skip:
            return "@" + part.lstrip("@")
    return None


def is_social(host: str) -> bool:
    """Whether the host is a social network's."""
    return any(_is_below(host, h) for h in _table()["social"]["hosts"])


def is_blog(host: str) -> bool:
    """Whether the host is an author's own corner of a blogging service."""
    return any(host != h and _is_below(host, h) for h in _table()["blogs"]["hosts"])


def has_lookalikes(host: str) -> bool:
    """Whether a label mixes scripts, as look-alike names do ("раypal" with Cyrillic letters)."""
    return any(len(_scripts(_unpuny(label))) > 1 for label in host.split("."))


def _table() -> dict[str, dict]:  # type: ignore[type-arg]
    return load_table("annotator.outlets", "data/hosts.toml")


def _split(url: str) -> Address | None:
    if url.startswith("//"):
        url = "http:" + url
    elif not _SCHEME.match(url):
        url = "http://" + url
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if not host or not _HOST.fullmatch(host):
        return None
    host = _puny(host.rstrip(".").lower())
    host = host.removeprefix("www.")
    return Address(host, parts.path + (f"?{parts.query}" if parts.query else ""))


def _puny(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ".".join(
            "xn--" + x.encode("punycode").decode("ascii") if not x.isascii() else x for x in host.split(".")
        )


def _unpuny(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _scripts(label: str) -> set[str]:
    return {unicodedata.name(c, "?").split(" ")[0] for c in label if c.isalpha()}


def _is_below(host: str, parent: str) -> bool:
    return host == parent or host.endswith("." + parent)


def _is_wrapper(host: str) -> bool:
    table = _table()["archives"]
    return host in table["hosts"] or any(host.endswith("." + s) for s in table["suffixes"])


def _unwrap(address: Address) -> str | None:
    """The address inside an archive's or a proxy's; None where it cannot be seen."""
    if address.host.endswith(".translate.goog"):
        label = address.host.removesuffix(".translate.goog")
        return label.replace("--", "\0").replace("-", ".").replace("\0", "-") + address.path
    if address.host.endswith(".cdn.ampproject.org"):
        return re.sub(r"^/[a-z]/(?:s/)?", "", address.path) or None
    path, _, query = address.path.partition("?")
    for key, value in parse_qsl(query):
        if key in ("url", "u", "q", "to") and "." in value:
            return re.sub(r"^cache:(?:[\w-]*:)?", "", value)
    if "/amp/" in path:
        return re.sub(r"^.*?/amp/(?:s/)?", "", path) or None
    rest = unquote(address.path.lstrip("/"))
    start = max(rest.rfind("http:/"), rest.rfind("https:/"))
    if start >= 0:
        return re.sub(r"^(https?):/(?!/)", r"\1://", rest[start:])
    tail = re.sub(r"^(?:web/)?\d{4,14}[a-z_*]*/", "", rest)
    return tail if tail != rest and "." in tail.split("/")[0] else None


def _fixed_kind(labels: list[str]) -> OutletKind | None:
    for start in range(len(labels) - 1):
        if kind := _fixed_hosts().get(".".join(labels[start:])):
            return kind
    return None


@cache
def _fixed_hosts() -> dict[str, OutletKind]:
    return {host: OutletKind(kind) for kind, hosts in _table()["fixed"].items() for host in hosts}


def _suffix_kind(labels: list[str]) -> OutletKind:
    top = _table()["top_level"].get(labels[-1])
    if top:
        return OutletKind(top)
    if len(labels) > 1 and len(labels[-1]) == _COUNTRY_CODE:
        rule = _table()["second_level"].get(labels[-2])
        if rule and labels[-1] in rule.get("only", [labels[-1]]):
            return OutletKind(rule["kind"])
    return OutletKind.UNKNOWN


def _suffix_length(labels: list[str]) -> int:
    """How many labels of the host nobody can register: 2 for `co.uk`."""
    if len(labels) < 3 or len(labels[-1]) != _COUNTRY_CODE:
        return 1
    if _suffix_kind(labels) is not OutletKind.UNKNOWN or labels[-2] in _table()["plain_second_level"]["labels"]:
        return 2
    return 1
