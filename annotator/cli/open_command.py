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
@click.option("--theme", help="A theme's name, such as textual-light or ansi-dark.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal (native selection).")
def command(
    paths: tuple[str, ...],
    *,
    workspace: str | None,
    by: str | None,
    view: str | None,
    theme: str | None,
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
        launch(session, view=view, theme=theme, mouse=not no_mouse)
