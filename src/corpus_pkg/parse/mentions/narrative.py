"""Which mention gives another its year: the sentence first, then the paragraph, then the story under the heading."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .edtf import Date, Interval, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import Mention, RoleLabel, Segment

NARRATIVE = frozenset({"title", "heading", "dateline", "body", "quotation", "list_item", "verse"})
"""Roles along which a story runs on; the others take years from themselves and their like only."""
ALONE = frozenset({"caption", "table", "footnote"})
"""Roles of which each paragraph stands for itself."""
FARTHEST = 400
"""How many mentions back a story is followed: a bound on the work, far beyond what a reader would do."""

_SENTENCE_END = re.compile(
    r"(?<=[^\W\d_]{3})[.!?]['\"”’)]*\s+(?=[\"“‘(]?[^\Wa-z_])|[。！？]|(?<=[다요])\.\s|(?<=[0-9)])\.\s+(?=[A-ZА-ЯΑ-Ω])"
)
_BARE_YEAR = frozenset({"year", "year.era", "cjk.year"})


class Known(NamedTuple):
    """The one year in which a value lies, its last month; None where there are several or none."""

    year: int | None
    month: int | None


@lru_cache(maxsize=16384)
def known(edtf: str) -> Known:
    """What an EDTF string says of its year."""
    value = parse(edtf)
    dates = [value] if isinstance(value, Date) else []
    if isinstance(value, Interval):
        dates = [end for end in value if isinstance(end, Date)]
    years = {date.year for date in dates}
    if len(years) != 1 or not dates[0].year.isdigit():
        return Known(None, None)
    month = dates[-1].month
    return Known(int(dates[0].year), month if isinstance(month, int) and month <= 12 else None)


class Story:
    """The mentions of a document with what is known of their years so far."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], segments: Sequence[Segment], roles: Sequence[RoleLabel]
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._roles = roles
        self._known = [known(mention.edtf) for mention in mentions]
        self._sentences = _sentences(text, mentions, segments)

    def __getitem__(self, index: int) -> Known:
        """What is known of one mention's year."""
        return self._known[index]

    def learn(self, index: int, edtf: str) -> None:
        """Note a year that has been found, so that later mentions can take it in turn."""
        self._known[index] = known(edtf)

    def anchor(self, index: int, *, relative: bool) -> int | None:
        """The mention that gives the year of another, by the order of the data model; None where there is none."""
        mention = self._mentions[index]
        same = [other for other in self._around(index) if self._known[other].year is not None]
        same = [other for other in same if not self._mentions[other].in_name]
        if mention.in_name:
            # The name's date and the sentence's other dates are different things, unless the other is a bare year.
            same = [other for other in same if self._mentions[other].rule in _BARE_YEAR]
        before = [other for other in same if other < index]
        if relative and before:
            return before[-1]
        if same:
            return min(same, key=lambda other: (self._distance(index, other), other))
        return None if mention.in_name else self._backwards(index)

    def _around(self, index: int) -> list[int]:
        here = self._sentences[index]
        first = last = index
        while first > 0 and index - first < FARTHEST and self._sentences[first - 1] == here:
            first -= 1
        while (
            last + 1 < len(self._sentences) and last - index < FARTHEST and self._sentences[last + 1] == here
        ):
            last += 1
        return [other for other in range(first, last + 1) if other != index]

    def _distance(self, index: int, other: int) -> int:
        here, there = self._mentions[index].span, self._mentions[other].span
        return max(there.start - here.end, here.start - there.end)

    def _backwards(self, index: int) -> int | None:
        mention = self._mentions[index]
        mine = self._roles[mention.segment]
        ancestors = self._ancestors(mine.heading)
        for other in range(index - 1, max(-1, index - FARTHEST), -1):
            there = self._mentions[other]
            usable = self._known[other].year is not None and not there.in_name and not self._bracketed(there)
            if there.segment == mention.segment:
                if usable:
                    return other
                continue
            role = self._roles[there.segment]
            if there.segment not in ancestors and role.heading not in ancestors:
                continue
            runs_on = mine.role in NARRATIVE and role.role in NARRATIVE
            if usable and (runs_on or (mine.role == role.role and mine.role not in ALONE)):
                return other
        return None

    def _ancestors(self, heading: int | None) -> set[int | None]:
        """The headings above a segment, the nearest first found; None alone where it has none."""
        found: set[int | None] = {heading}
        while heading is not None and (above := self._roles[heading].heading) not in found:
            heading = above
            found.add(heading)
        return found

    def _bracketed(self, mention: Mention) -> bool:
        """Whether it is a bare year in brackets: of a book, a birth, not of the story."""
        start, end = mention.span
        return (
            mention.rule == "year"
            and self._text[end : end + 1] == ")"
            and "(" in self._text[max(0, start - 60) : start]
        )

    def forward(self, anchor: int, month: int | None) -> bool:
        """Whether a month so long before its anchor's must be the next year's: In February, after November 1941."""
        last = self._known[anchor].month
        return (
            last is not None and month is not None and last - month >= 8
        )  # five months on rather than eight back


def _sentences(text: str, mentions: Sequence[Mention], segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """The sentence of each mention: its segment, and its number there (-1 where nobody needs it)."""
    waiting = {mention.segment for mention in mentions if mention.year_basis == "none"}
    found: list[tuple[int, int]] = []
    segment, cuts, number = -1, [0], 0
    for mention in mentions:
        if mention.segment not in waiting:
            found.append((mention.segment, -1))
            continue
        if mention.segment != segment:
            segment, number = mention.segment, 0
            cuts = [cut.end() for cut in _SENTENCE_END.finditer(text, *segments[segment].span)]
        while number < len(cuts) and cuts[number] <= mention.span.start:
            number += 1
        found.append((segment, number))
    return found
