"""What `annotator analyze --format json` prints is the document of the contract."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import annotator
from annotator.export import export_json, read_schema
from annotator.samples import sample_story
from tests.shared_files import SHARED, STORIES, needs_shared


@pytest.fixture(scope="module")
def sample() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(export_json(annotator.analyze(sample_story())))
    return made


def test_the_sample_story_is_valid_by_the_shipped_schema(sample: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(json.loads(read_schema())).validate(sample)
    assert len(sample["documents"]) >= 5


def test_every_span_of_the_sample_quotes_its_text(sample: dict[str, Any]) -> None:
    text = {d["id"]: d["text"] for d in sample["documents"]}
    seen = 0
    for claim in sample["claims"]:
        whole = text[claim["document"]]
        for item in (claim, *claim["facts"], *claim["flags"]):
            assert whole[item["start"] : item["end"]] == item["text"]
            seen += 1
    assert seen > len(sample["claims"]) > 0


def test_the_same_input_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    for name, text in sample_story():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "annotator", "analyze", str(tmp_path), "--format", "json"]
    runs = [
        subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""}).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[0].startswith(b'{"schema":"annotator/analysis/1"')


def test_the_printed_schema_is_the_contract() -> None:
    assert json.loads(read_schema())["$id"] == "annotator/analysis/1"


@needs_shared
def test_the_shipped_schema_is_the_one_of_the_specification() -> None:
    assert json.loads(read_schema()) == json.loads((SHARED / "spec" / "analysis.schema.json").read_text("utf-8"))


@needs_shared
@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.name)
def test_a_real_story_breaks_nothing_of_the_contract(story: Path, tmp_path: Path) -> None:
    printed = tmp_path / "analysis.json"
    printed.write_text(export_json(annotator.analyze([story])), encoding="utf-8")
    checker = SHARED / "score" / "contract.py"
    done = subprocess.run([sys.executable, str(checker), str(printed)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
