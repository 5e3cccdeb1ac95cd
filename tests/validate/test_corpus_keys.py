"""Keys across shards: what two shards have, and references to what no shard has."""

from small_corpus import change, documents, tables

from corpus_pkg.tables import tabulate
from corpus_pkg.validate import check_keys, check_tables, collect_keys


def shards():
    return [tabulate([document]) for document in documents()]


def found(*given):
    return check_keys([collect_keys(shard) for shard in given])


def test_shards_of_one_corpus_have_no_findings():
    assert found(*shards()) == []
    assert found() == []


def test_the_keys_of_a_shard_hold_no_text():
    keys = collect_keys(tables())
    assert keys.num_rows == 3 * 2 + 9 + 5 + 7
    assert set(keys["document_id"].to_pylist()) == {"harvest", "note"}
    assert not any(field.type == "string" for field in keys.schema)


def test_a_key_in_two_shards_is_found_with_both_places():
    one, other = shards()
    stolen = one["paragraphs"]["paragraph_id"][2].as_py()
    (duplicate,) = found(one, change(other, "paragraphs", 1, paragraph_id=stolen))
    assert (duplicate.code, duplicate.key, duplicate.path) == ("key-duplicate", stolen, "note.txt")
    assert (duplicate.line, duplicate.column) == (3, 1)
    assert duplicate.related[0][1:] == ("harvest.txt", 5, 1, "paragraphs", stolen)


def test_a_document_in_two_shards_is_found():
    one, other = shards()
    codes = [f.code for f in found(one, change(other, "documents", 0, document_id="harvest"))]
    assert codes == ["document-id-duplicate"]
    codes = [f.code for f in found(one, change(other, "documents", 0, source_path="harvest.txt"))]
    assert codes == ["key-unique-violated"]


def test_a_key_twice_in_one_shard_is_for_check_tables():
    one, other = shards()
    twice = change(one, "paragraphs", 2, paragraph_id=one["paragraphs"]["paragraph_id"][1].as_py())
    assert found(twice, other) == []
    assert "key-duplicate" in {f.code for f in check_tables(twice)}


def test_a_translation_may_lie_in_another_shard_but_must_lie_somewhere():
    one, other = shards()
    there = one["paragraphs"]["paragraph_id"][2].as_py()
    linked = change(other, "paragraphs", 1, translation_of=there)
    assert check_tables(linked) == []
    assert found(one, linked) == []
    (dangling,) = found(linked)
    assert (dangling.code, dangling.field, dangling.value) == ("key-foreign-missing", "translation_of", there)
    assert (dangling.path, dangling.line, dangling.column) == ("note.txt", 3, 1)


def test_rows_without_a_proper_key_are_for_check_tables():
    one, _ = shards()
    assert found(
        change(one, "paragraphs", 1, paragraph_id="p1"), change(one, "paragraphs", 1, paragraph_id=None)
    )
