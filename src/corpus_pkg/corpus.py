"""A folder of seeds with its configuration: what there is to parse, before anything is parsed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.config import CONFIG_NAME, CorpusConfig, DocumentConfig, load_config
from corpus_pkg.corrections import CORRECTIONS_NAME, Correction, read_corrections
from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Related, finding
from corpus_pkg.globs import glob_matches
from corpus_pkg.identifiers import slug
from corpus_pkg.read import Seed, discover, is_archive, suffixes

if TYPE_CHECKING:
    from corpus_pkg.places import Place


class KnownSeed(NamedTuple):
    """A seed, the identifier of its document, and what the configuration says of it."""

    seed: Seed
    document_id: str
    known: DocumentConfig | None
    """None where it says nothing."""


class Corpus(NamedTuple):
    """A corpus as it was found: its configuration, its seeds, and what could not be a seed."""

    folder: Place
    config: CorpusConfig
    seeds: tuple[KnownSeed, ...]
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...] = ()


def open_corpus(folder: Place) -> Corpus:
    """Read the configuration and list the seeds of ``folder``; raises UsageError where there is no such folder."""
    if isinstance(folder, Path) and not folder.is_dir():
        raise UsageError(
            f"{folder} is not a folder of seeds; `corpus-pkg init DIR` makes a new corpus with one"
        )
    config = load_config(folder / CONFIG_NAME)
    return list_corpus(folder, config, read_corrections(folder / CORRECTIONS_NAME))


def list_corpus(folder: Place, config: CorpusConfig, corrections: tuple[Correction, ...]) -> Corpus:
    """List the seeds of a folder under a configuration and corrections that may lie elsewhere."""
    discovery = discover(folder, config.is_seed)
    configured = {document.path: document for document in config.documents}
    seeds: dict[str, KnownSeed] = {}
    findings = [*discovery.findings]
    for seed in discovery.seeds:
        if seed.record and any(glob_matches(pattern, seed.path) for pattern in config.exclude):
            continue
        known = configured.pop(seed.path, None)
        document_id = (known and known.id) or slug(_naming(seed))
        if document_id in seeds:
            findings.append(_of_shared_identifier(document_id, seed, seeds[document_id].seed))
        else:
            seeds[document_id] = KnownSeed(seed, document_id, known)
    findings += _find_orphans(configured)
    if not discovery.seeds and not discovery.findings:
        findings.append(finding("seeds-empty", f"there is no seed in {folder.name}"))
    return Corpus(folder, config, tuple(seeds.values()), tuple(findings), corrections)


def _naming(seed: Seed) -> str:
    """Return the path that names a document: a record's is in a folder that is called as its container is."""
    path = seed.source.removesuffix(Path(seed.source).suffix) if suffixes(seed.source)[1] else seed.source
    if not seed.record:
        return path
    # a name in an archive is that of a file, and its suffix is left out; any other name is whole
    name = seed.record.name if is_archive(seed.source) else f"{seed.record.name}.record"
    return f"{path.removesuffix(Path(path).suffix)}/{name}"


def _of_shared_identifier(identifier: str, seed: Seed, first: Seed) -> Finding:
    """Two seeds of one identifier cannot both be documents: the second is none."""
    return finding(
        "document-id-duplicate",
        f"its identifier {identifier!r} is also that of {first.path}",
        path=seed.path,
        document_id=identifier,
        table="documents",
        key=identifier,
        related=(Related("the other seed", path=first.path),),
    )


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
