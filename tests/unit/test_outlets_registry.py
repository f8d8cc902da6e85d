from __future__ import annotations

import re
from collections import Counter

import pytest

from annotator.model import OutletKind
from annotator.outlets.hosts import read_address, registrable_name
from annotator.outlets.registry import entries, find_by_host, find_by_name, kind_of_name


def test_no_two_outlets_share_a_domain_or_a_name() -> None:
    for values in ([d for e in entries() for d in e.domains], [e.name for e in entries()]):
        assert [v for v, n in Counter(values).items() if n > 1] == []


def test_every_domain_is_a_plain_lower_case_host() -> None:
    assert [d for e in entries() for d in e.domains if not re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", d)] == []


def test_every_country_is_two_capitals_or_int() -> None:
    assert [e.name for e in entries() if not re.fullmatch(r"[A-Z]{2}|INT", e.country)] == []


def test_no_outlet_of_the_registry_is_of_unknown_kind() -> None:
    assert [e.name for e in entries() if e.kind is OutletKind.UNKNOWN] == []


def test_the_longest_domain_wins() -> None:
    news, un = find_by_host("news.un.org"), find_by_host("press.un.org")
    assert news is not None
    assert un is not None
    assert (news.name, un.name) == ("UN News", "United Nations")


def test_a_host_that_only_ends_in_the_same_letters_is_another() -> None:
    assert find_by_host("notreuters.com") is None
    assert find_by_host("council.gov.uk") is None


def test_an_alias_needs_its_capitals() -> None:
    assert find_by_name("AP") is not None
    assert find_by_name("ap") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Wexley Courier", OutletKind.COMMERCIAL_PRESS),
        ("Shipping Ledger", OutletKind.TRADE_PRESS),
        ("Ministry of Defence of Norland", OutletKind.MILITARY),
        ("Ministry of Health", OutletKind.GOVERNMENT),
        ("Norland News Agency", OutletKind.WIRE_AGENCY),
        ("University of Norland", OutletKind.ACADEMIC),
        ("Wexley Ferries Ltd", OutletKind.COMPANY),
        ("Save the Pier Campaign", OutletKind.ADVOCACY),
        ("Ada Brook", OutletKind.UNKNOWN),
    ],
)
def test_the_words_of_a_name_suggest_its_kind(name: str, kind: OutletKind) -> None:
    assert kind_of_name(name) is kind


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("a.b.example.co.uk", "example.co.uk"),
        ("www2.mil.gov.ua", "mil.gov.ua"),
        ("comune.go.it", "go.it"),
        ("deep.example.org", "example.org"),
    ],
)
def test_the_registrable_name_is_one_label_more_than_the_suffix(host: str, name: str) -> None:
    assert registrable_name(host) == name


def test_ports_users_and_trailing_dots_are_no_part_of_a_host() -> None:
    address = read_address("https://user:secret@WWW.Example.ORG.:8080/a?b")
    assert address is not None
    assert address.host == "example.org"
