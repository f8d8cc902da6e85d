"""How soon is the workbench there, and how fast does it follow the keys? Run: python -m tests.bench.workbench

Drives `annotator open` in a real pseudo-terminal (../shared/bench/terminal.py), on 5 documents that the engine analysed
and on 1,000 documents with 50,000 claims, in turn with an empty Textual app, so that the ratios hold on any machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from math import isnan
from pathlib import Path
from typing import Any

from annotator.session import open_story
from annotator.store import pack_analysis
from annotator.view import PLACES
from tests.bench.generator import make_story
from tests.bench.synthetic import make_analysis, make_texts
from tests.shared_files import SHARED

SMALL, LARGE = 5, (1_000, 50_000)
AIM_PAINT = {"5 documents": 1.3, "1,000 documents": 1.6}  # times the empty app
AIM_KEY_MEDIAN, AIM_KEY_P95 = 16, 33  # ms
AIM_DECISION = 100  # ms, from Enter in the review queue to the last byte
AIM_SCREEN = 300  # ms, from the second key of `g x` to the last byte
AIM_MEMORY = 250  # MB
MOVES = "j" * 30 + "<pagedown>" * 5 + "k" * 10 + "J" * 10
LIST_MOVES = "j" * 15 + "<pagedown>" * 5 + "k" * 5
READY_TIMEOUT_S = 60.0
CURSOR_TIMEOUT_S = 2.0
SILENCE_S = 1.0
BUSY_KEYS = 40
BUSY_PAUSE_S = 0.15
DECISIONS = 12
SLOW_KEY_S = 4.0
STANDING_IN = """
import sys, annotator.tui.engine as engine
engine.run_analysis.__defaults__ = ((sys.executable, "-m", "tests.bench.stand_in", sys.argv.pop(1)),)
from annotator.cli import main
main()
"""


@dataclass
class Times:
    """What was measured of one program, in milliseconds."""

    paint: list[float] = field(default_factory=list)
    ready: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    memory: float = 0.0
    peak: float = 0.0


def main() -> int:
    """Prints a table; 1 if an aim is missed."""
    options = _read_options()
    driver = load_driver()
    if driver is None:
        print(f"{SHARED / 'bench' / 'terminal.py'} is not here; it drives the terminal", file=sys.stderr)
        return 2
    folder = Path(tempfile.mkdtemp(prefix="annotator-bench-"))
    try:
        stories = {"5 documents": make_small(folder / "small"), "1,000 documents": make_large(folder / "large")}
        missed = compare_starts(driver, stories, options.rounds)
        missed += try_screens(driver, stories["1,000 documents"])
        missed += decide(driver, stories["1,000 documents"])
        missed += press_while_a_result_comes(driver, stories["1,000 documents"])
        missed += press_while_analysing(driver, stories["1,000 documents"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(f"MISSED: {m}" for m in missed) or "all aims met")
    return bool(missed)


def load_driver() -> Any:
    """The module that drives a terminal; None where the shared files are not here."""
    folder = SHARED / "bench"
    if not (folder / "terminal.py").is_file():
        return None
    sys.path.insert(0, str(folder))
    return import_module("terminal")


def make_small(folder: Path) -> Path:
    """A story that the engine really analysed."""
    _write(folder, make_story(SMALL))
    with open_story([folder]) as session:
        session.analyse()
    return folder


def make_large(folder: Path) -> Path:
    """A story of the size of the aims."""
    documents, claims = LARGE
    _write(folder, make_texts(documents, claims))
    with open_story([folder]) as session:
        session.adopt(make_analysis(session.job(), claims))
    return folder


def compare_starts(driver: Any, stories: dict[str, Path], rounds: int) -> list[str]:
    """First paint, readiness, keys on the first screen and memory of each story and of the empty app, in turn."""
    commands: dict[str, tuple[list[str], str, str]] = {
        "empty app": ([sys.executable, "-c", driver.EMPTY_APP], "READY", "j" * 20),
        **{name: (open_command(story), " claims", MOVES) for name, story in stories.items()},
    }
    found = {name: Times() for name in commands}
    for number in range(rounds + 1):  # the first round warms up
        for name, (command, ready, keys) in commands.items():
            _run_once(driver, command, ready, keys, found[name] if number else Times())
    print(
        f"{'':18}{'paint':>8}{'x empty':>9}{'ready':>8}{'key p50':>9}{'key p95':>9}{'MB':>7}{'peak':>7}   (ms, medians)"
    )
    missed = []
    empty = _median(found["empty app"].paint)
    for name, times in found.items():
        ratio = _median(times.paint) / empty
        p50, p95 = _median(times.keys), driver.percentile(times.keys, 0.95)
        numbers = f"{_median(times.paint):8.0f}{ratio:9.2f}{_median(times.ready):8.0f}{p50:9.1f}{p95:9.1f}"
        print(f"{name:18}{numbers}{times.memory:7.0f}{times.peak:7.0f}")
        if name in AIM_PAINT:
            missed += _over(f"{name}: first paint", ratio, AIM_PAINT[name])
            missed += _over_keys(name, p50, p95) + _over(f"{name}: MB", times.memory, AIM_MEMORY)
    return missed


def try_screens(driver: Any, story: Path) -> list[str]:
    """Opens each screen that `g` letters go to and moves in it."""
    missed = []
    heads = f"{'opens':>8}{'cpu':>6}{'key p50':>9}{'key p95':>9}{'cpu':>6}{'empty p50':>11}{'p95':>7}"
    print(f"\n{'1,000 documents':18}{heads}   (ms)")
    with driver.Terminal() as terminal, driver.Terminal() as empty:
        empty.start([sys.executable, "-c", driver.EMPTY_APP])
        empty.wait_for("READY", READY_TIMEOUT_S)
        terminal.start(open_command(story))
        terminal.wait_for(" claims", READY_TIMEOUT_S)
        terminal.quiet(0.3, 10)
        for place in PLACES:
            _latency(terminal, b"g")
            begun = _processor_ms(terminal)
            opened = _open_screen(terminal, place.letter)
            worked = _processor_ms(terminal) - begun
            keys, others = _press_in_turn(driver, terminal, empty, LIST_MOVES)
            spent = (_processor_ms(terminal) - begun - worked) / len(driver.encode(LIST_MOVES))
            p50, p95 = _median(keys), driver.percentile(keys, 0.95)
            other = f"{_median(others):11.1f}{driver.percentile(others, 0.95):7.1f}"
            print(f"{place.name:18}{opened:8.0f}{worked:6.0f}{p50:9.1f}{p95:9.1f}{spent:6.1f}{other}")
            missed += _over(f"{place.name}: opens in ms", opened, AIM_SCREEN) + _over_keys(place.name, p50, p95)
    return missed


def decide(driver: Any, story: Path) -> list[str]:
    """Accepts the first rows of the review queue."""
    with driver.Terminal() as terminal:
        terminal.start(open_command(story))
        terminal.wait_for(" claims", READY_TIMEOUT_S)
        terminal.quiet(SILENCE_S, 10)
        _latency(terminal, b"g")
        _open_screen(terminal, "q")
        begun, times = _processor_ms(terminal), []
        for _ in range(DECISIONS):
            got = terminal.key_latency(b"\r", SLOW_KEY_S)
            times += [got[1] * 1000] if got else []
            terminal.quiet(SILENCE_S, 10)
        spent = (_processor_ms(terminal) - begun) / DECISIONS
    p50, p95 = _median(times), driver.percentile(times, 0.95)
    print(f"\ndeciding          {p50:8.1f}{p95:9.1f}   (ms, median and p95; processor {spent:.0f})")
    return _over("deciding: median", p50, AIM_DECISION)


def press_while_a_result_comes(driver: Any, story: Path) -> list[str]:
    """Moves in the text while a finished analysis of that size is read, kept and shown."""
    packed = story.parent / "packed"
    with open_story([story]) as session:
        packed.write_bytes(pack_analysis(session.suggestions))
    workspace = sqlite3.connect(f"{story}.annotator")
    workspace.execute("UPDATE analysis SET engine = 'another'")
    workspace.commit()
    workspace.close()
    command = ["env", f"PYTHONPATH={os.getcwd()}", sys.executable, "-c", STANDING_IN, str(packed), "open", str(story)]
    with driver.Terminal() as terminal:
        terminal.start(command)
        terminal.wait_for("reading", READY_TIMEOUT_S)
        times = []
        while "saved" not in terminal.lines()[0]:
            times.append(_until_cursor_moves(terminal, b"j" if len(times) // 10 % 2 == 0 else b"k"))
    return _report_busy(driver, "a result comes", times)


def press_while_analysing(driver: Any, story: Path) -> list[str]:
    """Moves in the text while the engine works on a thousand documents, one of them new."""
    (story / "outlet-9999.txt").write_text("The ferry came back on Friday with 12 people aboard.\n", encoding="utf-8")
    with driver.Terminal() as terminal:
        terminal.start(open_command(story))
        terminal.wait_for("reading", READY_TIMEOUT_S)
        terminal.wait_for(" claims", READY_TIMEOUT_S)
        times = [_until_cursor_moves(terminal, b"j") for _ in range(BUSY_KEYS)]
        still = "reading" in terminal.text() or "%" in terminal.text()
    missed = _report_busy(driver, "while analysing", times)
    return missed + ([] if still else ["the analysis was over before the keys"])


def _report_busy(driver: Any, name: str, times: Sequence[float | None]) -> list[str]:
    seen = [t for t in times if t is not None]
    p50, p95 = _median(seen), driver.percentile(seen, 0.95)
    print(f"{name:18}{p50:8.1f}{p95:9.1f}   (ms, key to cursor, median and p95 of {len(seen)} keys)")
    return _over_keys(name, p50, p95)


def open_command(story: Path) -> list[str]:
    """`annotator open` of this very source tree."""
    return ["env", f"PYTHONPATH={os.getcwd()}", sys.executable, "-m", "annotator", "open", str(story)]


def _run_once(driver: Any, command: Sequence[str], ready: str, keys: str, times: Times) -> None:
    with driver.Terminal() as terminal:
        terminal.start(command)
        terminal.wait_for(ready, READY_TIMEOUT_S)
        times.ready.append((time.perf_counter() - terminal.started) * 1000)
        terminal.quiet(0.3, 10)
        times.paint.append(terminal.first_paint_s() * 1000)
        times.keys += [ms for key in driver.encode(keys) if (ms := _latency(terminal, key)) is not None]
        now, peak = terminal.memory_mb()
        times.memory, times.peak = max(times.memory, now), max(times.peak, peak)


def _press_in_turn(driver: Any, terminal: Any, empty: Any, moves: str) -> tuple[list[float], list[float]]:
    """Milliseconds of each key, and of one in the empty app between them."""
    keys: list[float] = []
    others: list[float] = []
    for key in driver.encode(moves):
        for found, where, pressed in ((keys, terminal, key), (others, empty, b"j")):
            got = _latency(where, pressed)
            found += [got] if got is not None else []
    return keys, others


def _processor_ms(terminal: Any) -> float:
    """Processor time of the program so far; Linux counts in steps of 10 ms."""
    fields = Path(f"/proc/{terminal.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _latency(terminal: Any, key: bytes) -> float | None:
    """Milliseconds to the last byte of what a key caused; None if it caused nothing."""
    got = terminal.key_latency(key)
    return None if got is None else got[1] * 1000


def _open_screen(terminal: Any, letter: str) -> float:
    """Milliseconds to the last byte before a second of silence: a screen may first show its frame."""
    begun = time.perf_counter()
    before = len(terminal.chunks)
    terminal.raw(letter.encode())
    terminal.wait_for(lambda t: len(t.chunks) > before, READY_TIMEOUT_S)
    time.sleep(SILENCE_S)
    terminal.quiet(SILENCE_S, 10)
    return (terminal.chunks[-1][0] - begun) * 1000


def _until_cursor_moves(terminal: Any, key: bytes) -> float | None:
    """Milliseconds until the terminal's cursor is elsewhere: other frames come meanwhile, so silence says nothing."""
    time.sleep(BUSY_PAUSE_S)
    before, begun = terminal.cursor, time.perf_counter()
    terminal.raw(key)
    while time.perf_counter() - begun < CURSOR_TIMEOUT_S:
        if terminal.cursor != before:
            return (terminal.chunks[terminal.shown - 1][0] - begun) * 1000
        time.sleep(0.001)
    return None


def _write(folder: Path, texts: Sequence[tuple[str, str]]) -> None:
    folder.mkdir(parents=True)
    for name, text in texts:
        (folder / name).write_text(text, encoding="utf-8")


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else float("nan")


def _over_keys(name: str, p50: float, p95: float) -> list[str]:
    return _over(f"{name}: key median", p50, AIM_KEY_MEDIAN) + _over(f"{name}: key p95", p95, AIM_KEY_P95)


def _over(what: str, value: float, aim: float) -> list[str]:
    return [] if value <= aim or isnan(value) else [f"{what} {value:.2f} > {aim:g}"]


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
