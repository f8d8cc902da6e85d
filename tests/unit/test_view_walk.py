"""What n walks, what search finds, whom the picker offers, and the words of the header."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.errors import UsageError
from annotator.model import AnchorKind, Decision, SourceRole, Status
from annotator.view import (
    Room,
    Stop,
    Target,
    WalkSet,
    date_word,
    expression_of,
    find_matches,
    find_words,
    header_line,
    index_story,
    next_stop,
    outlet_word,
    progress_line,
    saved_line,
    speakers,
    stops,
    walk_through,
)
from tests.story_builders import make_document, make_story

DONE = Decision(Status.ACCEPTED, "mo")


def test_each_suggestion_is_one_stop_even_if_it_covers_two_claims() -> None:
    story = index_story(make_story())
    found = stops(story, WalkSet.SUGGESTIONS)
    targets = [s.target for s in found]
    assert len(targets) == len(set(targets)) == 6  # three attributions, one shown flag, two disagreements


def test_a_decision_takes_a_suggestion_out_of_the_walk() -> None:
    analysis = make_story()
    done = Decision(Status.ACCEPTED, "mo")
    first, *rest = analysis.disagreements
    story = index_story(replace(analysis, disagreements=(replace(first, decision=done), *rest)))
    assert len(stops(story, WalkSet.SUGGESTIONS)) == 5


def test_disagreements_are_walked_at_each_of_their_places() -> None:
    story = index_story(make_story())
    assert len(stops(story, WalkSet.DISAGREEMENTS)) == 4


def test_own_voice_leaves_out_what_is_attributed() -> None:
    story = index_story(make_story())
    own = stops(story, WalkSet.OWN_VOICE)
    assert all(story.claim[s.target.id].voice == "outlet" for s in own if s.target)
    assert len(own) == 4


def test_the_walk_goes_round_at_both_ends() -> None:
    story = index_story(make_story())
    found = stops(story, WalkSet.DISAGREEMENTS)
    last = found[-1]
    assert next_stop(found, story, here=(last.document, last.offset, last.target), step=1) == 0
    first = found[0]
    assert next_stop(found, story, here=(first.document, first.offset, first.target), step=-1) == len(found) - 1


def test_from_a_place_between_stops_the_walk_goes_to_the_next_one() -> None:
    story = index_story(make_story())
    document = story.documents[0].id
    found = (Stop(document, 10), Stop(document, 50))
    assert next_stop(found, story, here=(document, 20, None), step=1) == 1
    assert next_stop(found, story, here=(document, 20, None), step=-1) == 0


def test_other_marks_of_the_same_claim_are_not_skipped() -> None:
    story = index_story(make_story())
    found = stops(story, WalkSet.DISAGREEMENTS)
    place = found[0]
    flag = Target(AnchorKind.FLAG, "elsewhere")
    assert next_stop(found, story, here=(place.document, place.offset, flag), step=1) == 0


def test_an_empty_set_has_no_next_stop() -> None:
    assert next_stop((), index_story(make_story()), here=("", 0, None), step=1) is None


def test_search_ignores_case_and_line_breaks_and_kinds_of_quotes() -> None:
    document = make_document("q", "She said:\n“Stop\nthe Crane” twice.\n")
    story = index_story(replace(make_story(), documents=(document,), claims=(), clusters=(), disagreements=()))
    ((name, span),) = find_words(story, '"stop the crane"')
    assert (name, span.text(document.text)) == (document.id, "“Stop\nthe Crane”")


def test_search_takes_special_characters_literally() -> None:
    document = make_document("q", "A [sic] and (b).\n")
    story = index_story(replace(make_story(), documents=(document,), claims=(), clusters=(), disagreements=()))
    assert len(find_words(story, "[sic]")) == 1


def test_search_for_an_expression_needs_a_prefix() -> None:
    story = index_story(make_story())
    assert find_words(story, r"\d+ people") == ()
    texts = [(d.id, d.text) for d in story.documents]
    assert len(find_matches(expression_of(r"re:\d+ people"), texts)) == 3


def test_a_wrong_expression_says_what_is_wrong() -> None:
    with pytest.raises(UsageError, match="not a regular expression"):
        expression_of("re:(")


def test_nothing_is_found_for_nothing() -> None:
    assert find_words(index_story(make_story()), "   ") == ()


def test_the_picker_offers_recent_names_first_then_the_most_quoted() -> None:
    found = speakers(index_story(make_story()), recent=("Somebody New",))
    assert found[0].name == "Somebody New"
    assert found[1].name == "Ilse Marrow"
    assert found[1].role is SourceRole.PERSON
    assert found[1].mentions == 1  # one statement over two claims


@pytest.mark.parametrize(
    ("published", "words"),
    [("2031-05-06", "6 May 2031"), ("2031-05-06T10:00:00Z", "6 May 2031"), ("2031-05", "May 2031"), ("2031", "2031")],
)
def test_dates_have_one_form_as_precise_as_known(published: str, words: str) -> None:
    assert date_word(published) == words


def test_a_date_that_is_none_and_one_that_cannot_be_read() -> None:
    assert date_word(None) == "date unknown"
    assert date_word("soon") == "soon"


def test_an_unknown_outlet_is_called_by_its_title() -> None:
    document = make_document("x", "Text.\n", title="A very long title that goes on and on")
    document = replace(document, outlet=replace(document.outlet, name=None, domain=None))
    assert outlet_word(document) == "A very long title…"


def test_the_header_gives_up_numbers_before_the_title_and_fits() -> None:
    room = Room(60, len)
    line = "".join(
        r.text for r in header_line(index_story(make_story()), (1, 6), saved_line(room, is_saved=True), room)
    )
    assert line.strip().startswith("Ferry")
    assert line.rstrip().endswith("● saved")
    assert len(line) <= 60


def test_progress_says_what_is_done_and_how_much_is_left() -> None:
    line = "".join(r.text for r in progress_line("reading /long/path/tidepost.txt", 1, 4, Room(80, len)))
    assert line.startswith("reading tidepost.txt 1/4")
    assert line.count("━") == 4


def test_a_failed_write_is_not_called_saved() -> None:
    assert "not saved" in "".join(r.text for r in saved_line(Room(40, len), is_saved=False))


def test_a_decision_asks_only_the_documents_it_touches_for_their_stops() -> None:
    before = index_story(make_story())
    walked = walk_through(before, WalkSet.SUGGESTIONS)
    *most, last = before.analysis.claims
    decided = replace(last, attributions=tuple(replace(a, decision=DONE) for a in last.attributions))
    after = index_story(replace(before.analysis, claims=(*most, decided)), before)
    again = walk_through(after, WalkSet.SUGGESTIONS, walked)
    assert again.stops == stops(after, WalkSet.SUGGESTIONS) != walked.stops
    assert [again.found[name] is walked.found[name] for name in after.document] == [
        name != last.document for name in after.document
    ]
