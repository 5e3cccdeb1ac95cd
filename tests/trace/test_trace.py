"""From a row to its seed lines, from a seed line to its rows; a wrong name is answered with the nearest."""

import json

import pytest

from corpus_pkg.cli.app import run
from corpus_pkg.trace.words import explain, is_explained
from validate import small_corpus

TABLES = small_corpus.tables()


def key_of(table, **cells):
    row = TABLES[table].to_pylist()[small_corpus.row_where(TABLES, table, **cells)]
    return row[f"{table[:-1]}_id"]


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trace")
    return {form: small_corpus.write(folder / form, formats=(form,)) for form in ("csv", "parquet")}


@pytest.fixture(params=["csv", "parquet"])
def package(request, packages):
    return packages[request.param]


def trace(package, target, capsys, *options):
    code = run(["trace", str(package), target, *options])
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    return code, captured.out, captured.err


def test_a_mention_is_marked_in_its_line_and_its_date_explained(package, capsys):
    code, out, _ = trace(package, key_of("mentions", surface="following May"), capsys)
    assert code == 0
    line = "closed in 1931, and opened again the following May."
    column = line.index("following May")
    assert f"  6 | {line}\n    | {' ' * column}{'^' * len('following May')}\n" in out
    assert "harvest.txt:6:38" in out
    assert "1932-05 (1932-05-01 to 1932-05-31)" in out
    assert "the year is that of another mention" in out
    anchor = key_of("mentions", surface="1931")
    assert f"year from  {anchor} (line 6): 1931 = 1931" in out


def test_wide_characters_have_marks_of_two_cells(package, capsys):
    _, out, _ = trace(package, key_of("mentions", surface="1926년 10월"), capsys)
    assert "학교는 1926년 10월에" in out
    assert f"| {' ' * 7}{'^' * 11}\n" in out


def test_a_paragraph_tells_its_heading_its_run_and_what_it_holds(package, capsys):
    _, out, _ = trace(package, key_of("paragraphs", role="body"), capsys)
    assert "harvest.txt:5:1 to 6:51" in out
    assert f"governed by  {key_of('paragraphs', role='heading')} (line 3): # The Harvest" in out
    assert f"in run       {key_of('blocks', kind='run')}" in out
    assert f"holds        {key_of('mentions', surface='October 1926')} (line 5)" in out


def test_a_document_tells_where_its_description_comes_from(package, capsys):
    _, out, _ = trace(package, "harvest", capsys)
    assert "utf-8 (100%): the bytes are valid in it" in out


LINES = {
    "a line with everything": ("harvest.txt:12", ["paragraphs", "blocks", "blocks", "mentions"]),
    "a path as typed from elsewhere": (
        "./seeds/harvest.txt:12",
        ["paragraphs", "blocks", "blocks", "mentions"],
    ),
    "an identifier instead of a path": ("harvest:10", ["paragraphs", "blocks", "mentions"]),
    "a line that no mention comes from": ("note.txt:3", ["paragraphs", "blocks"]),
    "the second line of a paragraph": ("harvest.txt:6", ["paragraphs", "blocks", "mentions", "mentions"]),
    "a blank line inside a run": ("harvest.txt:4", ["blocks"]),
}


@pytest.mark.parametrize("label", LINES)
def test_a_seed_line_gives_every_row_that_comes_from_it(label, package, capsys):
    target, tables = LINES[label]
    code, out, _ = trace(package, target, capsys, "--format", "json")
    assert code == 0
    rows = json.loads(out)["rows"]
    assert [row["table"] for row in rows] == tables
    number = int(target.rpartition(":")[2])
    assert all([line["number"] for line in row["lines"]] == [number] for row in rows)


def test_every_row_is_found_again_by_its_lines(packages, capsys):
    """Rule: documents.text[char_start:char_end] is the untouched slice; the marked columns are that slice."""
    for table in ("paragraphs", "blocks", "mentions"):
        for row in TABLES[table].to_pylist():
            _, out, _ = trace(packages["parquet"], row[f"{table[:-1]}_id"], capsys, "--format", "json")
            (told,) = json.loads(out)["rows"]
            marked = [line["text"][line["column"] - 1 : line["end_column"] - 1] for line in told["lines"]]
            text = small_corpus.seeds()[told["seed"]].decode()
            slice_ = text[row["char_start"] : row["char_end"]]
            assert [line.strip() for line in marked] == [line.strip() for line in slice_.split("\n")]
            assert (told["lines"][0]["number"], told["lines"][-1]["number"]) == (
                row["line_start"],
                row["line_end"],
            )


WRONG = {
    "an identifier misspelt": ("mention", "did you mean"),
    "a seed misspelt": ("harvset.txt:1", "did you mean harvest.txt"),
    "a line that is not there": ("note.txt:400", "has 3 lines"),
    "nothing like an identifier": ("신년사", "no row"),
    "a line that is no number": ("note.txt:x", "no row"),
}


@pytest.mark.parametrize("label", WRONG)
def test_a_wrong_target_ends_with_2_and_the_nearest(label, package, capsys):
    target, told = WRONG[label]
    if target == "mention":
        key = key_of("mentions", surface="1931")
        target, told = f"{key[:-1]}{'0' if key[-1] != '0' else '1'}", f"did you mean {key}"
    code, out, err = trace(package, target, capsys)
    assert (code, out) == (2, "")
    assert told in err


def test_what_is_no_package_ends_with_2(tmp_path, capsys):
    assert trace(tmp_path, "note", capsys)[0] == 2
    (tmp_path / "datapackage.json").write_text('{"resources": []}')
    assert trace(tmp_path, "note", capsys)[0] == 2
    (tmp_path / "datapackage.json").write_text("{")
    assert trace(tmp_path, "note", capsys)[0] == 2


def test_a_damaged_table_ends_with_2(tmp_path, capsys):
    folder = small_corpus.write(tmp_path / "p", formats=("parquet",))
    (folder / "data/mentions/mentions.parquet").write_bytes(b"PAR1 and then nothing")
    assert trace(folder, key_of("mentions", surface="1931"), capsys)[0] == 2


def test_every_rule_of_the_seeds_has_its_words(seeds_package):
    """A rule without words is shown by its name: better than nothing, but not what `trace` promises."""
    import pyarrow.parquet as pq

    columns = {"role": ("paragraphs", "rule"), "date": ("mentions", "rule"), "language": ("blocks", "basis")}
    for kind, (table, column) in columns.items():
        rules = set(pq.read_table(seeds_package / f"data/{table}/{table}.parquet")[column].to_pylist())
        assert [rule for rule in sorted(rules) if not is_explained(kind, rule)] == []


def test_a_rule_without_words_is_shown_by_its_name():
    assert explain("role", "some_new_rule") == "some new rule"
    assert explain("date", "zodiac.sign") == "zodiac, sign"
    assert explain("date", "cjk.day-range").endswith("from one to another")
