"""Reading ``corrections.csv``: what is wrong with the file is a wrong configuration, and names its line."""

from __future__ import annotations

import csv
from difflib import get_close_matches
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.errors import UsageError

if TYPE_CHECKING:
    from corpus_pkg.places import Place

CORRECTIONS_NAME = "corrections.csv"

COLUMNS = ("identifier", "column", "old", "new", "reason", "who")
"""The header; the order of the columns is free."""


class Correction(NamedTuple):
    """A maintainer's word on one cell."""

    identifier: str
    """The primary key of a row of any table."""
    column: str
    old: str
    """What the parser gives, as the CSV of the package writes it; empty where the cell is."""
    new: str
    """What is right; empty to empty the cell."""
    reason: str
    who: str
    line: int
    """The line of the file, from 1, where it begins."""


def read_corrections(file: Place) -> tuple[Correction, ...]:
    """Read the corrections of a corpus; none where there is no such file.

    Raises:
        UsageError: the file cannot be read, is not CSV in UTF-8, lacks a column, or a line lacks what it needs.

    """
    try:
        written = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror or error}") from error
    return parse_corrections(written, str(file))


def parse_corrections(written: str, file: str = CORRECTIONS_NAME) -> tuple[Correction, ...]:
    """Read the text of a ``corrections.csv``; ``file`` is what messages call it. Raises as ``read_corrections``."""
    reader = csv.reader(StringIO(written, newline=""), strict=True)
    corrections: list[Correction] = []
    header: list[str] = []
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = _check_header(cells, f"{file}:{line}")
                continue
            corrections.append(_correction(header, cells, f"{file}:{line}", line))
    except csv.Error as error:
        raise UsageError(f"{file}:{before + 1}: not CSV: {error}") from error
    return tuple(corrections)


def _check_header(cells: list[str], place: str) -> list[str]:
    header = [cell.strip() for cell in cells]
    for name in header:
        if name not in COLUMNS:
            near = get_close_matches(name, COLUMNS, 1)
            advice = f"did you mean `{near[0]}`?" if near else f"the columns are {', '.join(COLUMNS)}"
            raise UsageError(f"{place}: there is no column `{name}`; {advice}")
    if missing := [name for name in COLUMNS if name not in header]:
        raise UsageError(f"{place}: the header lacks {', '.join(missing)}")
    if len(set(header)) < len(header):
        raise UsageError(f"{place}: the header names a column twice")
    return header


def _correction(header: list[str], cells: list[str], place: str, line: int) -> Correction:
    if len(cells) != len(header):
        raise UsageError(f"{place}: {len(cells)} cells, where the header has {len(header)}")
    known = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
    for name in ("identifier", "column", "reason", "who"):
        if not known[name]:
            raise UsageError(f"{place}: a correction needs its `{name}`")
    if known["old"] == known["new"]:
        raise UsageError(f"{place}: `old` and `new` are the same")
    return Correction(**known, line=line)
