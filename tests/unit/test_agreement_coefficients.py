"""The coefficients give what their authors published, and hold the laws that define them."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.coefficients import (
    Counts,
    Item,
    Scale,
    bootstrap_range,
    cohen_kappa,
    krippendorff_alpha,
    positive_agreement,
    raw_agreement,
    shared_places,
)

# K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011): sections A, B, and C/D with missing data.
BINARY = ("0100000010", "1110010000")
TWO_CODERS = ("aabbdcccedda", "babbbcccedd" + "d")
FOUR_CODERS = ("123321412...", "123322412" + "5.3", ".33323422" + "51.", "123324412" + "51.")

PEOPLE = st.integers(2, 4)


def items_of(rows: tuple[str, ...]) -> Counter[Item]:
    """One row of signs for each person; a point is nothing said."""
    return Counter(tuple(None if sign == "." else sign for sign in column) for column in zip(*rows, strict=True))


@st.composite
def judged(draw: st.DrawFn, people: st.SearchStrategy[int] = PEOPLE) -> Counter[Item]:
    value = st.sampled_from([None, 1, 2, 3])
    item = st.tuples(*[value] * draw(people))
    return Counter(draw(st.lists(item, min_size=1, max_size=12)))


def from_coincidences(counts: Counts) -> float | None:
    """Nominal alpha by the matrix of coincidences, as the paper computes it by hand."""
    matrix: Counter[tuple[object, object]] = Counter()
    for item, number in counts.items():
        said = [value for value in item if value is not None]
        for one, other in permutations(range(len(said)), 2):
            matrix[said[one], said[other]] += number / (len(said) - 1)  # type: ignore[assignment]
    total = sum(matrix.values())
    sums: Counter[object] = Counter()
    for (one, _), number in matrix.items():
        sums[one] += number
    chance = sum(n * (n - 1) for n in sums.values())
    same = sum(number for (one, other), number in matrix.items() if one == other)
    if len(sums) < 2:
        return None
    return ((total - 1) * same - chance) / (total * (total - 1) - chance)


def test_alpha_of_two_coders_and_two_values_is_the_published_one() -> None:
    # 20 values, 14 of them 0: coincidences of 0 with 0 are 10, of 1 with 1 are 2
    by_hand = (19 * (10 + 2) - (14 * 13 + 6 * 5)) / (20 * 19 - (14 * 13 + 6 * 5))
    assert krippendorff_alpha(items_of(BINARY)) == pytest.approx(by_hand)
    assert round(by_hand, 3) == 0.095


def test_alpha_of_two_coders_and_five_values_is_the_published_one() -> None:
    # 24 values: a 4, b 6, c 6, d 6, e 2; on the diagonal 2 + 4 + 6 + 4 + 2
    chance = 4 * 3 + 6 * 5 + 6 * 5 + 6 * 5 + 2 * 1
    by_hand = (23 * 18 - chance) / (24 * 23 - chance)
    assert krippendorff_alpha(items_of(TWO_CODERS)) == pytest.approx(by_hand)
    assert round(by_hand, 3) == 0.692


def test_alpha_with_missing_judgements_is_the_published_one() -> None:
    # 40 values on items with two or more: 1 nine times, 2 thirteen, 3 ten, 4 five, 5 three; diagonal 7 10 8 4 3
    chance = 9 * 8 + 13 * 12 + 10 * 9 + 5 * 4 + 3 * 2
    by_hand = (39 * (7 + 10 + 8 + 4 + 3) - chance) / (40 * 39 - chance)
    assert krippendorff_alpha(items_of(FOUR_CODERS)) == pytest.approx(by_hand)
    assert round(by_hand, 3) == 0.743


def test_ordinal_alpha_with_missing_judgements_is_the_published_one() -> None:
    value = krippendorff_alpha(items_of(FOUR_CODERS), Scale.ORDINAL)
    assert value is not None
    assert round(value, 3) == 0.815


def test_kappa_of_two_clinicians_is_the_published_one() -> None:
    # J. Cohen (1960), table 2: 200 cases, .70 equal, .41 by chance
    cells = {"11": 88, "12": 14, "13": 18, "21": 10, "22": 40, "23": 10, "31": 2, "32": 6, "33": 12}
    by_hand = (0.70 - 0.41) / (1 - 0.41)
    assert cohen_kappa({tuple(cell): number for cell, number in cells.items()}) == pytest.approx(by_hand)
    assert round(by_hand, 3) == 0.492


def test_kappa_leaves_out_what_one_of_the_two_did_not_judge() -> None:
    both = {("a", "a"): 4, ("a", "b"): 1, ("b", "b"): 5}
    assert cohen_kappa({**both, ("a", None): 50, (None, "b"): 7}) == cohen_kappa(both)


def test_kappa_refuses_three_people() -> None:
    with pytest.raises(ValueError, match="two people, not 3"):
        cohen_kappa({("a", "a", "a"): 1})


def test_one_value_for_everything_leaves_kappa_and_alpha_undefined() -> None:
    same = {("a", "a"): 20}
    assert raw_agreement(same) == 1.0
    assert cohen_kappa(same) is None
    assert krippendorff_alpha(same) is None
    assert bootstrap_range(same, krippendorff_alpha) is None


def test_one_person_with_two_values_leaves_kappa_at_chance() -> None:
    assert cohen_kappa({("a", "a"): 5, ("a", "b"): 5}) == 0.0


def test_shared_marks_are_counted_between_each_pair_of_people() -> None:
    marks: Counts = {(True, True, None): 2, (True, None, None): 1, (True, True, True): 1}
    # pairs: first and second share 3 of 4 and 3 marks; first and third 1 of 4 and 1; second and third 1 of 3 and 1
    assert positive_agreement(marks) == pytest.approx(2 * (3 + 1 + 1) / (7 + 5 + 4))
    assert shared_places(marks) == pytest.approx((3 + 1 + 1) / (4 + 4 + 3))


def test_two_people_with_two_of_three_and_two_marks_in_common_have_f1_of_four_fifths() -> None:
    assert positive_agreement({(True, True): 2, (True, None): 1}) == pytest.approx(0.8)


def test_nothing_judged_gives_no_figure() -> None:
    for statistic in (raw_agreement, krippendorff_alpha, positive_agreement, shared_places, cohen_kappa):
        assert statistic({}) is None
    assert bootstrap_range({}, krippendorff_alpha) is None


@given(judged())
def test_alpha_is_what_the_matrix_of_coincidences_gives(counts: Counter[Item]) -> None:
    slow, fast = from_coincidences(counts), krippendorff_alpha(counts)
    assert (slow is None) == (fast is None)
    if fast is not None:
        assert fast == pytest.approx(slow)


@given(judged(), st.sampled_from(Scale))
def test_alpha_does_not_hang_on_the_order_of_people_and_never_passes_one(counts: Counter[Item], scale: Scale) -> None:
    turned: Counter[Item] = Counter()
    for item, number in counts.items():
        turned[item[::-1]] += number
    value = krippendorff_alpha(counts, scale)
    assert krippendorff_alpha(turned, scale) == (None if value is None else pytest.approx(value))
    assert value is None or value <= 1.0 + 1e-9


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=9).filter(lambda said: len(set(said)) > 1))
def test_people_who_always_agree_have_one(said: list[str]) -> None:
    counts = Counter((value, value) for value in said)
    assert cohen_kappa(counts) == 1.0
    assert krippendorff_alpha(counts) == pytest.approx(1.0)
    assert raw_agreement(counts) == 1.0


def test_a_range_holds_the_value_and_is_the_same_for_the_same_seed() -> None:
    counts = {("a", "a"): 30, ("b", "b"): 20, ("a", "b"): 10}
    value = cohen_kappa(counts)
    found = bootstrap_range(counts, cohen_kappa, seed=7)
    assert found is not None
    assert value is not None
    assert found.low < value < found.high
    assert bootstrap_range(counts, cohen_kappa, seed=7) == found
    assert bootstrap_range(counts, cohen_kappa, seed=8) != found


def test_ten_times_the_items_give_a_range_about_a_third_as_wide() -> None:
    few = bootstrap_range({("a", "a"): 30, ("b", "b"): 20, ("a", "b"): 10}, krippendorff_alpha)
    many = bootstrap_range({("a", "a"): 300, ("b", "b"): 200, ("a", "b"): 100}, krippendorff_alpha)
    assert few is not None
    assert many is not None
    assert (many.high - many.low) / (few.high - few.low) == pytest.approx(10**-0.5, rel=0.2)


def test_a_range_of_hardly_varied_data_is_withheld() -> None:
    counts = {("a", "a"): 19, ("b", "b"): 1}  # a third of the resamples lose the only b
    assert krippendorff_alpha(counts) == pytest.approx(1.0)
    assert bootstrap_range(counts, krippendorff_alpha) is None
