"""How sure attributions are."""

from __future__ import annotations

import pytest

from tests.unit.test_attribution_reports import read


def sureness(text: str) -> float:
    return read(text)[-1].confidence


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("“The bridge is safe,” said Brandvik.", "Brandvik said the bridge was safe."),
        ("Brandvik said the bridge was safe.", "Brandvik hopes the bridge is safe."),
        ("Brandvik praised the plan.", "Brandvik spoke for hours, praising the plan."),
        ("Brandvik believes that the bridge is safe.", "His belief that the bridge is safe is known."),
    ],
)
def test_the_plainer_way_to_report_is_the_surer_one(surer: str, less_sure: str) -> None:
    assert sureness(surer) > sureness(less_sure)


def test_no_attribution_is_certain() -> None:
    assert sureness("“The bridge is safe,” said Brandvik.") < 1
