"""Reads the cases: a page, and for each of its paragraphs the roles that it may have and its reading text."""

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Paragraph(NamedTuple):
    roles: tuple[str, ...]
    """Any of these is right."""
    level: int | None
    """Of a heading, where the case says it."""
    text: str


class Case(NamedTuple):
    name: str
    html: str
    paragraphs: list[Paragraph]


def read_case(path):
    """Read ``path``, a page, and the text file beside it: ``heading 1| The text``, a comment after ``#``."""
    paragraphs = []
    for row in path.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if row.startswith("# "):
            continue
        told, _, text = row.partition("| ")
        words = told.split()
        level = next((int(word) for word in words if word.isdigit()), None)
        paragraphs.append(Paragraph(tuple(word for word in words if not word.isdigit()), level, text))
    return Case(path.stem, path.read_text(encoding="utf-8"), paragraphs)


CASES = [read_case(path) for path in sorted((HERE / "cases").glob("*.html"))]
