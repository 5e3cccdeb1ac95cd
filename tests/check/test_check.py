"""`check` says what a change would mean: each gate shuts for its reason and opens by its switch."""

import json
import shutil
import subprocess
from hashlib import sha256

import pytest

from corpus_pkg.cli.app import run


def contents(folder):
    """What lies there, but for the cache, which a check uses where there is one."""
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and ".corpus-pkg-cache" not in path.parts
    )
    return {path.relative_to(folder): sha256(path.read_bytes()).hexdigest() for path in files}


def test_without_a_published_version_there_is_nothing_to_compare(corpus, capsys):
    assert corpus.run("check") == 0
    assert "Nothing has been published yet" in capsys.readouterr().out
    assert not corpus.dist.exists()


def test_an_unchanged_corpus_passes_and_nothing_is_written(published, capsys):
    before = contents(published.folder)
    code, codes, report = published.codes(capsys)
    assert (code, codes, report["version_asked"], report["changes"]) == (0, {}, None, [])
    assert contents(published.folder) == before


def test_a_check_without_a_cache_leaves_none(published, capsys):
    shutil.rmtree(published.dist / ".corpus-pkg-cache", ignore_errors=True)
    published.write("first.txt", "The mill\n\nNobody built it.\n")
    before = contents(published.folder)
    published.codes(capsys)
    assert contents(published.folder) == before
    assert not (published.dist / ".corpus-pkg-cache").exists()


def test_a_new_seed_asks_for_a_minor_version(published, capsys):
    published.write("third.txt", "The well\n\nThey dug a well in 1940.\n")
    code, codes, report = published.codes(capsys)
    assert (code, codes, report["version_asked"]) == (1, {"version-exists": "error"}, "1.1.0")
    assert {(c["path"], c["cause"]) for c in report["changes"]} == {("third.txt", "seeds")}
    published.configure("1.1.0")
    assert published.codes(capsys)[:2] == (0, {})
    published.configure("1.0.1")
    assert published.codes(capsys)[:2] == (1, {"version-too-low": "error"})


def test_an_edit_is_counted_by_seed_and_its_identifier_named(published, capsys):
    published.configure("2.0.0")
    published.write(
        "second.txt",
        "The school\n\nThe school opened on 4 May 1934, and sixty children came.\n",
    )
    code, codes, report = published.codes(capsys)
    assert (code, set(codes), report["version_asked"]) == (1, {"identifier-removed"}, "2.0.0")
    (paragraphs,) = [change for change in report["changes"] if change["table"] == "paragraphs"]
    assert (paragraphs["path"], paragraphs["removed"], paragraphs["added"]) == ("second.txt", 1, 1)
    assert len(paragraphs["lost"]) == 1
    assert {found["key"] for found in report["findings"]} >= set(paragraphs["lost"])


def test_a_reason_opens_the_gate_of_removed_identifiers(published, capsys):
    published.write("second.txt", "The school\n\nIt was never built.\n")
    published.configure("2.0.0", '[[removed]]\nidentifier = "second"\nreason = "found to be a mistake"\n')
    code, codes, _ = published.codes(capsys)
    assert (code, codes) == (0, {})
    published.configure("2.0.0", '[[removed]]\nidentifier = "?????????????????"\nreason = "any row"\n')
    assert published.codes(capsys)[:2] == (0, {})


def test_a_reason_for_what_is_not_gone_is_stale(published, capsys):
    published.configure("1.0.0", '[[removed]]\nidentifier = "second"\nreason = "why"\n')
    assert published.codes(capsys)[:2] == (0, {"removal-stale": "warning"})


def test_a_seed_that_is_gone(published, capsys):
    published.configure("2.0.0")
    (published.seeds / "second.txt").unlink()
    code, codes, report = published.codes(capsys)
    assert (code, codes) == (1, {"seed-removed": "warning", "identifier-removed": "error"})
    told = [found for found in report["findings"] if found["code"] == "identifier-removed"]
    assert [(found["table"], found["key"]) for found in told] == [("documents", "second")]


def test_a_seed_under_another_name_is_not_gone(published, capsys):
    published.configure("2.0.0")
    (published.seeds / "second.txt").rename(published.seeds / "2.txt")
    assert "seed-removed" not in published.codes(capsys)[1]


UNREADABLE = {
    "bytes of another format": (
        b"\x89PNG\r\n\x1a\n" + bytes(64),
        {"seed-binary", "seed-no-longer-decodes", "new-error"},
    ),
    "no bytes": (b"", {"seed-empty", "seed-emptied"}),
    "white space": (b" \n\n ", {"seed-blank", "seed-emptied"}),
}


@pytest.mark.parametrize("label", UNREADABLE)
def test_a_seed_that_can_no_longer_be_read(label, published, capsys):
    data, expected = UNREADABLE[label]
    (published.seeds / "second.txt").write_bytes(data)
    code, codes, _ = published.codes(capsys)
    assert code == 1
    assert {"new-error", *expected} <= set(codes)


def test_an_error_in_a_new_seed_is_new(published, capsys):
    (published.seeds / "empty.txt").write_bytes(b"")
    _, codes, report = published.codes(capsys)
    assert codes["new-error"] == "error"
    assert {found["code"] for found in report["findings"] if found["new"]} == {"seed-empty", "new-error"}


def test_all_seeds_unreadable_is_compared_too(published, capsys):
    for name in ("first.txt", "second.txt"):
        (published.seeds / name).write_bytes(b"")
    code, codes, _ = published.codes(capsys)
    assert code == 1
    assert {"documents-none", "seed-emptied", "new-error"} <= set(codes)


def tampered(published, **cells):
    """The published package as another parser might have written it: other cells in its first paragraph."""
    import pyarrow.parquet as pq

    from validate.small_corpus import as_table

    path = published.dist / "small-1.0.0/data/paragraphs/paragraphs.parquet"
    table = pq.read_table(path)
    rows = table.to_pylist()
    rows[0] |= cells
    pq.write_table(as_table("paragraphs", rows).replace_schema_metadata(table.schema.metadata), path)


def test_a_package_that_its_seeds_do_not_give(published, capsys):
    tampered(published, role="body", heading_level=None)
    code, codes, report = published.codes(capsys)
    assert code == 1
    assert codes["package-not-reproduced"] == "error"
    assert {change["cause"] for change in report["changes"]} == {"parser"}


def test_coverage_that_shrank(published, capsys):
    """The published version has more lines of content than the same seed gives today."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = published.dist / "small-1.0.0/data/documents/documents.parquet"
    table = pq.read_table(path)
    index = table.schema.get_field_index("lines_content")
    more = pa.array([lines + 1 for lines in table["lines_content"].to_pylist()], pa.int64())
    pq.write_table(table.set_column(index, table.schema.field(index), more), path)
    code, codes, _ = published.codes(capsys)
    assert code == 1
    assert codes["coverage-shrank"] == "error"


def test_what_the_seeds_changed_stands_apart_from_what_the_parser_changed(published, capsys):
    tampered(published, role="body", heading_level=None)
    published.write("third.txt", "The well\n\nThey dug a well in 1940.\n")
    _, _, report = published.codes(capsys)
    assert {(change["cause"], change["path"]) for change in report["changes"]} == {
        ("parser", "first.txt"),
        ("seeds", "third.txt"),
    }


def test_a_gate_is_left_open_for_once_or_for_good_or_told_more_mildly(published, capsys):
    published.write("third.txt", "The well\n\nThey dug a well in 1940.\n")
    assert published.codes(capsys, "--allow", "version-exists")[:2] == (0, {})
    published.configure(more='[check]\nversion-exists = "warning"\n')
    assert published.codes(capsys)[:2] == (0, {"version-exists": "warning"})
    assert published.codes(capsys, "--fail-on", "warning")[0] == 1
    published.configure(more='[check]\nversion-exists = "off"\n')
    assert published.codes(capsys)[:2] == (0, {})


def test_a_change_is_waived_and_the_waiver_is_stale_once_nothing_changes(published, capsys):
    waiver = '[[waive]]\ncode = "seed-removed"\npath = "second.txt"\nreason = "withdrawn"\n'
    published.configure("1.0.0", waiver)
    assert published.codes(capsys)[:2] == (1, {"waiver-stale": "error"})
    assert published.run("build", "--quiet") == 0  # what waives a change is no matter of a build
    capsys.readouterr()
    (published.seeds / "second.txt").unlink()
    published.configure("2.0.0", waiver + '[[removed]]\nidentifier = "second"\nreason = "withdrawn"\n')
    assert "waiver-stale" in published.codes(capsys)[1]  # the reason for the removal says it already


def test_a_waiver_runs_out(published, capsys):
    published.configure(
        "1.0.0", '[[waive]]\ncode = "seed-empty"\npath = "x"\nreason = "r"\nuntil = "2001-01-01"\n'
    )
    assert published.codes(capsys)[:2] == (1, {"waiver-expired": "error"})


def test_comparing_with_a_package_or_a_folder_of_them(published, capsys):
    for against in (published.dist, published.dist / "small-1.0.0"):
        published.dist = published.folder / "elsewhere"
        assert published.codes(capsys, "--against", str(against))[:2] == (0, {})


WRONG = {
    "no such thing": ("nothing", "no such folder"),
    "a folder of nothing": (".", "no version of small"),
    "an address without a package": ("memory://nothing", "no package"),
}


@pytest.mark.parametrize("label", WRONG)
def test_what_cannot_be_compared_with_ends_with_2(label, published, capsys, monkeypatch):
    monkeypatch.chdir(published.seeds)
    against, told = WRONG[label]
    assert published.run("check", "--against", against) == 2
    assert told in capsys.readouterr().err


def test_an_unknown_gate_ends_with_2_and_the_nearest(corpus, capsys):
    assert corpus.run("check", "--allow", "seed-remove") == 2
    assert "did you mean seed-removed?" in capsys.readouterr().err


@pytest.fixture
def repository(published):
    def git(*arguments):
        settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
        subprocess.run(
            ["git", "-C", published.folder, *settings, *arguments], check=True, capture_output=True
        )

    git("init")
    git("add", "seeds")
    git("commit", "-m", "seeds alone")
    git("tag", "seeds-alone")
    git("add", "--force", "dist/small-1.0.0")
    git("commit", "-m", "a published version")
    git("tag", "with-package")
    return published


@pytest.mark.parametrize("revision", ["seeds-alone", "with-package", "HEAD"])
def test_comparing_with_a_revision(revision, repository, capsys, monkeypatch):
    monkeypatch.chdir(repository.folder)
    before = contents(repository.folder / "seeds")
    shutil.rmtree("dist")
    assert run(["check", "--against", revision]) == 0
    assert "The same as small 1.0.0" in capsys.readouterr().out
    repository.write("third.txt", "The well\n\nThey dug a well in 1940.\n")
    assert run(["check", "--against", revision, "--report", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["version_asked"] == "1.1.0"
    (repository.seeds / "third.txt").unlink()
    assert contents(repository.folder / "seeds") == before


def test_an_error_that_the_seeds_of_the_revision_have_is_not_new(repository, capsys, monkeypatch):
    monkeypatch.chdir(repository.folder)
    shutil.rmtree("dist")
    (repository.seeds / "empty.txt").write_bytes(b"")
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("rm", "-r", "-q", "dist"), ("add", "seeds"), ("commit", "-q", "-m", "an empty seed")):
        subprocess.run([*git, *command], check=True, capture_output=True)
    (repository.seeds / "other.txt").write_bytes(b"")
    assert run(["check", "--against", "HEAD", "--report", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    new = {(found["code"], found["path"]) for found in report["findings"] if found["new"]}
    assert new == {("new-error", None), ("seed-empty", "other.txt")}


def test_no_such_revision_ends_with_2(repository, capsys, monkeypatch):
    monkeypatch.chdir(repository.folder)
    assert run(["check", "--against", "v9"]) == 2
    assert "no such revision" in capsys.readouterr().err
    assert run(["check", "--against", "--output=x"]) == 2


def test_every_report_form_tells_a_check(published, capsys, tmp_path):
    published.write("third.txt", "The well\n\nThey dug a well in 1940.\n")
    forms = ("json", "jsonl", "sarif", "junit", "github", "markdown", "summary")
    options = [option for form in forms for option in ("--report", f"{form}={tmp_path / form}")]
    assert published.run("check", *options) == 1
    out = capsys.readouterr().out
    assert "version-exists" in out
    assert "the seeds changed" in out
    for form in forms:
        assert "version-exists" in (tmp_path / form).read_text()
    assert "third.txt" in (tmp_path / "markdown").read_text()
