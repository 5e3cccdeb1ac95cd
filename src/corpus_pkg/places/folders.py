"""What lies in a folder of this machine, by name: a path object for each of many files would take a kilobyte."""

from __future__ import annotations

import os
from pathlib import Path


def files_below(folder: Path) -> list[str]:
    """The paths of the files below ``folder``, relative to it and with ``/``, sorted; links to folders among them."""
    top = len(str(folder)) + 1
    found = []
    for place, folders, files in os.walk(folder):
        inside = place[top:].replace(os.sep, "/")
        links = [name for name in folders if Path(place, name).is_symlink()]
        found += [f"{inside}/{name}" if inside else name for name in (*files, *links)]
    return sorted(found)
