"""``corpus-pkg diff``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus_pkg.cli import options


class Form(StrEnum):
    """The forms of a comparison."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"


def diff(
    old: Annotated[
        str, typer.Argument(help="A package: a folder, a zip file or an address.", show_default=False)
    ],
    new: Annotated[str, typer.Argument(help="The package to compare it with.", show_default=False)],
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="How to tell the differences.")] = Form.text,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file to write to instead of standard output.")
    ] = None,
    limit: Annotated[
        int, typer.Option(min=0, help="Rows shown of each kind; the JSON form has all of them.")
    ] = 20,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    version: options.Version = False,
) -> int:
    """Say what differs between two packages, losses first, and which version the difference asks for."""
    del quiet, verbose, version
    from corpus_pkg import diff as comparing

    changes = comparing.undivided(comparing.diff_packages(old, new))
    pieces = {
        Form.text: lambda: comparing.render_text(changes, limit),
        Form.json: lambda: comparing.render_json(changes),
        Form.markdown: lambda: comparing.render_markdown(changes, limit),
        Form.html: lambda: comparing.render_html(changes, limit),
    }[form]()
    if output is None:
        for piece in pieces:
            typer.echo(piece, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
    return 0
