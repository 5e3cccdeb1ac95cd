"""What a report tells: one list of findings, and what is known around them."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from corpus_pkg.findings import SEVERITIES, Finding, Related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


class Change(NamedTuple):
    """Rows of one table that differ from the last published version, for one seed."""

    table: str
    path: str | None = None
    removed: int = 0
    changed: int = 0
    added: int = 0
    lost: tuple[str, ...] = ()
    """Identifiers of rows removed; all, or as many as are worth showing."""
    cause: Literal["", "parser", "seeds"] = ""
    """Who caused it: the parser or the configuration, on the old seeds; the seeds; or nobody can tell."""


def _no_source(_path: str, _line: int) -> str | None:
    return None


class Report(NamedTuple):
    """Everything that a rendering may tell."""

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...] = ()
    rows: Mapping[str, int] = MappingProxyType({})
    """The number of rows of each table."""
    source: Callable[[str, int], str | None] = _no_source
    """Gives a line, counted from 1, of a seed by its path; ``None`` where there is none."""
    tool_version: str = "0"
    corpus: str = ""
    """The name of the corpus."""
    version: str | None = None
    """The version that the corpus declares."""
    asked: str | None = None
    """The version that the change asks for."""
    root: str = ""
    """The folder of seeds, relative to the repository: goes before the paths of seeds."""
    new: frozenset[str] | None = None
    """Of ``fingerprints(findings)`` those that the last published version did not have; ``None``: not compared."""
    changed_lines: Mapping[str, frozenset[int]] | None = None
    """Lines of seeds that the change under review touches; ``None``: not known."""
    changes: tuple[Change, ...] = ()

    def counts(self) -> dict[str, int]:
        """Count the findings of each severity, the gravest first."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}

    def path(self, place: Finding | Related) -> str | None:
        """Give the path of a place's seed from the root of the repository."""
        if place.path is None:
            return None
        return f"{self.root.rstrip('/')}/{place.path}" if self.root.strip("/.") else place.path

    def place(self, found: Finding | Related) -> str:
        """Say in one word where something lies: ``path:line:col``, or as much of that as is known."""
        if path := self.path(found):
            parts = (path, found.line, found.column if found.line else None)
            return ":".join(str(part) for part in parts if part)
        if isinstance(found, Finding) and found.file:
            return f"{found.file}#{found.record}" if found.record else found.file
        if found.table:
            return f"{found.table}[{found.key}]" if found.key else found.table
        return self.corpus or "corpus"


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Tell findings apart: each one's fingerprint, ``-`` and which of those with it this is, from 1."""
    seen: Counter[str] = Counter()
    told = []
    for found in findings:
        seen[found.fingerprint] += 1
        told.append(f"{found.fingerprint}-{seen[found.fingerprint]}")
    return tuple(told)


def counted(number: int, noun: str) -> str:
    """Say ``1 error``, ``2 errors``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}".replace(",", " ")


def tally(report: Report) -> str:
    """Say in one line how many findings there are, of which severity, and how many are waived."""
    told = [counted(number, severity) for severity, number in report.counts().items() if number]
    waived = f"{counted(len(report.waived), 'finding')} waived" if report.waived else ""
    return "; ".join(filter(None, (", ".join(told) or "no findings", waived)))


def well_formed(text: str) -> str:
    """Replace lone surrogates (file names that are not UTF-8 hold them), which no output can encode."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if not text.isascii() else text
