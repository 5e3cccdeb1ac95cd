"""Lines that name a book, a paper or an edition: a title, and the year set off from it."""

from __future__ import annotations

import re

_YEAR_SET_OFF = re.compile(
    r"(?:1[4-9]|20)\d\d(?:(?<=[^\d][,;:.(]\s\d{4})|(?<=[^\d][,;:.(]\d{4})|(?<=\s[–—]\s\d{4}))"
    r"(?:\s?[-–/]\s?\d{2,4})?[a-z]?(?:\s?\(\?\))?(?:[).,;:]|\Z)"
)
"""A year from 1400 on behind a comma, a stop, a bracket or a dash, and a sign or the end behind it."""


def names_work(line: str) -> bool:
    """True where a line may be an entry of a bibliography: ``On Fevers. St. Petersburg, 1899. 212 pp.``."""
    return not line[0].islower() and _YEAR_SET_OFF.search(line) is not None
