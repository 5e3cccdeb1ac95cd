"""Seeds and the staging area at an address: the same package as from a folder, whatever the store does."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from corpus_pkg.build import build, build_part
from corpus_pkg.cache import CACHE_NAME, Cache
from corpus_pkg.cli.app import run
from corpus_pkg.corpus import open_corpus
from corpus_pkg.errors import CorpusPkgError, UsageError
from corpus_pkg.pieces import load_record
from corpus_pkg.places import scratch, to_place
from corpus_pkg.read import read_seed
from corpus_pkg.shards import correct, cutting, stage, work
from corpus_pkg.staging import SharedCache
from places.conftest import put


@pytest.fixture(autouse=True)
def _unverified(monkeypatch):
    """Validating rows and packages takes longer than making them, and has tests of its own."""
    monkeypatch.setattr("corpus_pkg.build.verify", lambda _package, _rows: [])
    monkeypatch.setattr(work, "check_tables", lambda _tables: [])
    monkeypatch.setattr(correct, "check_tables", lambda _tables: [])
    monkeypatch.setattr(stage, "cut_pieces", partial(cutting.cut_pieces, size=100))


@pytest.fixture
def parsed(monkeypatch):
    """The paths of the seeds that are parsed from now on."""
    paths, parse = [], work.parse_seed

    def record(raw, path, *rest):
        paths.append(path)
        return parse(raw, path, *rest)

    monkeypatch.setattr(work, "parse_seed", record)
    return paths


def sums(package):
    return (package / "SHA256SUMS").read_text()


def test_seeds_at_an_address_make_the_same_package(texts, at_home, store, tmp_path):
    built = build(put(texts, store), tmp_path, workers=1)
    assert sums(built.package) == sums(at_home)


def test_a_corpus_without_a_name_is_called_as_its_folder(store):
    (store / "speeches" / "a.txt").write_bytes(b"A speech\n")
    assert open_corpus(store / "speeches").config.name == "speeches"


def test_a_container_is_fetched_by_whoever_has_no_copy(texts, store, tmp_path):
    """A worker on another machine sees neither what was fetched nor what was unpacked where the run is led."""
    seeds = [known.seed for known in open_corpus(put(texts, store)).seeds]
    here = [read_seed(seed, scratch()) for seed in seeds]
    (tmp_path / "there").mkdir()
    assert [read_seed(seed, tmp_path / "there") for seed in seeds] == here
    assert [read_seed(seed, tmp_path / "unseen") for seed in seeds] == here


KEYS = {
    "an object within what is a file": (["a.txt", "a.txt/b.txt"], {"a.txt/b.txt"}, [("seed-not-a-file", "a.txt")]),
    "a part without a name": (["a//b.txt"], set(), [("seed-not-a-file", "a//b.txt")]),
    "a way out of the folder": (["a/../../b.txt", "c.txt"], {"c.txt"}, []),
    "what is hidden": ([".a/b.txt", ".c.txt", "d.txt"], {"d.txt"}, []),
    "what a pattern would match": (["a[1].txt", "a1.txt", "b*.txt"], {"a[1].txt", "a1.txt", "b*.txt"}, []),
    "a backslash": (["a\\b.txt"], {"a\\b.txt"}, []),
    "a neighbour with a longer name": (["a.txt", "../seeds-2/b.txt"], {"a.txt"}, []),
}  # fmt: skip


@pytest.mark.parametrize("label", KEYS)
def test_names_that_only_a_store_can_hold(label, store):
    keys, expected, findings = KEYS[label]
    listed = {f"{store.path}/seeds/{key}": {"size": 3, "type": "file"} for key in keys if key[:3] != "../"}
    listed |= {f"{store.path}/{key[3:]}": {"size": 3, "type": "file"} for key in keys if key[:3] == "../"}

    class Listing(MemoryFileSystem):
        cachable = False

        def find(self, _path, **_options):
            return listed

    corpus = open_corpus((store / "seeds")._replace(filesystem=Listing()))
    assert {known.seed.path for known in corpus.seeds} == expected
    assert [(found.code, found.path) for found in corpus.findings] == findings


STAMPS = {
    "the contents are marked": ({"ETag": '"a"'}, {"ETag": '"b"'}),
    "only the time is told": ({"mtime": 100.25}, {"mtime": 100.5}),
    "the time is a date": (
        {"updated": datetime(2026, 1, 1, tzinfo=UTC)},
        {"updated": datetime(2026, 1, 2, tzinfo=UTC)},
    ),
}


@pytest.mark.parametrize("label", STAMPS)
def test_a_change_of_an_object_shows_in_its_stamp(label, store):
    one, other = (stamp_of(store, **info) for info in STAMPS[label])
    assert one != other
    assert one == stamp_of(store, **STAMPS[label][0])


def stamp_of(store, **info):
    class Listing(MemoryFileSystem):
        cachable = False

        def find(self, path, **_options):
            return {f"{path}/a.txt": {"size": 3, "type": "file", **info}}

    return open_corpus(store._replace(filesystem=Listing())).seeds[0].seed.stamp


def test_where_only_a_time_is_told_a_young_object_is_read_again(store):
    """The clock of the store and that of the machine may differ, so more than two seconds must have gone by."""
    now = datetime.now(tz=UTC)
    assert max(stamp_of(store, mtime=now)[1:3]) > now.timestamp() * 10**9 + work._SETTLED
    assert max(stamp_of(store, mtime=now, ETag="a")[1:3]) <= now.timestamp() * 10**9
    assert max(stamp_of(store)[1:3]) > 10**19 / 2, "an object of which nothing is told is always read"


def test_what_is_staged_in_a_store_is_not_parsed_again(texts, at_home, store, tmp_path, parsed):
    seeds = put(texts, store / "seeds")
    build(seeds, tmp_path / "one", workers=1, staging_area=store / "staging")
    assert parsed
    parsed.clear()
    again = build(seeds, tmp_path / "two", workers=1, staging_area=store / "staging")
    assert parsed == []
    assert sums(again.package) == sums(at_home)


def test_a_changed_object_is_parsed_alone(texts, store, tmp_path, parsed):
    seeds = put(texts, store / "seeds")
    build(seeds, tmp_path, workers=1, staging_area=store / "staging")
    parsed.clear()
    (seeds / "letter-4.txt").write_bytes(b"Letter 4\n\nIt was written on 17 June 1951.\n")
    (seeds / "corpus.toml").write_bytes(b'name = "letters"\nversion = "2.0.0"\ntitle = "Letters"\n')
    changed = build(seeds, tmp_path, workers=1, staging_area=store / "staging")
    assert changed.is_new
    assert parsed == ["letter-4.txt"]


def test_a_worker_on_another_machine_takes_rows_from_the_piece_that_stood_there(texts, store, tmp_path):
    build(put(texts, store / "seeds"), tmp_path, workers=1, staging_area=store / "staging")
    key = Path(min(staged(store))).stem
    there = SharedCache(Cache(Path("/unseen")), store / "staging").look_up(key)
    assert load_record(there) == load_record(Cache(tmp_path / CACHE_NAME).piece(key))
    assert SharedCache(Cache(Path("/unseen")), store / "staging").look_up("0" * 64) is None


def test_parts_meet_in_a_store(texts, at_home, store, tmp_path, parsed):
    seeds = put(texts, store / "seeds")
    for number in (2, 1):
        build_part(seeds, tmp_path / str(number), (number, 2), workers=1, staging_area=store / "staging")
        assert not (tmp_path / str(number)).exists()
    parsed.clear()
    built = build(seeds, tmp_path, workers=1, finalize=True, staging_area=store / "staging")
    assert sums(built.package) == sums(at_home)
    assert parsed == []


def test_a_part_that_is_missing_is_told(texts, store, tmp_path):
    with pytest.raises(UsageError, match="run all parts"):
        build(put(texts, store / "seeds"), tmp_path, finalize=True, staging_area=store / "staging")


def staged(store):
    return {listed.path for listed in (store / "staging").list() if listed.path.endswith(".arrow")}


def test_another_run_loses_nothing_that_is_young_and_the_store_keeps_nothing_that_is_old(
    texts, store, tmp_path, monkeypatch
):
    seeds = put(texts, store / "seeds")
    build(seeds, tmp_path / "one", workers=1, staging_area=store / "staging")
    before = staged(store)
    (seeds / "letter-4.txt").unlink()
    build(seeds, tmp_path / "two", workers=1, staging_area=store / "staging")
    assert staged(store) > before
    monkeypatch.setattr("corpus_pkg.staging.KEPT_SECONDS", -60)
    build(seeds, tmp_path / "two", workers=1, staging_area=store / "staging")
    left = staged(store)
    assert before - left
    assert {Path(path).name for path in left} == {
        path.name for path in (tmp_path / "two" / CACHE_NAME).rglob("*.arrow")
    } - corrected(tmp_path / "two", left)


def corrected(output, left):
    """A piece that was corrected is only where the run is led."""
    held = {path.name for path in (output / CACHE_NAME).rglob("*.arrow")}
    gone = held - {Path(path).name for path in left}
    assert len(gone) == 1
    return gone


def test_what_another_run_deletes_meanwhile_is_parsed_again(texts, at_home, store, tmp_path, monkeypatch):
    seeds = put(texts, store / "seeds")
    build(seeds, tmp_path / "one", workers=1, staging_area=store / "staging")
    before = staged(store)
    find = SharedCache.find_by_stamps

    def find_and_lose(cache, keys):
        found = find(cache, keys)
        for path in sorted(staged(store))[:2]:
            (store / "staging" / path).unlink()
        return found

    monkeypatch.setattr(SharedCache, "find_by_stamps", find_and_lose)
    monkeypatch.setattr(work, "_SETTLED", -(1 << 64))
    built = build(seeds, tmp_path / "two", workers=1, staging_area=store / "staging")
    assert sums(built.package) == sums(at_home)
    assert staged(store) == before


def crash_on_letter_4(function, items, engine, *, split, set_aside):
    """Run tasks as where every worker dies that takes one seed."""
    for item in items:
        if not any(known.seed.path == "letter-4.txt" for piece in item.pieces for known in piece.seeds):
            yield function(item)
        elif len(parts := split(item)) > 1:
            yield from crash_on_letter_4(function, parts, engine, split=split, set_aside=set_aside)
        else:
            yield set_aside(item)


def test_a_piece_of_which_only_parts_could_be_staged_is_joined_in_the_store(
    texts, store, tmp_path, monkeypatch
):
    monkeypatch.setattr(stage, "cut_pieces", cutting.cut_pieces)
    monkeypatch.setattr(stage, "run_tasks", crash_on_letter_4)
    monkeypatch.setattr("corpus_pkg.build.fails", lambda _findings, _fail_on: False)
    seeds = put(texts, store / "seeds")
    expected = build(texts, tmp_path / "here", workers=1)
    one = build(seeds, tmp_path / "one", workers=1, staging_area=store / "staging")
    two = build(seeds, tmp_path / "two", finalize=True, staging_area=store / "staging")
    assert expected.findings == one.findings == two.findings
    assert "seed-crashes-worker" in {found.code for found in one.findings.kept}
    assert sums(expected.package) == sums(one.package) == sums(two.package)


def test_a_worker_that_does_not_see_the_seeds_or_the_staging_area_ends_the_run(texts, store):
    (store / "seeds" / "a.txt").write_bytes(b"A mill\n")
    for folder, area in ((texts, store / "nothing"), (store / "seeds", store / "nothing")):
        shard = cutting.Shard(tuple(cutting.cut_pieces(open_corpus(folder).seeds)))
        plan = work.Plan(None, SharedCache(Cache(texts), area), texts, work.fingerprint())
        with pytest.raises(UsageError, match="does not see the staging area"):
            work.run_shard(shard, plan)
    unseen = [
        known._replace(seed=known.seed._replace(root=Path("/unseen"))) for known in open_corpus(texts).seeds
    ]
    shard = cutting.Shard(tuple(cutting.cut_pieces(unseen)))
    plan = work.Plan(None, Cache(texts), texts, work.fingerprint())
    with pytest.raises(UsageError, match="does not see /unseen"):
        work.run_shard(shard, plan)


def test_what_is_deleted_again_and_again_ends_the_run(texts, store, tmp_path, monkeypatch):
    monkeypatch.setattr(SharedCache, "_bring", lambda _cache, _key: False)
    with pytest.raises(CorpusPkgError, match="again and again"):
        build(put(texts, store / "seeds"), tmp_path, workers=1, staging_area=store / "staging")


def test_a_staging_area_may_be_a_folder_of_its_own(texts, at_home, tmp_path, parsed):
    for output in ("one", "two"):
        parsed.clear()
        built = build(texts, tmp_path / output, workers=1, staging_area=tmp_path / "shared")
    assert sums(built.package) == sums(at_home)
    assert parsed == []
    assert not (tmp_path / "one" / CACHE_NAME).exists()


FAILURES = {
    "it is gone": (FileNotFoundError("letter"), [("seed-vanished", "letter-4.txt")]),
    "it may not be read": (PermissionError("Forbidden"), [("seed-unreadable", "letter-4.txt")]),
    "the connection is cut": (ConnectionResetError("Connection reset by peer"), "cannot be reached: Connection reset"),
    "a library's own error": (
        type("Lost", (Exception,), {"__module__": "aiohttp.client"})("payload is not complete"),
        "cannot be reached: payload",
    ),
}  # fmt: skip


@pytest.mark.parametrize("label", FAILURES)
def test_an_object_that_cannot_be_read(label, texts, store, tmp_path, monkeypatch):
    """What is wrong with one object costs that object; where the store is out of reach the run ends."""
    error, expected = FAILURES[label]
    seeds, cat = put(texts, store / "seeds"), MemoryFileSystem.cat_file

    def fail(self, path, *arguments, **options):
        if path.endswith("letter-4.txt"):
            raise error
        return cat(self, path, *arguments, **options)

    monkeypatch.setattr(MemoryFileSystem, "cat_file", fail)
    if isinstance(expected, str):
        with pytest.raises(UsageError, match=expected):
            build(seeds, tmp_path, workers=1, staging_area=store / "staging")
        return
    built = build(seeds, tmp_path, workers=1, staging_area=store / "staging")
    errors = [found for found in built.findings.kept if found.severity == "error"]
    assert [(found.code, found.path) for found in errors if found.code != "correction-stale"] == expected
    assert built.package is None


CALLS = {
    "nothing lies there": (["memory://nothing/at-all"], "there is no folder of seeds at memory://nothing/at-all"),
    "nobody knows such a place": (["nowhere://seeds"], "nowhere://seeds cannot be reached"),
    "a password": (["s3://me:hunter2@bucket/seeds"], "takes no user, password or query"),
    "a version to be raised in a store": (["memory://a", "--bump"], "--bump writes corpus.toml"),
    "packages in a store": (["memory://a", "--output", "s3://bucket/dist"], "--output takes a local folder"),
    "a staging area and none": (["memory://a", "--staging", "memory://b", "--no-cache"], "do not go together"),
    "a staging area among the seeds": (["memory://a", "--staging", "memory://a/b"], "lies among the seeds"),
    "a staging folder that is the seeds'": (["SEEDS", "--staging", "SEEDS"], "lies among the seeds"),
    "a staging area with half-written files": (
        ["SEEDS", "--staging", "local:///nowhere"],
        "neither a folder nor an object store",
    ),
}  # fmt: skip


@pytest.mark.parametrize("label", CALLS)
def test_a_call_that_cannot_be_done_is_told_in_one_line(label, texts, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    arguments, expected = CALLS[label]
    arguments = [str(texts) if argument == "SEEDS" else argument for argument in arguments]
    assert run(["build", *arguments]) == 2
    told = capsys.readouterr().err
    assert expected in told
    assert "hunter2" not in told
    assert len(told.splitlines()) == 1


def test_the_extra_that_is_missing_is_named(monkeypatch, tmp_path, capsys):
    import sys

    monkeypatch.setitem(sys.modules, "s3fs", None)
    assert run(["build", "s3://bucket/seeds", "--output", str(tmp_path)]) == 2
    assert "install corpus-pkg[s3]" in capsys.readouterr().err


def test_the_command_shows_the_line_of_a_remote_seed(store, tmp_path, capsys):
    (store / "corpus.toml").write_bytes(b'name = "letters"\nversion = "1.0.0"\n')
    (store / "a.txt").write_bytes(b"A mill\n\nIt was built on 31 June 1926, as all of them say.\n")
    run(["build", store.address, "--output", str(tmp_path), "--fail-on", "error"])
    assert "It was built on 31 June 1926" in capsys.readouterr().err


def test_a_check_of_seeds_in_a_store(texts, store, tmp_path, capsys):
    build(texts, tmp_path, workers=1)
    seeds = put(texts, store)
    assert run(["check", seeds.address, "--output", str(tmp_path)]) == 0
    assert "The same as letters 1.0.0" in capsys.readouterr().out
    assert run(["check", seeds.address, "--output", str(tmp_path), "--against", "origin/main"]) == 2
    assert "in no git repository" in capsys.readouterr().err


def test_an_address_of_a_file_is_a_path(tmp_path):
    assert to_place(f"file://{tmp_path}") == tmp_path
