"""Publishing: data first, the descriptor last and only where there is none, all of it read back and verified."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.errors import RefusedError, UsageError
from corpus_pkg.opening.address import DESCRIPTOR
from corpus_pkg.package.placing import SUMS
from corpus_pkg.places import shown
from corpus_pkg.publish.index import update_index
from corpus_pkg.publish.store import Store
from corpus_pkg.validate import check_package

if TYPE_CHECKING:
    from pathlib import Path

    from corpus_pkg.findings import Finding

CLAIM = "PUBLISHING"
"""The file that says which package is being uploaded: the SHA-256 of its sums. It is gone once that is done."""

_TRIES = 10
_PAUSE = 0.2
"""Seconds in which another that has passed at the same moment takes its mark away."""

Progress = Callable[[str, int, int], None]
"""Called with the name of a step, how much of it is done, and how much there is."""


class Published(NamedTuple):
    """How a publication ended."""

    address: str
    """Where the version lies; empty where findings forbade it."""
    findings: tuple[Finding, ...]
    is_new: bool
    """False where the very same version was there already."""


def publish(
    package: Path,
    target: str,
    *,
    clean: bool = False,
    progress: Progress = lambda _step, _done, _all: None,
) -> Published:
    """Put a package at ``<target>/<name>/<version>/`` and list it in ``<target>/<name>/index.json``.

    The package is validated first. Of two publishers of one version one wins, and the other is refused, or told
    that its very package is there. An upload that was cut off is taken up again; with ``clean``, one of other
    contents is deleted first, which is right only if nobody is at it any more.

    Raises RefusedError where the version is there with other contents or is being uploaded with others, UsageError
    where the target cannot be reached or written to.
    """
    if shown(target) != target:
        raise UsageError(
            f"{shown(target)}: an address takes no user, password or query; set credentials in the environment"
        )
    findings = tuple(check_package(package))
    if any(found.severity == "error" for found in findings):
        return Published("", findings, is_new=False)
    descriptor = json.loads((package / DESCRIPTOR).read_bytes())
    name, version = descriptor["name"], descriptor["version"]
    sums = _read_sums(package)
    home = Store.at(target).within(name)
    store = home.within(version)
    is_new = not _is_there(store, package)
    if is_new:
        mark = _claim(store, package, clean=clean)
        try:
            is_new = _bring(store, package, sums, progress)
        except RefusedError:  # the version is there: nobody has a claim to it any more
            store.delete(mark)
            store.delete(CLAIM)
            raise
        store.delete(mark)
    else:
        _verify(store, sums, progress)
    store.delete(CLAIM)
    _verify(store, {DESCRIPTOR: sums[DESCRIPTOR]}, progress)
    update_index(home, name)
    return Published(store.location.address, findings, is_new)


def _read_sums(package: Path) -> dict[str, str]:
    """The files of a package and their hashes, those of the sums themselves included."""
    written = (package / SUMS).read_bytes()
    lines = written.decode("utf-8").split("\n")
    named = {path: digest for digest, _, path in (line.partition("  ") for line in lines if line)}
    return {**named, SUMS: sha256(written).hexdigest()}


def _is_there(store: Store, package: Path) -> bool:
    """Whether this very package is published; raises RefusedError where another one is under its version."""
    published = store.read(DESCRIPTOR)
    if published is None:
        return False
    if published != (package / DESCRIPTOR).read_bytes() or store.read(SUMS) != (package / SUMS).read_bytes():
        raise RefusedError(
            f"{store.location.address} is published with other contents, and a version is never changed: build a"
            " higher version and publish that"
        )
    return True


def _claim(store: Store, package: Path, *, clean: bool) -> str:
    """Say that this package is being uploaded, and give what says so; raises RefusedError where another one is.

    Where a store creates a file for one of many at once, as S3 does, the first claim decides. Where it lets
    several pass at the same moment, each leaves a mark of its own and looks for others' before it goes on, so that
    never two may pass. Who sees another's mark takes its own away, and only the one whose claim is there tries again.
    """
    claim = sha256((package / SUMS).read_bytes()).hexdigest()
    refusal = RefusedError(
        f"another package is being uploaded to {store.location.address}, or its upload was cut off; if nobody is at"
        " it any more, publish with --clean"
    )
    if clean and store.read(CLAIM) not in {None, claim.encode()} and store.read(DESCRIPTOR) is None:
        for name in [*(name for name in store.list() if name != CLAIM), CLAIM]:
            store.delete(name)
    if not store.create(CLAIM, claim.encode()) and store.read(CLAIM) != claim.encode():
        raise refusal
    mark = f"{CLAIM}.{claim[:16]}"
    for _ in range(_TRIES):
        store.replace(mark, claim.encode())
        if not any(name.startswith(f"{CLAIM}.") and name != mark for name in store.list()):
            return mark
        store.delete(mark)
        time.sleep(_PAUSE)
        if store.read(CLAIM) != claim.encode():
            break
    raise refusal


def _bring(store: Store, package: Path, sums: dict[str, str], progress: Progress) -> bool:
    """Upload a package; False where this very package was published meanwhile.

    Raises RefusedError where another one was: whoever ends creates the descriptor first and takes its mark away then.
    """
    if _is_there(store, package):
        return False
    _upload(store, package, sums, progress)
    _verify(store, sums, progress)
    return store.create(DESCRIPTOR, (package / DESCRIPTOR).read_bytes()) or not _is_there(store, package)


def _upload(store: Store, package: Path, sums: dict[str, str], progress: Progress) -> None:
    """Put all files but the descriptor; what an upload that was cut off has brought there already is left."""
    names = [name for name in sums if name != DESCRIPTOR]
    for done, name in enumerate(names):
        progress("uploading", done, len(names))
        if store.size(name) != (package / name).stat().st_size or store.sha256(name) != sums[name]:
            store.put(name, package / name)


def _verify(store: Store, sums: dict[str, str], progress: Progress) -> None:
    """Read everything back; raises UsageError where the place does not give what it was given."""
    for done, (name, digest) in enumerate(sums.items()):
        progress("reading back", done, len(sums))
        if name == DESCRIPTOR and len(sums) > 1:
            continue
        if store.sha256(name) != digest:
            raise UsageError(
                f"{store.location.address}/{name} reads back with other contents; publish again to mend it"
            )
