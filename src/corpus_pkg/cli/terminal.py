"""What a person sees while a command runs and when it has ended."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress_bar(*, quiet: bool, verbose: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A function that tells how far a run is: as a bar on a terminal, line by line where ``verbose``."""
    if verbose:
        yield lambda step, done, total: say(f"{step} {done}/{total}")
        return
    if quiet or not sys.stderr.isatty():
        yield lambda _step, _done, _all: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task("discovering", total=None)

        def draw(step: str, done: int, total: int) -> None:
            bars.update(bar, description=step, completed=done, total=total)

        yield draw


def say(line: str = "") -> None:
    """A line for the person at the terminal, apart from data."""
    typer.echo(line, err=True)


def plural(number: int, noun: str) -> str:
    """``1 row``, ``2 rows``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
