"""Corrections on their whole way: from corrections.csv into the package, its cache, and what `trace` shows."""

import pyarrow.parquet as pq
import pytest

from corpus_pkg.cli.app import run

TEXT = "The mill\n\nIn October 1926 the people built a mill. It burned down in 1931.\n"


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/corpus.toml").write_text('name = "small"\nversion = "1.0.0"\n')
    for name in ("first", "second"):
        (tmp_path / f"seeds/{name}.txt").write_text(TEXT)
    return tmp_path


def build(corpus):
    return run(["build", str(corpus / "seeds"), "--output", str(corpus / "dist"), "--quiet"])


def mentions(corpus, version="1.0.0"):
    table = pq.read_table(corpus / f"dist/small-{version}/data/mentions/mentions.parquet")
    return table.to_pylist()


def correct(corpus, *lines):
    text = "identifier,column,old,new,reason,who\n" + "".join(line + "\n" for line in lines)
    (corpus / "seeds/corrections.csv").write_text(text)


def test_a_correction_reaches_the_package_and_trace_tells_of_it(corpus, capsys):
    assert build(corpus) == 0
    (mention,) = [
        row for row in mentions(corpus) if row["surface"] == "1931" and row["document_id"] == "first"
    ]
    correct(corpus, f"{mention['mention_id']},edtf,1931,1931-04,the archive has the day,A. Reader")
    (corpus / "seeds/corpus.toml").write_text('name = "small"\nversion = "1.0.1"\n')
    assert build(corpus) == 0, capsys.readouterr().err
    after = {row["mention_id"]: row for row in mentions(corpus, "1.0.1")}
    assert after[mention["mention_id"]]["edtf"] == "1931-04"
    assert [row["corrected"] for row in after.values()].count(True) == 1
    capsys.readouterr()
    assert run(["validate", str(corpus / "dist/small-1.0.1"), "--quiet"]) == 0
    assert run(["trace", str(corpus / "dist/small-1.0.1"), mention["mention_id"]]) == 0
    assert "edtf 1931 → 1931-04: the archive has the day (A. Reader)" in capsys.readouterr().out
    assert build(corpus) == 0  # from the cache, the same again


BROKEN = {
    "the value is another": ("{},edtf,1930,1932,why,who", "corrections.csv:2: error[correction-stale]"),
    "the row is gone": (
        "m0000000000000000,edtf,1931,1932,why,who",
        "corrections.csv:2: error[correction-row-gone]",
    ),
    "no such column": ("{},txet,a,b,why,who", "corrections.csv:2: error[correction-column-unknown]"),
}


@pytest.mark.parametrize("label", BROKEN)
def test_a_correction_that_does_not_hold_stops_the_build(label, corpus, capsys):
    line, told = BROKEN[label]
    assert build(corpus) == 0
    correct(corpus, line.format(mentions(corpus)[0]["mention_id"]))
    capsys.readouterr()
    assert build(corpus) == 1
    assert told in capsys.readouterr().err
    (corpus / "seeds/corrections.csv").unlink()
    assert build(corpus) == 0


def test_a_file_that_is_no_table_of_corrections_ends_with_2(corpus, capsys):
    (corpus / "seeds/corrections.csv").write_text("id;column\n")
    assert build(corpus) == 2
    assert "corrections.csv:1" in capsys.readouterr().err
