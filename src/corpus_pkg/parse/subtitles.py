"""The times of subtitles, which stand on a line of their own over what is said."""

from __future__ import annotations

import re

_TIMES = re.compile(r"(?:\d{1,2}:)?\d\d:\d\d[.,]\d{3} --> ")


def is_times(line: str) -> bool:
    """True for the line that says when a subtitle is shown: ``00:01:02,500 --> 00:01:04,000``."""
    return _TIMES.match(line) is not None
