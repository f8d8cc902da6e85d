"""Two invented accounts of one closed tunnel, into each of which a test puts what it is about."""

from __future__ import annotations

import annotator
from annotator.model import Disagreement

_FIRST = """Tunnel opening put off again, ministry says

The Sallow Strait tunnel will not open this spring, the transport ministry said on Tuesday, after water was found in
one of the two tubes.

{passage}

Norvane Consortium, which is building the tunnel, employs 1,200 people on both shores. Drilling began in 2016.

The ferry between Ostwick and Pell carries most of the freight in the meantime. Fishermen have long opposed the
crossing.

Hanne Vik, who leads the builders' union, has called for a safety audit. Paul Draycott, the chief engineer, joined the
project three years ago.
"""
_SECOND = """Water halts Sallow tunnel

OSTWICK - Trains will have to wait: the tunnel under the Sallow Strait stays closed beyond spring, officials announced
Tuesday.

{passage}

The consortium, Norvane, has a workforce of some 1,200. Work on the link started nine years ago.

Until it is finished, lorries cross by boat from Ostwick to Pell. The fishing fleet never wanted it.

Transport Minister Ilse Corrigan faces an election in the autumn. The union of builders, led by Hanne Vik, wants an
audit of safety.
"""


def compare_passages(first: str, second: str) -> tuple[Disagreement, ...]:
    """What the engine finds between the two accounts with a passage in each."""
    texts = (("first.txt", _FIRST.format(passage=first)), ("second.txt", _SECOND.format(passage=second)))
    return annotator.analyze(texts).disagreements
