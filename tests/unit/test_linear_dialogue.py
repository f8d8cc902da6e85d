"""What the dialogue of lines says to each command, and what it does to the story; no terminal anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.linear import VERBS, Dialogue, cells, fold
from annotator.linear.verbs import find_verb
from annotator.model import Note, RateCredibility, RateReliability, Reject, SetSource, Settle, Settlement, SourceRole
from annotator.session import Session, open_story
from tests.story_builders import TEXTS, make_story


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    sources = [(f"{name}.txt", text) for name, text in TEXTS.items()]
    clock = lambda: "2031-05-08T09:00:00.000Z"  # noqa: E731
    with open_story(sources, workspace=tmp_path / "ferry.annotator", by="mo", clock=clock) as opened:
        opened.adopt(make_story())
        yield opened


@pytest.fixture
def dialogue(session: Session) -> Dialogue:
    return Dialogue(session)


def say(dialogue: Dialogue, line: str) -> str:
    reply = dialogue.answer(line)
    assert reply.refusal is None, reply.lines
    return " ".join(reply.lines)


def refusal(dialogue: Dialogue, line: str) -> str:
    reply = dialogue.answer(line)
    assert reply.refusal is not None, reply.lines
    return str(reply.refusal)


def last(session: Session) -> object:
    return session.log[-1].command


def test_it_greets_with_the_size_of_the_story_and_how_to_go_on(dialogue: Dialogue) -> None:
    said = " ".join(dialogue.greet())
    assert "3 documents, 8 claims, 2 disagreements" in said
    assert "0 of 6 suggestions decided" in said
    assert "help" in said


def test_reading_on_and_back_goes_claim_by_claim_and_says_where_a_document_ends(dialogue: Dialogue) -> None:
    assert say(dialogue, "read B").startswith("B. Harrow, 6 May 2031")
    assert say(dialogue, "on").startswith("B1. The ferry Osprey ran aground on Tuesday")
    assert "Said by the company." in say(dialogue, "")
    assert say(dialogue, "on").startswith("End of Harrow.")
    assert say(dialogue, "back").startswith("B1.")
    assert say(dialogue, "back") == "This is the start of Harrow."
    assert say(dialogue, "read A2").startswith("A2. “We heard a bang.")


def test_reading_by_paragraph_names_the_claims_in_it_and_what_is_left_out(dialogue: Dialogue) -> None:
    say(dialogue, "read B")
    assert "Claims B1 to B2." in say(dialogue, "on paragraph")
    assert say(dialogue, "on paragraph") == "1 line left out: caption."
    assert say(dialogue, "back para").startswith("The ferry Osprey")
    both = say(dialogue, "on 2 p")
    assert "left out" in both
    assert "End of Harrow" in both


def test_a_list_says_its_size_and_is_cut_by_the_filter_of_the_screens(dialogue: Dialogue) -> None:
    said = say(dialogue, "list disagreements")
    assert said.startswith("Disagreements: 2. D1. Conflict, date: Tuesday (Harrow) or Monday (Tidepost). Open.")
    assert say(dialogue, "list disagreements kind:quantity").startswith("Disagreements: 1 of 2 fit kind:quantity. D2.")
    assert say(dialogue, "list claims outlet:harrow voice:attributed").startswith(
        "Claims: 1 of 8 fit outlet:harrow voice:attributed. B2."
    )
    assert say(dialogue, "l flags sure>0.7").startswith("Flags: 1 of 1")
    assert "no field of this list" in refusal(dialogue, "list flags colour:red")
    assert "there is no list 'cats'" in refusal(dialogue, "list cats")


def test_a_long_list_is_named_a_few_rows_at_a_time(session: Session) -> None:
    dialogue = Dialogue(session, page=3)
    assert "5 further" in say(dialogue, "list claims")
    assert "2 further" in say(dialogue, "more")
    assert "further" not in say(dialogue, "more")
    assert say(dialogue, "more") == "There is no more; list names what there is."


def test_next_and_previous_walk_the_list_and_here_is_what_they_came_to(dialogue: Dialogue, session: Session) -> None:
    say(dialogue, "list disagreements")
    assert say(dialogue, "next").startswith("1 of 2. D1.")
    assert say(dialogue, "n").startswith("2 of 2. D2.")
    assert say(dialogue, "n") == "This is the end of disagreements."
    assert say(dialogue, "N").startswith("1 of 2. D1.")
    assert "Monday / Tuesday" in say(dialogue, "settle stands 1 because the log says so").replace("“", "").replace(
        "”", ""
    )
    found = last(session)
    assert isinstance(found, Settle)
    assert (found.settlement, found.stands, found.reason) == (Settlement.SIDE_STANDS, "Tuesday", "the log says so")


def test_show_says_what_the_inspector_says_with_handles(dialogue: Dialogue) -> None:
    said = say(dialogue, "show A1")
    assert said.startswith("A1, claim 1 of 4 in Tidepost: The ferry Osprey")
    assert "Elsewhere: 2 independent origins." in said
    assert "Elsewhere: B1. Harrow: The ferry Osprey ran aground on Tuesday" in said
    assert "Differs: D1, date, conflict, sure; Monday against Tuesday. Not decided." in said
    assert "Flagged: A4f1, loaded language" in say(dialogue, "show A4")
    assert "A2s1, Ilse Marrow" in say(dialogue, "show a2")
    assert "Side 1, Tuesday, in Harrow." in say(dialogue, "show D1")
    assert "Reliability" not in say(dialogue, "show B")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("stands monday", (Settlement.SIDE_STANDS, "Monday")),
        ("both true", (Settlement.BOTH_TRUE, None)),
        ("diff", (Settlement.DIFFERENT_THINGS, None)),
        ("no disagreement", (Settlement.NOT_A_DISAGREEMENT, None)),
        ("open because unclear", (Settlement.OPEN, None)),
    ],
)
def test_a_disagreement_is_settled_in_each_way(
    dialogue: Dialogue, session: Session, words: str, expected: tuple[Settlement, str | None]
) -> None:
    say(dialogue, f"settle D1 {words}")
    found = last(session)
    assert isinstance(found, Settle)
    assert (found.settlement, found.stands) == expected


def test_accept_reject_undo_and_redo_are_named_and_counted(dialogue: Dialogue, session: Session) -> None:
    assert say(dialogue, "accept A4f1").startswith("Accepted loaded language “slammed”. 1 of 6")
    assert say(dialogue, "undo").startswith("Undone: accepted loaded language “slammed”. 0 of 6")
    assert say(dialogue, "U").startswith("Redone: accepted loaded language “slammed”. 1 of 6")
    say(dialogue, "reject A4f1 because it is what happened")
    found = last(session)
    assert isinstance(found, Reject)
    assert found.reason == "it is what happened"


def test_deciding_on_a_whole_list_needs_its_number_and_is_one_undo(dialogue: Dialogue, session: Session) -> None:
    say(dialogue, "list sources")
    assert "3 suggestions of the list wait; say accept all 3" in refusal(dialogue, "accept all")
    assert "say reject all 3" in refusal(dialogue, "reject all 2")
    assert "3 of 6" in say(dialogue, "accept all 3")
    assert "nothing in the list waits" in refusal(dialogue, "accept all 3")
    assert "0 of 6" in say(dialogue, "undo")


def test_attributing_finds_known_names_and_takes_new_ones_with_a_role(dialogue: Dialogue, session: Session) -> None:
    say(dialogue, "attribute B1 to ilse marrow")
    found = last(session)
    assert isinstance(found, SetSource)
    assert (found.name, found.role) == ("Ilse Marrow", SourceRole.PERSON)
    say(dialogue, "a b1 to the port as organisation because the page says so")
    found = last(session)
    assert isinstance(found, SetSource)
    assert (found.name, found.role, found.reason) == ("the port", SourceRole.INSTITUTION, "the page says so")
    say(dialogue, "attribute B1 to itself")
    found = last(session)
    assert isinstance(found, SetSource)
    assert found.name is None
    assert "did you mean official" in refusal(dialogue, "attribute B1 to X as offical")


def test_rating_and_noting_go_to_the_session(dialogue: Dialogue, session: Session) -> None:
    say(dialogue, "rate B d because two corrections")
    assert isinstance(last(session), RateReliability)
    say(dialogue, "rate B1 2")
    assert isinstance(last(session), RateCredibility)
    say(dialogue, "rate B1 none")
    assert session.analysis.claims[4].credibility is None
    say(dialogue, "note D1 call the master because he knows")
    found = last(session)
    assert isinstance(found, Note)
    assert found.text == "call the master because he knows"
    assert "Note: call the master because he knows." in say(dialogue, "show D1")
    say(dialogue, "note D1 -")
    assert "Note" not in say(dialogue, "show D1")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("foo", "no command is called 'foo'"),
        ("re", "re could be read or reject or redo"),
        ("show Z9", "nothing here is called 'Z9'"),
        ("show", "nothing was read or shown yet"),
        ("accept", "say on what"),
        ("settle A1 both", "say which disagreement"),
        ("settle D1", "say how it is settled"),
        ("settle D1 stands Friday", "1 Tuesday, 2 Monday"),
        ("rate B 3", "an outlet is rated A to F"),
        ("rate B1", "an outlet is rated A to F"),
        ("note B1", "say what to note"),
        ("attribute D1 to me", "say which claim"),
        ("search", "say what to search for"),
        ("search re:(", "not a regular expression"),
        ("on sideways", "is no step"),
        ("accept A4f1 B1", "accept takes one handle"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_do_and_changes_nothing(
    dialogue: Dialogue, session: Session, line: str, why: str
) -> None:
    before = session.log
    assert why in refusal(dialogue, line)
    assert session.log == before


def test_an_expression_is_searched_too(dialogue: Dialogue) -> None:
    assert say(dialogue, r"search re:osp\w+y").startswith(r"Places of “re:osp\w+y”: 3.")


def test_search_makes_what_it_finds_the_list(dialogue: Dialogue) -> None:
    assert say(dialogue, "search osprey").startswith("Places of “osprey”: 3.")
    assert say(dialogue, "/ nobody was hurt").startswith("Places of “nobody was hurt”: 1. C2. Bulletin")
    assert say(dialogue, "next").startswith("1 of 1. C2")


def test_help_warnings_history_where_and_quit(dialogue: Dialogue) -> None:
    assert all(verb.usage.split(" ")[0] in say(dialogue, "help") for verb in VERBS)
    assert "its key is x" in say(dialogue, "help reject")
    assert say(dialogue, "warnings") == "No warnings."
    say(dialogue, "accept D1")
    assert "mo accepted" in say(dialogue, "history 1")
    assert "0 of" not in say(dialogue, "where")
    reply = dialogue.answer("quit")
    assert reply.is_over
    assert reply.lines == ("Everything is saved.",)


def test_every_command_has_its_own_name_and_key() -> None:
    words = [word for verb in VERBS for word in (verb.name, verb.key) if word]
    assert len(words) == len(set(words))
    assert all(find_verb(verb.name) is verb for verb in VERBS)


def test_lines_hold_wide_and_combining_characters_within_the_width() -> None:
    assert cells("渡輪🛟") == 6
    assert cells("e\u0301") == 1
    lines = fold(["渡輪擱淺" * 30, "word " * 40, "ab\x1b[2J\u202ecd", ""], 20)
    assert all(cells(line) <= 20 for line in lines)
    assert not any(c in line for line in lines for c in "\x1b\u202e\n")
    assert lines[-1] == ""


def test_a_terminal_without_utf8_gets_ascii(session: Session) -> None:
    said = Dialogue(session, is_ascii=True).answer("list claims").lines
    assert all(line.isascii() for line in said)
    assert 'A2. Tidepost: "We heard a bang.' in said


def test_it_says_which_file_has_changed_and_the_command_that_takes_it_over(tmp_path: Path) -> None:
    file = tmp_path / "quay.txt"
    file.write_text("The quay is shut, the mayor said.", encoding="utf-8")
    with open_story([file], by="ada") as session:
        session.analyse()
        assert "changed" not in "\n".join(Dialogue(session, width=200).greet())
        file.write_text("The quay is open, the mayor said.", encoding="utf-8")
        said = "\n".join(Dialogue(session, width=200).greet())
    assert "1 file has changed since it was read: quay.txt." in said
    assert "annotator update quay.txt.annotator --dry-run" in said
