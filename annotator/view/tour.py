"""What does the tour of the sample story show, step by step, and what ends each step?"""

from __future__ import annotations

from dataclasses import dataclass, fields

from annotator.view.lines import Line, Run, wrap_runs
from annotator.view.marks import UNICODE, Room

AT = "at:"
"""Begins the deed of coming to a screen; all others are ids of actions, or `CHANGE`."""
CHANGE = "change"
"""The deed of changing the story."""


@dataclass(frozen=True, slots=True)
class TourStep:
    """One thing to see and to do."""

    title: str
    text: str
    """"$undo" in it stands for the key of that action; signs are those of `UNICODE`."""
    waits: tuple[str, ...]
    """Deeds any of which ends it."""
    place: str = ""
    """The screen it speaks of; empty if it speaks of none."""
    way: str = ""
    """How to get there, with keys as above."""


_TEXT = "$go_reader goes to the text."
STEPS: tuple[TourStep, ...] = (
    TourStep(
        "The documents",
        "Six outlets tell one invented story. Press $next_document for the next document: its kind stands in capitals "
        "beside its title. $go_documents lists all of them, with their disagreements (≠) and editorial marks (!).",
        ("next_document", "previous_document"),
        "home",
        _TEXT,
    ),
    TourStep(
        "Claims",
        "A text is read claim by claim. The signs in its margin say whose a claim is: → somebody is named, · the "
        "outlet says it itself. Press $claim_next for the next claim.",
        ("claim_next", "claim_previous"),
        "home",
        _TEXT,
    ),
    TourStep(
        "What is known about a claim",
        "Beside or below the text: who says it, who else says it and in which words, what can be compared. Press "
        "$cycle_target to go through everything that is marked in it.",
        ("cycle_target",),
        "home",
        _TEXT,
    ),
    TourStep(
        "Suggestions",
        "What the program finds is a suggestion (?) until a person decides. Press $go_next for the next one; "
        "$choose_set chooses what else to walk, such as disagreements.",
        ("go_next", "choose_set"),
    ),
    TourStep(
        "Deciding",
        "Press $reject: what is at the cursor is rejected. $accept accepts it, or opens it where it is a disagreement. "
        "Every decision is on disk before the screen says so.",
        (CHANGE,),
        "home",
        _TEXT,
    ),
    TourStep(
        "Nothing is lost",
        "Press $undo: the last change is taken back, and the bottom line names it. $redo brings it back. There is no "
        "limit, also after a restart.",
        ("undo",),
    ),
    TourStep(
        "Where the accounts disagree",
        "Press $go_disagreements for all six at once: what conflicts, what independent sources agree on, and what only "
        "one of them says.",
        (f"{AT}disagreements",),
    ),
    TourStep(
        "Side by side",
        "Press $open_entry to see the passages of one disagreement side by side. Words that differ are underlined.",
        (f"{AT}passages",),
        "disagreements",
        "$go_disagreements goes there.",
    ),
    TourStep(
        "Settling",
        "Press $stand_1 or $stand_2 to say whose value stands, $both_true if both are true; then give a reason in one "
        "line, or none. The program never settles anything by itself.",
        (CHANGE,),
        "passages",
        "$go_disagreements and then $open_entry go there.",
    ),
    TourStep(
        "The matrix",
        "Press $go_matrix for every fact with the value that each document gives it, in order of publication.",
        (f"{AT}matrix",),
    ),
    TourStep(
        "The review queue",
        "Press $go_review to be asked about one suggestion at a time, those first that settle the most others.",
        (f"{AT}review",),
    ),
    TourStep(
        "Everything else",
        "Press $show_help: it finds every key, word and sign, and runs what you choose. $palette finds commands alone.",
        ("show_help", "palette"),
    ),
)
OFFER = "A tour of twelve steps shows the whole work on this sample story, in five minutes."
END = "That was the tour. Try anything: all can be taken back. $leave leaves the program"


def step_lines(text: str, room: Room) -> tuple[Line, ...]:
    """A step's words, its keys filled in, for the room there is."""
    for field in fields(UNICODE):
        sign = getattr(UNICODE, field.name)
        if not sign.isascii():
            text = text.replace(sign, getattr(room.glyphs, field.name)) if len(sign) == 1 else text
    return tuple(wrap_runs((Run(text),), width=room.width, measure=room.measure))
