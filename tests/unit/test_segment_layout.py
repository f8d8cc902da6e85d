from __future__ import annotations

import textwrap

import pytest

from annotator.model import HeadRole, Layout, Span
from annotator.segment import find_quotations, lay_out, split_sentences

BODY = """The ferry Grey Heron left the harbour of Old Marram at noon on Monday with 40 people on board.

Nobody was hurt when it ran aground an hour later, the harbour office said.

The crew had asked for a new radar twice, a sailors' union said on Tuesday morning."""


def body_of(text: str, layout: Layout) -> str:
    return "\n".join(s.text(text) for s in layout.body)


def folded_of(text: str) -> list[str]:
    return [b.span.text(text) for b in lay_out(text).boilerplate]


def head_of(text: str) -> list[tuple[str, str]]:
    return [(h.role.value, h.span.text(text)) for h in lay_out(text).head]


def test_plain_prose_is_all_body_without_a_head() -> None:
    layout = lay_out(BODY)

    assert layout.head == ()
    assert layout.boilerplate == ()
    assert body_of(BODY, layout) == BODY
    assert len(layout.paragraphs) == 3


def test_front_matter_is_folded_and_its_title_is_no_part_of_the_head() -> None:
    text = f"---\ntitle: Ferry aground\n---\n\n{BODY}"

    layout = lay_out(text, front_matter=Span(0, 29), title="Ferry aground")

    assert layout.head == ()
    assert layout.title is None
    assert [b.reason for b in layout.boilerplate] == ["front matter"]


def test_a_line_that_repeats_the_stated_title_is_the_headline() -> None:
    text = f"Marram Courier Online and more news today\n\nFerry aground\n\n{BODY}"

    assert lay_out(text, title="Ferry Aground").title == "Ferry aground"


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("Ferry runs aground off Old Marram", "Ferry runs aground off Old Marram"),
        ("Marram Courier\nHome | News\n\nFerry runs aground at noon\n\nBy Ida Pell", "Ferry runs aground at noon"),
        ("# Ferry runs aground", "# Ferry runs aground"),
        ("To News and Stories\n\nFerry runs aground off Old Marram", "Ferry runs aground off Old Marram"),
        ("Why did the ferry run aground?\n\nBy Ida Pell", "Why did the ferry run aground?"),
        ("The Marram Record\n\nOpinion\n\nThe ferry was unsafe.\n\nIda Pell\n3 May 2024", "The ferry was unsafe."),
        ("Ferry aground\n\nFerry aground\n\nA much longer line of other words here\n\nBy Ida Pell", "Ferry aground"),
    ],
)  # fmt: skip
def test_the_headline_is_found_among_the_furniture_above(above: str, headline: str) -> None:
    text = f"{above}\n\n{BODY}"

    assert [words for role, words in head_of(text) if role == HeadRole.HEADLINE] == [headline]
    assert body_of(text, lay_out(text)) == BODY


def test_prose_between_headline_and_byline_is_the_standfirst() -> None:
    text = f"Ferry runs aground\n\nA radar that nobody paid for, and a fog that all foresaw.\n\nBy Ida Pell\n\n{BODY}"

    assert head_of(text)[1] == ("standfirst", "A radar that nobody paid for, and a fog that all foresaw.")


def test_prose_below_headline_and_byline_is_body_even_above_another_stamp() -> None:
    text = f"Ferry runs aground\n\nBy Ida Pell\n\nThe ferry ran aground at noon.\n\n11:40 a.m.\n\n{BODY}"

    assert "The ferry ran aground at noon." in body_of(text, lay_out(text))


@pytest.mark.parametrize(
    "line",
    [
        "By Ida Pell",
        "By Ida Pell, Chief Reporter",
        "By IDA PELL and TOM VAN DER MOSS | May 3, 2024 | 2 min read",
        "Published 3rd May 2024, 12:05",
        "Posted May 3, 2024",
        "3 May 2024 · 4 min read",
        "Marram Press | May 3, 2024, 11:58 PM",
        "Updated 16 minutes ago",
        "UPDATE 3 - Northwire - 3 May 2024, 18:42 - adds union",
        "Share   Tweet   Email   7 comments",
        "Home | News | Sport | Weather",
        "Home   News   Sport   Jobs",
        "Photo: The ferry in 2019 / Harbour Board",
        "The Grey Heron at its pier in Marram on Monday. REUTERS/Ida Pell",
        "The Grey Heron at its pier in Marram on Monday (AP Photo/Tom Pell)",
        "Harbour master Tom Moss (left) and Mayor Ida Pell at the pier in Marram",
        "We value your privacy. We and our 90 partners store data. Accept all | Manage options",
        "Read more: Ferry fares to rise in May",
        "Related: Ferry fares to rise | Old pier sold",
        "Sign up for our morning newsletter",
        "For all our coverage of the ferry, click here.",
        "Follow us on social",
        "Listen to this article",
        "Advertisement",
        "FOR IMMEDIATE RELEASE",
        "Contact: press@marram.example",
        "Additional reporting by Tom Moss",
        "(Reporting by Tom Moss; editing by Ida Pell)",
        "The Northwire agency contributed to this report.",
        "© 2024 Marram Press. All rights reserved.",
        "Editor's note: This story was updated to add a name.",
        "![pier](https://marram.example/pier.jpg)",
        "* * *",
    ],
)
def test_furniture_is_folded_wherever_it_stands(line: str) -> None:
    first, rest = BODY.split("\n\n", 1)
    for text in (f"Ferry runs aground\n\n{line}\n\n{BODY}", f"{first}\n\n{line}\n\n{rest}", f"{BODY}\n\n{line}"):
        layout = lay_out(text)

        assert line in [b.span.text(text) for b in layout.boilerplate]
        assert "\n".join(p for p in body_of(text, layout).split("\n") if p).replace("\n", "\n\n") == BODY


@pytest.mark.parametrize(
    "sentence",
    [
        "By Wednesday the ferry was afloat again.",
        "Share prices of the ferry line fell by a tenth.",
        "Related charges against the captain were dropped.",
        "Print media had warned of the fog for days.",
        "Support for the ferry line is falling in the town.",
        "Follow-up talks are planned for June.",
        "Comments by the mayor angered the crew.",
        "The Reuters/Ipsos poll found that most people like ferries.",
        "Subscribers to the ferry service lost their seats.",
        "Read the law, the union said, and you will see.",
        "She also reported from Marram for the agency.",
        "So what?",
        "The plan is up to the European Port Agency (EPA).",
        "They also met.",
        "UPDATE 2:52 p.m. -- The ferry has been towed to the pier, the office said.",
        "The union writes:",
        "In May (2019) the radar failed, and on May 4 the pump did.",
    ],
)
def test_prose_that_begins_like_furniture_stays_body(sentence: str) -> None:
    first, rest = BODY.split("\n\n", 1)
    for text in (f"{first}\n\n{sentence}\n\n{rest}", f"{BODY}\n\n{sentence}"):
        assert sentence in body_of(text, lay_out(text))


def test_hard_wrapped_lines_are_one_paragraph_and_bullets_are_apart() -> None:
    text = (
        "The council will meet on Tuesday at six in the evening in the old hall\n"
        "by the pier to vote on the plan for the ferry, which would bring the\n"
        "town:\n\n"
        "  * a new radar for the ferry, to be bought in the summer, at a cost of\n    $2 million;\n"
        "  * a lower fare.\n\n"
        "Residents who wish to speak may sign a list until noon that day, June 4,\n"
        "2024, at the hall.\n"
    )

    found = [p.text(text) for p in lay_out(text).paragraphs]

    assert [p.split()[0] for p in found] == ["The", "a", "a", "Residents"]
    assert found[1].endswith("at a cost of\n    $2 million;")


def test_a_sentence_whose_links_stand_on_lines_of_their_own_is_one_paragraph() -> None:
    text = f"The harbour office regularly\nwarned\nof the fog and the radar.\n\n{BODY}"

    assert lay_out(text).paragraphs[0].text(text) == "The harbour office regularly\nwarned\nof the fog and the radar."


def test_lines_without_blank_lines_between_are_paragraphs_of_their_own() -> None:
    text = BODY.replace("\n\n", "\n")

    assert len(lay_out(text).paragraphs) == 3


def test_links_below_a_label_are_folded_with_it() -> None:
    text = f"{BODY}\n\nREAD MORE:\nFerry fares to rise in May\nOld pier sold to hotel\n\nSign up for our newsletter!"

    assert body_of(text, lay_out(text)) == BODY


def test_a_list_of_links_in_mid_article_does_not_take_the_prose_below() -> None:
    text = f"{BODY}\n\nRead more:\nFerry fares to rise in May\n\n{BODY.replace('Monday', 'Friday')}"

    assert body_of(text, lay_out(text)).count("radar") == 2
    assert "fares" not in body_of(text, lay_out(text))


def test_teasers_of_other_stories_with_their_prose_are_folded() -> None:
    teaser = (
        "\n\nOld pier sold\n\nTowns\n\nThe old pier of Marram was sold on Monday for an unknown sum.\n\nkeep reading"
    )
    text = f"{BODY}{teaser}{teaser.replace('pier', 'mill')}\n\nLATEST"

    assert body_of(text, lay_out(text)) == BODY


def test_a_boxed_teaser_goes_with_its_title() -> None:
    first, rest = BODY.split("\n\n", 1)
    text = f"{first}\n\nLive Map: The Fog\n\nOur map shows where the fog is right now. For more, click here.\n\n{rest}"

    assert "Fog" not in body_of(text, lay_out(text)).replace("fog", "")


@pytest.mark.parametrize(
    "mark", ["ENDS", "###", "-30-", "Notes to editors: pictures can be had.", "About Marram Ferries"]
)
def test_what_follows_the_end_of_a_release_is_folded(mark: str) -> None:
    text = f"{BODY}\n\n{mark}\n\nMarram Ferries is the best ferry line in the world, and has been for years."

    assert body_of(text, lay_out(text)) == BODY


def test_a_menu_above_the_article_is_no_label_and_no_headline() -> None:
    text = f"News\nOpinion\nSport\nCulture\n\nFerry runs aground off Marram\n\n{BODY}"

    layout = lay_out(text)

    assert layout.self_label is None
    assert layout.title == "Ferry runs aground off Marram"


def test_a_title_in_capitals_between_paragraphs_is_a_link_and_a_crosshead_is_body() -> None:
    first, rest = BODY.split("\n\n", 1)
    text = f"{first}\n\nOLD PIER OF MARRAM SOLD TO HOTEL\n\n{rest}\n\nWHAT HAPPENS NEXT\n\n{first}"

    assert "HOTEL" not in body_of(text, lay_out(text))
    assert "WHAT HAPPENS NEXT" in body_of(text, lay_out(text))


def test_a_letter_box_within_the_article_is_folded_whole() -> None:
    first, rest = BODY.split("\n\n", 1)
    text = f"{first}\n\nSign up to The Tide\n\nStories from the coast\n\nEnter your email address\n\n{rest}"

    assert "coast" not in body_of(text, lay_out(text))


def test_a_block_of_contacts_is_folded_whole() -> None:
    text = f"Contact:\nIda Pell\nHead of Press, Marram Ferries Inc.\n(555) 555-0142\n\nA new ferry for Marram\n\n{BODY}"

    layout = lay_out(text)

    assert layout.title == "A new ferry for Marram"
    assert body_of(text, layout) == BODY


def test_rows_of_a_table_and_headings_within_the_article_stay_body() -> None:
    text = f"# Ferry aground\n\n{BODY}\n\n## Times\n\n| Time | Event |\n|---|---|\n| 8:15 | Fog |\n\n{BODY}"

    body = body_of(text, lay_out(text))

    assert "## Times" in body
    assert "| 8:15 | Fog |" in body


def test_a_list_of_sources_at_the_end_is_folded() -> None:
    text = f"{BODY}\n\nNotes\n1. Harbour Board, Annual Report, 2023.\n2. Ibid., p. 12."

    assert body_of(text, lay_out(text)) == BODY


def test_bullets_that_are_pictures_are_bullets() -> None:
    text = f"{BODY}\n\n▪️ The pier is shut.\n▪️ The ferry is afloat."

    assert [p.text(text) for p in lay_out(text).paragraphs][-2:] == ["The pier is shut.", "The ferry is afloat."]


def test_a_last_sentence_with_brackets_behind_it_stays_body() -> None:
    text = f"{BODY}\n\nShe will speak again at noon on Friday. (Video)\n\nRelated:\n* Old pier sold"

    assert "(Video)" in body_of(text, lay_out(text))


def test_comments_of_readers_are_folded() -> None:
    text = f"{BODY}\n\n2 responses to “Ferry aground”\njackdaw55: well said\nLeave a reply"

    assert body_of(text, lay_out(text)) == BODY


def test_notes_on_the_author_and_contacts_at_the_end_are_folded() -> None:
    text = f"By Ida Pell\n\n{BODY}\n\nIda Pell lives by the sea.\n\nFor help call the office, (555) 0142, in advance."

    assert body_of(text, lay_out(text)) == BODY


def test_a_person_described_in_the_last_paragraph_is_no_note_on_the_author() -> None:
    text = f"By Ida Pell\n\n{BODY}\n\nTom Moss is a teacher in Marram and was on board."

    assert "Tom Moss" in body_of(text, lay_out(text))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"Analysis | Harbours\n\nThe ferry problem of Old Marram\n\n{BODY}", "Analysis | Harbours"),
        (f"OPINION\n\nThe ferry problem of Old Marram\n\n{BODY}", "OPINION"),
        (f"Sponsored content\n\nThe ferry problem of Old Marram\n\n{BODY}", "Sponsored content"),
        (f"FACT SHEET: A New Ferry for Old Marram\n\n{BODY}", "FACT SHEET"),
        (f"Old Marram Notes\nposted 3/15/24 in Comment\n\nThe ferry problem\n\n{BODY}", "Comment"),
        (f"UPDATE 2-Ferry runs aground off Old Marram\n\n{BODY}", None),
        (f"Ferry runs aground off Old Marram\n\n{BODY}", None),
        (f"Review finds ferry was unsafe\n\n{BODY}", None),
    ],
)
def test_what_a_text_calls_itself_is_kept_as_printed(text: str, label: str | None) -> None:
    assert lay_out(text).self_label == label


def test_a_label_in_the_stated_title_counts() -> None:
    assert lay_out(BODY, title="FACT SHEET: A New Ferry").self_label == "FACT SHEET"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ida Pell, Chief Reporter", "Ida Pell"),
        ("By Ida Pell and Tom Moss", "Ida Pell and Tom Moss"),
        ("By Ida Pell | Staff Writer | May 3, 2024 | Updated 9:14 a.m.", "Ida Pell"),
        ("*By [Ida Pell](https://marram.example/ida)* — May 7, 2024", "Ida Pell"),
        ("Ida Pell\nGuest columnist\nMay 3, 2024", "Ida Pell"),
    ],
)
def test_the_byline_gives_the_name_alone(line: str, name: str) -> None:
    assert lay_out(f"Ferry runs aground off Marram\n\n{line}\n\n{BODY}").byline == name


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("MARRAM, 3 May (Northwire) - The ferry ran aground.", "MARRAM, 3 May (Northwire)"),
        ("OLD MARRAM, Norland (AP) — The ferry ran aground.", "OLD MARRAM, Norland (AP)"),
        ("MARRAM -- The ferry ran aground.", "MARRAM"),
        ("UPDATE 2:52 p.m. -- The ferry ran aground.", None),
        ("The ferry - old as it is - ran aground.", None),
    ],
)
def test_the_dateline_is_kept_as_printed(opening: str, dateline: str | None) -> None:
    assert lay_out(f"{opening}\n\n{BODY}").dateline == dateline


def test_credits_are_kept_as_printed() -> None:
    assert lay_out(f"{BODY}\n\nWith reporting by Northwire").credits == ("With reporting by Northwire",)


def test_sentences_of_a_page_come_from_head_and_body_only() -> None:
    text = f"Home | News | Sport\n\nFerry runs aground off Marram\n\nBy Ida Pell\n\n{BODY}\n\nRead more: Old pier sold"
    paragraphs = lay_out(text).paragraphs

    found = [s.text(text) for s in split_sentences(text, paragraphs, find_quotations(text, paragraphs))]

    assert found == ["Ferry runs aground off Marram", *BODY.split("\n\n")]


def test_an_empty_text_has_no_parts() -> None:
    assert lay_out("") == Layout((), (), (), ())
    assert lay_out(" \n\n ") == Layout((), (), (), ())


@pytest.mark.parametrize("width", [72, 100, 118, 130])
def test_lines_wrapped_at_any_common_width_are_joined(width: int) -> None:
    words = (
        "The harbour office opened the new lock at Port Selby on Monday. "
        "The keeper of Dunmore Sound, who came late, spoke to the crews and then went home by the last boat. "
    )
    text = textwrap.fill(words * 8, width)

    assert len(lay_out(text).paragraphs) == 1
