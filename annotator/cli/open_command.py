"""`annotator open`: the workbench on a story."""

from __future__ import annotations

import click

from annotator.cli.terminal import check_terminal
from annotator.view import PLACES


@click.command("open")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--workspace", type=click.Path(dir_okay=False), help="Where to keep everything; beside the story if not given."
)
@click.option("--by", help="Your name in the log; by default the login name.")
@click.option("--view", type=click.Choice(["reader", *(p.name for p in PLACES)]), help="The screen to open with.")
@click.option(
    "--theme", help="dark, light, contrast, safe (colour-blind), ansi (16 colours), or terminal to follow it."
)
@click.option("--ascii", "ascii_only", is_flag=True, help="Show all signs in ASCII.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal (native selection).")
def command(
    paths: tuple[str, ...],
    *,
    workspace: str | None,
    by: str | None,
    view: str | None,
    theme: str | None,
    ascii_only: bool,
    no_mouse: bool,
) -> None:
    """Opens documents, a folder of them, or a workspace, to read, compare and decide.

    \b
    Example: annotator open story/
             annotator open story.annotator --view disagreements
    """
    from annotator.cli.launch import launch  # here: loads the screens
    from annotator.session import open_story

    check_terminal()
    with open_story(list(paths), workspace=workspace, by=by) as session:
        launch(session, view=view, theme=theme, ascii_only=ascii_only, mouse=False if no_mouse else None)
