"""The seeds in a package are those that its documents were read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.findings import Finding
    from corpus_pkg.validate.files import FileFacts
    from corpus_pkg.validate.shard import Shard


def check_sources(shard: Shard, facts: Mapping[str, FileFacts]) -> list[Finding]:
    """Check that the seed of each document lies in ``sources/``, with the hash and size that its row gives.

    A member of a container (its path follows ``!``) has no file of its own: only the container must be there.
    """
    findings = []
    columns = shard.frames["documents"].select("source_path", "source_sha256", "source_bytes")
    for row, (path, sha256, size) in enumerate(columns.iter_rows()):
        if path is None:
            continue
        container, is_member, _ = path.partition("!")
        source = facts.get(f"sources/{container}")
        if source is None:
            message = f"there is no sources/{container}"
            findings.append(shard.report("source-mismatch", "documents", row, message, "source_path"))
        elif not is_member:
            for field, said, actual in (
                ("source_sha256", sha256, source.sha256),
                ("source_bytes", size, source.size),
            ):
                if said != actual:
                    message = f"{field} of sources/{path} is {actual}"
                    findings.append(shard.report("source-mismatch", "documents", row, message, field))
    return findings
