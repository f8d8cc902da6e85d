"""How fast is the engine, how does a story's cost grow, and what memory does it take? Run: python -m tests.bench.engine

Speed is measured over the articles of ../shared/data/attribution-dev.jsonl, one `analyze` call each, where they are
there, else over generated ones; growth and memory always over generated stories.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from math import log

import annotator
from tests.bench.generator import make_story
from tests.shared_files import SHARED

SIZES = (5, 10, 25, 50, 100, 200)  # documents
AIM_SPEED = 150_000  # characters a second
AIM_EXPONENT = 1.3
AIM_MEMORY = 300  # MiB at the largest size
REPEATS = 2  # the best of so many runs counts: other work on the machine only ever slows one down


def main() -> None:
    """Prints a line for each measure, with the aim behind it."""
    name, articles = load_articles()
    speed = measure_speed(articles)
    print(f"speed     {speed:>9,.0f} characters a second over {len(articles)} {name} (aim {AIM_SPEED:,})")
    costs = [measure_story(size) for size in SIZES]
    for size, (seconds, characters, _) in zip(SIZES, costs, strict=True):
        print(f"story     {size:>9} documents: {seconds:6.2f} s, {characters / seconds:,.0f} characters a second")
    growth = exponent(SIZES, [c[0] for c in costs])
    print(f"growth    {growth:>9.2f} exponent, {SIZES[0]} to {SIZES[-1]} (aim {AIM_EXPONENT})")
    print(f"memory    {costs[-1][2]:>9.0f} MiB at most, {SIZES[-1]} documents (aim {AIM_MEMORY})")


def load_articles() -> tuple[str, list[str]]:
    """What they are, and their texts."""
    path = SHARED / "data" / "attribution-dev.jsonl"
    if path.is_file():
        lines = path.read_text(encoding="utf-8").splitlines()
        return "articles", [json.loads(line)["text"] for line in lines if line.strip()]
    return "generated texts", [text for _, text in make_story(84)]


def measure_speed(texts: Sequence[str]) -> float:
    """Characters a second of processor time, one call a text, tables loaded."""
    annotator.analyze(make_story(2))
    best = min(_time_all(texts) for _ in range(REPEATS))
    return sum(map(len, texts)) / best


def measure_story(documents: int) -> tuple[float, int, float]:
    """Seconds of processor time, characters, and peak memory in MiB of one story in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.engine", str(documents)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(REPEATS)]
    seconds, characters, memory = min(runs, key=lambda r: float(r[0]))
    return float(seconds), int(characters), float(memory)


def exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The power of the size with which the cost grows, between the smallest and the largest."""
    return log(costs[-1] / costs[0]) / log(sizes[-1] / sizes[0])


def _time_all(texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        annotator.analyze([("article.txt", text)])
    return time.process_time() - start


def _run_story(documents: int) -> None:
    story = make_story(documents)
    annotator.analyze(make_story(2))
    start = time.process_time()
    annotator.analyze(story)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux gives KiB
    print(seconds, sum(len(text) for _, text in story), peak)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _run_story(int(sys.argv[1]))
    else:
        main()
