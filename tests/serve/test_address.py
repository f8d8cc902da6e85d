"""Who may reach the workbench in the browser, and what does the page load?"""

from __future__ import annotations

import re
from socket import gethostname

import pytest

from annotator.errors import UsageError
from annotator.serve.address import address_of, check_host, is_loopback, make_token
from annotator.serve.page import HEADERS, make_page


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost"])
def test_this_machine_alone_needs_no_consent(host: str) -> None:
    assert is_loopback(host)
    check_host(host, is_exposed=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "example.org", "localhost.example.org", ""])
def test_any_other_address_is_refused_until_it_is_meant(host: str) -> None:
    with pytest.raises(UsageError, match="reached from other machines"):
        check_host(host, is_exposed=False)
    check_host(host, is_exposed=True)


def test_the_token_is_long_new_each_time_and_safe_in_an_address() -> None:
    tokens = {make_token() for _ in range(50)}
    assert len(tokens) == 50
    assert all(re.fullmatch(r"[\w-]{32}", token) for token in tokens)


def test_the_address_is_one_to_click_on_also_with_ipv6() -> None:
    assert address_of("127.0.0.1", 80, "t") == "http://127.0.0.1:80/t/"
    assert address_of("::1", 80, "t") == "http://[::1]:80/t/"


def test_an_address_of_the_whole_machine_is_told_by_its_name() -> None:
    assert address_of("0.0.0.0", 80, "t") == address_of("::", 80, "t") == f"http://{gethostname()}:80/t/"


def test_the_page_names_no_other_host_and_takes_no_markup_from_the_title() -> None:
    page = make_page('<script>"{x}&$y')
    assert "//" not in page
    assert "&lt;script&gt;&quot;{x}&amp;$y - annotator" in page
    assert all(not link.startswith(("http", "//", "/")) for link in re.findall(r'(?:src|href)="([^"]*)"', page))
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy
