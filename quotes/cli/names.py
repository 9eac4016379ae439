"""`quotes names`: a file of names that a newsroom keeps."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.opening import open_library
from quotes.cli.options import As, By, Db, Format, Quiet, Reason, Verbose
from quotes.cli.output import Messages

names = typer.Typer(name="names", rich_markup_mode=None, no_args_is_help=True)


@names.callback()
def about(db: Db = None) -> None:
    """Read or write a file of names: who is called what.

    \b
    Examples:
      quotes names export names.toml
      quotes names import names.toml
    """


@names.command("import")
def read(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A file of names; - is stdin.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Check the file; import nothing.")] = False,
    by: By = "",
    reason: Reason = "",
    db: Db = None,
    form: As = Format.table,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Call speakers as a file says.

    Whoever has one of the names, in articles that come later too, is the speaker it belongs to. The
    file takes the place of the one that was imported before: a name that is not in it any more is
    taken back, and an empty file takes back all. A file that contradicts itself, or what was decided
    by hand, is refused.

    \b
    Examples:
      quotes names import names.toml
      quotes names import names.toml --dry-run
    """
    from quotes.cli.deciding import tell
    from quotes.deciding.namefile import read_names, summary
    from quotes.show.plain import count

    messages = Messages(quiet, verbose)
    listed = read_names(_bytes(path), "standard input" if path == "-" else path)
    with open_library(db) as library:
        total = summary(listed, library.imported())
        if dry_run:
            library.check_names(listed)
            messages.say(f"{total}: nothing contradicts; not imported, only looked")
            return
        before = len(library.speakers())
        decision = library.import_names(listed, by=by, reason=reason)
        merged = before - len(library.speakers())
    if decision is None:
        messages.say(f"{total}: nothing new")
        return
    changed = f"; {count(abs(merged), 'speaker')} {'merged' if merged > 0 else 'parted'}" if merged else ""
    tell(decision, form, messages, f"{total}{changed}")


@names.command("export")
def write(
    out: Annotated[str, typer.Argument(metavar="OUT", help="The file to write; - is stdout.")],
    every: Annotated[
        bool, typer.Option("--all", help="All speakers with a name; not only whose names were decided.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite OUT if it is there.")] = False,
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write the names that people decided about to a file.

    That is who was merged, renamed, given an alias, or imported before. Importing the file into
    another library makes the same speakers one there.

    \b
    Examples:
      quotes names export names.toml
      quotes names export --all - | less
    """
    from quotes.deciding.namefile import write_names
    from quotes.errors import NotFoundError
    from quotes.sheets import write_file
    from quotes.show.plain import count

    with open_library(db) as library:
        found = library.names(all_named=every)
    if not found:
        raise NotFoundError("no name was decided about yet; --all writes all speakers")
    text = write_names(found)
    if out == "-":
        sys.stdout.write(text)
    else:
        write_file(text.encode("utf-8"), out, force=force)
    Messages(quiet, verbose).say(
        f"{count(len(found), 'speaker')} written to {'stdout' if out == '-' else Path(out)}"
    )


def _bytes(path: str) -> bytes:
    from quotes.errors import ReadError

    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: {(error.strerror or str(error)).lower()}; check the name") from None
