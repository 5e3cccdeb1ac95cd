"""How the lines of a document are accounted for: none is lost, and none is counted twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from corpus_pkg.model import APPARATUS

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = dict[str, Any]


def account_lines(text: str, paragraphs: Iterable[Row]) -> dict[str, int]:
    """How many lines there are, how many are blank, and to what the others belong; the parts add up."""
    lines = text.count("\n") + (not text.endswith("\n") if text else 0)
    counted: Counter[str] = Counter()
    for row in paragraphs:
        counted[row["role"]] += _written_lines(text, row)
    account = {f"lines_{role}": counted[role] for role in sorted(APPARATUS)}
    content = counted.total() - sum(account.values())
    return {
        "lines": lines,
        "lines_blank": lines - counted.total(),
        "lines_content": content,
        **account,
    }


def _written_lines(text: str, row: Row) -> int:
    if row["line_start"] == row["line_end"]:
        return 1
    return sum(
        1 for line in text[row["char_start"] : row["char_end"]].split("\n") if line and not line.isspace()
    )
