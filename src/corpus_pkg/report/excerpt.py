"""A line of a seed as a terminal can show it, with marks under a place."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from rich.cells import get_character_cell_size

WIDTH = 100
"""Cells of a terminal that an excerpt may take."""


class Excerpt(NamedTuple):
    """Two lines to print under each other."""

    text: str
    marks: str


def visible(text: str) -> str:
    """Replace what prints nothing, moves the cursor or turns the direction: one character for each."""
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character


def excerpt(line: str, column: int, end_column: int | None = None, width: int = WIDTH) -> Excerpt:
    """Show ``line`` with ``^`` under the columns (from 1, in code points) before ``end_column``.

    East Asian wide characters take two cells and their marks too. A line of more than ``width`` cells is cut to
    a window around the place, with ``…`` where something is left out.
    """
    start = min(max(column, 1), len(line) + 1) - 1
    end = max(start + 1, min((end_column or len(line) + 1) - 1, len(line)))
    # A character takes no more than two cells and mostly at least one: what lies further off is never shown.
    first = max(0, start - width)
    shown = visible(line[first : start + width])
    cells = [get_character_cell_size(character) for character in shown]
    left, right = _window(cells, start - first, width)
    lead = "…" if first + left else ""
    trail = "…" if first + right < len(line) else ""
    before = sum(cells[left : start - first]) + len(lead)
    under = sum(cells[start - first : min(end - first, right)])
    return Excerpt(lead + shown[left:right] + trail, " " * before + "^" * max(1, under))


def _window(cells: list[int], place: int, width: int) -> tuple[int, int]:
    """Choose the characters to show: a third of the room before the place, the rest after it."""
    room = width - 2
    if sum(cells) <= room:
        return 0, len(cells)
    left, taken = place, 0
    before = max(room // 3, room - sum(cells[place:]))
    while left and taken + cells[left - 1] <= before:
        left -= 1
        taken += cells[left]
    right = place
    while right < len(cells) and taken + cells[right] <= room:
        taken += cells[right]
        right += 1
    return left, right
