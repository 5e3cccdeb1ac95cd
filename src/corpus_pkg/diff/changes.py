"""A comparison as it is told: the whole of it, and who caused what."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from corpus_pkg.globs import glob_matches
from corpus_pkg.versions import least_version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.diff.values import Difference, RowChange

Cause = Literal["all", "parser", "seeds"]


class Step(NamedTuple):
    """A part of the way from one version to the next.

    ``parser``: the old seeds, parsed anew by this builder under this configuration; ``seeds``: the new seeds
    instead of the old ones; ``all``: the whole way, where nobody can tell them apart.
    """

    cause: Cause
    difference: Difference


class Changes(NamedTuple):
    """What changed from one version to another."""

    whole: Difference
    steps: tuple[Step, ...]
    removals: Mapping[str, str] = MappingProxyType({})
    """Why an identifier is gone, as ``corpus.toml`` says: by identifier, that of a document, or a pattern."""

    def why(self, row: RowChange) -> str | None:
        """The reason that is given for a row that is gone."""
        if row.fate in {"changed", "added"}:
            return None
        given = self.removals.get(row.key) or self.removals.get(row.document_id)
        matching = (reason for pattern, reason in self.removals.items() if glob_matches(pattern, row.key))
        return given or next(matching, None)

    @property
    def least(self) -> str:
        """The lowest version that the new one may have."""
        return least_version(self.whole.old.version, self.whole.bump)


def undivided(difference: Difference) -> Changes:
    """A comparison of two packages of which nothing but their contents is known."""
    return Changes(difference, (Step("all", difference),))
