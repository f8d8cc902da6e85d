"""`annotator demo`: the workbench on the built-in sample story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.terminal import check_terminal

if TYPE_CHECKING:
    from annotator.session import Session


@click.command("demo")
@click.option("--workspace", type=click.Path(dir_okay=False), help="Where to keep your decisions on the sample.")
@click.option("--fresh", is_flag=True, help="Start again without the decisions of the last time (they are kept aside).")
@click.option("--tour", is_flag=True, help="Begin the tour of twelve steps, or go on where it was left.")
@click.option("--theme", help="The colours, as with open.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Show all signs in ASCII.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal (native selection).")
@click.option("--plain", is_flag=True, help="The dialogue of lines, as with read, instead of the screens.")
def command(
    *, workspace: str | None, fresh: bool, tour: bool, theme: str | None, ascii_only: bool, no_mouse: bool, plain: bool
) -> None:
    """Opens an invented story of six documents to try everything on."""
    if plain:
        _talk(workspace, fresh=fresh)
        return
    from annotator.cli.launch import launch  # here: loads the screens

    def open_it() -> Session:
        from annotator.session import open_demo  # here: the first paint need not wait for it

        return open_demo(workspace, fresh=fresh)

    check_terminal()
    mouse = False if no_mouse else None
    launch(open_it, theme=theme, ascii_only=ascii_only, mouse=mouse, tour="begin" if tour else "offer")


def _talk(workspace: str | None, *, fresh: bool) -> None:
    from annotator.cli.read_command import talk  # here: --help stays quick
    from annotator.session import open_demo

    with open_demo(workspace, fresh=fresh) as session:
        talk(session)
