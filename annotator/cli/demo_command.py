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
def command(workspace: str | None, fresh: bool) -> None:
    """Opens an invented story of six documents to try everything on."""
    from annotator.cli.launch import launch  # here: loads the screens

    def open_it() -> Session:
        from annotator.session import open_demo  # here: the first paint need not wait for it

        return open_demo(workspace, fresh=fresh)

    check_terminal()
    launch(open_it)
