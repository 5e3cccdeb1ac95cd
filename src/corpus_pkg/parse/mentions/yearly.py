"""Days that come every year: the 1st of May each year, 해마다 10월 10일. No year of the text is theirs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .lexicon import alternation, lexicon

if TYPE_CHECKING:
    from corpus_pkg.model import Mention

_REACH = 28
"""Characters on either side of a date in which the word for every year stands."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon("mul")
    before, after = (alternation(words.words(key)) for key in ("yearly_before", "yearly_after"))
    # A preposition and an article may stand between, or a weekday.
    return (
        re.compile(rf"(?<!\w){before}[\s,]{{0,2}}(?:[^\W\d_]{{1,6}}\s){{0,2}}\Z", re.IGNORECASE),
        re.compile(rf"[\s,]{{0,2}}(?:[^\W\d_]{{1,3}}\s){{0,2}}{after}", re.IGNORECASE),
    )


def is_yearly(text: str, mention: Mention) -> bool:
    """True for a day or a month without a year that comes every year."""
    if mention.precision not in {"day", "month"}:
        return False
    before, after = _patterns()
    start, stop = mention.span
    return (
        before.search(text, max(0, start - _REACH), start) is not None
        or after.match(text, stop, stop + _REACH) is not None
    )
