"""What has been found out about short strings, kept for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 65536
"""Strings that are kept."""

T = TypeVar("T")


class Learnt(dict[str, T]):
    """What a pure function says of short strings, kept; all is forgotten where they are too many."""

    def __init__(self, learn: Callable[[str], T]) -> None:
        super().__init__()
        self._learn = learn

    def __missing__(self, key: str) -> T:
        """Ask the function once."""
        if len(self) >= MOST:
            self.clear()
        self[key] = said = self._learn(key)
        return said
