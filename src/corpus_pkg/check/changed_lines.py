"""The lines of the seeds that a change under review touches, as git tells them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from corpus_pkg.check.git import ask_git
from corpus_pkg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.places import Place

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(r"\\([0-7]{3}|.)")
_LETTERS = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13}


def find_changed_lines(seeds: Place, revision: str) -> Mapping[str, frozenset[int]]:
    """Lines by seed, as they stand now, that differ from where this branch left ``revision``.

    Raises UsageError where the seeds lie in no git repository, or it has no such revision.
    """
    if not isinstance(seeds, Path):
        raise UsageError(f"--changed-since {revision}: {seeds} lies in no git repository")
    base = ask_git(seeds, "merge-base", "--", revision, "HEAD") or ask_git(
        seeds, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if base is None:
        raise UsageError(
            f"--changed-since {revision}: {seeds} lies in no git repository with such a revision"
        )
    options = ("--unified=0", "--relative", "--no-prefix", "--no-ext-diff", "--no-color", "--no-renames")
    said = ask_git(seeds, "diff", *options, base.decode().strip(), "--", ".")
    return read_changed_lines((said or b"").decode("utf-8", "surrogateescape"))


def read_changed_lines(patch: str) -> dict[str, frozenset[int]]:
    """Read a patch without context lines."""
    lines: dict[str, set[int]] = {}
    path = None
    in_header = False
    for line in patch.split("\n"):
        if line.startswith("diff --git "):
            in_header = True
        elif in_header and line.startswith("+++ "):
            path = _name(line.removeprefix("+++ ").rstrip("\t"))
        elif path and (hunk := _HUNK.match(line)):
            in_header = False
            first, count = int(hunk[1]), int(hunk[2] or 1)
            lines.setdefault(path, set()).update(range(first, first + count))
    return {path: frozenset(held) for path, held in lines.items() if path != "/dev/null"}


def _name(written: str) -> str:
    """A file's name; git puts one with odd letters between quotation marks."""
    if not written.startswith('"'):
        return written
    raw = _ESCAPE.sub(_unescape, written.strip('"').encode("utf-8", "surrogateescape").decode("latin-1"))
    return raw.encode("latin-1").decode("utf-8", "surrogateescape")


def _unescape(escape: re.Match[str]) -> str:
    told = escape[1]
    if told.isdigit():
        return chr(int(told, 8))
    return chr(_LETTERS[told]) if told in _LETTERS else told
