"""Stories of any size in invented news prose: many outlets retell the same facts, some with another figure or day.

The same seed and size give the same text. Words repeat about as unevenly as in real news, so that look-ups by rare
words meet both rare and common ones.
"""

from __future__ import annotations

import random

PLACES = ("Orrin Vale", "Pellmouth", "Quell Point", "Sarn Bridge", "Tarrow", "Upper Dene", "Varnholt", "West Ister")
GIVEN = ("Ada", "Bram", "Celia", "Dorian", "Edda", "Falk", "Greta", "Hollis", "Imre", "Jonna", "Kester", "Lotte")
SYLLABLES = (
    "bar",
    "cor",
    "dun",
    "fel",
    "gar",
    "hol",
    "kes",
    "lom",
    "mar",
    "nor",
    "pel",
    "quin",
    "ros",
    "sel",
    "tarn",
    "vell",
)
OFFICES = ("harbour master", "council leader", "chief engineer", "spokesman", "minister", "fire chief", "professor")
THINGS = (
    *(
        "ferry",
        "barrage",
        "tram line",
        "grain store",
        "reservoir",
        "hospital wing",
        "school",
        "power station",
        "market hall",
    ),
    *("lock gate", "archive", "observatory", "orchard", "viaduct", "shipyard", "library", "aqueduct", "theatre"),
)
DEEDS = (
    *("closed", "opened", "repaired", "sold", "inspected", "rebuilt", "evacuated", "flooded", "searched", "renamed"),
    *("approved", "rejected", "delayed", "funded", "praised", "measured", "bought", "fenced off", "surveyed"),
)
COUNTED = ("workers", "families", "passengers", "tonnes of grain", "houses", "trees", "pupils", "engineers", "votes")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
COLOUR = (
    "Rain had fallen since the early morning, and few people were in the streets.",
    "The controversial plan has divided the town for years.",
    "“Nobody asked us,” said a resident who did not want to be named.",
    "It is unclear what happens next.",
    "Critics called the decision a disaster; supporters spoke of a historic step.",
    "The accounts for the year will be published in 2032.",
)
FACTS_PER_STORY = 40
FACTS_PER_DOCUMENT = 12
COLOUR_PER_DOCUMENT = 4
CHANGED_SHARE = 0.08  # of retellings with another figure


def make_story(documents: int, seed: int = 1) -> list[tuple[str, str]]:
    """Names and texts of so many documents about one run of events; the number of events grows with them."""
    rng = random.Random(f"{seed}-{documents}")
    facts = [_make_fact(rng) for _ in range(max(FACTS_PER_STORY, documents * 2))]
    return [(f"outlet-{i:03}.txt", _make_document(rng, facts)) for i in range(documents)]


def _make_fact(rng: random.Random) -> dict[str, str]:
    surname = "".join(rng.choice(SYLLABLES) for _ in range(2)).capitalize()
    return {
        "person": f"{rng.choice(GIVEN)} {surname}",
        "surname": surname,
        "office": rng.choice(OFFICES),
        "thing": f"{rng.choice(SYLLABLES).capitalize()}{rng.choice(SYLLABLES)} {rng.choice(THINGS)}",
        "deed": rng.choice(DEEDS),
        "place": rng.choice(PLACES),
        "number": str(int(10 ** rng.uniform(1, 4))),
        "counted": rng.choice(COUNTED),
        "day": rng.choice(DAYS),
    }


def _make_document(rng: random.Random, facts: list[dict[str, str]]) -> str:
    # facts early in the list are told more often, as the main event of a story is
    chosen = sorted({min(int(rng.expovariate(4 / len(facts))), len(facts) - 1) for _ in range(FACTS_PER_DOCUMENT)})
    sentences = [_tell(rng, facts[i]) for i in chosen]
    for colour in rng.sample(COLOUR, COLOUR_PER_DOCUMENT):
        sentences.insert(rng.randrange(len(sentences) + 1), colour)
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    head = f"{facts[chosen[0]]['thing']} {facts[chosen[0]]['deed']}".capitalize()
    return f"{head}\n\n{rng.choice(PLACES).upper()}, {rng.randint(1, 28)} May 2031 - " + "\n\n".join(paragraphs) + "\n"


def _tell(rng: random.Random, fact: dict[str, str]) -> str:
    number = str(int(fact["number"]) + rng.randint(1, 9)) if rng.random() < CHANGED_SHARE else fact["number"]
    told = {**fact, "number": number}
    form = rng.choice(
        (
            "The {thing} in {place} was {deed} on {day}; {number} {counted} were hit, {person}, the {office}, said.",
            "“We counted {number} {counted} when the {thing} was {deed},” said {person}, {office} in {place}.",
            "On {day} the {thing} was {deed}; {surname} told reporters that {number} {counted} were affected.",
            "About {number} {counted} were affected when the {thing} in {place} was {deed}.",
            "According to {person}, the {thing} of {place} will not be {deed} again before {day}.",
        )
    )
    return form.format(**told)
