import sys
from pathlib import Path
from uuid import uuid4

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "read"))


@pytest.fixture
def store():
    """An empty place in fsspec's memory."""
    from corpus_pkg.places import to_place

    return to_place(f"memory://{uuid4().hex}")


@pytest.fixture(scope="session")
def texts(tmp_path_factory):
    """A folder of seeds: texts, one of them compressed, a page, and a container of each way to be read."""
    from test_containers import CONTAINERS

    folder = tmp_path_factory.mktemp("texts") / "seeds"
    for name in ("t.txt.gz", "c.zip", "c.jsonl.gz", "c.parquet"):
        home = folder / name.replace(".", "-")
        home.mkdir(parents=True)
        (home / name).write_bytes(CONTAINERS[name][0])
    for number in range(6):
        (folder / f"letter-{number}.txt").write_text(
            f"Letter {number}\n\nIt was written on {number + 1} May 1950 in great haste, and sent to Seoul.\n"
        )
    (folder / "letter-1").mkdir()
    (folder / "letter-1" / "page.html").write_text("<h1>A page</h1><p>It began in October 1926.</p>")
    (folder / "letter-1" / ".hidden.txt").write_text("Nobody reads this.\n")
    (folder / "corpus.toml").write_text('name = "letters"\nversion = "1.0.0"\ntitle = "Letters"\n')
    (folder / "corrections.csv").write_text(
        'identifier,column,old,new,reason,who\nletter-3,title,,"Letter, the third",known,me\n'
    )
    return folder


@pytest.fixture(scope="session")
def at_home(texts, tmp_path_factory):
    """The package of these seeds, built from their folder."""
    from corpus_pkg.build import build

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("corpus_pkg.build.verify", lambda _package, _rows: [])
        built = build(texts, tmp_path_factory.mktemp("home"), workers=1, cache=False)
    assert built.package, built.findings.kept
    return built.package


def put(folder, place):
    """Copy a folder to a place."""
    for path in folder.rglob("*"):
        if path.is_file():
            (place / path.relative_to(folder).as_posix()).write_bytes(path.read_bytes())
    return place
