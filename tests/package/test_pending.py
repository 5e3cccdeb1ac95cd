"""Rows that wait for their row group come back as they were, in one chunk, and leave no file."""

import pyarrow as pa

from corpus_pkg.package.pending import PendingRows

SCHEMA = pa.schema([("text", pa.string()), ("count", pa.int64())])


def table(texts):
    return pa.table({"text": texts, "count": range(len(texts))}, schema=SCHEMA)


def test_rows_come_back_in_one_chunk_whatever_they_were_cut_from(tmp_path):
    pending = PendingRows(SCHEMA, tmp_path / "rows")
    given = [table(["신년사", None, ""]).slice(1), table([]), table([None, "b\n", "é"]).slice(0, 2)]
    for each in given:
        pending.append(each)
    taken = pending.take()
    taken.validate(full=True)
    assert taken.equals(pa.concat_tables(given))
    assert [column.num_chunks for column in taken.columns] == [1, 1]


def test_it_takes_up_rows_again_and_leaves_nothing(tmp_path):
    pending = PendingRows(SCHEMA, tmp_path / "rows")
    assert not pending.holds
    for texts in (["a"], []):
        pending.append(table(texts))
        assert pending.holds
        assert pending.take().equals(table(texts))
        assert not pending.holds
    pending.append(table(["b"]))
    pending.discard()
    assert not pending.holds
    assert list(tmp_path.iterdir()) == []
