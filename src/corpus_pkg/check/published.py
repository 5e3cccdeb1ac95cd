"""Finding the version to compare with: in a folder, at an address, or in a revision of the git repository."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.check.git import ask_git
from corpus_pkg.errors import UsageError
from corpus_pkg.opening.address import DESCRIPTOR
from corpus_pkg.versions import Version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus_pkg.places import Place


class Baseline(NamedTuple):
    """What a check compares with: a package, or the seeds of another time, which are still to be built."""

    package: str | None
    seeds: Path | None = None


def find_baseline(name: str, seeds: Place, output: Path, against: str | None, room: Path) -> Baseline:
    """The version to compare with; both ``None`` where nothing has been published yet.

    ``against`` is a package, a folder of packages, an address, or a git revision; without it, the newest version in
    ``output``. A revision gives the newest version that it has in ``output``, or else its seeds; ``room`` is a
    folder to unpack them in.

    Raises UsageError where ``against`` names nothing.
    """
    if against is None:
        newest = find_newest(output, name)
        return Baseline(str(newest) if newest else None)
    if "://" in against or against.endswith(".zip"):
        return Baseline(against)
    folder = Path(against)
    if folder.is_dir():
        if (folder / DESCRIPTOR).exists():
            return Baseline(against)
        if newest := find_newest(folder, name):
            return Baseline(str(newest))
        raise UsageError(f"--against {against}: there is no version of {name} in it")
    if not isinstance(seeds, Path):
        raise UsageError(f"--against {against}: there is no such folder, and {seeds} is in no git repository")
    return _find_in_git(name, seeds, output, against, room)


def find_newest(output: Path, name: str) -> Path | None:
    """The newest version of a corpus in a folder of packages."""
    folders = (path.parent for path in output.glob(f"{name}-*/{DESCRIPTOR}"))
    return _newest(folders, name)


def _newest(folders: Iterable[Path], name: str) -> Path | None:
    versions = []
    for folder in folders:
        try:
            versions.append((Version.parse(folder.name.removeprefix(f"{name}-")).precedence, folder))
        except ValueError:
            continue  # another corpus whose name begins with the name of this one
    return max(versions)[1] if versions else None


def _find_in_git(name: str, seeds: Path, output: Path, revision: str, room: Path) -> Baseline:
    inside = seeds.parent if seeds.parent.is_dir() else Path()
    top = ask_git(inside, "rev-parse", "--show-toplevel")
    if top is None:
        raise UsageError(
            f"--against {revision}: there is no such folder, and {inside.absolute()} is no git repository"
        )
    commit = ask_git(inside, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise UsageError(
            f"--against {revision}: there is no such folder, and no such revision of the repository"
        )
    root = Path(top.decode().strip())
    at = commit.decode().strip()
    if (packages := _inside(output, root)) is not None:
        listed = ask_git(root, "ls-tree", "-r", "-z", "--name-only", at, "--", packages) or b""
        paths = (Path(path) for path in listed.decode("utf-8", "surrogateescape").split("\0"))
        newest = _newest((path.parent for path in paths if path.name == DESCRIPTOR), name)
        if newest:
            return Baseline(str(_unpack(root, at, newest.as_posix(), room)))
    held = _inside(seeds, root)
    if held is None or not ask_git(root, "ls-tree", "--name-only", at, "--", held):
        raise UsageError(f"--against {revision}: it has neither a version of {name} in {output} nor {seeds}")
    return Baseline(None, _unpack(root, at, held, room))


def _inside(folder: Path, root: Path) -> str | None:
    """The path of a folder below the top of the repository."""
    absolute = folder.absolute().resolve()
    return (
        absolute.relative_to(root.resolve()).as_posix() if absolute.is_relative_to(root.resolve()) else None
    )


def _unpack(root: Path, commit: str, path: str, room: Path) -> Path:
    archive = ask_git(root, "archive", "--format=tar", commit, "--", path)
    if archive is None:
        raise UsageError(f"git cannot give {path} of {commit}")
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(room, filter="data")
    return room / path
