"""Changes of form, and what each asks of the version (the table of docs/package.md)."""

import copy

import pytest

from corpus_pkg.diff.schemas import compare_table

TABLE = {
    "fields": [
        {"name": "id", "type": "string", "description": "Key.", "constraints": {"required": True}},
        {"name": "year", "type": "integer", "constraints": {"minimum": 1, "maximum": 9}},
        {"name": "kind", "type": "string", "constraints": {"enum": ["a", "b"]}},
    ],
    "primaryKey": ["id"],
    "foreignKeys": [{"fields": ["kind"], "reference": {"resource": "kinds", "fields": ["id"]}}],
}


def edited(**edits):
    table = copy.deepcopy(TABLE)
    for name, values in edits.items():
        next(field for field in table["fields"] if field["name"] == name).update(values)
    return table


def without(name):
    return TABLE | {"fields": [field for field in TABLE["fields"] if field["name"] != name]}


CASES = {
    "nothing": (TABLE, []),
    "a field less": (without("year"), [("field removed", "major")]),
    "a field more": (
        TABLE | {"fields": [*TABLE["fields"], {"name": "new", "type": "date"}]},
        [("field added", "major")],
    ),
    "a field of another name": (edited(year={"name": "jahr"}), [("field renamed", "major")]),
    "another order": (TABLE | {"fields": TABLE["fields"][::-1]}, [("fields re-ordered", "major")]),
    "another type": (edited(year={"type": "number"}), [("type changed", "major")]),
    "a higher minimum": (
        edited(year={"constraints": {"minimum": 2, "maximum": 9}}),
        [("minimum tightened", "major")],
    ),
    "a lower minimum": (
        edited(year={"constraints": {"minimum": 0, "maximum": 9}}),
        [("minimum loosened", "minor")],
    ),
    "a lower maximum": (
        edited(year={"constraints": {"minimum": 1, "maximum": 8}}),
        [("maximum tightened", "major")],
    ),
    "no maximum": (edited(year={"constraints": {"minimum": 1}}), [("maximum loosened", "minor")]),
    "required": (
        edited(kind={"constraints": {"enum": ["a", "b"], "required": True}}),
        [("required tightened", "major")],
    ),
    "no longer required": (edited(id={"constraints": {}}), [("required loosened", "minor")]),
    "more values": (edited(kind={"constraints": {"enum": ["b", "a", "c"]}}), [("enum loosened", "minor")]),
    "fewer values": (edited(kind={"constraints": {"enum": ["a"]}}), [("enum tightened", "major")]),
    "other words": (edited(id={"description": "The key."}), [("description reworded", "patch")]),
    "another key": (TABLE | {"primaryKey": ["kind"]}, [("primaryKey changed", "major")]),
    "no foreign key": (TABLE | {"foreignKeys": []}, [("foreignKeys loosened", "minor")]),
    "the same foreign key into the other format": (
        TABLE
        | {
            "foreignKeys": [
                {"fields": ["kind"], "reference": {"resource": "kinds-parquet", "fields": ["id"]}}
            ]
        },
        [],
    ),
    "a unique key": (TABLE | {"uniqueKeys": [["kind"]]}, [("uniqueKeys tightened", "major")]),
}


@pytest.mark.parametrize(("new", "expected"), CASES.values(), ids=CASES)
def test_changes_of_a_table(new, expected):
    assert [(change.change, change.bump) for change in compare_table("t", TABLE, new)] == expected
