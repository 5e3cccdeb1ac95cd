"""Reads the cases: a role, a bar, and a line of the text; a stop for a line that carries on the one before."""

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Case(NamedTuple):
    name: str
    text: str
    paragraphs: list[tuple[int, int, str]]
    """First line, last line and role of every paragraph."""


def read_case(path):
    lines, paragraphs = [], []
    for row in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        if row.startswith("# "):
            continue
        role, _, line = row.partition("| ")
        lines.append(line)
        number = len(lines)
        if role == ".":
            first, _, kind = paragraphs[-1]
            paragraphs[-1] = (first, number, kind)
        elif role:
            paragraphs.append((number, number, role))
    return Case(path.stem, "\n".join(lines), paragraphs)


KINDS = [read_case(path) for path in sorted((HERE / "kinds").glob("*.txt"))]
