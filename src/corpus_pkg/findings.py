"""Findings: bad data as values, each with a stable code and its place in the seed.

The codes, their severities and how to mend what they find stand in ``findings.toml``: a new code is a new
table there.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypedDict, Unpack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.model import Remark

Severity = Literal["error", "warning", "notice"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")
"""From the gravest to the mildest."""

LEVELS: Mapping[int, str] = MappingProxyType(
    {
        1: "seed bytes",
        2: "parse",
        3: "table",
        4: "across tables",
        5: "content",
        6: "package",
        7: "change",
    }
)
"""What a finding is about, from the bytes of one seed to what changed since the last release."""

CHANGE = 7
"""The level of findings about what changed since the last published version, and what went stale with it."""

EXCERPT_LENGTH = 120
"""Code points of seed text that a finding carries as its value."""


class Entry(NamedTuple):
    """One code of the catalogue."""

    code: str
    level: int
    severity: Severity
    meaning: str
    """One sentence: what is the case when this is found."""
    hint: str
    """How to mend it, in the imperative."""
    loss: bool = False
    """Whether something of the seeds, or of what was published, is missing: reports begin with these."""


@cache
def catalogue() -> Mapping[str, Entry]:
    """Read the codes that findings may carry, in the order of levels and then of the file."""
    tables = tomllib.loads(files("corpus_pkg").joinpath("findings.toml").read_text(encoding="utf-8"))
    entries = [Entry(code, **fields) for code, fields in tables.items()]
    return MappingProxyType({entry.code: entry for entry in sorted(entries, key=lambda entry: entry.level)})


class Related(NamedTuple):
    """Another place that a finding is about, such as the first of two rows with one key."""

    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    table: str | None = None
    key: str | None = None


class Place(TypedDict, total=False):
    """Where a finding lies, as far as it is known; the fields are those of :class:`Finding`."""

    path: str | None
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    document_id: str | None
    table: str | None
    key: str | None
    field: str | None
    value: str | None
    file: str | None
    record: int | None
    related: tuple[Related, ...]


class Finding(NamedTuple):
    """One thing that is wrong, and where; findings sort by their place in the corpus."""

    code: str
    severity: Severity
    level: int
    message: str
    path: str | None = None
    """The seed, relative to the corpus, ``/`` between folders."""
    line: int | None = None
    """From 1; ``None`` where the finding is about the whole seed."""
    column: int | None = None
    """From 1, in code points."""
    end_line: int | None = None
    end_column: int | None = None
    """The column after the last character, as in SARIF."""
    document_id: str | None = None
    table: str | None = None
    key: str | None = None
    """The primary key of the row."""
    field: str | None = None
    """The column of the table."""
    value: str | None = None
    """The offending value or stretch of the seed."""
    file: str | None = None
    """The file in the package, relative to the package."""
    record: int | None = None
    """The row of that file, from 1, its header not counted."""
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    """Sixteen hexadecimal digits that stay the same when lines are added above."""

    @property
    def hint(self) -> str:
        """How to mend it."""
        return catalogue()[self.code].hint

    @property
    def order(self) -> tuple[object, ...]:
        """What findings sort by: those without a place first, then by seed, line, column, level and code."""
        # None does not compare with numbers and texts, so each field says first whether it is known.
        place = (
            self.path,
            self.file,
            self.line,
            self.column,
            self.record,
            self.level,
            self.code,
            self.message,
        )
        rest = (
            self.end_line,
            self.end_column,
            self.document_id,
            self.table,
            self.key,
            self.field,
            self.value,
        )
        return tuple((False,) if known is None else (True, known) for known in (*place, *rest))

    def __lt__(self, other: tuple[object, ...]) -> bool:
        return self.order < other.order if isinstance(other, Finding) else NotImplemented

    def __gt__(self, other: tuple[object, ...]) -> bool:
        return self.order > other.order if isinstance(other, Finding) else NotImplemented


def finding(code: str, message: str, **place: Unpack[Place]) -> Finding:
    """Make a finding of a code of the catalogue.

    Raises:
        ValueError: the catalogue has no such code.

    """
    entry = catalogue().get(code)
    if entry is None:
        raise ValueError(f"{code!r} is not in the catalogue of findings: add it to findings.toml")
    made = Finding(code, entry.severity, entry.level, message, **place)
    return made._replace(fingerprint=_fingerprint(made))


def _fingerprint(found: Finding) -> str:
    # Never the line, the column or the record: those move when something is added above. The message may hold
    # numbers, so it speaks only where nothing else tells two findings of one code apart.
    named = (found.table, found.key, found.field, found.value)
    tells = named if found.key or found.value else (*named, found.file, found.message)
    parts = (found.code, found.path, *tells)
    return sha256("\x1f".join(part or "" for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class LineIndex:
    r"""The lines of a text (``\n`` alone ends one): from an offset to its place, from a number to its line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def locate(self, offset: int) -> tuple[int, int]:
        """Give the line and the column, both from 1, of an offset in code points from 0."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str | None:
        """Give the text of a line, counted from 1, without its end; ``None`` where there is no such line."""
        if not 1 <= number < len(self._starts):
            return None
        return self.text[self._starts[number - 1] : self._starts[number] - 1]


def place_of(start: int, end: int, lines: LineIndex) -> Place:
    """Give line, column and their ends for a half-open interval of code points."""
    line, column = lines.locate(start)
    end_line, end_column = lines.locate(max(start, end))
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def from_remark(remark: Remark, lines: LineIndex, path: str | None, /, **place: Unpack[Place]) -> Finding:
    """Make a finding of what a stage remarked on a stretch of the seed at ``path``.

    The finding's value is the stretch itself, cut after ``EXCERPT_LENGTH`` code points, unless ``place`` says
    otherwise.
    """
    start, end = remark.span
    known = place_of(start, end, lines)
    known["path"] = path
    known["value"] = lines.text[start : min(end, start + EXCERPT_LENGTH)] or None
    known.update(place)
    return finding(remark.code, remark.message, **known)
