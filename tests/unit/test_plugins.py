"""Plug-ins: found through entry points, checked before they are used, and never the end of an analysis."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.disagree import DETECTORS
from annotator.editorial import FAMILIES
from annotator.plugins import hookspecs, load_rules

DOCUMENTATION = (Path(__file__).resolve().parents[2] / "docs" / "extending.md").read_text(encoding="utf-8")
EXAMPLE = DOCUMENTATION.split("```python\n")[1].split("```")[0]
TEXTS = {
    "a.txt": "The Quell regatta was held in rain on Monday, the harbour board said. Nobody WON! They left at noon.",
    "b.txt": "The Quell regatta was held in bright sun on Monday, the harbour board said. A band played on the quay.",
}
RUN = """
import json, sys
sys.path.insert(0, sys.argv[1])
import annotator
made = annotator.analyze(list(map(tuple, json.loads(sys.argv[2])))).to_dict()
print(json.dumps(made))
"""


def install(folder: Path, name: str, code: str) -> None:
    (folder / f"{name}_module.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[annotator]\n{name} = {name}_module\n", encoding="utf-8")


def analyze_with(folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-c", RUN, str(folder), json.dumps(list(TEXTS.items()))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def warnings(made: dict[str, Any]) -> list[str]:
    return [w["message"] for w in made["warnings"]]


def test_the_plug_in_of_the_documentation_flags_and_disagrees(tmp_path: Path) -> None:
    install(tmp_path, "weather", EXAMPLE)
    made = analyze_with(tmp_path)
    assert warnings(made) == []
    flags = [f for c in made["claims"] for f in c["flags"] if f["detector"] == "shouting@1"]
    assert [(f["text"], f["why"]) for f in flags] == [("WON", "“WON” shouts.")]
    (found,) = [d for d in made["disagreements"] if d["detector"] == "weather@1"]
    assert {s["value"] for s in found["sides"]} == {"rain", "sun"}
    assert (found["kind"], found["severity"]) == ("other", "conflict")


def test_without_a_plug_in_there_is_neither(tmp_path: Path) -> None:
    made = analyze_with(tmp_path)
    assert "shouting@1" not in json.dumps(made)
    assert "weather@1" not in json.dumps(made)


HEAD = "from annotator.plugins import *\nINFO = DetectorInfo('odd', '3', FlagKind.HEDGE, 'Odd.')\n"
BROKEN = {
    "import": "import no_such_module_here\n",
    "exit": "raise SystemExit(3)\n",
    "hook": f"{HEAD}@hookimpl\ndef annotator_flag_detectors():\n    return 1 / 0\n",
    "value": f"{HEAD}@hookimpl\ndef annotator_flag_detectors():\n    return ['no detector']\n",
    "raise": f"{HEAD}@hookimpl\ndef annotator_flag_detectors():\n    return [FlagDetector(INFO, lambda r: 1 / 0)]\n",
    "span": f"{HEAD}@hookimpl\ndef annotator_flag_detectors():\n"
    "    return [FlagDetector(INFO, lambda r: [Hit(FlagKind.HEDGE, 0, 9999, 0.9, 'x', 'x', 'why')])]\n",
    "side": f"{HEAD}@hookimpl\ndef annotator_disagreement_detectors():\n"
    "    def find(story):\n"
    "        s = story.statements[0]\n"
    "        place = make_place(s, Span(0, 1), 'v')\n"
    "        yield Finding(DisagreementKind.OTHER, Severity.CONFLICT, place, place, 'x', 0.9)\n"
    "    return [DisagreementDetector(INFO, find)]\n",
}


@pytest.mark.parametrize("code", BROKEN.values(), ids=list(BROKEN))
def test_a_broken_plug_in_costs_one_warning_that_names_it(tmp_path: Path, code: str) -> None:
    install(tmp_path, "broken", code)
    install(tmp_path, "weather", EXAMPLE)
    made = analyze_with(tmp_path)
    (message,) = warnings(made)
    assert "plug-in broken" in message
    assert "odd@3" not in {f["detector"] for c in made["claims"] for f in c["flags"]}
    assert "weather@1" in {d["detector"] for d in made["disagreements"]}


def test_our_detectors_come_through_the_hooks_in_their_order() -> None:
    loaded = load_rules()
    assert loaded.rules.families == FAMILIES
    assert loaded.rules.detectors == DETECTORS
    assert all(info.summary and info.version for info in loaded.detectors)
    assert len({info.name for info in loaded.detectors}) == len(FAMILIES) + len(DETECTORS)


def test_every_hook_has_a_docstring_and_stands_in_the_documentation() -> None:
    hooks = [name for name in vars(hookspecs) if name.startswith("annotator_")]
    assert hooks
    for name in hooks:
        assert getattr(hookspecs, name).__doc__
        assert f"`{name}`" in DOCUMENTATION
