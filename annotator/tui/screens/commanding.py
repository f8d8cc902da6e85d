"""Commands that every screen has: help, palette, colours, copying, screenshot, going elsewhere, leaving."""

from __future__ import annotations

import json
from datetime import datetime
from io import BytesIO
from pathlib import Path

from annotator.model import Claim, Document
from annotator.text import one_line, squeeze
from annotator.tui.keys import all_actions, printed, said
from annotator.tui.screens.work import WorkScreen
from annotator.tui.served import REFUSED, as_download, copy_to_browser
from annotator.tui.theme import NAMES, THEME_CYCLE, THEME_WORDS
from annotator.view import date_word, outlet_word, title_word

_NOT_LISTED = frozenset(("cursor_left", "cursor_right", "cursor_up", "cursor_down", "show_help", "palette"))


class Commanding(WorkScreen):
    """Subclasses say what is at the cursor."""

    @property
    def claim(self) -> Claim | None:
        """The claim at the cursor."""
        raise NotImplementedError

    @property
    def document(self) -> Document | None:
        """The document at the cursor."""
        raise NotImplementedError

    def words_to_copy(self) -> str:
        """What y y copies."""
        return self.selected_words() or (self.claim.text if self.claim else "")

    def selected_words(self) -> str:
        """What was selected with mouse or keys."""
        return self.get_selected_text() or ""

    def can(self, action: str) -> bool:
        tour = self.desk.bench.tour
        match action:
            case "begin_tour":
                return tour is not None
            case "resume_tour":
                return tour is not None and tour.can_resume
            case _:
                return super().can(action)

    # help and palette

    def action_begin_tour(self) -> None:
        if self.desk.bench.tour is not None:
            self.desk.bench.tour.begin(self)

    def action_resume_tour(self) -> None:
        if self.desk.bench.tour is not None:
            self.desk.bench.tour.resume(self)

    def action_show_help(self) -> None:
        from annotator.tui.helping import help_entries  # here: loads when first asked for
        from annotator.tui.screens.help import Help

        self.app.push_screen(Help(help_entries(all_actions(), self.actions())), self._run_picked)

    def action_palette(self) -> None:
        """Every command; those that work here now come first."""
        from annotator.tui.screens.dialogs import Option, Picker  # here: dialogs load when first asked for

        working = {a.id for a in self.actions()}
        options: dict[str, Option] = {}
        for action in sorted((a for a in all_actions() if a.id not in _NOT_LISTED), key=lambda a: a.id not in working):
            keys = "  ".join(printed(k) for k in action.keys)
            where = "" if action.id in working else f" ({', '.join(c.value for c in action.contexts)})"
            options.setdefault(
                action.id, Option(action.id, f"{said(action.description)}{where}", keys, also=action.label)
            )
        picker = Picker("Commands", list(options.values()), prompt="type to search; Enter runs it")
        self.app.push_screen(picker, self._run_picked)

    def _run_picked(self, name: str | None) -> None:
        if name is None:
            return
        if self.is_refused(name):
            self.tell(said(REFUSED[name]))
            return
        if name not in {a.id for a in self.actions()}:
            where = ", ".join(dict.fromkeys(c.value for a in all_actions() if a.id == name for c in a.contexts))
            self.tell(f"That does not work here and now, only in: {where}")
            return
        self.call_after_refresh(self.run_by_id, name)

    def action_show_warnings(self) -> None:
        from annotator.tui.screens.notices import Notices  # here: loads when first asked for

        notices = [": ".join(part for part in (w.path, w.message) if part) for w in self.desk.warnings]
        self.app.push_screen(Notices("Warnings", notices, empty=said("No warnings. $back goes back.")))

    # going elsewhere

    def action_go_documents(self) -> None:
        self.desk.bench.go_home("go_documents")

    def action_go_reader(self) -> None:
        self.desk.bench.go_home("go_reader")

    def action_go_inspector(self) -> None:
        self.desk.bench.go_home("go_inspector")

    def action_close_view(self) -> None:
        if not self._close():
            self.action_explain_leaving()

    def go_back(self) -> bool:
        return self._close()

    def _close(self) -> bool:
        """Closes the screen; False for the one that all others lie over."""
        if len(self.app.screen_stack) > 2:  # the app's own empty screen and home lie below
            self.dismiss(None)
            return True
        return False

    def action_leave(self) -> None:
        self.desk.bench.leave()

    # colours, pictures, copies

    def action_change_theme(self) -> None:
        at = next((i for i, name in enumerate(THEME_CYCLE) if NAMES[name] == self.app.theme), -1)
        self.desk.bench.use_theme(THEME_CYCLE[(at + 1) % len(THEME_CYCLE)])

    def action_choose_theme(self) -> None:
        from annotator.tui.screens.dialogs import Choice, Option  # here: dialogs load when first asked for

        now = {NAMES[name]: name for name in reversed(THEME_CYCLE)}.get(self.app.theme)
        options = [
            Option(name, words, "in use" if name == now else name, str(number))
            for number, (name, words) in enumerate(THEME_WORDS.items(), 1)
        ]
        self.app.push_screen(Choice("Colours", options), lambda name: self.desk.bench.use_theme(name) if name else None)

    def action_screenshot(self) -> None:
        from annotator.tui.screenshot import save_picture  # here: loads when first asked for

        svg = self.app.export_screenshot(title=self.desk.session.title)
        for folder in (Path.cwd(), self.desk.session.workspace.parent):
            try:
                file = save_picture(svg, folder, datetime.now())
            except OSError as error:
                problem = error.strerror
            else:
                self.offer(file, "Picture saved as")
                return
        self.tell(f"The picture could not be saved: {problem}")

    def action_copy_selection(self) -> None:
        self.copy(self.words_to_copy())

    def action_copy_or_explain(self) -> None:
        chosen = self.selected_words()
        if chosen:
            self.copy(chosen)
        else:
            self.action_explain_leaving()

    def action_explain_leaving(self) -> None:
        self.tell(said("$leave leaves the program; everything is saved"))

    def action_copy_claim(self) -> None:
        self.copy(self.claim.text if self.claim else "")

    def action_copy_quotation(self) -> None:
        claim, document = self.claim, self.document
        if claim is not None and document is not None:
            source = [outlet_word(document), title_word(document), date_word(document.published), document.url or ""]
            self.copy(f"“{squeeze(claim.text)}” ({', '.join(part for part in source if part)})")

    def action_copy_link(self) -> None:
        self.copy((self.document.url if self.document else None) or "")

    def action_copy_json(self) -> None:
        from annotator.model.encoding import encode_claim  # here: loads when first asked for

        if self.claim is not None:
            self.copy(json.dumps(encode_claim(self.claim), ensure_ascii=False, indent=1))

    def copy(self, words: str) -> None:
        """Copies words and says how."""
        from annotator.tui.clipboard import copy_words  # here: loads when first asked for

        how = copy_to_browser if self.app.is_web else copy_words
        self.tell(how(words, self.app.copy_to_clipboard) if words else "Nothing to copy here")

    def offer(self, path: Path, done: str) -> None:
        """Says where a file or folder was written, and gives it to the browser if the screens are in one."""
        where = f"{done} {one_line(str(path))}"
        if not self.app.is_web:
            self.tell(where)
            return
        try:
            name, content = as_download(path)
        except OSError:  # gone again, or not readable to us
            self.tell(where)
            return
        self.app.deliver_binary(BytesIO(content), save_filename=name)
        self.tell(f"Sent {one_line(name)} to the browser to save. {where}")
