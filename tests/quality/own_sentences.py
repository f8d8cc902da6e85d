"""How well are editorialising sentences told from plain ones in documents of our own?

    python -m tests.quality.own_sentences          prints the figures and what was missed or wrongly shown

A file of `sentences/` holds documents: a line "#DOC" and a genre, then head lines, then sentences, each after "+"
(editorialises) or "-" (does not). `literal.txt` holds sentences alone, none of which editorialises. All is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import annotator
from annotator.editorial import SHOWN
from annotator.model import FlagVoice, Span

FOLDER = Path(__file__).with_name("sentences")
SETS = ("first", "second", "third")
SENTENCES_A_PARAGRAPH = 3
HEAD_LINES = 2  # before the sentences; further head lines stand at the foot
OPENING = "The council met in Tarn on Monday and voted 9-7 to build a school, it said in a statement."


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sentence, whether it editorialises, and whether that is shown."""

    text: str
    editorialises: bool
    is_shown: bool


def read_set(name: str) -> tuple[Outcome, ...]:
    """What the engine makes of every sentence of a set."""
    documents = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("#DOC ")[1:]
    return tuple(outcome for document in documents for outcome in _judge(document.splitlines()[1:]))


def read_literal() -> tuple[Outcome, ...]:
    """The same of the literal sentences, each in a document of its own."""
    lines = (FOLDER / "literal.txt").read_text(encoding="utf-8").splitlines()
    return tuple(outcome for line in lines for outcome in _judge([f"-{OPENING}", f"-{line}"]) if outcome.text == line)


def precision_and_recall(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """Of the sentences that are shown, and of those that should be."""
    right = sum(o.is_shown and o.editorialises for o in outcomes)
    return right / sum(o.is_shown for o in outcomes), right / sum(o.editorialises for o in outcomes)


def _judge(lines: Sequence[str]) -> Iterator[Outcome]:
    sentences = [line for line in lines if line[:1] in ("+", "-")]
    head = [line for line in lines if line and line not in sentences]
    text = "\n\n".join(head[:HEAD_LINES])
    spans = []
    for i, sentence in enumerate(sentences):
        text += "\n\n" if i % SENTENCES_A_PARAGRAPH == 0 else " "
        spans.append(Span(len(text), len(text) + len(sentence) - 1))
        text += sentence[1:]
    text += "\n\n" + "\n".join(head[HEAD_LINES:])
    flags = [
        flag.span
        for claim in annotator.analyze([("document.txt", text)]).claims
        for flag in claim.flags
        if flag.voice is FlagVoice.OUTLET and flag.strength >= SHOWN
    ]
    for sentence, span in zip(sentences, spans, strict=True):
        yield Outcome(sentence[1:], sentence[0] == "+", any(flag.overlap(span) for flag in flags))


def main() -> None:
    """Prints the figures."""
    for name in SETS:
        outcomes = read_set(name)
        precision, recall = precision_and_recall(outcomes)
        print(f"{name:8} {len(outcomes)} sentences  P {precision:.2f}  R {recall:.2f}")
        for o in outcomes:
            if o.is_shown != o.editorialises:
                print(f"   {'missed' if o.editorialises else 'wrong '} {o.text}")
    literal = read_literal()
    print(f"literal  {len(literal)} sentences, shown {sum(o.is_shown for o in literal)}")


if __name__ == "__main__":
    main()
