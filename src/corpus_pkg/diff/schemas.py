"""The form of the tables compared, field by field, and what each change asks of the version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus_pkg.diff.values import SchemaChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus_pkg.diff.sides import Side
    from corpus_pkg.versions import Bump

_DESCRIPTIVE = ("title", "description", "example", "categories", "rdfType")


def compare_schemas(old: Side, new: Side) -> Iterator[SchemaChange]:
    """Every change of tables, formats, fields and keys, table by table."""
    for form in sorted({*old.formats} ^ {*new.formats}):
        if form in old.formats:
            yield SchemaChange("*", None, "format removed", "major", form)
        else:
            yield SchemaChange("*", None, "format added", "minor", new=form)
    for table in [*old.tables, *(name for name in new.tables if name not in old.tables)]:
        if table not in new.tables:
            yield SchemaChange(table, None, "table removed", "major")
        elif table not in old.tables:
            yield SchemaChange(table, None, "table added", "minor")
        else:
            yield from compare_table(table, old.tables[table].schema, new.tables[table].schema)


def compare_table(table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[SchemaChange]:
    """The changes from one Table Schema to another."""
    before = {field["name"]: field for field in old["fields"]}
    after = {field["name"]: field for field in new["fields"]}
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    for name in gone:
        heir = next((other for other in come if _same_but_for_name(before[name], after[other])), None)
        if heir:
            come.remove(heir)
            yield SchemaChange(table, name, "field renamed", "major", name, heir)
        else:
            yield SchemaChange(table, name, "field removed", "major", before[name].get("type"))
    for name in come:
        yield SchemaChange(table, name, "field added", "major", new=after[name].get("type"))
    kept = [name for name in before if name in after]
    order = [name for name in after if name in before]
    if kept != order:
        yield SchemaChange(table, None, "fields re-ordered", "major", kept, order)
    for name in kept:
        yield from _compare_field(table, name, before[name], after[name])
    yield from _compare_keys(table, old, new)


def _same_but_for_name(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return {**one, "name": ""} == {**other, "name": ""}


def _compare_field(
    table: str, name: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[SchemaChange]:
    for key in ("type", "format"):
        if old.get(key) != new.get(key):
            yield SchemaChange(table, name, f"{key} changed", "major", old.get(key), new.get(key))
    before, after = old.get("constraints", {}), new.get("constraints", {})
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            looser = _is_looser(key, before.get(key), after.get(key))
            bump: Bump = "minor" if looser else "major"
            change = f"{key} {'loosened' if looser else 'tightened'}"
            yield SchemaChange(table, name, change, bump, before.get(key), after.get(key))
    for key in _DESCRIPTIVE:
        if old.get(key) != new.get(key):
            yield SchemaChange(table, name, f"{key} reworded", "patch", old.get(key), new.get(key))


def _is_looser(key: str, old: Any, new: Any) -> bool:  # noqa: ANN401 - a constraint is any JSON
    """Whether every value that was allowed still is. Of two patterns nobody can tell: the change counts as tighter."""
    if key in ("required", "unique"):
        return not new
    if new is None or old is None:
        return new is None
    if key == "enum":
        return {*map(str, old)} <= {*map(str, new)}
    try:
        if key in ("minimum", "minLength", "exclusiveMinimum"):
            return bool(new <= old)
        if key in ("maximum", "maxLength", "exclusiveMaximum"):
            return bool(new >= old)
    except TypeError:
        return False
    return False


def _compare_keys(table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[SchemaChange]:
    if old.get("primaryKey") != new.get("primaryKey"):
        yield SchemaChange(
            table, None, "primaryKey changed", "major", old.get("primaryKey"), new.get("primaryKey")
        )
    for kind in ("uniqueKeys", "foreignKeys"):
        before = [_plain_key(key) for key in old.get(kind, ())]
        after = [_plain_key(key) for key in new.get(kind, ())]
        for key in before:
            if key not in after:
                yield SchemaChange(table, None, f"{kind} loosened", "minor", key)
        for key in after:
            if key not in before:
                yield SchemaChange(table, None, f"{kind} tightened", "major", new=key)


def _plain_key(key: Any) -> Any:  # noqa: ANN401 - a key is a list of names or an object
    """A key without the format that the resource it leads to has in its name."""
    if not isinstance(key, dict):
        return key
    reference = key["reference"]
    resource = str(reference.get("resource", "")).removesuffix("-parquet").removesuffix("-csv")
    return {"fields": key["fields"], "resource": resource, "reference": reference["fields"]}
