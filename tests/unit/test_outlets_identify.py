from __future__ import annotations

import pytest

from annotator.model import Boilerplate, HeadPart, HeadRole, Layout, Metadata, Outlet, OutletKind, Span
from annotator.outlets import identify_outlet


def find(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def make_layout(
    text: str, *, body: str, headline: str | None = None, furniture: tuple[str, ...] = (), **named
) -> Layout:
    head = (HeadPart(find(text, headline), HeadRole.HEADLINE),) if headline else ()
    return Layout(
        head=head,
        body=(find(text, body),),
        boilerplate=tuple(Boilerplate(find(text, f), "furniture") for f in furniture),
        paragraphs=(),
        **named,
    )


def identify(text: str = "Nothing happened.", *, layout: Layout | None = None, **metadata) -> Outlet:
    return identify_outlet(text, layout=layout or make_layout(text, body=text), metadata=Metadata(**metadata))


@pytest.mark.parametrize(
    ("url", "name", "domain", "kind"),
    [
        ("https://www.reuters.com/world/x", "Reuters", "reuters.com", OutletKind.WIRE_AGENCY),
        ("web.archive.org/web/2023/https://www.lemonde.fr/x", "Le Monde", "lemonde.fr", OutletKind.COMMERCIAL_PRESS),
        ("https://www-dw-com.translate.goog/en/x", "Deutsche Welle", "dw.com", OutletKind.PUBLIC_BROADCASTER),
        ("https://archive.is/AbC12", None, "archive.is", OutletKind.AGGREGATOR),
        ("https://news.un.org/en/story", "UN News", "news.un.org", OutletKind.INTERGOVERNMENTAL),
        ("https://x.com/harbour_watch/status/12", "@harbour_watch", "x.com", OutletKind.PERSONAL),
        ("https://quaynotes.substack.com/p/one", None, "quaynotes.substack.com", OutletKind.PERSONAL),
        ("https://www.customs.gov.zz/notice", None, "customs.gov.zz", OutletKind.GOVERNMENT),
        ("https://gov-news.example.com/", None, "example.com", OutletKind.UNKNOWN),
        ("https://econ.ox.ac.uk/paper", None, "ox.ac.uk", OutletKind.ACADEMIC),
    ],
)
def test_the_address_says_who_published(url: str, name: str | None, domain: str, kind: OutletKind) -> None:
    assert identify(url=url) == Outlet(name, domain, kind)


def test_the_name_in_front_matter_is_kept_as_it_stands_there() -> None:
    outlet = identify(site="BBC World Service", url="https://www.bbc.co.uk/a")
    assert outlet == Outlet("BBC World Service", "bbc.co.uk", OutletKind.PUBLIC_BROADCASTER)


def test_an_unknown_host_takes_its_kind_from_the_stated_name() -> None:
    outlet = identify(site="Brackwater Gazette", url="https://brackwater.example/a")
    assert outlet == Outlet("Brackwater Gazette", "brackwater.example", OutletKind.COMMERCIAL_PRESS)


def test_look_alike_letters_get_no_name_and_no_kind() -> None:
    outlet = identify(url="https://rеuters.com/x", site="Reuters")  # the second letter is Cyrillic
    assert outlet.kind is OutletKind.UNKNOWN
    assert outlet.domain is not None
    assert outlet.domain.startswith("xn--")


def test_the_domain_is_spelt_out_by_the_text() -> None:
    text = "The Harbour Board of Wexley said on Monday that it had closed two piers."
    outlet = identify(text, url="https://www.harbourboardofwexley.example/news/1")
    assert outlet.name == "Harbour Board of Wexley"


def test_a_stamp_line_names_the_agency() -> None:
    text = "Pier closed\nUPDATE 1 - Saltwire - 4 May 2031, 10:12 - adds quote\n\nA pier was closed on Monday."
    layout = make_layout(text, headline="Pier closed", body="A pier was closed on Monday.")
    assert identify(text, layout=layout).name == "Saltwire"


def test_a_masthead_above_a_navigation_bar_names_the_paper() -> None:
    text = "Wexley Courier\nNews   Sport   Jobs\n\nPier closed\n\nA pier was closed."
    layout = make_layout(
        text,
        headline="Pier closed",
        body="A pier was closed.",
        furniture=("Wexley Courier", "News   Sport   Jobs"),
    )
    assert identify(text, layout=layout) == Outlet("Wexley Courier", None, OutletKind.COMMERCIAL_PRESS)


def test_a_line_of_navigation_is_no_masthead() -> None:
    text = "Follow us on social\n\nPier closed\n\nA pier was closed."
    layout = make_layout(text, headline="Pier closed", body="A pier was closed.", furniture=("Follow us on social",))
    assert identify(text, layout=layout) == Outlet()


def test_the_tag_of_a_dateline_names_the_agency() -> None:
    text = "A pier was closed on Monday."
    layout = make_layout(text, body=text, dateline="WEXLEY, May 4 (AP)")
    assert identify(text, layout=layout) == Outlet("Associated Press", "apnews.com", OutletKind.WIRE_AGENCY)


def test_a_copyright_line_names_the_outlet() -> None:
    text = "A pier was closed on Monday.\n\n© 2031 Tidewater Tribune. All rights reserved."
    layout = make_layout(
        text, body="A pier was closed on Monday.", furniture=("© 2031 Tidewater Tribune. All rights reserved.",)
    )
    assert identify(text, layout=layout).name == "Tidewater Tribune"


def test_that_somebody_told_an_agency_something_does_not_make_it_the_outlet() -> None:
    text = "“We closed it,” he told Reuters. “It was old,” she told Reuters."
    assert identify(text) == Outlet()


def test_what_two_people_told_the_courier_was_printed_in_the_courier() -> None:
    text = "“We closed it,” he told the Wexley Courier. “It was old,” she told the Wexley Courier."
    assert identify(text).name == "Wexley Courier"


@pytest.mark.parametrize(
    "url", ["", "no host", "http://[::1", "http://a..b/", "x" * 9000 + ".com", "https://archive.ph/https://archive.ph/"]
)
def test_an_odd_address_is_no_failure(url: str) -> None:
    assert identify(url=url).kind in (OutletKind.UNKNOWN, OutletKind.AGGREGATOR)
