"""How wide a line is set."""

from __future__ import annotations

import re

# East Asian wide characters take two columns; without this a Korean line of 36 signs looks half empty.
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]")


def columns(text: str) -> int:
    """The columns that a line takes in a monospaced setting."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def is_narrow(text: str) -> bool:
    """True where every sign takes one column."""
    return _WIDE.search(text) is None
