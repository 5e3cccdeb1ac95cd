"""Changes in the forms that people read: text, Markdown, HTML."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from corpus_pkg.diff.outline import Grid, Heading, Item, Line, outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus_pkg.diff.changes import Changes
    from corpus_pkg.diff.words import Piece

SAMPLES = 20
"""Rows shown of each kind."""


def render_text(changes: Changes, limit: int = SAMPLES) -> Iterator[str]:
    """Lines for a terminal: what is gone in ``[-…-]``, what is new in ``{+…+}``, as ``git diff --word-diff`` does."""
    for part in outline(changes, limit):
        match part:
            case Heading(level, text):
                yield f"{text}\n" if level == 1 else f"\n{text}\n"
            case Line(text):
                yield f"{text}\n"
            case Grid(header, rows):
                yield from _render_columns((header, *rows))
            case Item(keys, place, pieces):
                yield f"  {' → '.join(keys)}  {place}  {_one_line(_mark(pieces, '[-', '-]', '{+', '+}'))}\n"


def _render_columns(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (
            cell.ljust(width) if _is_words(rows, column) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  " + "  ".join(cells).rstrip() + "\n"


def _is_words(rows: tuple[tuple[str, ...], ...], column: int) -> bool:
    return any(row[column] and not row[column].isdigit() for row in rows[1:])


def render_markdown(changes: Changes, limit: int = SAMPLES, depth: int = 0) -> Iterator[str]:
    """GitHub's Markdown; ``depth`` is added to the level of every heading."""
    before: object = None
    for part in outline(changes, limit):
        yield "\n" if before is not None and not (isinstance(before, Item) and isinstance(part, Item)) else ""
        before = part
        match part:
            case Heading(level, text):
                yield f"{'#' * (level + depth)} {_plain(text)}\n"
            case Line(text):
                yield f"{_plain(text)}\n"
            case Grid(header, rows):
                yield f"| {' | '.join(header)} |\n|{'---|' * len(header)}\n"
                yield from (f"| {' | '.join(_plain(cell) for cell in row)} |\n" for row in rows)
            case Item(keys, place, pieces):
                told = _mark(
                    (piece._replace(text=_plain(piece.text)) for piece in pieces),
                    "<del>",
                    "</del>",
                    "<ins>",
                    "</ins>",
                )
                where = f" {_plain(place)}" if place else ""
                yield f"- {' → '.join(f'`{key}`' for key in keys)}{where}: {_one_line(told)}\n"


def _plain(text: str) -> str:
    """Text of others as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_\[\]|~#])", r"\\\1", escape(text, quote=False).replace("\n", " "))


_STYLE = """\
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse } td, th { border: 1px solid #bbb; padding: .2rem .6rem; text-align: left }
del { background: #fdd } ins { background: #dfd; text-decoration: none } code { font-size: .9em }
@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } del { background: #622 }
ins { background: #252 } }
"""


def render_html(changes: Changes, limit: int = SAMPLES) -> Iterator[str]:
    """A page that stands alone."""
    title = escape(f"{changes.whole.new.name} {changes.whole.old.version} to {changes.whole.new.version}")
    yield f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n'
    yield f"<style>\n{_STYLE}</style>\n"
    in_list = False
    for part in outline(changes, limit):
        if in_list != isinstance(part, Item):
            yield "</ul>\n" if in_list else "<ul>\n"
            in_list = not in_list
        match part:
            case Heading(level, text):
                yield f"<h{level}>{escape(text)}</h{level}>\n"
            case Line(text):
                yield f"<p>{escape(text)}</p>\n"
            case Grid(header, rows):
                yield "<table>\n"
                yield f"<tr>{''.join(f'<th>{escape(cell)}</th>' for cell in header)}</tr>\n"
                yield from (
                    f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in rows
                )
                yield "</table>\n"
            case Item(keys, place, pieces):
                told = _mark(
                    (piece._replace(text=escape(piece.text)) for piece in pieces),
                    "<del>",
                    "</del>",
                    "<ins>",
                    "</ins>",
                )
                yield f"<li>{' → '.join(f'<code>{escape(key)}</code>' for key in keys)} {escape(place)} {told}</li>\n"
    yield "</ul>\n" if in_list else ""
    yield "</html>\n"


def _mark(pieces: Iterable[Piece], cut: str, after_cut: str, put: str, after_put: str) -> str:
    marks = {"=": ("", ""), "-": (cut, after_cut), "+": (put, after_put)}
    return "".join(marks[piece.mark][0] + piece.text + marks[piece.mark][1] for piece in pieces)


def _one_line(text: str) -> str:
    return " ".join(text.split())
