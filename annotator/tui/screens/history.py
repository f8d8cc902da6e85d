"""Everything that people did to the story, newest first; Enter goes to the place in the text."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.decisions import said_before
from annotator.session import read_log
from annotator.tui.screens.listing import ListScreen
from annotator.view import HISTORY_FIELDS, Deed, Item, Line, Room, describe_deed, history_items, outlet_word, paint_deed


class HistoryScreen(ListScreen):
    """Undone deeds stay, dimmed; u and U work here as everywhere."""

    TITLE = "History"
    EMPTY = "Nothing done yet. $back goes back."
    FIELDS = HISTORY_FIELDS

    def items(self) -> Sequence[Item]:
        names = self.desk.session.names | {d.id: outlet_word(d) for d in self.desk.story.documents}
        log = read_log(self.desk.session.log, names)
        places = self.desk.session.places_now()
        deeds = [
            Deed(
                e.seq,
                e.at,
                e.by,
                e.type,
                self.desk.words(line.phrase),
                e.command,
                line.is_taken_back,
                tuple(map(self.desk.words, said_before(e.command, names))),
                places.get(e.seq, ()) if places else None,
            )
            for line in log
            for e in (line.event,)
        ]
        self._deeds = {str(deed.number): deed for deed in deeds}
        return history_items(self.desk.story, deeds)

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_deed(self._deeds[item.key], room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_deed(self._deeds[item.key], room)
