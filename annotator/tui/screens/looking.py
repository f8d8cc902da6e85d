"""Asking about the object at the cursor: what a person can look up, the same on every screen that shows one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from textual.app import SuspendNotSupported

from annotator.model import AnchorKind
from annotator.tui.screens.handing import Handing
from annotator.view import Target, explain, explain_cases, fact_of, outlet_word, web_address


class Looking(Handing):
    """Nothing here changes the story."""

    @property
    def target(self) -> Target | None:
        """The object at the cursor."""
        raise NotImplementedError

    def can(self, action: str) -> bool:
        match action:
            case "trace":
                return self.claim is not None
            case "explain_mark":
                return self._asked_about() is not None
            case "open_original":
                return self.document is not None
            case _:
                return super().can(action)

    def action_trace(self) -> None:
        from annotator.tui.screens.path import PathScreen  # here: loads when first opened

        claim, story = self.claim, self.desk.story
        if claim is None:
            return
        fact = fact_of(story, claim, self.target)
        disagreement = self.desk.disagreement(self.target)
        if disagreement is not None and disagreement.cluster is not None:
            fact = next((k for k in story.clusters_of.get(claim.id, ()) if k.id == disagreement.cluster), fact)
        self.app.push_screen(PathScreen(self.desk, claim, fact))

    def action_explain_mark(self) -> None:
        from annotator.tui.screens.notices import Notices  # here: loads when first asked for

        target = self._asked_about()
        if target is not None:
            story = self.desk.story
            lines = (*explain(story, target), *explain_cases(self.desk.cases, target, story))
            self.app.push_screen(Notices("Where this comes from", lines, empty="Nothing is known about it."))

    def _asked_about(self) -> Target | None:
        """The object at the cursor, else its claim, else its document."""
        if self.target in self.desk.story.things:
            return self.target
        if self.claim is not None:
            return Target(AnchorKind.CLAIM, self.claim.id)
        return Target(AnchorKind.DOCUMENT, self.document.id) if self.document else None

    # the original

    def action_open_original(self) -> None:
        self._ask(self._open_original())

    async def _open_original(self) -> None:
        """Shows what would be opened, and opens it only when told to."""
        from annotator.tui.opening import has_browser, pager  # here: loads when first asked for
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        document, is_web = self.document, self.app.is_web
        if document is None:
            return
        address, command = web_address(document.url), [] if is_web else pager()
        options = [Option("copy", "copy the address", "", "2")] if address else []
        if address and (is_web or has_browser()):
            options.insert(0, Option("browser", "open the address in the browser", "leaves this machine", "1"))
        if command:
            options.append(Option("pager", "read the stored text in the pager", command[0], "3"))
        if not options:
            self.tell("It gives no address to open" if is_web else "No address to open, and no pager; PAGER names one")
            return
        refused = "Its address is not one of the web and is not opened." if document.url else "It gives no address."
        answer = await self._choice(f"Original of {outlet_word(document)}", options, question=address or refused)
        match answer:
            case "browser":
                await self._browse(address or "")
            case "copy":
                self.copy(address or "")
            case "pager":
                self._page(command, document.text)

    async def _browse(self, address: str) -> None:
        from annotator.tui.opening import open_in_browser  # here: loads when first asked for

        if self.app.is_web:
            self.app.open_url(address)
            self.tell(f"The browser was asked to open {address}")
            return
        is_open = await asyncio.to_thread(open_in_browser, address)
        self.tell(f"Opened in the browser: {address}" if is_open else f"No browser took {address}")

    def _page(self, command: list[str], text: str) -> None:
        from annotator.tui.opening import show_in_pager  # here: loads when first asked for

        try:
            with self.app.suspend():
                show_in_pager(command, text)
        except SuspendNotSupported:
            self.tell("The pager needs a terminal of its own")
        except OSError as error:
            self.tell(f"{command[0]} could not be run: {error.strerror}")

    # asking

    def _ask(self, flow: Awaitable[None]) -> None:
        raise NotImplementedError

    async def _choice(self, title: str, options: list[Any], *, question: str = "") -> str | None:
        raise NotImplementedError
