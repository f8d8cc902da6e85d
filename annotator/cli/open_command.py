"""`annotator open`: the workbench on a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli.terminal import check_terminal

if TYPE_CHECKING:
    from annotator.session import Session


class ScreenName(click.ParamType[str]):
    """The name of a screen; which there are is asked only where one is named or help is printed."""

    name = "screen"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        return _screens().get_metavar(param, ctx)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return _screens().convert(value, param, ctx)


def _screens() -> click.Choice[str]:
    from annotator.view import PLACES  # here: 0.1 s that the first paint need not wait for

    return click.Choice(["reader", *(p.name for p in PLACES)])


@click.command("open")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--workspace", type=click.Path(dir_okay=False), help="Where to keep everything; beside the story if not given."
)
@click.option("--by", help="Your name in the log; by default the login name.")
@click.option("--view", type=ScreenName(), help="The screen to open with.")
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

    def open_it() -> Session:
        from annotator.session import open_story  # here: the first paint need not wait for it

        return open_story(list(paths), workspace=workspace, by=by)

    check_terminal()
    launch(open_it, view=view, theme=theme, ascii_only=ascii_only, mouse=False if no_mouse else None)
