"""Our own invented stories with what we read in them, in the form that the scorer wants.

They were written before the engine was run on them, so their figures are a check on the development data's.

    python -m tests.quality.own_stories          scores them, with what was missed
"""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from typing import Any

import annotator
from annotator.model import Analysis
from tests.shared_files import SHARED

FOLDER = Path(__file__).with_name("stories")
STORIES = sorted(p for p in FOLDER.iterdir() if p.is_dir())


def group_of(story: Path) -> str:
    """What a story is for: `held` is only scored; all others were read while rules were written."""
    first = story.name.partition("-")[0]
    return first if first in ("dev", "dev2", "dev3", "dev4", "held") else "early"


def gold_of(story: Path, analysis: Analysis) -> dict[str, Any]:
    """The gold of a story as the scorer reads it; sentences are the engine's, as they are not what is checked here."""
    made = tomllib.loads(story.with_suffix(".gold.toml").read_text(encoding="utf-8"))
    text = {Path(d.path).name: d.text for d in analysis.documents}
    home = {d.id: Path(d.path).name for d in analysis.documents}
    sentences = [
        {"id": c.id, "file": home[c.document], "start": c.span.start, "end": c.span.end} for c in analysis.claims
    ]

    def place(prefix: str, words: str) -> tuple[str, int, int]:
        file = next(name for name in text if name.startswith(prefix))
        start = text[file].casefold().index(words.casefold())
        return file, start, start + len(words)

    def side(prefix: str, words: str, group: str) -> dict[str, Any]:
        file, start, end = place(prefix, words)
        return {"file": file, "start": start, "end": end, "text": words, "group": group or words}

    def claims_at(addresses: list[str]) -> list[str]:
        """The claims at these places; what the engine takes for no claim (a note on a hotline) is left out."""
        places = [place(*address.split("|")) for address in addresses]
        found = (s["id"] for f, at, _ in places for s in sentences if s["file"] == f and s["start"] <= at < s["end"])
        return list(dict.fromkeys(found))

    return {
        "documents": [
            {"file": f, "genre": made["genre"].get(f), "published": made["published"].get(f)} for f in sorted(text)
        ],
        "sentences": sentences,
        "clusters": [{"claims": claims_at(group)} for group in made["clusters"].values()],
        "disagreements": [
            {"id": f"D{i}", **d, "sides": [side(*s) for s in d["sides"]]}
            for i, d in enumerate(made["disagreements"], 1)
        ],
        "not_disagreements": [
            {"id": f"N{i}", **n, "sides": [side(*s) for s in n["sides"]]} for i, n in enumerate(made["near_misses"], 1)
        ],
    }


def score_story(story: Path) -> dict[str, Any]:
    """The scorer's figures for one of our stories; needs ../shared for the scorer, not for its data."""
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score" / "score.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    analysis = annotator.analyze([story])
    read = scorer.Story(story, gold_of(story, analysis), analysis.to_dict())
    return {
        part.__name__: part(read) for part in (scorer.genre, scorer.published, scorer.clusters, scorer.disagreements)
    }


def main() -> None:
    for story in sorted(STORIES, key=lambda story: (group_of(story), story.name)):
        print("==", group_of(story), story.name)
        for part, row in score_story(story).items():
            print(f"  {part:14s}", {k: v for k, v in row.items() if not k.startswith("_")})
            for key in (k for k in row if k.startswith("_")):
                for line in row[key]:
                    print(f"      {key[1:]}: {line}"[:260])


if __name__ == "__main__":
    sys.exit(main())
