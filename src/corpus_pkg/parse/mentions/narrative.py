"""Which mention gives another its year: the sentence first, then the paragraph, then the story under the heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from .known import Known, known, year_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus_pkg.model import Mention, RoleLabel, Segment

NARRATIVE = frozenset({"title", "heading", "dateline", "body", "quotation", "list_item", "verse"})
"""Roles along which a story runs on; the others take years from themselves and their like only."""
_TELLING = frozenset({"body", "quotation", "list_item"})
ALONE = frozenset({"caption", "table", "footnote"})
"""Roles of which each paragraph stands for itself."""
FARTHEST = 400
"""How many dated mentions back a story is followed: a bound on the work, far beyond what a reader would do."""
CLOSEST = 40
"""How many mentions on either side may stand in one sentence."""
_ASIDE = 3
"""Days and months told of other years up to which a text of today has only looked back."""
_NEAR = range(-1, 4)
"""Months before and behind that of the document in which its news lies."""
FORWARD = 7
"""A story goes on: five months ahead are likelier than seven back."""

_SENTENCE_END = re.compile(
    r"(?<=[^\W\d_]{3})[.!?]['\"”’)]*\s+(?=[\"“‘(]?[^\Wa-z_])|[。！？]|(?<=[다요])\.\s|(?<=[0-9)])\.\s+(?=[A-ZА-ЯΑ-Ω])"
)
_NAME = re.compile(r"(?:\s[A-Z][\w-]+)+")
_BARE_YEAR = frozenset({"year", "year.era", "cjk.year"})


class Story:
    """The mentions of a document with what is known of their years so far."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        segments: Sequence[Segment],
        roles: Sequence[RoleLabel],
        present: tuple[int, int] | None = None,
    ) -> None:
        """``present`` is the year and month of a document that is dated to the day."""
        self._present = present[0] if present else None
        self._month = present[1] if present else None
        self._days = [0, 0]
        """Days and months told so far of other years, and of the present one."""
        self._text = text
        self._mentions = mentions
        self._segments = segments
        self._roles = roles
        self._known = [known(mention.edtf) for mention in mentions]
        self._sentences = _sentences(text, mentions)
        self._dated: list[int] = []
        """Mentions whose years are known, in order, up to the one that was asked for last."""
        self._reached = 0
        self.latest = max((found.year for found in self._known if found.year is not None), default=None)
        """The latest year printed in the document."""

    def __getitem__(self, index: int) -> Known:
        """What is known of one mention's year."""
        return self._known[index]

    def learn(self, index: int, edtf: str) -> None:
        """Note a year that has been found, so that later mentions can take it in turn."""
        self._known[index] = found = known(edtf)
        if found.year is not None and (self.latest is None or found.year > self.latest):
            self.latest = found.year

    def year(self, index: int, month: int | None) -> int | None:
        """The year that a mention gives to a month; None where it gives none."""
        year, _, period, _ = self._known[index]
        if year is None and period is not None and month is not None:
            return year_within(period, month)
        return year

    def about_anchor(self, index: int) -> int | None:
        """The mention nearest before, in the paragraph or the story, that shows about when it plays."""
        mine = self._roles[self._mentions[index].segment]
        ancestors = self._ancestors(mine.heading)
        for other in range(index - 1, max(-1, index - CLOSEST), -1):
            there = self._mentions[other]
            inside = there.segment in ancestors or self._roles[there.segment].heading in ancestors
            if self._known[other].about is not None and inside and not self._bracketed(there):
                return other
        return None

    def anchors(self, index: int, month: int | None, *, relative: bool) -> Iterator[int]:
        """The mentions that may give the year of another, by the order of the data model, the first one best."""
        mention = self._mentions[index]
        same = [other for other in self._around(index) if self.year(other, month) is not None]
        same = [other for other in same if not self._mentions[other].in_name]
        if mention.in_name:
            # The name's date and the sentence's other dates are different things, unless the other is a bare year.
            same = [other for other in same if self._mentions[other].rule in _BARE_YEAR]
        before = [other for other in same if other < index]
        if relative and before:
            same = [before[-1]]
        same.sort(key=lambda other: (self._distance(index, other), other))
        asides = [other for other in same if self._aside(index, other)]
        yield from (other for other in same if other not in asides)
        if not mention.in_name:
            yield from self._backwards(index, month)
            yield from asides

    def _around(self, index: int) -> list[int]:
        here = self._sentences[index]
        first = last = index
        while first > 0 and index - first < CLOSEST and self._sentences[first - 1] == here:
            first -= 1
        while (
            last + 1 < len(self._sentences) and last - index < CLOSEST and self._sentences[last + 1] == here
        ):
            last += 1
        return [other for other in range(first, last + 1) if other != index]

    def _distance(self, index: int, other: int) -> int:
        here, there = self._mentions[index].span, self._mentions[other].span
        return max(there.start - here.end, here.start - there.end)

    def _backwards(self, index: int, month: int | None) -> Iterator[int]:
        mention = self._mentions[index]
        mine = self._roles[mention.segment]
        ancestors = self._ancestors(mine.heading)
        for other in range(self._reached, index):
            known_of = self._known[other]
            if (known_of.year or known_of.period) and not self._mentions[other].in_name:
                self._dated.append(other)
                if known_of.month and self._roles[self._mentions[other].segment].role in _TELLING:
                    self._days[known_of.year == self._present] += 1
        self._reached = max(self._reached, index)
        told, today = self._days
        in_present = self._present is not None and (
            today > told or today == told > 1 or (told <= _ASIDE and self._is_near(month))
        )
        for other in self._dated[: -FARTHEST - 1 : -1]:
            there = self._mentions[other]
            if self.year(other, month) is None or self._bracketed(there):
                continue
            if there.segment == mention.segment:
                yield other
                continue
            role = self._roles[there.segment]
            if there.segment not in ancestors and role.heading not in ancestors:
                continue
            if mine.role != "quotation" and self._quoted(there.segment):
                continue
            if in_present and role.role in _TELLING and self._known[other].year != self._present:
                continue  # what is told of today has looked back for a paragraph
            runs_on = mine.role in NARRATIVE and role.role in NARRATIVE
            if runs_on or (mine.role == role.role and mine.role not in ALONE):
                yield other

    def _is_near(self, month: int | None) -> bool:
        """Whether a month lies about the document's own: what news tells has just been, or comes soon."""
        return month is not None and self._month is not None and month - self._month in _NEAR

    def _quoted(self, segment: int) -> bool:
        """Whether a paragraph belongs to a quoted text: a quotation, or the date over one."""
        after = self._roles[segment + 1].role if segment + 1 < len(self._roles) else ""
        role = self._roles[segment].role
        return role == "quotation" or (role == "dateline" and after == "quotation")

    def said(self, index: int) -> int | None:
        """The mention that dates the text in which another stands: a speech, a letter; None where none does.

        A date over the text does, and under a text with a heading of its own the date beside who signs it.
        """
        mine = self._roles[self._mentions[index].segment]
        for other in range(index - 1, max(-1, index - FARTHEST), -1):
            segment = self._mentions[other].segment
            if self._roles[segment].heading != mine.heading:
                break
            if not self._is_day(other) or self._signs(segment):
                continue
            if mine.role == "quotation" or not self._quoted(segment):
                return other
        if mine.heading is None:
            return None
        for other in range(index + 1, min(len(self._mentions), index + FARTHEST)):
            segment = self._mentions[other].segment
            if self._roles[segment].heading != mine.heading:
                return None
            if self._is_day(other) and self._signs(segment):
                return other
        return None

    def _is_day(self, index: int) -> bool:
        """Whether a mention is a day that stands on a line of dates."""
        mention = self._mentions[index]
        dates = self._roles[mention.segment].role == "dateline" and mention.precision == "day"
        return dates and self._known[index].month is not None

    def _signs(self, segment: int) -> bool:
        """Whether a line of dates belongs to the text above it: who signs follows, or stands over it at the end."""
        before, after = (
            self._roles[beside].role if 0 <= beside < len(self._roles) else ""
            for beside in (segment - 1, segment + 1)
        )
        return after == "signature" or (before == "signature" and after not in _TELLING)

    def namesake(self, index: int) -> int | None:
        """The mention that gave the same proper name its year before, under the same heading."""
        mention = self._mentions[index]
        ancestors = self._ancestors(self._roles[mention.segment].heading)
        for other in range(index - 1, max(-1, index - FARTHEST), -1):
            there = self._mentions[other]
            if not there.in_name or self._known[other].year is None or self._name(other) != self._name(index):
                continue
            if there.segment in ancestors or self._roles[there.segment].heading in ancestors:
                return other
        return None

    def _name(self, index: int) -> str:
        """The month and day of a mention, and the name that goes on behind it."""
        mention = self._mentions[index]
        follows = _NAME.match(self._text, mention.span.end, self._segments[mention.segment].span.end)
        return mention.edtf[len("2018") :] + (" ".join(follows[0].split()) if follows else "")

    def _ancestors(self, heading: int | None) -> set[int | None]:
        """The headings above a segment, the nearest first found; None alone where it has none."""
        found: set[int | None] = {heading}
        while heading is not None and (above := self._roles[heading].heading) not in found:
            heading = above
            found.add(heading)
        return found

    def _bracketed(self, mention: Mention) -> bool:
        """Whether it is a bare year in brackets: of a book, a birth, not of the story."""
        return mention.rule == "year" and self._bracket(mention) is not None

    def _bracket(self, mention: Mention) -> int | None:
        """Where the bracket around a mention opens; None where it stands in none."""
        start = mention.span.start
        floor = max(self._segments[mention.segment].span.start, start - 120)
        opened = self._text.rfind("(", floor, start)
        return opened if opened >= 0 and self._text.find(")", opened, start) < 0 else None

    def _aside(self, index: int, other: int) -> bool:
        """Whether the other is a year in a bracket with more beside it, in which the mention itself does not stand."""
        mention = self._mentions[other]
        if mention.rule != "year" and mention.year_basis != "explicit":
            return False
        opened = self._bracket(mention)
        if opened is None or opened == self._bracket(self._mentions[index]):
            return False
        return opened + 1 < mention.span.start or self._text[mention.span.end : mention.span.end + 1] != ")"

    def onward(self, index: int, anchor: int, month: int | None) -> int:
        """1 where the story must have gone on into the next year (November 1941 … in February), -1 the other way."""
        last = self._known[anchor].month
        if last is None or month is None:
            return 0
        if anchor > index:
            return -(month - last >= FORWARD)
        return int(last - month >= FORWARD)


def _sentences(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """The sentence of each mention: its segment, and its number from that of the first one (-1 where nobody asks).

    Sentences are parted only between the first and the last mention of a segment in which one is asked for.
    """
    waiting = {mention.segment for mention in mentions if mention.year_basis == "none"}
    found: list[tuple[int, int]] = []
    for segment, group in groupby(mentions, key=attrgetter("segment")):
        same = list(group)
        if segment not in waiting or len(same) == 1:
            found += [(segment, -1)] * len(same)
            continue
        cuts = [cut.end() for cut in _SENTENCE_END.finditer(text, same[0].span.start, same[-1].span.end)]
        found += [(segment, bisect_right(cuts, mention.span.start)) for mention in same]
    return found
