"""``croissant.json``: the package in the Croissant format 1.0, which is schema.org/Dataset too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus_pkg.schema import TABLES, table_schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus_pkg.package.table_writer import WrittenTable

_ENCODINGS = {"csv": "text/csv", "parquet": "application/x-parquet"}
"""As mlcroissant reads them: it knows Parquet under no other name."""

_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}

_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the specification prescribes."""


def describe_croissant(
    metadata: Mapping[str, Any], tables: Mapping[str, WrittenTable], formats: Sequence[str]
) -> dict[str, Any]:
    """The Croissant description of a written package; ``metadata`` are the properties of its descriptor."""
    form = "parquet" if "parquet" in formats else formats[0]
    temporal = metadata.get("temporal", {})
    described = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": metadata["name"],
        "alternateName": metadata.get("title"),
        "description": metadata.get("description"),
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "version": metadata["version"],
        "url": metadata.get("homepage"),
        "license": [licence.get("path") or licence.get("name") for licence in metadata.get("licenses", ())],
        "creator": [_creator(contributor) for contributor in metadata.get("contributors", ())],
        "keywords": metadata.get("keywords"),
        "inLanguage": metadata.get("languages"),
        "temporalCoverage": f"{temporal.get('start', '..')}/{temporal.get('end', '..')}"
        if temporal
        else None,
        "distribution": [_file(tables[name], form) for name in TABLES],
        "recordSet": [_records(name, form) for name in TABLES],
    }
    return {key: value for key, value in described.items() if value}


def _creator(contributor: Mapping[str, Any]) -> dict[str, Any]:
    given, family = contributor.get("givenName"), contributor.get("familyName")
    name = contributor.get("title") or " ".join(part for part in (given, family) if part)
    told = {
        "@type": "sc:Person" if given or family else "sc:Organization",
        "name": name,
        "url": contributor.get("path"),
        "email": contributor.get("email"),
    }
    return {key: value for key, value in told.items() if value}


def _file(table: WrittenTable, form: str) -> dict[str, Any]:
    file = table.files[form]
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.{form}",
        "name": f"{table.name}.{form}",
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": _ENCODINGS[form],
        "sha256": file.sha256,
    }


def _records(name: str, form: str) -> dict[str, Any]:
    described = table_schema(name)
    # paragraphs and blocks name each other, and mlcroissant takes no circle: references lead to earlier tables only
    earlier = TABLES[: TABLES.index(name)]
    leads = {
        key.field: f"{key.table}/{key.reference}" for key in described.foreign_keys if key.table in earlier
    }
    fields = []
    for field in described.fields:
        told: dict[str, Any] = {
            "@type": "cr:Field",
            "@id": f"{name}/{field.name}",
            "name": field.name,
            "description": field.description,
            "dataType": _TYPES[field.type],
            "source": {"fileObject": {"@id": f"{name}.{form}"}, "extract": {"column": field.name}},
        }
        if field.name in leads:
            told["references"] = {"field": {"@id": leads[field.name]}}
        fields.append(told)
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": described.description,
        "key": {"@id": f"{name}/{described.primary_key}"},
        "field": fields,
    }
