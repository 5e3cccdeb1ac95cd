"""Findings for people at a terminal."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, TextIO

from corpus_pkg.report.excerpt import WIDTH, excerpt, visible
from corpus_pkg.report.values import Report, counted, tally, well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus_pkg.findings import Finding

Piece = tuple[str, str]
"""A piece of text and its style in rich's terms; an empty style is plain."""

STYLES = {"error": "bold red", "warning": "bold yellow", "notice": "bold cyan"}


def render_text(report: Report, *, limit: int | None = 50) -> str:
    """Render as plain text; of each code no more than ``limit`` findings are printed, and all are counted."""
    return "".join(text for text, _ in text_pieces(report, limit=limit))


def print_text(report: Report, stream: TextIO, *, limit: int | None = 50) -> None:
    """Print to a stream, in colour where it is a terminal and ``NO_COLOR`` is not set."""
    if not stream.isatty() or os.environ.get("NO_COLOR"):
        stream.write(render_text(report, limit=limit))
        return
    # Rich takes a while to import, and most runs do not print to a terminal.
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    Console(file=stream, highlight=False, soft_wrap=True).print(
        Text.assemble(*text_pieces(report, limit=limit)), end=""
    )


def text_pieces(report: Report, *, limit: int | None = 50) -> Iterator[Piece]:
    """Give the report piece by piece, with the style of each."""
    told: Counter[str] = Counter()
    for found in report.findings:
        told[found.code] += 1
        if limit is None or told[found.code] <= limit:
            yield from _pieces(found, report, with_hint=told[found.code] == 1)
    for code, number in sorted(told.items()):
        if limit is not None and number > limit:
            yield f"… and {counted(number - limit, 'more finding')} of {code}\n", "dim"
    yield tally(report) + "\n", "bold"


def _pieces(found: Finding, report: Report, *, with_hint: bool) -> Iterator[Piece]:
    yield visible(report.place(found)), "bold"
    yield ": ", ""
    yield f"{found.severity}[{found.code}]", STYLES[found.severity]
    yield f" {visible(found.message)}\n", ""
    line = report.source(found.path, found.line) if found.path and found.line else None
    if line is not None and found.line:
        end = found.end_column if found.end_line in (None, found.line) else None
        if found.end_column is None and found.column:
            end = found.column + 1
        shown = excerpt(well_formed(line), found.column or 1, end)
        gutter = len(str(found.line))
        yield f" {found.line} | ", "dim"
        yield shown.text + "\n", ""
        if found.column:
            yield f" {' ' * gutter} | ", "dim"
            yield shown.marks + "\n", STYLES[found.severity]
    if found.table:
        row = (("row", found.key), ("column", found.field), ("value", found.value and found.value[:WIDTH]))
        told = ", ".join(f"{name} {value}" for name, value in row if value)
        yield f"  = in {visible(found.table + (': ' if told else '') + told)}\n", "dim"
    for related in found.related:
        yield f"  = see {visible(report.place(related))}: {visible(related.message)}\n", "dim"
    if with_hint:
        yield f"  = hint: {found.hint}\n", "dim"
