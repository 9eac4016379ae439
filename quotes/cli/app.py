"""The commands in the order of a working day. Each file imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from quotes import __version__
from quotes.cli.add import add
from quotes.cli.alias import alias
from quotes.cli.articles import articles
from quotes.cli.edit import edit
from quotes.cli.explain import explain
from quotes.cli.export import export
from quotes.cli.extract import extract
from quotes.cli.log import log
from quotes.cli.merge import merge
from quotes.cli.names import names
from quotes.cli.options import Db
from quotes.cli.reject import reject
from quotes.cli.remove import remove
from quotes.cli.rename import rename
from quotes.cli.review import review
from quotes.cli.search import search
from quotes.cli.show import show
from quotes.cli.speakers import speakers
from quotes.cli.split import split
from quotes.cli.undo import undo
from quotes.cli.unmerge import unmerge
from quotes.cli.update import update
from quotes.cli.verify import verify
from quotes.cli.who import who

_OTHER_WORDS = {
    "Value error, ": "",
    ", unable to parse string as an integer": "",
    ", unable to parse string as a number": "",
    "Input should be a valid ": "it is no ",
    "Input should be ": "it should be ",
}


class Commands(TyperGroup):
    """The commands, whose misuse is said in words for people, and not for programmers."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that is asked for."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            for theirs, ours in _OTHER_WORDS.items():
                error.message = error.message.replace(theirs, ours)
            raise


# Rich's help costs a third of the time in which a command should answer.
app = typer.Typer(
    name="quotes",
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 cannot, 2 misuse, 3 nothing found, 130 interrupted.",
)

READING = (add, who, search, show, export, speakers, articles, extract, explain)
DECIDING = (review, edit, reject, merge, unmerge, split, rename, alias, log, undo)
KEEPING = (update, remove, verify)

for command in (*READING, *DECIDING, *KEEPING):
    app.command()(command)
app.add_typer(names)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"quotes {__version__}")
        raise typer.Exit


@app.callback()
def quotes(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    db: Db = None,
) -> None:
    """Find who said what in news articles, and keep it where it can be asked for.

    \b
    quotes add articles/           read articles, find their quotes, keep them
    quotes who Okonjo              everything a speaker said, with role, article and date
    quotes export --who Okonjo sheet.xlsx
    """
