"""Libraries that those under us load wherever they are installed, and that a run of ours has no use for.

Arrow loads pandas for the first array that it makes, pandera loads hypothesis: 40 MB and half a second in each
process. A process that does nothing but our work passes them over, as where they are not installed.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

UNNEEDED = frozenset({"hypothesis", "pandas"})


class _Absent(MetaPathFinder):
    """Finds none of them."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Say of an unneeded library that there is no such module, of any other nothing."""
        del path, target
        if fullname in UNNEEDED:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def pass_over() -> None:
    """Pass them over from now on, for the whole of this process."""
    if not any(isinstance(finder, _Absent) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Absent())
