"""Lines, and the groups of them that stand together between blank lines."""

from __future__ import annotations

import re
from typing import NamedTuple

# East Asian wide characters take two columns; without this a Korean line of 36 signs looks half empty.
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
)


class Line(NamedTuple):
    """A line that is not blank: its number from 1, the offsets of its stripped text, and that text."""

    number: int
    start: int
    text: str
    indent: int
    page_break: bool
    """True where a form feed stands before the text of the line."""

    @property
    def end(self) -> int:
        """The offset after the last character that is not white space."""
        return self.start + len(self.text)


def group_lines(text: str) -> list[list[Line]]:
    """Split ``text`` at ``\\n`` only and group the lines that no blank line and no form feed parts."""
    groups: list[list[Line]] = []
    group: list[Line] = []
    offset = 0
    broken = False
    has_form_feed = "\f" in text
    for number, raw in enumerate(text.split("\n"), 1):
        body = raw.strip()
        if body:
            indent = 0 if raw[0] == body[0] else len(raw) - len(raw.lstrip())
            if has_form_feed and "\f" in raw[:indent]:
                broken = True
            if broken and group:
                groups.append(group)
                group = []
            group.append(Line(number, offset + indent, body, indent, broken))
            broken = has_form_feed and "\f" in raw[indent + len(body) :]
        else:
            if group:
                groups.append(group)
                group = []
            if has_form_feed and "\f" in raw:
                broken = True
        offset += len(raw) + 1
    if group:
        groups.append(group)
    return groups


def columns(text: str) -> int:
    """The columns that a line takes in a monospaced setting."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
