"""The shape of the code: what may import what, what a command costs, how large a module may grow."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import annotator

PACKAGE = Path(annotator.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_LINES = 500  # the wall of the house style


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_annotator_loads_nothing_heavy() -> None:
    loaded = modules_after("import annotator")
    assert not loaded & {"textual", "rich", "rapidfuzz", "yaml", "click", "sqlite3", "annotator.pipeline"}


@pytest.mark.parametrize("command", [["--help"], ["schema"], ["analyze", "--help"]])
def test_commands_that_draw_nothing_do_not_import_textual(command: list[str]) -> None:
    loaded = modules_after(
        f"from click.testing import CliRunner\nfrom annotator.cli.app import cli\nCliRunner().invoke(cli, {command})"
    )
    assert "click" in loaded
    assert not loaded & {"textual", "rich"}


def test_analyzing_imports_neither_the_screens_nor_the_store() -> None:
    loaded = modules_after("import annotator\nannotator.analyze([('a.txt', 'The mayor said it rained.')])")
    assert "rapidfuzz" in loaded
    assert not loaded & {"textual", "rich", "sqlite3", "numpy", "charset_normalizer"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= MAX_LINES
    assert ast.get_docstring(ast.parse(source)), "no docstring"
