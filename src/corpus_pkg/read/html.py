"""The text of an HTML page, and what its head says of it.

By the standard library's ``html.parser``: each block of the page becomes lines of its own with a blank line
around, each item and each table row a line, as a reader would set them. What is never shown is left out.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from typing import NamedTuple

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?=$|[T\s])")
_WHITE = re.compile(r"[ \t\r\n\f]+")


class _Elements(NamedTuple):
    """``html.toml``."""

    blocks: frozenset[str]
    lines: frozenset[str]
    unseen: frozenset[str]
    hideable: frozenset[str]
    meta: dict[str, str]


@cache
def _elements() -> _Elements:
    table = tomllib.loads(files("corpus_pkg.read").joinpath("html.toml").read_text(encoding="utf-8"))
    meta = table.pop("meta")
    return _Elements(meta=meta, **{name: frozenset(elements) for name, elements in table.items()})


class Page(NamedTuple):
    """A page as it reads."""

    text: str
    stated: dict[str, str]
    """Columns of ``documents`` that the head of the page states."""


def read_page(html: str) -> Page:
    """Return the text of a page: blocks a blank line apart, items and rows a line each, cells ``|`` apart."""
    reader = _Reader()
    # the parser looks for the end of each unfinished tag in all that follows: after the last one nothing is a tag
    end = html.rfind(">") + 1
    reader.feed(html[:end] + html[end:].replace("<", "&lt;"))
    reader.close()
    reader.end_block()
    return Page("\n".join(reader.lines).strip("\n") + "\n" if any(reader.lines) else "", reader.stated)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._elements = _elements()
        self.lines: list[str] = []
        self.stated: dict[str, str] = {}
        self._line: list[str] = []
        self._unseen: list[str] = []
        self._title: list[str] | None = None
        self._kept = 0
        """How many elements deep we are in text whose line ends count."""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "meta":
            self._note(given)
        elif tag == "title" and "title" not in self.stated and self._unseen in (["head"], []):
            self._title = []
        elif tag == "body":
            self._unseen = []  # whatever the head has left open
        if self._unseen:
            if tag in self._elements.unseen or tag == self._unseen[-1]:
                self._unseen.append(tag)
            return
        if tag in self._elements.unseen or ("hidden" in given and tag in self._elements.hideable):
            self._unseen.append(tag)
        elif tag in self._elements.blocks:
            self.end_block()
            self._kept += tag == "pre"
        elif tag in self._elements.lines:
            self.end_line()
        elif tag in {"td", "th"} and self._said():
            self._line.append(" | ")
        elif tag == "img" and (alternative := (given.get("alt") or "").strip()):
            self._line.append(f" {alternative} ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self._title is not None:
            if title := " ".join("".join(self._title).split()):
                self.stated.setdefault("title", title)
            self._title = None
        if self._unseen:
            if tag in self._unseen:
                while self._unseen.pop() != tag:
                    pass
        elif tag in self._elements.blocks:
            self.end_block()
            self._kept -= tag == "pre" and self._kept > 0
        elif tag in self._elements.lines:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if self._title is not None:
            self._title.append(data)
        elif not self._unseen:
            if self._kept:
                first, *rest = data.split("\n")
                self._line.append(first)
                for line in rest:
                    self.end_line()
                    self._line.append(line)
            else:
                self._line.append(_WHITE.sub(" ", data))

    def end_line(self) -> None:
        """End a line, if anything stands in it."""
        line = _WHITE.sub(" ", "".join(self._line)).strip()
        if line:
            self.lines.append(line)
        self._line = []

    def end_block(self) -> None:
        """End a line and leave one blank."""
        self.end_line()
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _said(self) -> bool:
        return any(part.strip() for part in self._line)

    def _note(self, given: dict[str, str | None]) -> None:
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        value = " ".join((given.get("content") or "").split())
        column = self._elements.meta.get(name)
        if not column or not value:
            return
        if column == "date_published":
            day = _DAY.match(value)
            value = day[0] if day else ""
        if value:
            self.stated.setdefault(column, value)
