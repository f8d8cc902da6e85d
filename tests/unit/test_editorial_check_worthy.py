"""Which claims are worth checking; all texts are invented."""

from __future__ import annotations

from annotator.editorial import score_check_worthiness
from annotator.model import Attitude, Attribution, Directness, Fact, FactKind, Span


def score(text: str, *, facts: tuple[Fact, ...] = (), attributions: tuple[Attribution, ...] = ()) -> float:
    return score_check_worthiness(text, Span(0, len(text)), facts=facts, attributions=attributions)


def make_fact(kind: FactKind) -> Fact:
    return Fact(kind, Span(0, 1), "x", 1)


def make_attribution(attitude: Attitude) -> Attribution:
    return Attribution("a1", None, None, (Span(0, 1),), Directness.INDIRECT, attitude, 0.9)


def test_figures_names_and_events_are_worth_more_than_opinions() -> None:
    event = score("The port of Ostrel closed two berths.", facts=(make_fact(FactKind.QUANTITY),))
    opinion = score("We should perhaps think about ports a little more.")
    assert event > 0.5 > opinion


def test_a_question_is_worth_less_than_the_statement() -> None:
    assert score("Did the mayor of Ostrel sell the quay in spring?") < score(
        "The mayor of Ostrel sold the quay in spring."
    )


def test_a_denied_claim_is_worth_more_than_a_wish() -> None:
    text = "The firm had emptied the tanks before the inspection."
    denied = score(text, attributions=(make_attribution(Attitude.DENIES),))
    wished = score(text, attributions=(make_attribution(Attitude.INTENDS),))
    assert denied > wished


def test_more_figures_raise_the_score_and_it_stays_below_one() -> None:
    text = "The ferry carried passengers, cars and mail in the season."
    scores = [score(text, facts=(make_fact(FactKind.MONEY),) * n) for n in (0, 1, 2, 50)]
    assert scores == sorted(scores)
    assert 0.0 < scores[0] < scores[-1] < 1.0


def test_a_fragment_is_worth_little() -> None:
    assert score("Not so.") < 0.2
