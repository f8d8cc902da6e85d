"""How far do people agree on the same items, beyond what chance would give, and how sure is that figure?

Pure statistics over counted items: no documents, no people's names. An item is what each person said of one thing, None
where somebody said nothing. A coefficient that means nothing for the data (everybody gave one value) is None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, combinations
from random import Random
from statistics import quantiles

RESAMPLES = 1000  # the ends of a 95 % range move by about .01 between seeds on 100 items
SEED = 1
MIN_DEFINED = 0.95  # share of the resamples that must give a value, for the range not to be one of the lucky ones

Item = tuple[Hashable, ...]
"""One value for each person, always in the same order of people; None for nothing said."""

Counts = Mapping[Item, int]
"""How many items were judged alike."""

Statistic = Callable[[Counts], float | None]


class Scale(StrEnum):
    """What the difference of two values means."""

    NOMINAL = "nominal"
    """Equal or not."""
    ORDINAL = "ordinal"
    """Values have an order; they differ by the ranks between them."""


@dataclass(frozen=True, slots=True)
class Range:
    """A 95 % confidence range."""

    low: float
    high: float


def raw_agreement(counts: Counts) -> float | None:
    """The share of pairs of judgements on one item that are equal, 0 to 1; nothing is taken off for chance.

    >>> raw_agreement({("a", "a"): 3, ("a", "b"): 1, ("a", None): 9})
    0.75
    """
    pairs = equal = 0
    for item, number in counts.items():
        for left, right in combinations(_said(item), 2):
            pairs += number
            equal += number * (left == right)
    return equal / pairs if pairs else None


def cohen_kappa(counts: Counts) -> float | None:
    """Cohen's kappa of two people on the items that both judged; -1 to 1.

    None where both gave only one value, the same: there was nothing that chance could have done otherwise.

    Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
    (1960), 37-46.
    Raises:
        ValueError: if an item has not two places.
    """
    both: Counter[Item] = Counter()
    for item, number in counts.items():
        if len(item) != 2:
            raise ValueError(f"kappa is for two people, not {len(item)}")
        if len(_said(item)) == 2:
            both[item] += number
    total = both.total()
    left: Counter[Hashable] = Counter()
    right: Counter[Hashable] = Counter()
    for (one, other), number in both.items():
        left[one] += number
        right[other] += number
    by_chance = sum(left[value] * right[value] for value in left)
    if by_chance == total * total:
        return None
    equal = sum(number for (one, other), number in both.items() if one == other)
    return (equal * total - by_chance) / (total * total - by_chance)


def krippendorff_alpha(counts: Counts, scale: Scale = Scale.NOMINAL) -> float | None:
    """Krippendorff's alpha for any number of people and missing judgements; 1 is perfect, 0 what chance gives.

    None where fewer than two values occur: then nothing shows that people could tell things apart.

    Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), sections C and D: 1 - Do/De, with
    coincidences of values on one item, each item weighted by 1 / (its judgements - 1). Items with one judgement do
    not count.
    Raises:
        TypeError: if values of an ordinal scale have no order.
    """
    paired = [(values, number) for item, number in counts.items() if len(values := _said(item)) > 1]
    often: Counter[Hashable] = Counter()
    for values, number in paired:
        for value in values:
            often[value] += number
    if len(often) < 2:
        return None
    distance = _distances(often, scale)
    observed = sum(
        number * 2 * sum(distance(*pair) for pair in combinations(values, 2)) / (len(values) - 1)
        for values, number in paired
    )
    total = often.total()
    if scale is Scale.NOMINAL:
        expected = float(total * total - sum(n * n for n in often.values()))
    else:
        expected = 2 * sum(often[a] * often[b] * distance(a, b) for a, b in combinations(often, 2))
    return 1 - (total - 1) * observed / expected


def positive_agreement(counts: Counts) -> float | None:
    """How often a person's marks are another's too: F1 between pairs of people, pooled; 0 to 1.

    An item is a place that somebody marked, its values true for those who did and None for others. There is no
    correction for chance: places that nobody marked are without number, and then chance agreement goes to nothing and
    kappa to this very figure.

    Source: G. Hripcsak, A. S. Rothschild, "Agreement, the F-measure, and reliability in information retrieval",
    Journal of the American Medical Informatics Association 12 (2005), 296-298.
    """
    shared = marks = 0
    for item, number in counts.items():
        here = len(_said(item))
        shared += number * here * (here - 1)
        marks += number * here * (len(item) - 1)
    return shared / marks if marks else None


def shared_places(counts: Counts) -> float | None:
    """The share of marked places that both of two people marked, pooled over pairs; the raw agreement of marks."""
    both = either = 0
    for item, number in counts.items():
        here, away = len(_said(item)), len(item) - len(_said(item))
        both += number * here * (here - 1) // 2
        either += number * (here * (here - 1) // 2 + here * away)
    return both / either if either else None


def bootstrap_range(
    counts: Counts, statistic: Statistic, *, seed: int = SEED, resamples: int = RESAMPLES
) -> Range | None:
    """The 95 % percentile range of a statistic over resamples of the items, drawn with replacement.

    None where too many resamples leave the statistic undefined.

    Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13; for these coefficients
    A. Zapf et al., BMC Medical Research Methodology 16 (2016), 93.
    """
    items = list(counts)
    sums = list(accumulate(counts.values()))
    if not sums or resamples < 2:
        return None
    draw = Random(seed).choices  # noqa: S311 - a reproducible draw is what is wanted, no secret
    numbers = range(len(items))
    values = []
    for _ in range(resamples):
        drawn = Counter(draw(numbers, cum_weights=sums, k=sums[-1]))
        value = statistic({items[i]: number for i, number in drawn.items()})
        if value is not None:
            values.append(value)
    if len(values) < max(2, MIN_DEFINED * resamples):
        return None
    cuts = quantiles(values, n=40, method="inclusive")
    return Range(cuts[0], cuts[-1])


def _said(item: Item) -> tuple[Hashable, ...]:
    return tuple(value for value in item if value is not None)


def _distances(often: Counter[Hashable], scale: Scale) -> Callable[[Hashable, Hashable], float]:
    """Squared differences of values, as the scale has them."""
    if scale is Scale.NOMINAL:
        return lambda a, b: float(a != b)
    order = sorted(often)  # type: ignore[type-var]  # values of an ordinal scale have an order, or this raises
    middle: dict[Hashable, float] = {}
    below = 0
    for value in order:
        middle[value] = below + often[value] / 2
        below += often[value]
    return lambda a, b: (middle[a] - middle[b]) ** 2
