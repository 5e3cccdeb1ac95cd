"""``<name>/index.json``: the published versions of a corpus, made anew from what lies there."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from corpus_pkg.opening.address import DESCRIPTOR
from corpus_pkg.package.descriptor import to_json
from corpus_pkg.package.placing import SUMS
from corpus_pkg.versions import Version

if TYPE_CHECKING:
    from corpus_pkg.publish.store import Store

INDEX = "index.json"

_TRIES = 10


def update_index(home: Store, name: str) -> dict[str, Any]:
    """List all versions that are complete, the newest named; gives what was written.

    Whoever writes it looks again afterwards, so that of publishers at the same time the last one lists them all.
    """
    index = _list_versions(home, name)
    for _ in range(_TRIES):
        home.replace(INDEX, to_json(index).encode())
        again = _list_versions(home, name)
        if again == index and home.read(INDEX) == to_json(index).encode():
            break
        index = again
    return index


def _list_versions(home: Store, name: str) -> dict[str, Any]:
    versions: dict[str, dict[str, Any]] = {}
    listed = [
        file.split("/")[0] for file in home.list() if file.count("/") == 1 and file.endswith(f"/{DESCRIPTOR}")
    ]
    for version in sorted(listed, key=lambda written: (Version.parse(written).precedence, written)):
        store = home.within(version)
        descriptor, sums = store.read(DESCRIPTOR), store.read(SUMS)
        if descriptor is None or sums is None:
            continue
        described = json.loads(descriptor)
        versions[version] = {
            "path": f"{version}/{DESCRIPTOR}",
            "sums": f"sha256:{sha256(sums).hexdigest()}",
            "schemaVersion": described.get("schemaVersion"),
            "contentHashes": {
                resource["path"].split("/")[1]: resource["contentHash"] for resource in described["resources"]
            },
        }
    released = [version for version in versions if not Version.parse(version).pre]
    return {"name": name, "newest": (released or [*versions])[-1], "versions": versions}
