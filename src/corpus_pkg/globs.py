"""File patterns, as ``include``, ``exclude`` and waivers use them."""

from __future__ import annotations

import re
from functools import lru_cache

_TOKENS = re.compile(r"(?:\*\*/)+|\*+|\?|[^*?]+")


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    def translate(token: str) -> str:
        match token:
            case "?":
                return "[^/]"
            case "*":
                return "[^/]*"
            case _ if token.startswith("**/"):
                return "(?:.*/)?"
            case _ if token.startswith("**"):
                return ".*"
            case _:
                return re.escape(token)

    return re.compile("".join(translate(token) for token in _TOKENS.findall(pattern)), re.DOTALL)


def glob_matches(pattern: str, path: str) -> bool:
    """Say whether a path (relative, ``/`` between folders) is one that the pattern names.

    ``*`` and ``?`` stay inside one folder, ``**/`` stands for any number of folders, none included, and a
    final ``**`` for everything below. All other characters, brackets too, stand for themselves: file names
    hold them.
    """
    return _compiled(pattern).fullmatch(path) is not None
