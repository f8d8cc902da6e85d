"""`annotator read`: the whole work as lines of text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from annotator.cli.output import emit
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.session import Session

PROMPT = "> "
WIDTH = 72
"""Cells of a line, unless it is said otherwise."""


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="STORY...")
@click.option(
    "--plain", is_flag=True, expose_value=False, help="Lines of text only; so it always is, and scripts may say it."
)
@click.option("--width", type=click.IntRange(20, 1000), default=WIDTH, show_default=True, help="Cells of a line.")
@click.option(
    "--workspace", type=click.Path(dir_okay=False), help="Where to keep everything; beside the story if not given."
)
@click.option("--by", help="Your name in the log; by default the login name.")
def command(paths: tuple[str, ...], *, width: int, workspace: str | None, by: str | None) -> None:
    """Reads and decides line by line: for screen readers, braille displays, dumb terminals, pipes.

    Commands come from the standard input, one a line; `help` names them. Not from a terminal, the first command that
    makes no sense ends it with exit code 2; what was decided before is saved.

    \b
    Example: annotator read story/
             printf 'list disagreements\\nsettle D1 both true\\n' | annotator read story/
    """
    from annotator.session import open_story  # here: --help stays quick

    with open_story(list(paths), workspace=workspace, by=by) as session:
        talk(session, width=width)


def talk(session: Session, *, width: int = WIDTH) -> None:
    """The dialogue of lines over an open story, until it is over.

    Raises:
        UsageError: if a line makes no sense that no person typed.
    """
    from annotator.linear import PAGE, Dialogue  # here: --help stays quick

    is_person = sys.stdin is not None and sys.stdin.isatty()
    if session.needs_analysis:
        if is_person:
            _print(("Analysing the story.",))
        session.analyse()
    dialogue = Dialogue(session, width=width, page=PAGE if is_person else None, is_ascii=_is_ascii())
    if is_person:
        _print(dialogue.greet())
    for number, line in enumerate(_lines(is_person=is_person), 1):
        reply = dialogue.answer(line)
        if reply.refusal is not None and not is_person:
            hint = f"{reply.refusal.hint}; " if reply.refusal.hint else ""
            raise UsageError(f"line {number}: {reply.refusal.message}", f"{hint}what was decided before is saved")
        _print(reply.lines)
        if reply.is_over:
            break


def _lines(*, is_person: bool) -> Iterator[str]:
    """What is typed or piped in, until it ends."""
    if not is_person:
        if sys.stdin is not None:
            yield from (raw.decode("utf-8", "replace") for raw in sys.stdin.buffer)
        return
    with suppress(ImportError):  # Windows has its own
        import readline  # noqa: F401  here: gives the prompt its editing keys and its history

    while True:
        try:
            yield input(PROMPT)
        except EOFError:
            _print(("",))
            return


def _print(lines: tuple[str, ...]) -> None:
    emit("".join(f"{line}\n" for line in lines))


def _is_ascii() -> bool:
    name = getattr(sys.stdout, "encoding", None) or "utf-8"
    return name.lower().replace("-", "") != "utf8"
