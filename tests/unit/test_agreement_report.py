"""What several people said of one story, compared thing by thing; in one workspace or in several."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.agreement import Agreement, Gap, Report, Workspace, find_people, measure_agreement
from annotator.cli.app import cli
from annotator.decisions import Ruled, anchor_of, place_of
from annotator.errors import InputError, UsageError
from annotator.export import export_agreement_csv, tell_agreement
from annotator.model import (
    Accept,
    AddFlag,
    Adjudicate,
    Analysis,
    Command,
    CorrectDocument,
    Document,
    DocumentPart,
    FlagKind,
    Hear,
    RateCredibility,
    Reject,
    RenameLabel,
    SetSource,
    Settle,
    Settlement,
    Span,
    TagSpan,
    Version,
)
from annotator.session import agreement_in, agreement_of, open_story
from tests.story_builders import make_attribution, make_claim, make_document, make_flag, make_story, spot

NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
SENTENCES = [f"{number} reckless barges sank, Ilse Marrow said." for number in NUMBERS]
TEXT = "\n\n".join(SENTENCES) + "\n"


def make_barges() -> Analysis:
    """One document of twelve claims, each with one flag and somebody who said it."""
    document = make_document("barges", TEXT)
    claims = []
    for number, sentence in zip(NUMBERS, SENTENCES, strict=True):
        words = spot(document, f"{number} reckless").end
        flag = make_flag(document, "reckless", FlagKind.LOADED_LANGUAGE)
        span = Span(words - len("reckless"), words)
        said = make_attribution(document, sentence.split(",")[0], "Ilse Marrow")
        claims.append(
            make_claim(document, sentence, flags=(replace(flag, id=f"f{number}", span=span),), attributions=(said,))
        )
    return replace(
        make_story(), documents=(document,), claims=tuple(claims), clusters=(), disagreements=(), provenance=()
    )


BARGES = make_barges()
FLAGS = [claim.flags[0] for claim in BARGES.claims]
BARGES_DOCUMENT = BARGES.documents[0]
STORY = make_story()


def ruled(by: str, *commands: Command, first: int = 1) -> tuple[Ruled, ...]:
    return tuple(Ruled(i, by, f"2031-05-07T10:{i:02}:00Z", c) for i, c in enumerate(commands, first))


def held(name: str, *rulings: Ruled, story: Analysis = BARGES) -> Workspace:
    return Workspace(f"{name}.annotator", {d.id: d.text for d in story.documents}, rulings)


def verdicts(accepted: Sequence[int], of: int = 12) -> list[Command]:
    anchors = [anchor_of(flag, BARGES) for flag in FLAGS[:of]]
    return [Accept(a) if i in accepted else Reject(a) for i, a in enumerate(anchors)]


def tag(words: str, label: str, document: Document = BARGES_DOCUMENT) -> TagSpan:
    return TagSpan(place_of(document, spot(document, words)), label)


def report_of(*workspaces: Workspace, story: Analysis = BARGES) -> Report:
    return measure_agreement(find_people(workspaces, story), story)


def lines_of(report: Report, what: str) -> dict[str, Agreement]:
    return {line.method.split(",")[0]: line for line in report.lines if line.what == what}


def the_line(report: Report, what: str) -> Agreement:
    return next(line for line in report.lines if line.what == what)


def two(mine: Sequence[Command], theirs: Sequence[Command], story: Analysis = BARGES) -> Report:
    return report_of(
        held("a", *ruled("ada", *mine), story=story), held("b", *ruled("ben", *theirs), story=story), story=story
    )


def test_two_people_get_alpha_kappa_raw_agreement_and_a_range() -> None:
    found = lines_of(two(verdicts(range(6)), verdicts(range(8))), "verdicts on flags")
    kappa = found["Cohen's kappa"]
    assert (kappa.items, kappa.people) == (12, ("ada", "ben"))
    assert kappa.raw == pytest.approx(10 / 12)
    assert kappa.value == pytest.approx((10 / 12 - 0.5) / 0.5)  # chance: 6/12 * 8/12 + 6/12 * 4/12
    assert kappa.range is not None
    assert kappa.range.low < kappa.value < kappa.range.high
    assert found["Krippendorff's alpha"].value == pytest.approx(1 - 23 * (2 * 2) / (2 * 14 * 10))


def test_three_people_get_alpha_alone() -> None:
    people = [held(by, *ruled(by, *verdicts(range(n)))) for by, n in (("ada", 6), ("ben", 7), ("cy", 6))]
    assert list(lines_of(report_of(*people), "verdicts on flags")) == ["Krippendorff's alpha"]


def test_fewer_than_ten_items_give_raw_agreement_and_no_coefficient() -> None:
    line = the_line(two(verdicts(range(3), of=9), verdicts(range(3), of=9)), "verdicts on flags")
    assert (line.items, line.raw, line.value, line.range, line.gap) == (9, 1.0, None, None, Gap.FEW)


def test_one_verdict_for_everything_is_undefined_and_said_so() -> None:
    line = the_line(two(verdicts(range(12)), verdicts(range(12))), "verdicts on flags")
    assert (line.items, line.raw, line.value, line.gap) == (12, 1.0, None, Gap.ONE_VALUE)


def test_what_only_one_of_them_decided_is_no_item() -> None:
    line = the_line(two(verdicts((0, 1, 2)), verdicts((0,), of=1)), "verdicts on flags")
    assert line.items == 1


def test_a_flag_that_somebody_added_is_no_suggestion_and_no_item() -> None:
    added = AddFlag(anchor_of(BARGES.claims[0], BARGES), FlagKind.LOADED_LANGUAGE)
    report = two([added, tag("One reckless", "x")], [added, tag("One reckless", "x")])
    assert the_line(report, "verdicts on flags").gap is Gap.NONE


def test_marks_are_compared_at_their_edges_and_by_what_they_share() -> None:
    mine = [tag(f"{n} reckless barges", "blame") for n in NUMBERS]
    theirs = [tag(f"{n} reckless" + (" barges" if i < 6 else ""), "blame") for i, n in enumerate(NUMBERS)]
    report = two(mine, theirs)
    exact, near = (the_line(report, f"marks {how}") for how in ("with the same edges", "that overlap"))
    assert (exact.items, exact.value, exact.raw) == (18, pytest.approx(0.5), pytest.approx(6 / 18))
    assert (near.items, near.value, near.raw) == (12, 1.0, 1.0)


def test_labels_are_compared_where_marks_overlap_whatever_their_case() -> None:
    mine = [tag(f"{n} reckless barges", "Blame" if i < 6 else "tone") for i, n in enumerate(NUMBERS)]
    theirs = [tag(f"{n} reckless", "blame" if i < 7 else "Tone") for i, n in enumerate(NUMBERS)]
    kappa = lines_of(two(mine, theirs), "labels where marks overlap")["Cohen's kappa"]
    assert kappa.raw == pytest.approx(11 / 12)
    assert kappa.value == pytest.approx((11 / 12 - 0.5) / 0.5)


def test_a_label_renamed_by_one_is_renamed_for_all_in_that_workspace() -> None:
    mine = ruled("ada", *(tag(n, "spin") for n in NUMBERS))
    rename = ruled("ada", RenameLabel("spin", "slant"), first=13)
    theirs = ruled("ben", *(tag(n, "slant" if i else "other") for i, n in enumerate(NUMBERS)), first=14)
    assert the_line(report_of(held("a", *mine, *rename, *theirs)), "labels where marks overlap").raw == pytest.approx(
        11 / 12
    )


def test_marks_of_one_person_alone_say_nothing_about_agreement() -> None:
    report = two([tag("One reckless", "x"), *verdicts((0,))], verdicts((0,)))
    assert the_line(report, "marks that overlap").gap is Gap.NONE


def test_the_source_of_a_claim_is_who_was_accepted_named_or_nobody() -> None:
    first, second, third, fourth = BARGES.claims[:4]
    marrow = [anchor_of(c.attributions[0], BARGES) for c in (first, second, third, fourth)]
    mine = [
        Accept(marrow[0]),
        Reject(marrow[1]),
        SetSource(anchor_of(third, BARGES), "Bo Lind"),
        Accept(marrow[3]),
        RateCredibility(anchor_of(fourth, BARGES), 2),
    ]
    theirs = [
        SetSource(anchor_of(first, BARGES), "Ilse Marrow"),
        SetSource(anchor_of(second, BARGES), None),
        SetSource(marrow[2], "bo lind"),
        SetSource(anchor_of(fourth, BARGES), "Bo Lind"),
    ]
    line = the_line(two(mine, theirs), "source of claims")
    assert (line.items, line.raw) == (4, pytest.approx(3 / 4))


def test_a_rating_says_nothing_about_who_said_a_claim() -> None:
    rated = [RateCredibility(anchor_of(c, BARGES), i % 5 + 1) for i, c in enumerate(BARGES.claims)]
    report = two(rated, rated)
    assert the_line(report, "source of claims").items == 0
    credible = the_line(report, "credibility of claims, 1 to 5")
    assert (credible.method, credible.value) == ("Krippendorff's alpha, ordinal", pytest.approx(1.0))


def test_cannot_be_judged_is_no_step_of_the_scale() -> None:
    mine = [RateCredibility(anchor_of(c, BARGES), 6) for c in BARGES.claims]
    theirs = [RateCredibility(anchor_of(c, BARGES), 5) for c in BARGES.claims]
    assert the_line(two(mine, theirs), "credibility of claims, 1 to 5").items == 0


def test_genres_and_settlements_are_compared_with_the_side_that_stands() -> None:
    genres = [CorrectDocument(anchor_of(d, STORY), DocumentPart.GENRE, "opinion") for d in STORY.documents]
    one, other = (anchor_of(d, STORY) for d in STORY.disagreements)
    stands = Settlement.SIDE_STANDS
    mine = [*genres, Settle(one, stands, "Monday"), Settle(other, Settlement.BOTH_TRUE)]
    theirs = [*genres[:2], Settle(one, stands, "Tuesday"), Settle(other, Settlement.BOTH_TRUE, reason="why not")]
    report = two(mine, theirs, STORY)
    assert (the_line(report, "genre of documents").items, the_line(report, "genre of documents").raw) == (2, 1.0)
    settled = the_line(report, "disagreements settled")
    assert (settled.items, settled.raw) == (2, 0.5)


def test_documents_are_the_same_where_their_texts_are_whatever_their_ids() -> None:
    there = Workspace("b.annotator", {"d-other": TEXT}, ruled("ben", *map(_elsewhere, verdicts(range(8)))))
    line = the_line(report_of(held("a", *ruled("ada", *verdicts(range(6)))), there), "verdicts on flags")
    assert (line.items, line.raw) == (12, pytest.approx(10 / 12))


def test_documents_that_only_one_of_them_has_are_left_out() -> None:
    mine = held("a", *ruled("ada", *verdicts(range(6))))
    theirs = Workspace("b.annotator", {"d-other": "Another text."}, ruled("ben", *map(_elsewhere, verdicts((1,)))))
    assert [p.name for p in find_people([mine, theirs], BARGES)] == ["ada"]


def _elsewhere(command: Command) -> Command:
    assert isinstance(command, Accept | Reject)
    places = tuple(replace(p, document="d-other") for p in command.target.places)
    return replace(command, target=replace(command.target, places=places))


def test_what_a_merge_brought_in_is_its_authors_and_an_outcome_is_nobodys() -> None:
    mine, theirs = verdicts(range(6)), verdicts(range(8))
    versions = tuple(Version(by, "2031-05-07T10:00:00Z", c) for by, c in (("ada", mine[7]), ("ben", theirs[7])))
    merged = held(
        "a",
        *ruled("ada", *mine),
        *ruled("ben", *map(Hear, theirs), first=20),
        *ruled("cy", Adjudicate(versions, theirs[7]), first=40),
    )
    report = report_of(merged)
    assert report.people == ("ada", "ben")
    assert the_line(report, "verdicts on flags").raw == pytest.approx(10 / 12)
    apart = find_people([merged, held("b", *ruled("ben", *theirs, first=20))], BARGES)
    assert [p.name for p in apart] == ["ada", "ben"]


def test_one_name_in_two_workspaces_is_two_people_unless_one_is_a_copy() -> None:
    mine, more = ruled("ada", *verdicts((0,), of=3)), ruled("ada", *verdicts((0,), of=5))
    other = ruled("ada", *verdicts((1,), of=3), first=30)
    both = find_people([held("a", *mine), held("b", *other)], BARGES)
    assert [p.name for p in both] == ["ada (a.annotator)", "ada (b.annotator)"]
    copy = find_people([held("a", *mine), held("b", *more), held("c", *mine)], BARGES)
    assert [(p.name, len(p.rulings)) for p in copy] == [("ada", 5)]


@pytest.fixture
def colleagues(tmp_path: Path) -> tuple[Path, Path]:
    made = []
    for by, upto in (("ada", 6), ("ben", 8)):
        with open_story([("barges.txt", TEXT)], workspace=tmp_path / f"{by}.annotator", by=by) as session:
            session.adopt(BARGES)
            session.apply(*verdicts(range(upto)))
            made.append(session.workspace)
    return made[0], made[1]


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["agreement", *(str(w) for w in words)])


def test_the_command_prints_a_table_with_method_number_and_range(colleagues: tuple[Path, Path]) -> None:
    text = run(*colleagues).stdout
    line = next(x for x in text.splitlines() if x.startswith("verdicts on flags") and "kappa" in x)
    assert line.split()[:8] == ["verdicts", "on", "flags", "12", "2", "83", "%", "0.67"]
    assert "1000 bootstrap resamples" in text
    assert "nothing that two people judged: marks with the same edges;" in text


def test_json_and_csv_have_the_same_figures(colleagues: tuple[Path, Path]) -> None:
    made = json.loads(run(*colleagues, "--format", "json").stdout)
    kappa = next(x for x in made["lines"] if x["what"] == "verdicts on flags" and "kappa" in x["method"])
    assert (made["people"], made["documents"], kappa["items"]) == (["ada", "ben"], 1, 12)
    rows = list(csv.DictReader(io.StringIO(run(*colleagues, "--format", "csv").stdout)))
    row = next(x for x in rows if x["what"] == "verdicts on flags" and "kappa" in x["method"])
    assert float(row["value"]) == pytest.approx(kappa["value"], abs=1e-4)
    assert [float(row["low"]), float(row["high"])] == pytest.approx(kappa["range"], abs=1e-4)
    assert len(rows) == len(made["lines"])


def test_people_in_the_log_of_one_workspace_are_compared(colleagues: tuple[Path, Path]) -> None:
    workspace = colleagues[0]
    with open_story([], workspace=workspace, by="cy") as session:
        session.apply(*verdicts(range(6)))
        assert agreement_in(session).people == ("ada", "cy")
    assert agreement_of([workspace]).people == ("ada", "cy")
    assert agreement_of([*colleagues], only=["ada", "ben"]).people == ("ada", "ben")


def test_a_merged_workspace_gives_the_figures_of_the_two_it_was_made_of(colleagues: tuple[Path, Path]) -> None:
    apart = agreement_of(colleagues)
    assert CliRunner().invoke(cli, ["merge", *map(str, colleagues), "--by", "ada"]).exit_code == 0
    assert agreement_of(colleagues[:1]) == apart
    assert agreement_of(colleagues) == apart


def test_what_was_undone_does_not_count(colleagues: tuple[Path, Path]) -> None:
    with open_story([], workspace=colleagues[1], by="ben") as session:
        session.undo()
    with pytest.raises(UsageError, match="only ada"):
        agreement_of(colleagues)


def test_one_person_no_workspace_or_an_unknown_name_is_refused_with_what_to_do(colleagues: tuple[Path, Path]) -> None:
    with pytest.raises(UsageError, match=r"agreement needs two people; only ada .*annotator agreement A"):
        agreement_of(colleagues[:1])
    with pytest.raises(UsageError, match=r"nobody called 'zoe' .*there are: ada, ben"):
        agreement_of(colleagues, only=["zoe"])
    with pytest.raises(InputError, match="there is no workspace"):
        agreement_of([colleagues[0], colleagues[0].parent / "nothing.annotator"])


def test_a_name_that_moves_the_cursor_or_is_a_formula_is_harmless() -> None:
    hostile = ruled("=1+1\x1b[2J", *verdicts((0,)))
    report = report_of(held("a", *hostile), held("b", *ruled("ben", *verdicts((0,)))))
    assert "\x1b" not in "".join(tell_agreement(report))
    assert ",'=1+1" in export_agreement_csv(report)
