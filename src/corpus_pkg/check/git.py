"""Asking git, which may not be there."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def ask_git(folder: Path, *arguments: str) -> bytes | None:
    """What git says in a folder; None where it refuses or is not there."""
    try:
        ended = subprocess.run(  # noqa: S603 - arguments are passed one by one, never through a shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the git that the user has
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return ended.stdout if ended.returncode == 0 else None
