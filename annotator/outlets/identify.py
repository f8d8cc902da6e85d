"""Who published a text: from its address, its front matter, or what it says about itself; else unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model import Layout, Metadata, Outlet, OutletFacts, OutletKind
from annotator.outlets.clues import credited_agency, name_outlet
from annotator.outlets.hosts import (
    Address,
    has_lookalikes,
    is_blog,
    is_social,
    kind_of_host,
    read_address,
    registrable_name,
    social_account,
)
from annotator.outlets.registry import find_by_host, find_by_name, kind_of_name
from annotator.text import fold

MAX_PRESS_DESK_SCAN = 200_000  # characters at each end of a text that are searched for a press desk's address

_PRESS_DESK = re.compile(
    r"\b(?:press|media|news|newsroom|newsdesk|pr|communications|comms|info|pressoffice|mediarelations)[\w.-]{0,20}@((?:[\w-]{1,63}\.){1,6}[a-zA-Z]{2,24})\b",
    re.I,
)
_RUN = re.compile(r"\b(?:[Tt]he )?[A-Z][\w&’'-]*(?:[ \n](?:of|and|for|the|[A-Z][\w&’'-]*)){1,5}")


@dataclass(frozen=True, slots=True)
class _Named:
    name: str | None
    kind: OutletKind
    domain: str | None = None


def identify_outlet(text: str, *, layout: Layout, metadata: Metadata, known: Sequence[OutletFacts] = ()) -> Outlet:
    """The outlet; unknown parts are None and its kind `unknown`.

    Args:
        known: outlets besides the registry's; what they say goes before it, and the first that fits wins.
    """
    found = _identify(text, layout=layout, metadata=metadata)
    address = read_address(metadata.url)
    hosts = {h for h in (address.host if address else None, found.domain) if h}
    names = {fold(n).removeprefix("the ") for n in (metadata.site, found.name) if n}
    for row in known:
        below = row.domain is not None and any(h == row.domain or h.endswith("." + row.domain) for h in hosts)
        if below or fold(row.name).removeprefix("the ") in names:
            kind = found.kind if row.kind is OutletKind.UNKNOWN else row.kind
            return Outlet(row.name, row.domain or found.domain, kind)
    return found


def _identify(text: str, *, layout: Layout, metadata: Metadata) -> Outlet:
    address = read_address(metadata.url)
    stated = _by_name(metadata.site) if metadata.site else None
    if address:
        hosted = _by_address(address, text)
        name = metadata.site or hosted.name
        if hosted.kind is OutletKind.UNKNOWN and stated and not has_lookalikes(address.host):
            return Outlet(name, hosted.domain, stated.kind)
        if hosted.kind is OutletKind.UNKNOWN and not name:
            return _from_text(text, layout, hosted)
        return Outlet(name, hosted.domain, hosted.kind)
    if stated:
        return Outlet(stated.name, stated.domain, stated.kind)
    return _from_text(text, layout, None)


def _from_text(text: str, layout: Layout, hosted: _Named | None) -> Outlet:
    name = name_outlet(text, layout)
    domain = hosted.domain if hosted else _press_desk(text)
    if name:
        found = _by_name(name)
        return Outlet(found.name, domain or found.domain, found.kind)
    if domain is None:
        return Outlet(credited_agency(layout))
    kind = kind_of_host(domain)
    spelt = _spell_out(domain, text)
    if kind is OutletKind.UNKNOWN and spelt:
        kind = kind_of_name(spelt)
    return Outlet(spelt, domain, kind)


def _by_name(name: str) -> _Named:
    entry = find_by_name(name)
    if entry:
        return _Named(entry.name, entry.kind, entry.domains[0])
    return _Named(name, kind_of_name(name))


def _by_address(address: Address, text: str) -> _Named:
    if address.wrapper:
        return _Named(None, OutletKind.AGGREGATOR, address.host)
    if is_social(address.host):
        return _Named(social_account(address), OutletKind.PERSONAL, registrable_name(address.host))
    entry = find_by_host(address.host)
    if entry:
        return _Named(entry.name, entry.kind, _registered(entry.domains, address.host))
    if is_blog(address.host):
        return _Named(None, OutletKind.PERSONAL, address.host)
    domain = registrable_name(address.host)
    kind = kind_of_host(address.host)
    name = None if has_lookalikes(address.host) else _spell_out(domain, text)
    if kind is OutletKind.UNKNOWN and name:
        kind = kind_of_name(name)
    return _Named(name, kind, domain)


def _registered(domains: tuple[str, ...], host: str) -> str:
    return max((d for d in domains if host == d or host.endswith("." + d)), key=len)


def _press_desk(text: str) -> str | None:
    """The domain of the one press desk whose address the text gives."""
    scanned = text if len(text) <= 2 * MAX_PRESS_DESK_SCAN else text[:MAX_PRESS_DESK_SCAN] + text[-MAX_PRESS_DESK_SCAN:]
    found = {a.host for m in _PRESS_DESK.finditer(scanned) if (a := read_address(m[1]))}
    return registrable_name(found.pop()) if len(found) == 1 else None


def _spell_out(domain: str, text: str) -> str | None:
    """The name in the text whose letters are the domain's: "portofexample.test" to "Port of Example"."""
    label = domain.split(".")[0].replace("-", "")
    if not label.isascii() or label.startswith("xn"):
        return None
    for match in _RUN.finditer(text[:MAX_PRESS_DESK_SCAN]):
        words = match[0].split()
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                if _letters(words[start:end]) == label:
                    return " ".join(words[start:end])
    return None


def _letters(words: list[str]) -> str:
    return "".join(c for c in "".join(words).lower() if c.isalnum())
