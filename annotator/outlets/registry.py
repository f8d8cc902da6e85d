"""Which well-known outlet a host or a name belongs to, and what the words of an unknown name say about its bearer.

The registry holds facts only. It never rates anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from annotator.model import Outlet, OutletKind
from annotator.outlets.hosts import has_lookalikes
from annotator.text import fold, load_table


@dataclass(frozen=True, slots=True)
class Entry:
    """One outlet of the registry."""

    name: str
    domains: tuple[str, ...]
    """The first is its main one."""
    country: str
    """ISO 3166-1 alpha-2 of its seat, or INT."""
    kind: OutletKind
    owner: str | None = None
    aliases: tuple[str, ...] = ()


def find_by_host(host: str) -> Entry | None:
    """The outlet with the longest domain that the host is or lies below."""
    if has_lookalikes(host):
        return None
    labels = host.split(".")
    for start in range(len(labels) - 1):
        domain = ".".join(labels[start:])
        entry = _by_domain().get(domain)
        if entry and (start == 0 or domain not in _SUFFIX_DOMAINS):
            return entry
    return None


def find_by_name(name: str) -> Entry | None:
    """The outlet that bears the name or goes by it; an alias must be written as in the registry, capitals included."""
    words = name.strip()
    return _by_alias().get(words) or _by_name().get(_bare(words))


def kind_of_name(name: str) -> OutletKind:
    """The kind that the words of a name suggest ("Ministry of ...", "... Courier"); unknown if they suggest none."""
    words = fold(name).removeprefix("the ").split()
    if not words:
        return OutletKind.UNKNOWN
    for rule in _names()["rule"]:
        if _fits(rule, words):
            return OutletKind(rule["kind"])
    return OutletKind.UNKNOWN


def other_names(outlet: Outlet) -> tuple[str, ...]:
    """What else the registry knows an outlet by: names, aliases and domains."""
    found = (find_by_name(outlet.name or ""), find_by_host(outlet.domain or ""))
    return tuple(dict.fromkeys(name for e in found if e for name in (e.name, *e.aliases, *e.domains)))


def entries() -> tuple[Entry, ...]:
    """All outlets of the registry."""
    return tuple(_all())


_SUFFIX_DOMAINS = frozenset({"gov.uk"})  # hosts below it belong to other bodies


@cache
def _all() -> list[Entry]:
    rows = load_table("annotator.outlets", "data/outlets.toml")["outlet"]
    return [
        Entry(
            name=row["name"],
            domains=tuple(row["domains"]),
            country=row["country"],
            kind=OutletKind(row["kind"]),
            owner=row.get("owner"),
            aliases=tuple(row.get("aliases", ())),
        )
        for row in rows
    ]


@cache
def _by_domain() -> Mapping[str, Entry]:
    return {domain: entry for entry in _all() for domain in entry.domains}


@cache
def _by_name() -> Mapping[str, Entry]:
    return {_bare(entry.name): entry for entry in reversed(_all())}


@cache
def _by_alias() -> Mapping[str, Entry]:
    return {alias: entry for entry in reversed(_all()) for alias in (entry.name, *entry.aliases)}


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ")


def _names() -> dict[str, Any]:
    return load_table("annotator.outlets", "data/names.toml")


def _fits(rule: Mapping[str, Any], words: list[str]) -> bool:
    phrase = f" {' '.join(words)} "
    table = _names()["words"]
    if any(f" {x} " in phrase for x in rule.get("anywhere", ())):
        return True
    if any(phrase.endswith(f" {x} ") for x in rule.get("last", ())):
        return True
    if any(phrase.startswith(f" {x} ") for x in rule.get("first", ())):
        return True
    if any(words[-1].endswith(x) and words[-1] != x for x in rule.get("endings", ())):
        return True
    is_paper = any(phrase.endswith(f" {x} ") for x in table["papers"]) and len(words) > 1
    if rule.get("trade"):
        return is_paper and bool(set(words[:-1]) & set(table["trades"]))
    return bool(rule.get("paper")) and is_paper
