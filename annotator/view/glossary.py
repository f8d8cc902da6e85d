"""What do the words and the signs of the screens mean? One sentence each, for the help."""

from __future__ import annotations

GLOSSARY: tuple[tuple[str, str], ...] = (
    ("claim", "A piece of a text that asserts something; by default one sentence."),
    (
        "said by",
        "Who a text says it has the claim from, with the words that show it; a chain where one quotes another.",
    ),
    ("own voice", "The outlet asserts the claim itself and names nobody for it."),
    ("suggestion", "What the program found and no person has decided yet; only decisions count as progress."),
    (
        "decision",
        "What a person said: accepted, rejected, corrected, settled, rated or noted; always taken back with $undo.",
    ),
    ("fact", "What can be compared in a claim: a number, date, place, name, title, or whether something happened."),
    ("same claim", "Claims of different documents that state the same fact; one row of the matrix."),
    (
        "disagreement",
        "Sides of one fact that differ: a conflict cannot both be true, a tension hardly, or one is imprecise.",
    ),
    ("settled", "Which side of a disagreement stands, or why there is none; said by a person, with a reason."),
    ("origin", "An independent beginning of a claim: copies, and repeats of one speaker, count once."),
    (
        "editorial",
        "Words by which an outlet judges in its own voice; those of quoted speakers are never charged to it.",
    ),
    (
        "kind of document",
        "What a text is: official, report, wire copy, analysis, opinion; and what it reads as, if another.",
    ),
    ("reliability", "How far an outlet is trusted, A to F; rated apart from its claims."),
    ("credibility", "How far a claim is believed, 1 to 6; rated apart from who makes it."),
    ("walk", "$go_next and $go_previous go through the set that $choose_set chooses; the bottom line names it."),
    (
        "mouse",
        "Clicks go to places and run hints; with Shift (Option on a Mac) a drag selects for the terminal.",
    ),
    ("workspace", "The one file beside the story that keeps texts, suggestions and every decision."),
)
"""Words of the screens; "$undo" stands for the key of that action."""

SIGNS: tuple[tuple[str, str], ...] = (
    ("disagreement", "other documents say otherwise"),
    ("flag", "editorial: the outlet judges in its own voice"),
    ("quotation", "quotation: words of somebody, between marks"),
    ("attributed", "attributed: the text names who says it"),
    ("own_voice", "own voice: the outlet says it itself"),
    ("suggested", "not decided: a suggestion waits for a person"),
    ("accepted", "accepted by a person"),
    ("rejected", "rejected by a person"),
    ("folded", "lines that were left out; Enter opens them"),
    ("saved", "the last change is on disk"),
)
"""Field of `Glyphs` and what it means at length."""
