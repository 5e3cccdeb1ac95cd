"""Words before the name of who wrote a text, from their table."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

_TABLE: dict[str, list[str]] = tomllib.loads(
    (files(__package__) / "bylines.toml").read_text(encoding="utf-8")
)


def _any(name: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_TABLE[name], key=len, reverse=True))


WRITER = (
    rf"(?:{_any('spaced')})(?:\s?[:：]|(?=\s(?-i:[^\W\d_a-zß-ÿ])))|(?:{_any('labelled')})\s?[:：]"
    rf"|(?:{_any('kinds')})(?=\s(?-i:[^\W\d_a-zß-ÿ][\w.’'-]*\s(?:(?:von|de|di|van|da)\s)?[^\W\d_a-zß-ÿ]))"
    r"|τ(?:ου|ης|ων)(?=\s(?-i:(?:[Ά-ΏΑ-Ϋ][\w.'’-]*\s?){2,4}(?:\Z|,)))"
)
"""A pattern, to be compiled without regard to case: what stands before the name, up to the space before that."""
ACTIVE = _any("active")
POSTED = rf"{ACTIVE}|{_any('posted')}"
"""Patterns: how the line begins that says when something was posted; behind the first the name may follow at once."""
BY, BEHIND, LABELS = _any("by"), _any("behind"), _any("labelled")
"""Patterns: what stands between that and the name, what behind the name, what before it with a colon."""
DESK = frozenset(_TABLE["desk"])
"""Whole lines, in small letters, by which a paper says that it wrote a text itself."""
KEEPERS = frozenset(_TABLE["keepers"])
"""What a site calls whoever keeps it, in small letters."""
