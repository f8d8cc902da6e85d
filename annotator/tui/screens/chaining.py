"""Editing the chain of sources of a claim link by link, until Esc."""

from __future__ import annotations

from annotator.decisions import anchor_of
from annotator.model import (
    AddLink,
    Anchor,
    AnchorKind,
    Attitude,
    Claim,
    Command,
    Reject,
    SetParent,
    SetSource,
    SourceRole,
)
from annotator.text import one_line
from annotator.tui.screens.structuring import Structuring
from annotator.view import ROLES, Link, attitude_word, chain_of, chain_sentence, outlet_word, place_in

_BEHIND, _BEFORE = "behind ", "before "
_ADD = "add"


class Chaining(Structuring):
    """Each change is one undo; the chain stays open for the next."""

    def can(self, action: str) -> bool:
        if action == "edit_chain":
            return self.claim is not None and not self.documents.has_focus
        return super().can(action)

    def action_edit_chain(self) -> None:
        self._ask(self._edit_chain())

    async def _edit_chain(self) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        while (claim := self.claim) is not None:
            links = chain_of(claim)
            rows = [
                Option(link.attribution.id, f"{'  ' * link.depth}{link.name}", link.about, str(i) if i < 10 else "")
                for i, link in enumerate(links, 1)
            ]
            outlet = outlet_word(self.desk.story.document[claim.document])
            question = f"“{one_line(claim.text)}”\n{chain_sentence(outlet, links)}"
            rows.append(Option(_ADD, "add a link", "", "+"))
            answer = await self._choice("Chain of sources", rows, question=question)
            if answer is None:
                return
            link = next((x for x in links if x.attribution.id == answer), None)
            commands = await self._add_link(claim, links) if link is None else await self._edit_link(claim, link, links)
            if commands:
                self.desk.apply(*commands)

    async def _add_link(self, claim: Claim, links: tuple[Link, ...]) -> tuple[Command, ...]:
        picked = await self.pick_source("Who is in the chain")
        name, known = picked or ("", None)
        role = known or (await self._pick_role(name) if name else None)
        if role is None:
            return ()
        target = anchor_of(claim, self.desk.story.analysis)
        where = await self._pick_place(name, links) if links else ""
        if where is None:
            return ()
        anchors = {link.attribution.id: anchor_of(link.attribution, self.desk.story.analysis) for link in links}
        parent = anchors.get(where.removeprefix(_BEHIND))
        made = AddLink(target, name, role, parent=parent)
        if not where.startswith(_BEFORE):
            return (made,)
        itself = Anchor(AnchorKind.ATTRIBUTION, (place_in(self.desk.story, claim.document, claim.span),), name)
        return (made, SetParent(anchors[where.removeprefix(_BEFORE)], itself))

    async def _pick_place(self, name: str, links: tuple[Link, ...]) -> str | None:
        """Where in the chain somebody stands; empty for beside the others."""
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        options = [Option("", f"the outlet has it from {name}, and from nobody through them", "", "1")]
        for link in links:
            key = link.attribution.id
            options.append(Option(f"{_BEHIND}{key}", f"{link.name} has it from {name}", "", str(len(options) + 1)))
            options.append(Option(f"{_BEFORE}{key}", f"{name} has it from {link.name}", "", str(len(options) + 1)))
        return await self._choice("Where in the chain", options[:9])

    async def _pick_role(self, name: str) -> SourceRole | None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        options = [Option(r.value, words, "", str(i)) for i, (r, words) in enumerate(ROLES.items(), 1)]
        answer = await self._choice(f"What {name} is", options)
        return SourceRole(answer) if answer else None

    async def _edit_link(self, claim: Claim, link: Link, links: tuple[Link, ...]) -> tuple[Command, ...]:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        anchor = anchor_of(link.attribution, self.desk.story.analysis)
        source = link.attribution.source
        options = [Option("source", "somebody else", "", "s")]
        if source is not None and source.name:
            options.append(Option("role", "another sort of source", ROLES[source.role], "r"))
            options.append(Option("attitude", "another attitude", attitude_word(link.attribution.attitude), "t"))
        if len(links) > 1:
            options.append(Option("parent", "passed on by somebody else, or by nobody", "", "p"))
        options.append(Option("remove", "no source of this claim", "", "x"))
        answer = await self._choice(link.name, options, question=one_line(claim.text))
        match answer:
            case "remove":
                return (Reject(anchor),)
            case "parent":
                return await self._change_parent(anchor, link, links)
            case None:
                return ()
            case _:
                return await self._change_source(answer, anchor, link)

    async def _change_source(self, part: str, anchor: Anchor, link: Link) -> tuple[Command, ...]:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        source, attitude = link.attribution.source, link.attribution.attitude
        name, role = (source.name or "", source.role) if source else ("", SourceRole.PERSON)
        if part == "source":
            picked = await self.pick_source(f"Instead of {link.name}")
            if picked is None:
                return ()
            name, role = picked[0], picked[1] or role
        elif part == "role":
            role = await self._pick_role(name) or role
        else:
            kinds = [Option(a.value, attitude_word(a), "", str(i)) for i, a in enumerate(Attitude, 1)]
            answer = await self._choice(f"What {name} does", kinds)
            attitude = Attitude(answer) if answer else attitude
        is_same = source is not None and (name, role, attitude) == (source.name, source.role, link.attribution.attitude)
        return () if is_same or not name else (SetSource(anchor, name, role, attitude),)

    async def _change_parent(self, anchor: Anchor, link: Link, links: tuple[Link, ...]) -> tuple[Command, ...]:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        others = {x.attribution.id: x for x in links if x.attribution.id not in _behind(link, links)}
        options = [Option(key, f"{x.name} passes it on", "", str(i)) for i, (key, x) in enumerate(others.items(), 1)]
        answer = await self._choice(
            f"Who has it from {link.name}", [*options[:9], Option("", "nobody but the outlet", "", "0")]
        )
        if answer is None:
            return ()
        parent = anchor_of(others[answer].attribution, self.desk.story.analysis) if answer else None
        return (SetParent(anchor, parent),)


def _behind(link: Link, links: tuple[Link, ...]) -> set[str]:
    """A link with all that it passes on, which therefore cannot pass it on."""
    found = {link.attribution.id}
    for other in links:  # in order of the chain, so that whom a link passes on comes after it
        if other.attribution.parent in found:
            found.add(other.attribution.id)
    return found
