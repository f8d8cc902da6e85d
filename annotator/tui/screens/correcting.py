"""Correcting what is known about an outlet and its documents, and rating it: the questions that are asked for that."""

from __future__ import annotations

from annotator.decisions import anchor_of
from annotator.model import CorrectDocument, DocumentPart, OutletKind, RateReliability
from annotator.tui.screens.listing import ListScreen
from annotator.view import GENRES, RELIABILITY, ListedOutlet, date_word, genre_word, kind_word, title_word

MAX_LISTED = 3
"""Documents of one outlet that can be corrected from here; others from their text."""


class Correcting(ListScreen):
    """A list whose rows may be outlets."""

    async def rate_outlet(self, outlet: ListedOutlet) -> None:
        """Asks for a letter and a reason; they hold for all documents of the outlet."""
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        options = [
            Option(letter, f"{letter}  {words}", "given now" if letter == outlet.rating else "", letter.lower())
            for letter, words in RELIABILITY.items()
        ]
        if outlet.rating:
            options.append(Option("-", "take the rating back", "", "0"))
        letter = await self._choice(f"Rate {outlet.name}", options)
        if letter is None:
            return
        given = letter if letter != "-" else None
        reason: str | None = ""
        if given:
            reason = await self._question(f"Why {letter} for {outlet.name}", hint="one line; may stay empty")
        if reason is not None:
            story = self.desk.story.analysis
            self.desk.apply(*(RateReliability(anchor_of(d, story), given, reason or None) for d in outlet.documents))

    async def correct_outlet(self, outlet: ListedOutlet) -> None:
        """Asks what is wrong and what is right."""
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        options = [
            Option("outlet", "its name", outlet.name, "1"),
            Option("kind", "its kind", kind_word(outlet.kind), "2"),
        ]
        for at, document in enumerate(outlet.documents[:MAX_LISTED]):
            title = title_word(document)
            options += [
                Option(f"genre {at}", f"genre: {title}", genre_word(document).lower(), str(3 + 2 * at)),
                Option(f"published {at}", f"date: {title}", date_word(document.published), str(4 + 2 * at)),
            ]
        answer = await self._choice(f"Correct {outlet.name}", options)
        if answer is None:
            return
        part, _, number = answer.partition(" ")
        documents = outlet.documents if not number else outlet.documents[int(number) : int(number) + 1]
        value = await self._new_value(DocumentPart(part), outlet, documents[0].published)
        if not value:
            return
        story = self.desk.story.analysis
        try:
            commands = [CorrectDocument(anchor_of(d, story), DocumentPart(part), value) for d in documents]
        except ValueError as error:
            self.tell(f"Not done: {error}")
            return
        self._wanted = value if part == "outlet" else outlet.name
        self.desk.apply(*commands)

    async def _new_value(self, part: DocumentPart, outlet: ListedOutlet, published: str | None) -> str | None:
        from annotator.tui.screens.dialogs import Option, Picker  # here: dialogs load when first asked for

        match part:
            case DocumentPart.OUTLET:
                return await self._question(f"Name of {outlet.name}", value=outlet.name)
            case DocumentPart.PUBLISHED:
                hint = "2031-05-06, or 2031-05, or 2031"
                return await self._question("Published on", value=(published or "")[:10], hint=hint)
            case DocumentPart.KIND:
                options = [Option(kind.value, kind_word(kind)) for kind in OutletKind]
            case DocumentPart.GENRE:
                options = [Option(genre.value, word.lower()) for genre, word in GENRES.items()]
        return await self.app.push_screen_wait(Picker("What it is", options, prompt="type to filter"))
