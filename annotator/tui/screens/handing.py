"""What goes out to other programs: the story as a file, words to a shell command, a note to the person's editor."""

from __future__ import annotations

import asyncio

from annotator.text import one_line
from annotator.tui.one_by_one import ASKING
from annotator.tui.screens.commanding import Commanding
from annotator.view import clip, counted

SHOWN = 40  # cells of the words in a question


class Handing(Commanding):
    """Nothing here changes the story; nothing runs that was not typed and confirmed."""

    def can(self, action: str) -> bool:
        return bool(self.words_to_copy()) if action == "pipe_selection" else super().can(action)

    def action_pipe_selection(self) -> None:
        self.run_worker(self._pipe(), group=ASKING, exclusive=True)

    async def _pipe(self) -> None:
        from annotator.tui.screens.dialogs import Choice, Option, Question  # here: dialogs load when first asked for
        from annotator.tui.screens.notices import Output
        from annotator.tui.shell import run_in_shell

        words = self.words_to_copy()
        size = counted(len(words), "character")
        shown = f"{size} go to its input: “{clip(one_line(words), SHOWN, len)}”"
        asked = Question("Send to a shell command", question=shown, hint="such as wc -w; Esc sends nothing")
        command = await self.app.push_screen_wait(asked)
        if not command:
            return
        options = [Option("run", "run it, with all your rights", "", "y"), Option("", "do not", "", "n")]
        sure = Choice("Run this command?", options, question=command)
        if not await self.app.push_screen_wait(sure):
            self.tell("Nothing was sent")
            return
        self.tell(f"Running {one_line(command)}")
        try:
            ran = await run_in_shell(command, words)
        except OSError as error:
            self.tell(f"The shell did not start: {error.strerror}")
            return
        self.tell(f"Sent {size}; the command {ran.ended}")
        title = f"{clip(one_line(command), SHOWN, len)} {ran.ended}"
        self.app.push_screen(Output(title, ran.lines, empty="It said nothing. Esc goes back."))

    def action_export(self) -> None:
        self.run_worker(self._export(), group=ASKING, exclusive=True)

    async def _export(self) -> None:
        from annotator.tui.exporting import FORMS, write_export  # here: loads when first asked for
        from annotator.tui.screens.dialogs import Choice, Option

        options = [Option(form, words, "", str(number)) for number, (form, words) in enumerate(FORMS.items(), 1)]
        warning = "Outlets are hidden on the screens only: the export names them." if self.desk.is_blind else ""
        form = await self.app.push_screen_wait(Choice("Export with your decisions", options, question=warning))
        if form is None:
            return
        session = self.desk.session
        try:
            written = await asyncio.to_thread(write_export, session, form)
        except OSError as error:
            self.tell(f"The export could not be written: {error.strerror}")
        else:
            self.offer(written, "Exported to")

    def edit_words(self, words: str) -> str | None:
        """The words as the person's editor leaves them; None, and the reason on the screen, if they stay."""
        from textual.app import SuspendNotSupported

        from annotator.tui.editor import edit_words, editor_command  # here: loads when first asked for

        command = editor_command()
        if command is None:
            self.tell("Set $VISUAL or $EDITOR to the editor you want, such as nano, and start again")
            return None
        try:
            with self.app.suspend():
                edited = edit_words(words, command)
        except SuspendNotSupported:
            self.tell("This terminal cannot be handed to an editor")
            return None
        self.app.refresh(layout=True)
        if edited.words is None:
            self.tell(edited.sentence)
        return edited.words
