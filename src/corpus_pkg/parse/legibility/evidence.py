"""Signs of broken words, by script."""

from __future__ import annotations

import re

_WORD = re.compile(r"\S+")
_STRANGE = re.compile("[\ufffd\u25a0-\u25ff\u2400-\u243f\\\\|~^<>{}_=#§¦¬°]")
_BROKEN = re.compile(r"[^\W\d_][0-9]+[^\W\d_]|[a-zß-ÿ][A-Z]|[^\W\d_][!;:|?][^\W\d_]", re.UNICODE)


def score(text: str, script: str) -> float:  # noqa: ARG001
    """Score one reading text."""
    words = _WORD.findall(text[:2000])
    if not words:
        return 1.0
    bad = sum(1 for word in words if _STRANGE.search(word) or _BROKEN.search(word))
    return round(max(0.0, 1.0 - bad / len(words)), 3)
