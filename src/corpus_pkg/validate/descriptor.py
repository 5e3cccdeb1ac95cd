"""``datapackage.json``: JSON, a Data Package of version 2, and true of the files that it describes."""

from __future__ import annotations

import copy
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from jsonschema import Draft7Validator

from corpus_pkg.findings import EXCERPT_LENGTH, Finding, finding
from corpus_pkg.schema import SCHEMA_VERSION, TABLES, table_schema
from corpus_pkg.validate.files import DESCRIPTOR, FileFacts, is_safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FORMATS = ("csv", "parquet")


class DescribedFile(NamedTuple):
    """A file of a table, as its resource describes it."""

    table: str
    form: str
    path: str
    resource: dict[str, Any]


def read_descriptor(folder: Path) -> tuple[dict[str, Any] | None, list[Finding]]:
    """Read the descriptor of a package, None where it is no JSON object."""
    try:
        text = (folder / DESCRIPTOR).read_bytes().decode("utf-8")
        descriptor = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_refuse_constant)
    except OSError as error:
        return None, [finding("package-missing", f"{DESCRIPTOR}: {error.strerror}", file=DESCRIPTOR)]
    except (ValueError, RecursionError) as error:
        return None, [finding("descriptor-unreadable", str(error), file=DESCRIPTOR)]
    if not isinstance(descriptor, dict):
        return None, [finding("descriptor-unreadable", "it is no JSON object", file=DESCRIPTOR)]
    return descriptor, []


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the key {next(n for n in names if names.count(n) > 1)!r} is there twice")
    return result


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


@cache
def _profile() -> Draft7Validator:

    text = (
        files("corpus_pkg.validate").joinpath("profiles", "data-package-2-0.json").read_text(encoding="utf-8")
    )
    return Draft7Validator(json.loads(text))


def check_profile(descriptor: dict[str, Any]) -> list[Finding]:
    """Check a descriptor against the profile of the Data Package standard, version 2."""
    return [
        finding(
            "descriptor-invalid",
            f"{error.json_path}: {error.message[:300]}",
            file=DESCRIPTOR,
            field=error.json_path,
        )
        for error in _profile().iter_errors(descriptor)
    ]


def check_described(
    descriptor: dict[str, Any], facts: Mapping[str, FileFacts]
) -> tuple[list[DescribedFile], list[Finding]]:
    """Check what a descriptor says of files, and return the tables that it describes, file by file.

    Files that are not there, or whose path leads out of the package, are left out.
    """
    findings = []
    listed = {"resources": descriptor.get("resources"), "seeds": descriptor.get("seeds", [])}
    entries: list[tuple[str, dict[str, Any]]] = []
    for group, items in listed.items():
        for index, entry in enumerate(items if isinstance(items, list) else []):
            where = f"$.{group}[{index}]"
            path = entry.get("path") if isinstance(entry, dict) else None
            if not isinstance(path, str) or not is_safe(path):
                message = f"{where} has no path inside the package: {path!r}"
                findings.append(finding("path-unsafe", message, file=DESCRIPTOR, field=where))
            elif path not in facts:
                message = f"{where} describes {path}, which is not there"
                findings.append(finding("file-missing", message, file=path, field=where))
            else:
                findings += _check_file(entry, where, facts[path])
                entries.append((group, entry))
    described = [file for group, entry in entries if group == "resources" and (file := _as_table(entry))]
    findings += _check_tables(descriptor, described)
    named = {entry["path"] for _, entry in entries}
    findings += [
        finding("file-unlisted", f"{DESCRIPTOR} does not describe {path}", file=path)
        for path in sorted(facts)
        if path.startswith(("data/", "sources/")) and path not in named
    ]
    return described, findings


def _check_file(entry: dict[str, Any], where: str, facts: FileFacts) -> list[Finding]:
    findings = []
    path = entry["path"]
    if entry.get("hash") != f"sha256:{facts.sha256}":
        message = f"{where} gives {path} the hash {entry.get('hash')}, it is sha256:{facts.sha256}"
        findings.append(finding("hash-mismatch", message, file=path, field=f"{where}.hash"))
    if "bytes" in entry and entry["bytes"] != facts.size:
        message = f"{where} gives {path} {entry['bytes']} bytes, it has {facts.size}"
        findings.append(finding("bytes-mismatch", message, file=path, field=f"{where}.bytes"))
    return findings


def _as_table(resource: dict[str, Any]) -> DescribedFile | None:
    for table in TABLES:
        for form in FORMATS:
            if resource["path"] == f"data/{table}/{table}.{form}":
                return DescribedFile(table, form, resource["path"], resource)
    return None


def _check_tables(descriptor: dict[str, Any], described: Iterable[DescribedFile]) -> list[Finding]:
    """Check that every table is there in every format, with the schema of its version."""
    findings = []
    by_place = {(file.table, file.form): file for file in described}
    forms = [form for form in FORMATS if any(found == form for _, found in by_place)] or list(FORMATS)
    for table in TABLES:
        for form in forms:
            if (table, form) not in by_place:
                message = f"no resource is data/{table}/{table}.{form}"
                findings.append(finding("table-missing", message, file=DESCRIPTOR, table=table))
    version = descriptor.get("schemaVersion")
    if version != SCHEMA_VERSION:
        message = f"its schemas are of version {version}; this program knows {SCHEMA_VERSION}"
        findings.append(
            finding("descriptor-schema-differs", message, file=DESCRIPTOR, field="$.schemaVersion")
        )
    for file in by_place.values():
        names = {
            table: other.resource.get("name")
            for (table, form), other in by_place.items()
            if form == file.form
        }
        said = file.resource.get("schema")
        if said not in _schemas(file, names):
            expected = _schemas(file, names)[0]
            place = _first_difference(said, expected, f"{file.resource.get('name')}.schema")
            message = f"{place} is not that of the table {file.table}, version {SCHEMA_VERSION}"
            findings.append(
                finding("descriptor-schema-differs", message, file=DESCRIPTOR, table=file.table, field=place)
            )
    return findings


def _schemas(file: DescribedFile, names: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the forms that the schema of a table may have in its resource: foreign keys name its neighbours."""
    schema = copy.deepcopy(table_schema(file.table).descriptor)
    for key in schema.get("foreignKeys", ()):
        if "resource" in key["reference"]:
            key["reference"]["resource"] = names.get(key["reference"]["resource"])
    if file.form == "parquet":  # stock readers take it through pandas, where a missing integer is nan
        return [schema, schema | {"missingValues": ["", "nan"]}]
    return [schema]


def _first_difference(said: object, expected: object, place: str) -> str:
    """Return the place of the first part of a JSON value that differs."""
    if isinstance(said, dict) and isinstance(expected, dict):
        for name in {**expected, **said}:
            if name not in said or name not in expected or said[name] != expected[name]:
                return _first_difference(said.get(name), expected.get(name), f"{place}.{name}")
    if isinstance(said, list) and isinstance(expected, list):
        for index, (one, other) in enumerate(zip(said, expected, strict=False)):
            if one != other:
                return _first_difference(one, other, f"{place}[{index}]")
    return place[:EXCERPT_LENGTH]
