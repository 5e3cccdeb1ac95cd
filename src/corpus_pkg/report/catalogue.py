"""The catalogue of findings for readers; ``python -m corpus_pkg.report.catalogue`` prints docs/findings.md."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from itertools import groupby

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import LEVELS, Entry, catalogue

_HEAD = """\
# Findings

Every finding has a code that never changes its meaning, a severity, and a level that says what it is about.
An *error* makes a run end with exit code 1; `--fail-on` sets that threshold. A `[[waive]]` table in
`corpus.toml` (code, path, reason, and a line or words where it is about one place) silences a finding that is
known and accepted.

<!-- Made from src/corpus_pkg/findings.toml by `python -m corpus_pkg.report.catalogue`; edit that file instead. -->
"""


def catalogue_markdown() -> str:
    """Render the whole catalogue as a page of documentation."""
    parts = [_HEAD]
    for level, entries in groupby(catalogue().values(), key=lambda entry: entry.level):
        parts.append(f"\n## Level {level}: {LEVELS[level]}\n")
        parts += [
            f"\n### `{entry.code}`\n\n*{entry.severity}.* {entry.meaning}\n\n{entry.hint}\n"
            for entry in entries
        ]
    return "".join(parts)


def catalogue_text(code: str | None = None) -> str:
    """Render one code with all that is known of it, or every code in a line each.

    Raises:
        UsageError: the catalogue has no such code; the message names the nearest one.

    """
    if code is not None:
        entry = _entry(code)
        level = f"{entry.level}, {LEVELS[entry.level]}"
        return f"{entry.code} ({entry.severity}; level {level})\n\n{entry.meaning}\n\n{entry.hint}\n"
    width = max(map(len, catalogue()))
    lines = []
    for level, entries in groupby(catalogue().values(), key=lambda entry: entry.level):
        lines.append(f"level {level}: {LEVELS[level]}")
        lines += [f"  {entry.code:{width}}  {entry.severity:7}  {entry.meaning}" for entry in entries]
    return "\n".join(lines) + "\n"


def _entry(code: str) -> Entry:
    entry = catalogue().get(code)
    if entry is None:
        near = get_close_matches(code.lower(), catalogue(), 1, 0.5)
        advice = f"; did you mean {near[0]}?" if near else "; `corpus-pkg findings` lists them all"
        raise UsageError(f"there is no finding code {code!r}{advice}")
    return entry


if __name__ == "__main__":
    sys.stdout.write(catalogue_markdown())
