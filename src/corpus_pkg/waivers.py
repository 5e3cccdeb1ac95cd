"""Waivers: a maintainer's word, in ``corpus.toml``, that a finding is known and accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.findings import Finding, finding
from corpus_pkg.globs import glob_matches

if TYPE_CHECKING:
    from collections.abc import Iterable


class Waiver(NamedTuple):
    """A maintainer's word that a finding is known and accepted."""

    code: str
    path: str
    """The seed, or the file of the package, or a pattern as ``globs.py`` reads it."""
    reason: str
    line: int | None = None
    text: str | None = None
    """Words of the finding's value, key or message: they outlive a shift of lines."""
    until: str | None = None
    """The last day (ISO 8601) on which it holds."""
    declared: int | None = None
    """The line of ``corpus.toml`` that says so."""

    def covers(self, found: Finding) -> bool:
        """Say whether this is about that finding."""
        return (
            self.code == found.code
            and glob_matches(self.path, found.path or found.file or "")
            and self.line in (None, found.line)
            and (
                self.text is None
                or any(self.text in (told or "") for told in (found.value, found.key, found.message))
            )
        )


class Waived(NamedTuple):
    """Findings sorted out by waivers; each tuple is sorted."""

    kept: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    stale: tuple[Finding, ...]
    """New findings: waivers that cover nothing, and those whose day has passed."""


def apply_waivers(findings: Iterable[Finding], waivers: Iterable[Waiver], today: str | None = None) -> Waived:
    """Sort out the findings that waivers cover, and make findings of waivers that do nothing.

    ``today`` is an ISO 8601 day; without it, no waiver has run out (a build reads no clock).
    """
    waivers = tuple(waivers)
    expired = {n for n, waiver in enumerate(waivers) if today and waiver.until and waiver.until < today}
    by_code: dict[str, list[int]] = {}
    for n, waiver in enumerate(waivers):
        if n not in expired:
            by_code.setdefault(waiver.code, []).append(n)
    kept: list[Finding] = []
    waived: list[Finding] = []
    used: set[int] = set()
    for found in findings:
        covering = [n for n in by_code.get(found.code, ()) if waivers[n].covers(found)]
        used.update(covering)
        (waived if covering else kept).append(found)
    stale = [
        _of_waiver(
            "waiver-expired",
            waiver,
            f"the waiver of {waiver.code} for {waiver.path} ended on {waiver.until}",
        )
        if n in expired
        else _of_waiver(
            "waiver-stale", waiver, f"the waiver of {waiver.code} for {waiver.path} matches nothing"
        )
        for n, waiver in enumerate(waivers)
        if n not in used
    ]
    return Waived(tuple(sorted(kept)), tuple(sorted(waived)), tuple(sorted(stale)))


def _of_waiver(code: str, waiver: Waiver, message: str) -> Finding:
    told = " ".join(filter(None, (waiver.code, waiver.path, waiver.text)))
    return finding(code, message, path="corpus.toml", line=waiver.declared, value=told)
