"""Values of one slot in two invented reports, and values of two slots that look alike."""

from __future__ import annotations

import pytest

import annotator
from annotator.model import DisagreementKind as Kind
from annotator.model import Level, Severity
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story, raised, with_speaker


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The museum ran tours in three of its nine halls.", "The flood had closed six of the nine museum halls."),
        ("Nurses want a rise of 8 percent over two years.", "The clinics have offered 3 percent over two years."),
        ("The clinics have offered 3 percent over two years.", "Nurses accepted a rise of 4 percent over two years."),
        ("The museum sought a loan of $3 million for the roof.", "The bank has offered the museum a $2 million loan."),
        ("The envoys will meet in Tarn on Friday.", "The envoys are to meet in Tarn on Friday."),
    ],
)
def test_parts_that_make_a_whole_and_steps_of_a_bargain_are_no_rivals(a: str, b: str) -> None:
    assert not {kind for kind, _ in raised(a, b)} & {Kind.QUANTITY, Kind.DATE}


def test_a_count_of_a_day_after_the_other_report_was_printed_is_another_count() -> None:
    first = "Ferries are running on two of the six routes to the islands."
    second = "Ferries ran on four of the six routes to the islands on Thursday."
    texts = (*FILLER_A, first), (*FILLER_B, second)

    later = compare(*make_story(*texts, published=("2031-04-30", "2031-05-01")))
    same_day = compare(*make_story(*texts, published=("2031-05-01", "2031-05-01")))

    assert Kind.QUANTITY not in {d.kind for d in later}
    assert Kind.QUANTITY in {d.kind for d in same_day}


def test_one_named_weekday_is_one_date_though_reports_place_it_in_two_weeks() -> None:
    texts = (
        (*FILLER_A, "The mediator brought both sides of the dock dispute together on Friday."),
        (*FILLER_B, "The mediator brings both sides of the dock dispute together on Friday."),
    )

    assert Kind.DATE not in {d.kind for d in compare(*make_story(*texts, published=("2031-05-07", "2031-04-30")))}


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (
            Kind.QUANTITY,
            "Judge Ilse Korn set bail at $80,000 for the banker.",
            "Judge Korn freed him on a bond of $50,000.",
        ),
        (
            Kind.QUANTITY,
            "The regulator gave Halvard Mills a fine of $300,000.",
            "Halvard Mills must pay a $450,000 penalty.",
        ),
        (
            Kind.QUANTITY,
            "The orchestra pays its players a salary of $2,000.",
            "Players of the orchestra get a $3,000 salary.",
        ),
        (
            Kind.QUANTITY,
            "Mr. Okoro, 44, ran the depot in Tarn.",
            "Police questioned the depot's owner, Ben Okoro, 47, twice.",
        ),
        (
            Kind.QUANTITY,
            "The 38-year-old Edda Voll swam the strait.",
            "Edda Voll, 36, was met by a crowd on the beach.",
        ),
        (
            Kind.QUANTITY,
            "She is the fourth bishop to leave the synod.",
            "The bishop was the third bishop of the synod to leave.",
        ),
        (
            Kind.QUANTITY,
            "It was the seventh goal of the season for Marran.",
            "Marran scored her sixth goal of the season.",
        ),
        (Kind.DATE, "The banker will be sentenced on May 20.", "The court set sentencing of the banker for May 27."),
        (
            Kind.DATE,
            "The inquest into the fire opens on June 3.",
            "Judge Korn will open the inquest into the fire June 10.",
        ),
        (
            Kind.DURATION,
            "The panel deliberated for six hours.",
            "Members of the panel took four hours to pick a winner.",
        ),
        (Kind.DURATION, "The divers searched for nine hours.", "The divers needed five hours to find the bell."),
        (
            Kind.DURATION,
            "The bishops conferred for three days.",
            "It was clear after the bishops spent two days on it.",
        ),
    ],
)
def test_one_slot_is_found_though_the_sentences_share_little_else(kind: Kind, a: str, b: str) -> None:
    assert kind in {found for found, _ in raised(a, b)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mr. Okoro, 44, ran the depot in Tarn.", "His deputy at the depot in Tarn, Lena Brandt, 47, resigned."),
        ("Edda Voll, 36, swam the strait in May.", "Her sister Runa Voss, 38, swam the strait in May."),
        ("Judge Korn set bail at $80,000 for the banker.", "Judge Korn ordered the banker to pay costs of $50,000."),
        ("Halvard Mills got a grant of $300,000.", "Halvard Mills paid a fine of $450,000."),
        ("The third day of the fair drew a crowd.", "The fourth day of the fair drew a crowd."),
        ("It was the seventh goal of the season for Marran.", "It was the third match of the spring for the sailors."),
        ("The panel deliberated for six hours.", "The trial before the panel took four weeks."),
        ("The banker will be sentenced on May 20.", "The banker pleaded guilty on March 27."),
        ("The choir sang at the Guildhall on Sunday.", "The choir sang at the old Guildhall of Tarn on Sunday."),
        ("The choir sang at the Guildhall on Sunday.", "The drummers met at St Anna's Church on Monday."),
        ("The mayor met the dockers at the Corn Mill.", "The choir will give a concert at the Old Chapel."),
        (
            "The banker was told on Tuesday to leave.",
            "The banker had spoken of leaving two weeks ago.",
        ),
        ("The vicar wrote to the bishop on April 28.", "The bishop had heard from the vicar early this year."),
        ("The mill was offered to the town on Monday.", "The mill had been offered to the town last month too."),
        ("Herring prices took their biggest fall in nine months.", "Rents took their biggest fall in eight months."),
        ("The barge struck Pell bridge at 6:12 p.m.", "The barge struck Pell bridge at about 6:20 p.m."),
        ("The barge, aground since Sunday, will be towed.", "The barge ran aground on Sunday night."),
        ("The clerk has searched the files since January.", "The clerk searched the files for a deed of 2017."),
        ("The divers searched for nine hours.", "The mayor took two hours to answer the letters."),
    ],
)
def test_values_of_two_people_sums_rows_or_times_are_no_rivals(a: str, b: str) -> None:
    assert not {kind for kind, _ in raised(a, b)} & {Kind.QUANTITY, Kind.DATE, Kind.DURATION, Kind.PLACE}


SPEAKERS = [
    ("The Carters' Union said 800 carters had stopped work.", "Halvard Mills put the number at about 450."),
    ("The organisers said 3,000 people had marched.", "Police estimated the crowd at 1,200."),
    ("The council said the bridge would cost $4 million.", "The auditor put the cost at $7 million."),
]
ONE_SPEAKER_OR_TWO_THINGS = [
    ("The Carters' Union said 800 carters had stopped work.", "It put the number at about 800."),
    ("The Carters' Union said 800 carters had stopped work.", "Halvard Mills said 45 vans were still running."),
    ("The organisers said 3,000 people had marched.", "Police said that they had arrested 12 people at a bus stop."),
]


def _at_speaker_level(first: str, second: str) -> set[str]:
    documents, claims = make_story((*FILLER_A, first, second), FILLER_B)
    speaker, content = first.split(" said ")
    made = [with_speaker(c, speaker, content) if c.text == first else c for c in claims]
    if " said " in second:
        speaker, content = second.split(" said ")
        made = [with_speaker(c, speaker, content) if c.text == second else c for c in made]
    return {side.value for d in compare(documents, made) if d.level is Level.SPEAKER for side in d.sides}


@pytest.mark.parametrize(("first", "second"), SPEAKERS)
def test_two_sources_of_one_document_with_two_figures_differ_at_the_level_of_speakers(first: str, second: str) -> None:
    assert len(_at_speaker_level(first, second)) == 2


@pytest.mark.parametrize(("first", "second"), ONE_SPEAKER_OR_TWO_THINGS)
def test_figures_of_one_source_or_of_two_things_do_not(first: str, second: str) -> None:
    assert _at_speaker_level(first, second) == set()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Between 20% and 30% of the bridges need repair.", "Between 20% and 40% of the bridges need repair."),
        ("Its first telephone sold for $200.", "The first telephone cost $350."),
        ("The number of people without work in Vall reached 48,000.", "84,000 people in Vall are without work."),
        ("From four members the Delta league has grown to eleven.", "The Delta league has four members."),
        (
            "Analysts had expected a loss of 14 cents a share, but Brackwell reported a loss of 9 cents a share.",
            "Brackwell's loss came to 14 cents per share.",
        ),
        ("The navy will be enlarged by 900 sailors, to 21,000.", "The navy will be enlarged to 27,000 sailors."),
    ],
)
def test_two_sentences_alone_conflict_in_their_values(a: str, b: str) -> None:
    assert severities(a, b) == {Severity.CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Harl Steel is to hire 400 workers in Utah.", "Harl Steel is to hire 900 workers in Texas."),
        ("Unemployment fell in nine border counties in May.", "Unemployment fell in 32 counties in May."),
        ("The firm employs 8,000 people worldwide.", "The firm employs 1,100 people in Denmark."),
        ("The mills added 255,000 jobs in July.", "The private mills added 179,000 jobs in July."),
        ("The league grew from four members to eleven.", "The league previously had four members."),
        ("Quay 3 moved 96,000 boxes last year, a quarter of the volume.", "The port moved 410,000 boxes last year."),
    ],
)
def test_a_part_another_place_or_an_earlier_level_is_no_conflict(a: str, b: str) -> None:
    assert Severity.CONFLICT not in severities(a, b)


def test_an_approximation_beside_a_bound_is_a_tension() -> None:
    texts = (
        (*FILLER_A, "About 40 residents spoke at the hearing on the library."),
        (*FILLER_B, "More than 60 residents spoke at the hearing on the library."),
    )
    (found,) = (d for d in compare(*make_story(*texts)) if d.kind is Kind.QUANTITY)
    assert found.severity is Severity.TENSION


def severities(a: str, b: str) -> set[Severity]:
    return {d.severity for d in annotator.analyze([("a.txt", a), ("b.txt", b)]).disagreements}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ada Voll finished third in the race.", "Ada Voll came fifth in the race."),
        ("Rents in the port of Tarn have doubled.", "Rents in the port of Tarn have tripled."),
        ("The boats sold for $48 million, above the $30 million expected.", "The boats sold for $30 million."),
    ],
)
def test_ranks_multiples_and_forecasts_conflict(a: str, b: str) -> None:
    assert severities(a, b) == {Severity.CONFLICT}


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (
            "At least three people were killed in the flood at Pell.",
            "At least five people were killed in the flood.",
            0,
        ),
        (
            "The governor said that 1,500 guardsmen had been called up for the flood at Pell.",
            "The governor has called up 2,500 guardsmen for the flood at Pell.",
            1,
        ),
        (
            "About 60 workers were on site at the Pell spill by Friday evening.",
            "The owner said 110 workers were at the Pell spill by Saturday morning.",
            1,
        ),
    ],
)
def test_counts_that_were_still_running_are_listed_not_raised(a: str, b: str, days: int) -> None:
    published = ("2031-05-02", f"2031-05-0{2 + days}")
    found = compare(*make_story((*FILLER_A, a), (*FILLER_B, b), published=published))
    assert all(d.severity is Severity.IMPRECISION for d in found)


def test_two_shares_that_one_document_states_side_by_side_are_two_measures() -> None:
    low, high = (
        "Shares in Orrin Peat closed 11% lower on Monday.",
        "Shares in Orrin Peat tumbled 17 per cent on Monday.",
    )
    both = "Shares in Orrin Peat fell as much as 17% on Monday and closed down 11.4%."
    assert not compare(*make_story((*FILLER_A, low), (*FILLER_B, high), (*FILLER_A, both)))
