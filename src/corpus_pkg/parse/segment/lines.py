"""Lines, and the groups of them that stand together between blank lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Lines with no blank line between them. The possessive quantifier keeps long white space linear.
_GROUP = re.compile(r"\S[^\n]*(?:\n[^\S\n]*+\S[^\n]*)*")


# The number of a page and its head on one line, tabs between: "112\t\tTHE LONG WAY", "The Sea Road\t113".
_PAGE_ROW = re.compile(r"(?:\d{1,4}\t+[^\W\d][^\t]*|[^\W\d_][^\t.]*\t+\d{1,4})\Z")


class Line(NamedTuple):
    """A line that is not blank: its number from 1, the offset of its stripped text, that text, and its indent."""

    number: int
    start: int
    text: str
    indent: int


class Group(NamedTuple):
    """Lines that no blank line and no form feed parts: the first one's number and offset, and the untouched slice."""

    number: int
    start: int
    raw: str
    indent: int
    page_break: bool

    def lines(self) -> list[Line]:
        """The lines, white space at their ends taken off."""
        found = []
        at = self.start
        for number, raw in enumerate(self.raw.split("\n"), self.number):
            body = raw.strip()
            indent = len(raw) - len(raw.lstrip())
            found.append(Line(number, at + indent, body, indent))
            at += len(raw) + 1
        return [found[0]._replace(indent=self.indent), *found[1:]]


def group_lines(text: str) -> list[Group]:
    """Split ``text`` into groups of lines; lines end at ``\\n`` only."""
    groups: list[Group] = []
    number = 1
    at = 0
    paged = "\f" in text
    for match in _GROUP.finditer(text):
        start = match.start()
        number += text.count("\n", at, start)
        raw = match[0].rstrip()
        before = text[text.rfind("\n", at, start) + 1 or at : start]
        page_break = paged and "\f" in text[at:start]
        group = Group(number, start, raw, len(before), page_break)
        if paged and "\f" in raw:
            groups.extend(_pages(group))
        elif "\t" in raw and "\n" in raw:
            groups.extend(_headed(group))
        else:
            groups.append(group)
        number += raw.count("\n")
        at = start + len(raw)
    return groups


def _headed(group: Group) -> tuple[Group, ...]:
    """Part the line with a page's number and its head from the text under it, which has no tabs."""
    head, _, text = group.raw.partition("\n")
    if "\t" not in head or "\t" in text.lstrip() or _PAGE_ROW.match(head.rstrip()) is None:
        return (group,)
    body = text.lstrip()
    indent = len(text) - len(body)
    start = group.start + len(head) + 1 + indent
    return (
        group._replace(raw=head.rstrip()),
        Group(group.number + 1, start, body, indent, page_break=False),
    )


def _pages(group: Group) -> Iterator[Group]:
    """Part a group where a form feed stands before or after the text of a line."""
    lines = group.raw.split("\n")
    first, number, at = 0, group.number, group.start
    page_break = group.page_break
    for index in range(1, len(lines) + 1):
        if index < len(lines):
            line = lines[index]
            head = line[: len(line) - len(line.lstrip())]
            above = lines[index - 1]
            tail = above[len(above.rstrip()) :]
            if "\f" not in head and "\f" not in tail:
                continue
        raw = "\n".join(lines[first:index])
        lead = len(raw) - len(raw.lstrip())
        yield Group(number, at + lead, raw.strip(), lead if first else group.indent, page_break)
        first, number, at, page_break = index, number + index - first, at + len(raw) + 1, True
