"""On which line of a TOML file a key stands: ``tomllib`` does not say."""

from __future__ import annotations

import re
from collections import Counter

KeyPath = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]\"']+?)\s*\]")
_KEY = re.compile(r"""\s*([A-Za-z0-9_-]+|"[^"]*"|'[^']*')\s*[=.]""")
_LONG = re.compile(r'"""|\'\'\'')


def key_lines(text: str) -> dict[KeyPath, int]:
    """Map the tables and keys of a TOML file to their lines, from 1.

    Keys are paths such as ``("document", 0, "language")``, tables of arrays counted from 0. What stands inside
    inline tables and arrays is not told apart: it goes by the key that holds it. The text need not be valid.
    """
    lines: dict[KeyPath, int] = {}
    seen: Counter[str] = Counter()
    table: KeyPath = ()
    closing: str | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if closing is None:
            if header := _HEADER.match(line):
                brackets, name = header.groups()
                table = (name, seen[name]) if brackets == "[[" else (name,)
                seen[name] += 1
                lines.setdefault(table, number)
                lines.setdefault((name,), number)
            elif key := _KEY.match(line):
                lines.setdefault((*table, key[1].strip("\"'")), number)
        for mark in _LONG.findall(line):
            if closing is None:
                closing = mark
            elif closing == mark:
                closing = None
    return lines


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int | None:
    """Give the line of a key, or of the nearest key or table that holds it."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None
