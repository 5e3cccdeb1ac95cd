"""Findings as Markdown: for a comment under a pull request, and for the summary of a step."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from corpus_pkg.findings import SEVERITIES, Finding, catalogue
from corpus_pkg.report.excerpt import visible
from corpus_pkg.report.values import Change, Report, counted, fingerprints, tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

COMMENT_CHARACTERS = 50_000
SUMMARY_BYTES = 1 << 20
"""What GitHub takes; it cuts nothing, it refuses."""

_SHOWN = 300
"""Characters of a message or a value."""

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&@])")


def render_markdown(report: Report) -> str:
    """Render for a comment: at most 50 000 characters, losses first, three samples of each kind."""
    return _fit(_blocks(report, samples=3), COMMENT_CHARACTERS, len)


def render_summary(report: Report) -> str:
    """Render for the summary of a step: at most 1 MiB, losses first, a hundred samples of each kind."""
    return _fit(_blocks(report, samples=100), SUMMARY_BYTES, lambda text: len(text.encode("utf-8")))


def _fit(blocks: Iterable[str], limit: int, size: Callable[[str], int]) -> str:
    """Join blocks as long as there is room, and say how many found none."""
    kept: list[str] = []
    room = limit - 200
    left_out = 0
    for block in blocks:
        if left_out or size(block) + 1 > room:
            left_out += 1
        else:
            kept.append(block)
            room -= size(block) + 1
    if left_out:
        kept.append(
            f"*{counted(left_out, 'more section')} left out here for want of room: see the full report.*\n"
        )
    return "\n".join(kept)


def _blocks(report: Report, samples: int) -> Iterator[str]:
    name = " ".join(filter(None, (report.corpus, report.version)))
    yield f"### corpus-pkg{f': {_plain(name)}' if name else ''}\n\n**{tally(report)}**\n"
    if report.asked:
        yield f"The change asks for version **{_plain(report.asked)}**.\n"
    losses = [change for change in report.changes if change.removed]
    if losses:
        yield _changes("Rows lost", losses, samples)
    findings = sorted(report.findings, key=_rank)
    new = _new(report)
    for code, held in groupby(findings, key=lambda found: found.code):
        yield _kind(code, list(held), report, new, samples)
    others = [change for change in report.changes if not change.removed]
    if others:
        yield _changes("Rows added and changed", others, samples)
    if report.rows:
        head = "| table | rows |\n| --- | ---: |\n"
        yield head + "".join(f"| {_plain(table)} | {rows} |\n" for table, rows in report.rows.items())


def _rank(found: Finding) -> tuple[object, ...]:
    return not catalogue()[found.code].loss, SEVERITIES.index(found.severity), found.code, found.order


def _new(report: Report) -> frozenset[int]:
    """Give the identities of the findings that are new."""
    pairs = zip(report.findings, fingerprints(report.findings), strict=True)
    return frozenset(id(found) for found, told in pairs if report.new is not None and told in report.new)


def _kind(code: str, held: list[Finding], report: Report, new: frozenset[int], samples: int) -> str:
    shown = sorted(held, key=lambda found: id(found) not in new)[:samples]
    count = counted(len(held), held[0].severity)
    fresh = sum(id(found) in new for found in held)
    heading = f"#### `{code}`: {count}{f', {fresh} new' if fresh else ''}\n\n{catalogue()[code].meaning}\n\n"
    lines = [_sample(found, report, is_new=id(found) in new) for found in shown]
    if len(held) > len(shown):
        lines.append(f"- … and {len(held) - len(shown)} more\n")
    return heading + "".join(lines) + f"\n*{held[0].hint}*\n"


def _sample(found: Finding, report: Report, *, is_new: bool) -> str:
    value = f" {_code(found.value)}" if found.value else ""
    return f"- {'**new** ' if is_new else ''}{_code(report.place(found))} {_plain(found.message)}{value}\n"


def _changes(title: str, changes: list[Change], samples: int) -> str:
    rows = []
    for change in sorted(changes, key=lambda change: (-change.removed, -change.changed, change.table)):
        lost = ", ".join(_code(identifier) for identifier in change.lost[:samples])
        unnamed = change.removed - len(change.lost[:samples])
        more = f" and {unnamed} more" if lost and unnamed > 0 else ""
        place = _code(change.path) if change.path else ""
        cause = change.cause and f" ({change.cause})"
        cells = (
            _plain(change.table + cause),
            place,
            change.removed,
            change.changed,
            change.added,
            lost + more,
        )
        rows.append(f"| {' | '.join(map(str, cells))} |\n")
    head = "| table | seed | removed | changed | added | lost |\n| --- | --- | ---: | ---: | ---: | --- |\n"
    return f"#### {title}\n\n{head}{''.join(rows[:500])}" + (
        f"\n{len(rows) - 500} more rows of this table are left out.\n" if len(rows) > 500 else ""
    )


def _plain(text: str) -> str:
    """Write text so that Markdown shows it as it is: no links, no mentions of people, no markup."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return _ACTIVE.sub(lambda match: f"&#{ord(match[1])};", visible(cut))


def _code(text: str) -> str:
    """Write text as code, with a fence longer than any run of backticks in it."""
    cut = visible(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…").replace("|", "¦")
    fence = "`" * (max((len(run) for run in re.findall("`+", cut)), default=0) + 1)
    pad = " " if cut.startswith("`") or cut.endswith("`") else ""
    return f"{fence}{pad}{cut}{pad}{fence}"
