"""A check that looks at changed pieces alone says what a check that compares two written packages does."""

import json
import shutil
from functools import partial

import pytest

import corpus_pkg.build
from corpus_pkg import cache
from corpus_pkg.build import build
from corpus_pkg.check import check, comparing
from corpus_pkg.diff import FATES, diff_packages
from corpus_pkg.report import Report, render
from corpus_pkg.shards import snapshot, stage
from corpus_pkg.shards.cutting import cut_pieces

ENGLISH = """A Statement

1. The conference of 12 March 1946 in Geneva brought 27 delegations together, and 14 of them signed on 3 April.

2. The text of 25 May 1947 was printed in 3500 copies by the office of Mr. Halvorsen in Oslo.

3. A second meeting was held on 9 September 1948 in Lisbon, with 31 delegations and 112 guests.
"""
GERMAN = """Eine Erklärung

1. Die Konferenz vom 12. März 1946 in Genf brachte 27 Delegationen zusammen, und 14 unterschrieben am 3. April.

2. Der Text vom 25. Mai 1947 wurde vom Büro von Herrn Halvorsen in Oslo in 3500 Exemplaren gedruckt.

3. Ein zweites Treffen fand am 9. September 1948 in Lissabon statt, mit 31 Delegationen und 112 Gästen.
"""
SEEDS = {
    "a-copy.txt": "A Mill\n\nIn October 1926 they built a mill of stone and timber by the river.\n",
    "bad.txt": "A Day\n\nOn 31 June 1926 nobody came to the mill, for there is no such day at all.\n",
    "copy.txt": "A Mill\n\nIn October 1926 they built a mill of stone and timber by the river.\n",
    "mill.txt": "The Mill\n\nIt burned down in 1931.\n\nThey built it again in the spring of 1932.\n",
    "school.txt": "The School\n\nThe school opened on 3 May 1934, and sixty children came to it every day.\n",
    "town.txt": "The Town\n\nThe town had two hundred houses in 1940, and three hundred in 1950.\n",
}
EDITED = SEEDS["school.txt"].replace("sixty", "seventy")


@pytest.fixture(autouse=True)
def _a_piece_a_seed(monkeypatch):
    monkeypatch.setattr(stage, "cut_pieces", partial(cut_pieces, size=64))


def configure(folder, more="", version="1.0.0"):
    (folder / "corpus.toml").write_text(f'name = "town"\nversion = "{version}"\n{more}')


def write(folder, seeds):
    folder.mkdir()
    configure(folder)
    for name, text in seeds.items():
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Two corpora, each with its published version and the cache that it was made with."""
    room = tmp_path_factory.mktemp("published")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "cut_pieces", partial(cut_pieces, size=64))
        for name, more in {"plain": {}, "linked": {"x-en.txt": ENGLISH, "y-de.txt": GERMAN}}.items():
            (room / name).mkdir()
            write(room / name / "seeds", SEEDS | more)
            assert build(room / name / "seeds", room / name / "dist", workers=1).package
    return room


def edit(name, text):
    return lambda folder: (folder / name).write_text(text, encoding="utf-8")


def both(*edits):
    def apply(folder):
        for each in edits:
            each(folder)

    return apply


def correct(folder):
    import pyarrow.parquet as pq

    rows = pq.read_table(folder.parent / "dist/town-1.0.0/data/mentions/mentions.parquet").to_pylist()
    row = next(row for row in rows if row["surface"] == "1931")
    (folder / "corrections.csv").write_text(
        f"identifier,column,old,new,reason,who\n{row['mention_id']},edtf,1931,1930,a slip of the pen,A. Reader\n"
    )


REMOVED = '[[removed]]\nidentifier = "school"\nreason = "withdrawn"\n'
WAIVED = '[[waive]]\ncode = "seed-removed"\npath = "school.txt"\nreason = "withdrawn"\n'
EDITS = {
    "nothing": lambda _folder: None,
    "an edited seed": edit("school.txt", EDITED),
    "an edited seed and a higher version": both(
        edit("school.txt", EDITED), lambda folder: configure(folder, version="2.0.0")
    ),
    "a new seed and an empty one": both(
        edit("well.txt", "The Well\n\nThey dug a well in 1940.\n"), edit("nothing.txt", "")
    ),
    "a seed that is gone": lambda folder: (folder / "school.txt").unlink(),
    "a seed that is gone, and why": both(
        lambda folder: (folder / "school.txt").unlink(),
        lambda folder: configure(folder, REMOVED + WAIVED, "2.0.0"),
    ),
    "a seed under another name": lambda folder: (folder / "school.txt").rename(folder / "2-school.txt"),
    "one of two copies edited": edit("copy.txt", SEEDS["copy.txt"] + "\nIt still stands.\n"),
    "a seed with findings, edited": edit("bad.txt", SEEDS["bad.txt"] + "\nNobody came on 1 July.\n"),
    "a seed that has findings now": edit("school.txt", SEEDS["school.txt"] + "\nIt closed on 31 June.\n"),
    "a seed emptied": edit("school.txt", ""),
    "lines that are content no more": edit("mill.txt", "The Mill\n\nIt burned down in 1931.\n\n* * *\n"),
    "a title configured": both(
        edit("town.txt", SEEDS["town.txt"] + "\nIt grew.\n"),
        lambda folder: configure(folder, '[[document]]\npath = "mill.txt"\ntitle = "A Mill"\n'),
    ),
    "a description": lambda folder: configure(folder, 'description = "A small town."\n'),
    "a correction": correct,
    "a translation edited": edit("y-de.txt", GERMAN.replace("3500", "4500")),
}
NEARLY_ALL_THE_SAME = {"nothing", "an edited seed", "a seed with findings, edited", "a description"}
"""Edits after which hardly a row need be looked at."""
OFTEN = {
    ("plain", "nothing"),
    ("plain", "an edited seed"),
    ("plain", "a seed that is gone, and why"),
    ("plain", "a seed under another name"),
    ("plain", "a seed with findings, edited"),
    ("linked", "a translation edited"),
}
"""Edits that are tried in every run; the others take their time."""
CASES = [
    pytest.param(corpus, label, marks=[] if (corpus, label) in OFTEN else pytest.mark.slow)
    for corpus, labels in (
        ("plain", [label for label in EDITS if label != "a translation edited"]),
        ("linked", ["nothing", "a translation edited", "a title configured"]),
    )
    for label in labels
]


def told(checked):
    """All that a check says: its findings, its changes row by row, and what it takes for new."""
    report = Report(
        tuple(sorted((*checked.findings.kept, *checked.findings.stale))),
        checked.findings.waived,
        checked.rows,
        version=checked.corpus.config.version,
        asked=checked.asked,
        new=checked.new,
        changes=tuple(checked.list_changes()),
    )
    whole = checked.changes and rows_of(checked.changes.whole)
    steps = [(step.cause, rows_of(step.difference)) for step in checked.changes.steps] if whole else []
    return json.loads(render("json", report)), whole, steps


def rows_of(difference):
    return {
        "schema": difference.schema,
        "metadata": difference.metadata,
        "renamed": difference.renamed,
        "seeds": difference.seeds,
        "paths": dict(difference.paths),
        "reasons": difference.reasons,
        "bumps": (difference.bump, difference.croissant),
        "tables": {
            name: (table.rows, table.columns, table.moved, table.relinked, table.unprompted)
            for name, table in difference.tables.items()
        },
        "rows": [row for name in difference.tables for fate in FATES for row in difference.rows(name, fate)],
    }


def compared(monkeypatch):
    """Counts the rows that are compared."""
    counted = []
    original = comparing.diff_sides

    def count(old, new):
        found = original(old, new)
        counted.append(sum(table.rows[1] for table in found.tables.values()))
        return found

    monkeypatch.setattr(comparing, "diff_sides", count)
    return counted


@pytest.mark.parametrize(("corpus", "label"), CASES)
def test_the_shortcut_says_the_same(label, corpus, published, tmp_path, monkeypatch):
    folder = tmp_path / "corpus"
    shutil.copytree(published / corpus, folder)
    seeds, dist = folder / "seeds", folder / "dist"
    EDITS[label](seeds)
    counted = compared(monkeypatch)
    quick = told(check(seeds, output=dist, workers=1))
    shutil.rmtree(dist / cache.CACHE_NAME / "packages")
    slow = told(check(seeds, output=dist, workers=1))
    assert quick == slow
    if label in NEARLY_ALL_THE_SAME and corpus == "plain":
        assert counted[0] < counted[1] / 2
    monkeypatch.setattr(corpus_pkg.build, "verify", lambda _package, _rows: [])
    shutil.copytree(dist / cache.CACHE_NAME, folder / "anew" / cache.CACHE_NAME)
    written = build(seeds, folder / "anew", workers=1)
    if written.package:
        assert quick[1] == rows_of(diff_packages(dist / "town-1.0.0", written.package))


def test_another_parser_makes_every_piece_anew(published, tmp_path, monkeypatch):
    folder = tmp_path / "corpus"
    shutil.copytree(published / "plain", folder)
    edit("school.txt", EDITED)(folder / "seeds")
    monkeypatch.setattr(stage, "fingerprint", lambda: "another")
    monkeypatch.setattr(snapshot, "fingerprint", lambda: "another")
    counted = compared(monkeypatch)
    quick = told(check(folder / "seeds", output=folder / "dist", workers=1))
    shutil.rmtree(folder / "dist" / cache.CACHE_NAME / "packages")
    assert quick == told(check(folder / "seeds", output=folder / "dist", workers=1))
    assert counted[0] == counted[1]


def test_pieces_that_are_gone_are_not_asked_for(published, tmp_path, monkeypatch):
    folder = tmp_path / "corpus"
    shutil.copytree(published / "plain", folder)
    edit("school.txt", EDITED)(folder / "seeds")
    quick = told(check(folder / "seeds", output=folder / "dist", workers=1))
    shutil.rmtree(folder / "dist" / cache.CACHE_NAME / "pieces")
    counted = compared(monkeypatch)
    assert quick == told(check(folder / "seeds", output=folder / "dist", workers=1))
    assert counted[0] > sum(quick[0]["rows"].values()) / 2
