"""A written package: all that can be verified of it, in bounded memory."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from corpus_pkg.content import ContentHash
from corpus_pkg.findings import Finding, Place, finding
from corpus_pkg.schema import TABLES
from corpus_pkg.validate.corpus_keys import collect_keys
from corpus_pkg.validate.descriptor import DescribedFile, check_described, check_profile, read_descriptor
from corpus_pkg.validate.files import DESCRIPTOR, check_sums, list_files
from corpus_pkg.validate.keys_across import check_keys
from corpus_pkg.validate.package_shards import WrittenShard, cut_package
from corpus_pkg.validate.parquet_file import check_parquet
from corpus_pkg.validate.rows import Noted, UnreadableError, compare_formats, read_csv_typed, read_parquet
from corpus_pkg.validate.shard import DerivedFile, Shard
from corpus_pkg.validate.sources import check_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import pyarrow as pa


BY_FRAMEWORK = "Frictionless: "
"""How a message begins that Frictionless gave."""


def check_package(folder: Path, *, frictionless: bool = True) -> list[Finding]:
    """Check all that can be verified of the package in ``folder``; with ``frictionless``, that framework too."""
    if not folder.is_dir():
        return [finding("package-missing", f"{folder.name} is no folder", file=folder.name)]
    check = PackageCheck(folder)
    check.check_files()
    if frictionless and check.descriptor is not None:
        check.check_by_framework()
    check.check_rows()
    return check.result()


class PackageCheck:
    """One look at one package; ``findings`` grows as it goes on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.facts, self.findings = list_files(folder)
        self.descriptor, found = read_descriptor(folder)
        self.findings += found
        self.described: dict[tuple[str, str], DescribedFile] = {}
        self._noted: dict[str, list[Noted]] = defaultdict(list)
        """By table: what waits for its row to come by."""

    def check_files(self) -> None:
        """Check the descriptor and that files are what is said of them."""
        self.findings += check_sums(self.folder, self.facts)
        if self.descriptor is not None:
            self.findings += check_profile(self.descriptor)
            described, found = check_described(self.descriptor, self.facts)
            self.findings += found
            self.described = {(file.table, file.form): file for file in described}

    def check_rows(self) -> None:
        """Check the files of all tables, and the tables as their files hold them."""
        readers: dict[str, DescribedFile] = {}
        for table in TABLES:
            if (file := self._check_files_of(table)) is not None:
                readers[table] = file
        if len(readers) < len(TABLES):
            return
        keys = []
        files = {table: file.path for table, file in readers.items()}
        try:
            for shard in cut_package({table: partial(self._read, file) for table, file in readers.items()}):
                self._check_shard(shard, files)
                keys.append(collect_keys(shard.tables))
        except UnreadableError as error:
            self.findings.append(finding("file-unreadable", str(error)))
        self.findings += check_keys(keys)

    def _read(self, file: DescribedFile) -> Iterator[pa.Table]:
        path = self.folder / file.path
        if file.form == "parquet":
            return read_parquet(path, file.table)
        return read_csv_typed(path, file.table, file.path, [])

    def _check_files_of(self, table: str) -> DescribedFile | None:
        """Check the files of a table against each other; return the one to read its rows from."""
        parquet, csv = self.described.get((table, "parquet")), self.described.get((table, "csv"))
        content, rows = None, 0
        readable = None
        if parquet is not None:
            readable, found = check_parquet(self.folder, parquet, self.descriptor or {})
            self.findings += found
        for file in (readable, csv):
            if file is None or content is not None:
                continue
            try:
                content, rows = self._hash_rows(file)
                readable = file
            except UnreadableError as error:
                self.findings.append(finding("file-unreadable", str(error), file=file.path, table=table))
                readable = None
        if readable is None or content is None:
            return None
        self.findings += _compare_facts(readable, content, rows)
        if csv is not None and readable.form == "parquet":
            if self.facts[csv.path].sha256 == content:  # the CSV file is the canonical text of the rows
                self.findings += _compare_facts(csv, content, rows)
            else:
                self._compare(readable, csv)
        elif csv is not None and self.facts[csv.path].sha256 != content:
            message = "the file is not the canonical text of its rows: other quotes, line ends or numbers"
            self.findings.append(finding("content-hash-mismatch", message, file=csv.path, table=table))
        return readable

    def _hash_rows(self, file: DescribedFile) -> tuple[str, int]:
        """Return the content hash and the number of the rows of a file."""
        digest, rows = ContentHash(file.table), 0
        path = self.folder / file.path
        batches = (
            read_parquet(path, file.table)
            if file.form == "parquet"
            else read_csv_typed(path, file.table, file.path, self._noted[file.table])
        )
        for batch in batches:
            digest.update(batch)
            rows += batch.num_rows
        return digest.hexdigest(), rows

    def _compare(self, parquet: DescribedFile, csv: DescribedFile) -> None:
        """Find out where a CSV file that is not the canonical text of the Parquet file's rows differs from them."""
        noted: list[Noted] = []
        try:
            noted += compare_formats(
                read_parquet(self.folder / parquet.path, parquet.table),
                self.folder / csv.path,
                csv.table,
                csv.path,
            )
        except UnreadableError as error:
            self.findings.append(finding("file-unreadable", str(error), file=csv.path, table=csv.table))
            return
        self._noted[csv.table] += noted
        if not noted:
            message = "it has the rows of the Parquet file, but is not their canonical text"
            self.findings.append(finding("formats-disagree", message, file=csv.path, table=csv.table))

    def check_by_framework(self) -> None:
        """Let Frictionless validate the package, and take up what it says of rows until they come by."""
        from corpus_pkg.validate.framework import run_framework  # noqa: PLC0415 - slow to import

        tables = {file.path: file.table for file in self.described.values()}
        for code, message, path, record, field, value in run_framework(self.folder):
            table = tables.get(path or "")
            if table is None or path is None or record is None:
                place: Place = {"file": path or DESCRIPTOR, "table": table, "record": record}
                place |= {"field": field, "value": value}
                self.findings.append(finding(code, BY_FRAMEWORK + message, **place))
            else:
                self._noted[table].append(
                    Noted(code, BY_FRAMEWORK + message, table, path, record, field, value)
                )

    def _check_shard(self, written: WrittenShard, files: Mapping[str, str]) -> None:
        from corpus_pkg.validate.tables import check_shard  # noqa: PLC0415 - pandera, which sums do not need

        places = {table: DerivedFile(files[table], written.records[table]) for table in TABLES}
        shard = Shard(written.tables, places)
        self.findings += check_shard(shard)
        self.findings += check_sources(shard, self.facts)
        for table, waiting in self._noted.items():
            rows = {int(record): row for row, record in enumerate(written.records[table])} if waiting else {}
            self.findings += [
                _placed(shard, rows[noted.record], noted) for noted in waiting if noted.record in rows
            ]
            self._noted[table] = [noted for noted in waiting if noted.record not in rows]

    def result(self) -> list[Finding]:
        """Return all findings, sorted; what waits for a row that never came stands by its file alone."""
        for noted in (noted for waiting in self._noted.values() for noted in waiting):
            place: Place = {"table": noted.table, "file": noted.file, "record": noted.record}
            place |= {"field": noted.field, "value": noted.value}
            self.findings.append(finding(noted.code, noted.message, **place))
        return sorted(_without_echoes(self.findings))


def _compare_facts(file: DescribedFile, content: str, rows: int) -> list[Finding]:
    """Compare what the descriptor says of the rows of a file with what they are."""
    findings = []
    place: Place = {"file": file.path, "table": file.table}
    if file.resource.get("contentHash") != f"sha256:{content}":
        message = f"its rows have the content hash sha256:{content}, not {file.resource.get('contentHash')}"
        findings.append(finding("content-hash-mismatch", message, **place))
    if file.resource.get("rows") != rows:
        message = f"it has {rows} rows, not {file.resource.get('rows')}"
        findings.append(finding("rows-mismatch", message, **place))
    return findings


def _placed(shard: Shard, row: int, noted: Noted) -> Finding:
    place = shard.place(noted.table, row)
    place |= {"file": noted.file, "record": noted.record, "field": noted.field, "value": noted.value}
    return finding(noted.code, noted.message, **place)


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Leave out what Frictionless says of a row, or of a file, that a check of ours has said."""
    ours: set[tuple[object, ...]] = set()
    for found in findings:
        if not found.message.startswith(BY_FRAMEWORK):
            row = found.code, found.table, found.key or found.file
            ours |= {(*row, found.field), (*row, None)}
    return [
        found
        for found in findings
        if not found.message.startswith(BY_FRAMEWORK)
        or (found.code, found.table, found.key or found.file, found.field) not in ours
    ]
