"""The files of a package: each is listed, each that is listed is there, and each has the hash that is said."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.findings import Finding, finding
from corpus_pkg.places import files_below

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DESCRIPTOR = "datapackage.json"
SUMS = "SHA256SUMS"

_LINE = re.compile(r"([0-9a-f]{64})  ([^\n]+)")


class FileFacts(NamedTuple):
    """What a file of a package is, whatever is said of it."""

    size: int
    """Bytes."""
    sha256: str


def is_safe(path: str) -> bool:
    """Tell whether a path stays inside the folder that it is relative to."""
    if "\\" in path or "\0" in path or ":" in path.partition("/")[0]:
        return False
    return all(part not in ("", ".", "..") for part in path.split("/"))


def list_files(folder: Path) -> tuple[dict[str, FileFacts], list[Finding]]:
    """Read every file below ``folder``; links and files that cannot be read are findings."""
    facts: dict[str, FileFacts] = {}
    findings = []
    for name in files_below(folder):
        path = folder / name
        if path.is_symlink():
            findings.append(finding("path-unsafe", f"{name} is a symbolic link", file=name))
        elif path.is_file():
            try:
                facts[name] = _facts_of(path)
            except OSError as error:
                findings.append(finding("file-unreadable", f"{name}: {error.strerror}", file=name))
    return facts, findings


def _facts_of(path: Path) -> FileFacts:
    digest, size = sha256(), 0
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
            size += len(piece)
    return FileFacts(size, digest.hexdigest())


def check_sums(folder: Path, facts: Mapping[str, FileFacts]) -> list[Finding]:
    """Check that ``SHA256SUMS`` lists every other file with its hash, in order of paths, and nothing else."""
    if SUMS not in facts:
        return [finding("file-missing", f"there is no {SUMS}", file=SUMS)]
    names = sorted(facts.keys() - {SUMS})
    expected = sha256()
    for path in names:
        expected.update(f"{facts[path].sha256}  {path}\n".encode(errors="replace"))
    if expected.hexdigest() == facts[SUMS].sha256:
        return []
    content = (folder / SUMS).read_bytes()
    listed: dict[str, str] = {}
    findings = []
    for number, line in enumerate(content.decode("utf-8", "replace").removesuffix("\n").split("\n"), 1):
        match = _LINE.fullmatch(line)
        if match is None or match[2] in listed:
            what = "names a file a second time" if match else "is not a hash, two spaces and a path"
            findings.append(
                finding("sums-invalid", f"line {number} {what}", file=SUMS, record=number, value=line)
            )
        else:
            listed[match[2]] = match[1]
    findings += [
        finding("file-missing", f"{SUMS} lists {path}, which is not there", file=path)
        for path in sorted(listed.keys() - facts.keys())
    ]
    for path in names:
        if path not in listed:
            findings.append(finding("file-unlisted", f"{SUMS} does not list {path}", file=path))
        elif listed[path] != facts[path].sha256:
            message = f"{SUMS} gives {path} the hash {listed[path]}, it is {facts[path].sha256}"
            findings.append(finding("hash-mismatch", message, file=path, value=facts[path].sha256))
    if not findings:
        findings.append(finding("sums-invalid", "the lines are not in the order of their paths", file=SUMS))
    return findings
