"""A folder of seeds with its configuration: what there is to parse, before anything is parsed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.config import CONFIG_NAME, CorpusConfig, DocumentConfig, load_config
from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Related, finding
from corpus_pkg.identifiers import slug
from corpus_pkg.read import Seed, discover

if TYPE_CHECKING:
    from pathlib import Path


class KnownSeed(NamedTuple):
    """A seed, the identifier of its document, and what the configuration says of it."""

    seed: Seed
    document_id: str
    known: DocumentConfig


class Corpus(NamedTuple):
    """A corpus as it was found: its configuration, its seeds, and what could not be a seed."""

    folder: Path
    config: CorpusConfig
    seeds: tuple[KnownSeed, ...]
    findings: tuple[Finding, ...]


def open_corpus(folder: Path) -> Corpus:
    """Read the configuration and list the seeds of ``folder``; raises UsageError where there is no such folder."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder of seeds; `corpus-pkg init {folder}` makes one")
    config = load_config(folder / CONFIG_NAME)
    discovery = discover(folder, config.is_seed)
    configured = {document.path: document for document in config.documents}
    seeds = []
    for seed in discovery.seeds:
        known = configured.pop(seed.path, None) or DocumentConfig(seed.path)
        seeds.append(KnownSeed(seed, known.id or slug(seed.path), known))
    findings = [*discovery.findings, *_find_shared_identifiers(seeds), *_find_orphans(configured)]
    if not discovery.seeds and not discovery.findings:
        findings.append(finding("seeds-empty", f"there is no seed in {folder.name}"))
    return Corpus(folder, config, tuple(seeds), tuple(findings))


def _find_shared_identifiers(seeds: list[KnownSeed]) -> list[Finding]:
    """Two seeds of one identifier cannot both be documents."""
    paths = defaultdict(list)
    for known in seeds:
        paths[known.document_id].append(known.seed.path)
    return [
        finding(
            "document-id-duplicate",
            f"its identifier {identifier!r} is also that of {first}",
            path=path,
            document_id=identifier,
            table="documents",
            key=identifier,
            related=(Related("the other seed", path=first),),
        )
        for identifier, (first, *others) in sorted(paths.items())
        for path in others
    ]


def _find_orphans(configured: dict[str, DocumentConfig]) -> list[Finding]:
    return [
        finding(
            "document-configured-missing",
            f"[[document]] names {path}, which is no seed",
            path=CONFIG_NAME,
            line=document.declared,
            value=path,
        )
        for path, document in sorted(configured.items())
    ]
