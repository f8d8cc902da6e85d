"""Whatever stands in a URL field, the outlet is named without failing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Layout, Metadata
from annotator.outlets import identify_outlet
from annotator.outlets.hosts import kind_of_host, read_address, registrable_name

LABELS = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)
HOSTS = st.lists(LABELS, min_size=2, max_size=5).map(".".join)
NOTHING = Layout((), (), (), ())


@given(st.text(max_size=60))
def test_any_text_for_a_url_is_read_or_refused(url: str) -> None:
    address = read_address(url)
    assert address is None or "." in address.host
    identify_outlet("", layout=NOTHING, metadata=Metadata(url=url))


@given(HOSTS)
def test_the_registrable_name_is_the_end_of_the_host(host: str) -> None:
    name = registrable_name(host)
    assert host == name or host.endswith("." + name)
    assert kind_of_host(host) is kind_of_host(host)


@given(
    HOSTS,
    st.sampled_from(["https://web.archive.org/web/20310504101200/https://{}/a", "https://archive.ph/https://{}/a"]),
)
def test_an_archive_is_seen_through(host: str, archive: str) -> None:
    inner = read_address(f"https://{host}/a")
    assert inner is None or inner.wrapper or read_address(archive.format(host)) == inner


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_and_any_site_name_give_an_outlet(text: str, site: str) -> None:
    assert identify_outlet(text, layout=NOTHING, metadata=Metadata(site=site)).kind is not None
