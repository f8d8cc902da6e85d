"""What users add in annotator.toml, and what is said about a table that makes no sense."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

import annotator
from annotator.config import FILE_NAME, read_configuration, read_extensions
from annotator.model import Alias, Attitude, FlagKind, LexiconWord, OutletFacts, OutletKind, ReportingVerb, Stance
from annotator.session import open_story

COMPLETE = Path(__file__).resolve().parents[2] / "docs" / "extending.md"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home" / "annotator"
    folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder.parent))
    return folder


def write_story(folder: Path, table: str, **texts: str) -> Path:
    story = folder / "story"
    story.mkdir()
    for name, text in texts.items():
        (story / f"{name}.txt").write_text(text, encoding="utf-8")
    (story / FILE_NAME).write_text(table, encoding="utf-8")
    return story


def notes_on(table: str) -> tuple[str, ...]:
    return read_extensions(tomllib.loads(table))[1]


def test_all_four_tables_are_read() -> None:
    made, notes = read_extensions(
        tomllib.loads("""
        [aliases]
        "Quell Harbour Board" = ["the Board of Quell"]
        [[outlets]]
        name = "Quell Gazette"
        domain = "www.Quell.example"
        kind = "trade_press"
        owner = "Marrow Ltd"
        [[verbs]]
        verbs = ["croak", "sing sang sung"]
        stance = "distancing"
        attitude = "denies"
        [lexicon]
        never = ["grand jetty"]
        [lexicon.loaded_language]
        boondoggle = 0.7
        """)
    )
    assert notes == ()
    assert made.aliases == (Alias("Quell Harbour Board", ("the Board of Quell",)),)
    assert made.outlets == (OutletFacts("Quell Gazette", "quell.example", None, OutletKind.TRADE_PRESS, "Marrow Ltd"),)
    assert made.verbs[1] == ReportingVerb("sing sang sung", Stance.DISTANCING, Attitude.DENIES)
    assert made.words == (LexiconWord("grand jetty", None), LexiconWord("boondoggle", FlagKind.LOADED_LANGUAGE, 0.7))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("alias = {}", "alias: 'alias' is not known; did you mean 'aliases'?"),
        ("[lexicon.loaded_langage]\nx = 1", "did you mean 'loaded_language'?"),
        (
            "[[outlets]]\nname = 'Q'\nkind = 'comercial_press'",
            "outlets[1].kind: 'comercial_press' is not known; did you mean",
        ),
        ("[[outlets]]\ndomain = 'q.example'", "outlets[1].name: must be there"),
        ("[[verbs]]\nverbs = 'croak'", "verbs[1].verbs: must be a list"),
        ("[[verbs]]\nverbs = ['to say so now']", "verbs[1].verbs 'to say so now'"),
        ("[lexicon.hedge]\nmaybe = 3", "lexicon.hedge.'maybe': must be a number from 0 to 1"),
        ("[lexicon.hedge]\nmaybe = true", "must be a number from 0 to 1"),
        ("aliases = 3", "aliases: must be a table of lists"),
        ("outlets = [1]", "outlets: must be a list of tables"),
        ("[aliases]\nQ = [1]", "aliases.'Q': must be a list of names"),
    ],
)
def test_a_wrong_key_is_named_and_the_rest_is_used(table: str, said: str) -> None:
    notes = notes_on(table)
    assert len(notes) == 1
    assert said in notes[0]


def test_a_broken_file_costs_one_warning_that_names_it(tmp_path: Path) -> None:
    story = write_story(tmp_path, "[aliases\n", a="The mayor said it rained.")
    analysis = annotator.analyze([story])
    warnings = [w for w in analysis.warnings if w.path and w.path.endswith(FILE_NAME)]
    assert len(warnings) == 1
    assert "is no TOML" in warnings[0].message
    assert analysis.claims


def test_the_storys_own_file_goes_before_the_users(tmp_path: Path, home: Path) -> None:
    (home / FILE_NAME).write_text("[lexicon.hedge]\nboondoggle = 0.6\nblorped = 0.6\n", encoding="utf-8")
    table = "[lexicon.loaded_language]\nboondoggle = 0.7\n"
    story = write_story(tmp_path, table, a="The new jetty is a boondoggle. The crane blorped twice on Tuesday.")
    flags = {f.text: f.kind for c in annotator.analyze([story]).claims for f in c.flags}
    assert flags["boondoggle"] is FlagKind.LOADED_LANGUAGE
    assert flags["blorped"] is FlagKind.HEDGE


def test_words_that_are_never_flagged_are_not() -> None:
    text = "The mayor slammed the reckless plan for the jetty."
    story = [("a.txt", text)]
    assert "slammed" in json.dumps([f.text for c in annotator.analyze(story).claims for f in c.flags])


def test_a_spared_word_is_not_flagged(tmp_path: Path) -> None:
    story = write_story(tmp_path, '[lexicon]\nnever = ["slammed"]\n', a="The mayor slammed the plan for the jetty.")
    assert not [f for c in annotator.analyze([story]).claims for f in c.flags if f.text == "slammed"]


def test_an_alias_makes_two_names_one_entity(tmp_path: Path) -> None:
    story = write_story(
        tmp_path,
        '[aliases]\n"Quell Harbour Board" = ["Orrin House"]\n',
        a="Quell Harbour Board said on Monday that the jetty was closed.",
        b="Orrin House said on Monday that the jetty was closed.",
    )
    sources = [a.source for c in annotator.analyze([story]).claims for a in c.attributions if a.source]
    assert {s.name for s in sources} == {"Quell Harbour Board", "Orrin House"}
    assert {s.entity for s in sources} == {"Quell Harbour Board"}


def test_a_verb_that_is_added_reports_with_its_stance(tmp_path: Path) -> None:
    table = '[[verbs]]\nverbs = ["croak"]\nstance = "distancing"\nattitude = "denies"\n'
    story = write_story(tmp_path, table, a="Ilse Marrow croaked that the jetty was open.")
    (found,) = [a for c in annotator.analyze([story]).claims for a in c.attributions]
    assert found.cue is not None
    assert (found.cue.text, found.cue.stance, found.attitude) == ("croaked", Stance.DISTANCING, Attitude.DENIES)


def test_an_outlet_that_is_added_is_known_by_its_host(tmp_path: Path) -> None:
    text = "---\nurl: https://news.quell.example/jetty\n---\nJetty closes\n\nThe jetty closed on Monday.\n"
    table = '[[outlets]]\nname = "Quell Gazette"\ndomain = "quell.example"\nkind = "party"\n'
    (document,) = annotator.analyze([write_story(tmp_path, table, a=text)]).documents
    assert (document.outlet.name, document.outlet.kind) == ("Quell Gazette", OutletKind.PARTY)


def test_a_change_of_the_table_asks_for_another_analysis(tmp_path: Path) -> None:
    story = write_story(tmp_path, "[lexicon]\n", a="The new jetty is a boondoggle.")
    with open_story([story]) as session:
        session.analyse()
    with open_story([story]) as session:
        assert not session.needs_analysis
    (story / FILE_NAME).write_text("[lexicon.loaded_language]\nboondoggle = 0.7\n", encoding="utf-8")
    with open_story([tmp_path / "story.annotator"]) as session:
        assert session.needs_analysis
        session.analyse()
        assert [f.text for c in session.analysis.claims for f in c.flags] == ["boondoggle"]


def test_no_file_means_no_warning(tmp_path: Path) -> None:
    assert read_configuration([tmp_path, tmp_path / "none"]).problems == ()


def test_the_example_in_the_documentation_is_complete_and_right() -> None:
    example = COMPLETE.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    made, notes = read_extensions(tomllib.loads(example))
    assert notes == ()
    assert all((made.aliases, made.outlets, made.verbs, made.words))
