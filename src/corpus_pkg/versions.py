"""Versions of a corpus (Semantic Versioning 2.0.0), and how far one must be from the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Bump = Literal["none", "patch", "minor", "major"]

BUMPS: tuple[Bump, ...] = ("none", "patch", "minor", "major")
"""From nothing to the gravest."""

_FORM = re.compile(r"(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?")


class Version(NamedTuple):
    """A version; pre-releases come before the release that they lead to, as semver.org has it."""

    major: int
    minor: int
    patch: int
    pre: tuple[tuple[bool, int, str], ...] = ()
    """The parts of a pre-release: whether it is text, the number, the text. Empty for a release."""

    @classmethod
    def parse(cls, written: str) -> Version:
        """Read a version; raises ValueError where it is none. What follows a ``+`` orders nothing and is dropped."""
        found = _FORM.fullmatch(written)
        if not found:
            raise ValueError(f"{written!r} is not a version of three numbers")
        parts = found[4].split(".") if found[4] else ()
        pre = tuple((False, int(part), "") if part.isdigit() else (True, 0, part) for part in parts)
        return cls(int(found[1]), int(found[2]), int(found[3]), pre)

    @property
    def release(self) -> tuple[int, int, int]:
        """The three numbers."""
        return self[:3]

    @property
    def precedence(self) -> tuple[tuple[int, int, int], bool, tuple[tuple[bool, int, str], ...]]:
        """What to sort versions by."""
        return self.release, not self.pre, self.pre


def least_version(before: str, bump: Bump) -> str:
    """The lowest release that is ``bump`` away from a version. Versions below 1.0.0 are no exception.

    >>> least_version("1.4.2", "minor")
    '1.5.0'
    """
    major, minor, patch = Version.parse(before).release
    return {
        "none": f"{major}.{minor}.{patch}",
        "patch": f"{major}.{minor}.{patch + 1}",
        "minor": f"{major}.{minor + 1}.0",
        "major": f"{major + 1}.0.0",
    }[bump]


def gravest(bumps: Iterable[Bump]) -> Bump:
    """The gravest of some bumps; ``none`` of none."""
    held = set(bumps)
    return next((bump for bump in reversed(BUMPS) if bump in held), "none")
