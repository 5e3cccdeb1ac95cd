"""What can be seen of every segment at a glance, and the roles given so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from corpus_pkg.parse.columns import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import Mark, Role, Segment
    from corpus_pkg.parse.roles.cues import Cues

_REACH = 100_000
"""Characters to either side in which a name is looked for again."""
_SENTENCE = 40
"""Columns from which a line with a full stop is likely a sentence of the text."""
_UNPOINTED = re.compile("[\u0e00-\u0eff]")
_UNPOINTED_SENTENCE = 90
"""Columns from which a line is a sentence in scripts that end none with a sign: Thai, Lao."""
_NOMINAL = frozenset("함음임됨")
"""How sentences of Korean notices end, without a sign."""
_CERTAIN = 400
"""Columns from which a line is prose however it ends."""
_COLUMN, _WRAPPED = 48, 3
"""Columns of a line of a newspaper at most, and lines of a paragraph that is wrapped there at least."""
_ENGLISH = frozenset({"the", "of", "and", "to", "in", "a"})
_STOPS = frozenset(".!?…。！？｡؟۔।॥։")
_CLOSERS = "\"'”’»›)]}）］｝〉》」』】〕*_\u00b4`"
_ENDERS = _CLOSERS + "-#"
_BEHIND = re.compile(
    r"(?:\s?\[(?:\d{1,3}|[a-z]|주 ?\d{1,3}|注 ?\d{1,3}|(?:note|nota|Anm\.) \d{1,3})\])+\Z"
    r"|(?<=[^\W\d_]{2}[.!?。！？])[\"”’»]?\s?[(（][^()（）]{1,40}[)）]\Z|\s(?:-0-|-30-|#{3})\Z"
)
"""What stands behind the end of a sentence: references to notes, who reports it, an agency's sign for the end."""
_LINK = re.compile(
    r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\]){1,200})\]"
    r"\((?:[^()\s]|\([^()\s]*\)){0,600}(?:\s\"[^\"]{0,200}\")?\)"
)
"""A link of Markdown; what is read is its label."""
_PART = re.compile(r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я ]+\.\s+[^\s.]*[a-zß-ÿа-я]")
"""How a part in prose begins: ``MARTA. Only when we burn wood.``"""
_AGAIN = 2
_POEMS, _HEADED = 6, 60
"""Lines between two stanzas at least, from which a text is a collection of poems, and their columns at most."""
OMITTED = "⋮"
"""The sign for lines that are left out."""
QUOTE_OPEN = '“„«‹「『《"'
WORD = re.compile(r"[^\W\d_]+")


class Draft:
    """The segments of one document with their looks, and the roles that the passes give them.

    All lists are parallel to the segments. ``size`` is in columns (wide signs count two), ``gap`` the number of
    blank lines before a segment, ``stop`` whether it ends a sentence, ``prose`` whether it is long enough
    running text to be beyond doubt, ``usual_gap`` the commonest
    gap, ``has_columns`` whether tabs or bars stand anywhere. ``marks`` are what the markup says of them, as far as it
    is believed; empty where there was none.
    """

    def __init__(
        self,
        text: str,
        segments: Sequence[Segment],
        cues: Cues,
        shared: frozenset[str],
        *,
        marks: Sequence[Mark] = (),
        titles: Sequence[str] = (),
    ) -> None:
        self.source = text
        self.marks = list(marks)
        self.titles = titles
        """What the document is called outside of its text."""
        self.headed = False
        """Whether the markup names the headings."""
        self.segments = segments
        self.cues = cues
        self.shared = shared
        self.text = [segment.text for segment in segments]
        if "](" in text and not marks:
            self.text = [_LINK.sub(r"\1", line) if "](" in line else line for line in self.text]
        self.role: list[Role | None] = [None] * len(segments)
        self.rule = [""] * len(segments)
        self.has_columns = "\t" in text or "|" in text
        size: list[int] = []
        stop: list[bool] = []
        prose: list[bool] = []
        gap: list[int] = []
        last = 0
        for segment, line in zip(segments, self.text, strict=True):
            wide = columns(line) if len(line) < _CERTAIN else len(line)
            ended = (
                line[-1] in _STOPS
                or (line[-1] in _ENDERS and ends_sentence(line))
                or (wide >= _UNPOINTED_SENTENCE and _UNPOINTED.match(line[-1]) is not None)
                or (wide >= _UNPOINTED_SENTENCE and line[-1] in _NOMINAL)
            )
            size.append(wide)
            stop.append(ended)
            prose.append(wide >= 80 and (ended or wide >= _CERTAIN))
            gap.append(segment.line_start - last - 1)
            last = segment.line_end
        counts: dict[int, int] = {}
        for blank in gap:
            counts[blank] = counts.get(blank, 0) + 1
        self.usual_gap = max(counts, key=lambda blank: (counts[blank], -blank)) if counts else 1
        self.size, self.stop, self.prose, self.gap = size, stop, prose, gap

    def __len__(self) -> int:
        return len(self.text)

    def put(self, index: int, role: Role, rule: str) -> None:
        """Give a segment its role unless it has one."""
        if self.role[index] is None:
            self.role[index] = role
            self.rule[index] = rule

    def put_again(self, index: int, role: Role, rule: str) -> None:
        """Give a segment another role."""
        self.role[index], self.rule[index] = role, rule

    def lines(self, index: int) -> int:
        """How many lines a segment takes."""
        segment = self.segments[index]
        return segment.line_end - segment.line_start + 1

    def raw_lines(self, index: int) -> list[str]:
        """The untouched lines of a segment, white space at their ends aside, blank ones left out."""
        span = self.segments[index].span
        return [line for raw in self.source[span.start : span.end].split("\n") if (line := raw.strip())]

    def is_running(self, index: int) -> bool:
        """True for a sentence or more that is no link."""
        linked = self.marks[index].linked if self.marks else 0.0
        return self.stop[index] and self.size[index] >= _SENTENCE and linked < 0.5

    @cached_property
    def is_set_narrow(self) -> bool:
        """True where most running text is set in the narrow columns of a newspaper: lines of a few words each."""
        wrapped = [index for index in range(len(self)) if self.lines(index) >= _WRAPPED]
        narrow = [index for index in wrapped if max(map(len, self.raw_lines(index))) <= _COLUMN]
        running = sum(self.size[index] for index in range(len(self)) if self.is_running(index))
        return len(narrow) >= _WRAPPED and 2 * sum(self.size[index] for index in narrow) > running

    @cached_property
    def repeats(self) -> Counter[str]:
        """How often each reading text stands in the document."""
        return Counter(self.text)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.text)

    def begins_another(self, index: int) -> bool:
        """True where another segment begins with the words of this one."""
        text = self.text[index]
        after = bisect_left(self._sorted, text) + 1
        return after < len(self) and self._sorted[after].startswith(text)

    @cached_property
    def parts(self) -> int:
        """How many paragraphs begin with who speaks, or are a name in capitals that stands alone again and again."""
        return sum(
            _PART.match(text) is not None
            or (text[-1] == "." and text.isupper() and self.repeats[text] > _AGAIN)
            for text in self.text
            if text[:2].isupper()
        )

    @cached_property
    def anthology(self) -> bool:
        """True for poem upon poem: far more lone lines stand between two stanzas than between a stanza and prose.

        The former head the next poem, the latter name who is quoted.
        """
        rules = [segment.rule for segment in self.segments]
        between = last = 0
        for index in range(1, len(rules) - 1):
            if rules[index - 1] != "stanza" or self.lines(index) > 1 or self.stop[index]:
                continue
            text = self.text[index]
            if self.size[index] <= _HEADED and text[0].isupper() and text[-1] not in ",;:—":
                if rules[index + 1] == "stanza":
                    between += 1
                else:
                    last += self.prose[index + 1]
        return between >= _POEMS and between > 2 * last

    @cached_property
    def looks_english(self) -> bool:
        """True where an eighth of the first words are the commonest of English."""
        sample = " ".join(self.text[:40])[:6000].lower().split()
        return sum(map(_ENGLISH.__contains__, sample)) * 8 > len(sample)

    def occurs_thrice(self, index: int) -> bool:
        """True where the words of a segment stand three times within a bounded reach of it."""
        start, end = self.segments[index].span
        return self.source.count(self.text[index], max(0, start - _REACH), end + _REACH) >= 3

    def role_before(self, index: int) -> Role | None:
        """The role of the segment before, page furniture left out."""
        index -= 1
        while index > 0 and self.role[index] == "page_furniture":
            index -= 1
        return self.role[index] if index >= 0 else None

    def gap_after(self, index: int) -> int:
        """How many blank lines follow; many at the end."""
        return self.gap[index + 1] if index + 1 < len(self.gap) else 99


def ends_sentence(text: str) -> bool:
    """True where the last sign, brackets and quotes aside, ends a sentence."""
    if text[-1] in ")）]-#":
        text = _BEHIND.sub("", text[-60:]) or text
    bare = text[-8:].rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _STOPS
