"""The reader lays a document out without touching its text, and marks it line by line."""

from __future__ import annotations

from dataclasses import replace

from annotator.model import Boilerplate, Decision, Document, HeadPart, HeadRole, Span, Status
from annotator.view import (
    ASCII,
    UNICODE,
    Highlight,
    LineKind,
    Page,
    Room,
    index_story,
    inspect_claim,
    lay_page,
    mark_document,
    paint_line,
)
from tests.story_builders import make_claim, make_document, make_story, spot

WRAPPED = """The council met on Tuesday evening in the old
exchange building and voted after two hours.
The mayor abstained from the vote, as she had
announced in the week before the meeting.

-   First item of a list that was wrapped by the
    scraper at fifty columns or thereabouts.
-   Second item.
"""


def page_of(document: Document, width: int = 60, unfolded: frozenset[int] = frozenset()) -> Page:
    return lay_page(document, (), width=width, measure=len, unfolded=unfolded)


def words_of(page: Page, document: Document) -> list[str]:
    return [document.text[line.start : line.end] or line.note for line in page.lines]


def test_a_text_wrapped_by_hand_flows_again_and_its_list_items_stay_apart() -> None:
    document = make_document("council", WRAPPED)
    page = page_of(document, 200)
    texts = [" ".join(t.split()) for t in words_of(page, document) if t]
    assert len(texts) == 3
    assert texts[0].endswith("before the meeting.")
    assert texts[1:] == [
        "- First item of a list that was wrapped by the scraper at fifty columns or thereabouts.",
        "- Second item.",
    ]


def test_lines_that_are_paragraphs_stay_paragraphs() -> None:
    text = f"One {'very ' * 30}long line that nobody wrapped by hand.\nShort one.\nAnother short one.\n"
    document = make_document("lines", text)
    assert words_of(page_of(document, 200), document) == text.splitlines()


def test_boilerplate_is_one_line_that_opens() -> None:
    story = make_story()
    document = next(d for d in story.documents if d.boilerplate)
    folded, opened = page_of(document), page_of(document, unfolded=frozenset({0}))
    assert folded.lines[-1].note == "1 line left out: caption"
    assert opened.lines[-2].note == "1 line shown: caption"
    assert document.text[opened.lines[-1].start : opened.lines[-1].end] == "Photo: Harrow Daily"


def test_neighbouring_boilerplate_is_folded_into_one_line() -> None:
    document = make_document("site", "Home\nLogin\nThe bridge is open.\n")
    parts = tuple(Boilerplate(spot(document, w), "navigation") for w in ("Home", "Login"))
    document = replace(document, boilerplate=parts, body=(spot(document, "The bridge is open."),))
    assert [line.kind for line in page_of(document).lines] == [LineKind.FOLD, LineKind.BLANK, LineKind.TEXT]
    assert page_of(document).lines[0].note == "2 lines left out: navigation"


def test_a_document_nobody_analysed_yet_is_readable() -> None:
    document = replace(make_document("raw", "First.\n\nSecond.\n"), body=())
    assert [w for w in words_of(page_of(document), document) if w] == ["First.", "Second."]


def test_the_headline_has_its_own_look() -> None:
    document = make_document("head", "Bridge opens\n\nIt opened.\n")
    document = replace(document, head=(HeadPart(Span(0, 12), HeadRole.HEADLINE),), body=(spot(document, "It opened."),))
    assert page_of(document).lines[0].kind is LineKind.HEADLINE


def test_an_empty_document_has_no_lines() -> None:
    document = replace(make_document("empty", "x"), text="", body=())
    assert page_of(document).lines == ()
    assert page_of(document).row_of(0) == 0


def painted(row: int, *, glyphs=UNICODE, highlight: Highlight | None = None) -> list[tuple[str, str]]:
    analysis = make_story()
    story, document = index_story(analysis), analysis.documents[0]
    page = lay_page(document, story.claims_of[document.id], width=70, measure=len)
    marks = mark_document(story, page, glyphs)
    chosen = highlight or Highlight()
    return list(paint_line(page, row, document.text, marks=marks, highlight=chosen, glyphs=glyphs))


def test_a_line_with_a_disagreement_shows_its_sign_and_the_differing_words() -> None:
    line = painted(2)
    assert ("≠", "disagreement") in line
    assert ("Monday", "text differing") in line


def test_signs_are_ascii_where_the_terminal_is() -> None:
    assert ("#", "disagreement") in painted(2, glyphs=ASCII)
    assert all(text.isascii() for text, _ in painted(2, glyphs=ASCII)[:5])


def test_only_the_claim_at_the_cursor_has_the_bar() -> None:
    document = make_story().documents[0]
    claim = spot(document, "The ferry Osprey ran aground on Monday with 40 people aboard.")
    assert painted(2, highlight=Highlight(claim))[0] == ("▎", "focus-bar")
    assert painted(0, highlight=Highlight(claim))[0] == (" ", "focus-bar")


def test_a_rejected_flag_is_no_sign_any_more() -> None:
    analysis = make_story()
    document = analysis.documents[0]
    slam = next(c for c in analysis.claims if "slammed" in c.text)
    gone = Decision(Status.REJECTED, "mo")
    claims = tuple(
        replace(c, flags=tuple(replace(f, decision=gone) for f in c.flags)) if c is slam else c for c in analysis.claims
    )
    story = index_story(replace(analysis, claims=claims))
    page = lay_page(document, story.claims_of[document.id], width=200, measure=len)
    row = page.row_of(slam.span.start)
    line = paint_line(
        page,
        row,
        document.text,
        marks=mark_document(story, page, UNICODE),
        highlight=Highlight(),
        glyphs=UNICODE,
    )
    assert ("!", "flag") not in line
    assert any(style == "text flagged-not" for _, style in line)


def test_a_rejected_claim_is_told_beside_and_in_its_text_though_its_flags_wait() -> None:
    analysis = make_story()
    document = analysis.documents[0]
    slam = next(c for c in analysis.claims if "slammed" in c.text and c.flags)
    claims = tuple(replace(c, decision=Decision(Status.REJECTED, "mo")) if c is slam else c for c in analysis.claims)
    story = index_story(replace(analysis, claims=claims))
    page = lay_page(document, story.claims_of[document.id], width=30, measure=len)
    marks = mark_document(story, page, UNICODE)
    rows = range(len(page.lines))
    told = [paint_line(page, r, document.text, marks=marks, highlight=Highlight(), glyphs=UNICODE) for r in rows]
    assert sum((UNICODE.rejected, "rejected") in line for line in told) == 1
    struck = "".join(text for line in told for text, style in line if "rejected-text" in style)
    assert "slammed" in struck
    assert len(struck) <= len(slam.span)


def test_the_inspector_answers_who_elsewhere_differs_and_flagged() -> None:
    analysis = make_story()
    story = index_story(analysis)
    said = "\n".join(
        "".join(run.text for run in row.line) for row in inspect_claim(story, analysis.claims[0], Room(60, len))
    )
    assert "the outlet itself" in said
    assert "2 origins in 3 documents" in said
    assert "Monday against Tuesday." in said
    assert "number 40 people\n" in said


def test_the_inspector_shows_every_link_of_a_chain_with_its_cue() -> None:
    analysis = make_story()
    bang = next(c for c in analysis.claims if "bang" in c.text)
    rows = inspect_claim(index_story(analysis), bang, Room(60, len))
    said = ["".join(run.text for run in row.line) for row in rows]
    assert "? “ Ilse Marrow" in said
    assert "  person, “said”, word for word, ▆ sure" in said


def test_text_of_documents_never_reaches_the_inspector_raw() -> None:
    document = make_document("evil", "He said \x1b[31m “[/b] [sic]” \u202e yes.\n")
    claim = make_claim(document, document.text.strip())
    story = index_story(replace(make_story(), documents=(document,), claims=(claim,), clusters=(), disagreements=()))
    for row in inspect_claim(story, claim, Room(40, len)):
        assert all(run.text.isprintable() for run in row.line)
