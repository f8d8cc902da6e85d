"""`annotator serve`: the workbench in a web browser."""

from __future__ import annotations

import sys
from contextlib import suppress

import click

from annotator.cli.diagnostics import say


@click.command("serve")
@click.argument("paths", nargs=-1, required=True, metavar="STORY...")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; only this machine by default.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="0, the default, takes one that is free.")
@click.option("--yes-expose", is_flag=True, help="Listen where other machines reach it, without encryption.")
@click.option(
    "--workspace", type=click.Path(dir_okay=False), help="Where to keep everything; beside the story if not given."
)
@click.option("--by", help="Your name in the log; by default the login name.")
def command(
    paths: tuple[str, ...], *, host: str, port: int, yes_expose: bool, workspace: str | None, by: str | None
) -> None:
    """Opens the workbench in a web browser, at an address that nobody can guess; Ctrl+C ends it.

    Nothing is loaded from elsewhere. Needs: pip install textual-serve
    """
    from annotator.serve.address import check_host, make_token  # here: --help stays quick
    from annotator.session import open_story

    check_host(host, is_exposed=yes_expose)
    from annotator.serve.server import serve  # here: the host is refused first, whether the packages are there or not

    with open_story(list(paths), workspace=workspace, by=by) as session:
        title, file = session.title, session.workspace
    program = [sys.executable, "-P", "-m", "annotator", "open", str(file), *(["--by", by] if by else [])]

    def ready(address: str) -> None:
        say(f"open {address} in a browser; Ctrl+C ends it")

    with suppress(KeyboardInterrupt):
        serve(program, title=title, token=make_token(), host=host, port=port, is_exposed=yes_expose, ready=ready)
    say("ended; every decision is saved")
