"""Writes all files of a package into a folder."""

from __future__ import annotations

import json
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from corpus_pkg.package.card import render_card
from corpus_pkg.package.citation import render_citation
from corpus_pkg.package.coverage import Coverage
from corpus_pkg.package.croissant import describe_croissant
from corpus_pkg.package.descriptor import describe_package, json_parts, resource_name, resource_schema
from corpus_pkg.package.names import builder
from corpus_pkg.package.pages import render_dictionary, render_quality
from corpus_pkg.package.placing import SUMS
from corpus_pkg.package.table_writer import TableWriter, WrittenFile, WrittenTable, describe_file
from corpus_pkg.places import fetch, files_below, in_parallel
from corpus_pkg.schema import SCHEMA_VERSION, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus_pkg.places import Place


_GATHERED = 2 << 20
"""Bytes of rows that are written at once: each time costs the same few milliseconds."""


def write_package(
    folder: Path,
    metadata: Mapping[str, Any],
    shards: Iterable[Mapping[str, pa.Table]],
    seeds: Iterable[tuple[str, Place]],
    formats: Sequence[str],
) -> dict[str, WrittenTable]:
    """Write a package into the empty ``folder`` and say what its tables are.

    ``metadata`` are Data Package properties; ``shards`` give the rows, in order; ``seeds`` are the paths that
    the files have in the package, and the files.
    """
    coverage = Coverage()
    tables = _write_tables(folder, metadata, shards, formats, coverage)
    metadata = {**metadata, **coverage.descriptor()}
    sources = _copy_seeds(folder, seeds)
    _write_text(folder / "datapackage.json", json_parts(describe_package(metadata, tables, sources, formats)))
    _write_text(folder / "README.md", [render_card(metadata, tables, formats)])
    _write_text(folder / "CITATION.cff", [render_citation(metadata)])
    _write_text(folder / "croissant.json", json_parts(describe_croissant(metadata, tables, formats)))
    (folder / "report").mkdir()
    _write_text(folder / "report" / "dictionary.md", [render_dictionary()])
    _write_text(folder / "report" / "quality.md", [render_quality()])
    written = [*sources, *(file for table in tables.values() for file in table.files.values())]
    write_sums(folder, {file.path: file.sha256 for file in written})
    return tables


def _write_tables(
    folder: Path,
    metadata: Mapping[str, Any],
    shards: Iterable[Mapping[str, pa.Table]],
    formats: Sequence[str],
    coverage: Coverage,
) -> dict[str, WrittenTable]:
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(
                TableWriter(name, folder, tuple(formats), _parquet_metadata(name, metadata, formats))
            )
            for name in TABLES
        }
        for shard in _gathered(shards):
            coverage.add(shard)
            for name, writer in writers.items():
                writer.append(shard[name])
    return {name: writer.written for name, writer in writers.items() if writer.written}


def _gathered(shards: Iterable[Mapping[str, pa.Table]]) -> Iterator[dict[str, pa.Table]]:
    """Put small tables together, in their order."""
    held: dict[str, list[pa.Table]] = {name: [] for name in TABLES}
    size = 0
    for shard in shards:
        for name, tables in held.items():
            tables.append(shard[name])
            size += shard[name].nbytes
        if size >= _GATHERED:
            yield {name: pa.concat_tables(tables).combine_chunks() for name, tables in held.items()}
            held, size = {name: [] for name in TABLES}, 0
    if held["documents"]:
        yield {name: pa.concat_tables(tables).combine_chunks() for name, tables in held.items()}


def _parquet_metadata(name: str, metadata: Mapping[str, Any], formats: Sequence[str]) -> dict[str, str]:
    """What a Parquet file says of itself when it has left its package."""
    resource = {
        "name": resource_name(name, "parquet", formats),
        "package": metadata["name"],
        "schema": resource_schema(name, "parquet", formats),
    }
    return {
        "corpus_pkg:version": metadata["version"],
        "corpus_pkg:schemaVersion": SCHEMA_VERSION,
        "corpus_pkg:builder": json.dumps(builder()),
        "corpus_pkg:resource": json.dumps(resource, ensure_ascii=False),
    }


def _copy_seeds(folder: Path, seeds: Iterable[tuple[str, Place]]) -> list[WrittenFile]:
    """Copy the seeds, from the first remote one on some at a time."""
    copied: list[WrittenFile] = []
    waiting = iter(seeds)
    for path, file in waiting:
        if isinstance(file, Path):
            copied.append(_copy_seed(folder, path, file))
        else:
            rest = chain(((path, file),), waiting)
            copied += in_parallel(lambda seed: _copy_seed(folder, *seed), rest, file)
    return copied


def _copy_seed(folder: Path, path: str, file: Place) -> WrittenFile:
    target = folder / "sources" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    fetch(file, target)
    return describe_file(folder, target)


def write_sums(folder: Path, known: Mapping[str, str]) -> None:
    """Write the hashes of all files of a package into it; whoever adds a file does it again.

    ``known`` are hashes that were taken when a file was written, by its path in the package.
    """
    files = [path for path in files_below(folder) if path != SUMS]
    hashes = (known.get(path) or describe_file(folder, folder / path).sha256 for path in files)
    _write_text(folder / SUMS, (f"{digest}  {path}\n" for digest, path in zip(hashes, files, strict=True)))


def read_sums(folder: Path) -> dict[str, str]:
    """Read the hashes that were written last, by path."""
    lines = (folder / SUMS).read_bytes().decode().split("\n")
    return {path: digest for digest, _, path in (line.partition("  ") for line in lines)}


def _write_text(path: Path, parts: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(parts)
