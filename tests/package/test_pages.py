"""The pages of a package, its archive, and that no clock, place or path enters any file."""

import json
import os
import shutil
import subprocess
import sys
import zipfile

import polars as pl
import pytest

import corpus_pkg
from corpus_pkg.cli.app import run
from corpus_pkg.errors import RefusedError
from corpus_pkg.package.archive import zip_package
from corpus_pkg.package.pages import measures, render_dictionary
from corpus_pkg.schema import TABLES, table_schema
from quality.scorer import score


def test_the_dictionary_has_every_column():
    page = render_dictionary()
    for name in TABLES:
        section = page.partition(f"## {name}\n")[2].partition("\n## ")[0]
        for field in table_schema(name).fields:
            (line,) = [line for line in section.split("\n") if line.startswith(f"| `{field.name}` ")]
            assert line.replace("\\|", "").count("|") == 6
            assert all(str(item) in line for item in field.constraints.get("enum", ()))


def test_the_quality_page_promises_no_more_than_is_measured(seeds_package, request):
    """The scores are those of ``tools/measure_quality.py``; who lowers one says so in the changelog."""
    measured = score(seeds_package, request.config.rootpath / "tests/quality/gold")
    _, promised = measures()
    assert {each.name: each.score for each in promised if measured[each.name] < each.score} == {}
    page = (seeds_package / "report/quality.md").read_text(encoding="utf-8")
    assert all(f"| {each.title} | {each.score:.2f} |" in page for each in promised)


def test_a_zip_is_the_same_whoever_makes_it(seeds_package, tmp_path):
    made = []
    for place in ("one", "other"):
        package = shutil.copytree(seeds_package, tmp_path / place / seeds_package.name)
        for number, path in enumerate(sorted(package.rglob("*"), reverse=place == "other")):
            os.utime(path, (number, number))
        made.append(zip_package(package))
    assert made[0].read_bytes() == made[1].read_bytes()
    with zipfile.ZipFile(made[0]) as archive:
        assert archive.testzip() is None
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {entry.filename.partition("/")[0] for entry in archive.infolist()} == {seeds_package.name}


def test_a_zip_is_read_as_it_is(seeds_package, tmp_path):
    package = shutil.copytree(seeds_package, tmp_path / seeds_package.name)
    opened, plain = corpus_pkg.open(zip_package(package)), corpus_pkg.open(seeds_package)
    for name in TABLES:
        zipped, unzipped = getattr(opened, name), getattr(plain, name)
        assert zipped.arrow() == unzipped.arrow()
        assert zipped.polars().select(pl.len()).collect().item() == unzipped.arrow().num_rows


def test_a_zip_with_other_contents_is_kept(seeds_package, tmp_path):
    package = shutil.copytree(seeds_package, tmp_path / seeds_package.name)
    target = tmp_path / f"{package.name}.zip"
    target.write_bytes(b"something else")
    with pytest.raises(RefusedError, match="never changed"):
        zip_package(package)
    assert target.read_bytes() == b"something else"
    assert [path.name for path in tmp_path.iterdir()] == [package.name, target.name] or len(
        list(tmp_path.iterdir())
    ) == 2


def test_build_writes_a_zip_on_request(tmp_path, capsys):
    seeds = tmp_path / "letters"
    seeds.mkdir()
    (seeds / "one.txt").write_text("A letter\n\nIt was written on 3 May 1950 in great haste.\n")
    for _ in range(2):
        assert run(["build", str(seeds), "--output", str(tmp_path / "dist"), "--zip", "--quiet"]) == 0
    package, archive, *_ = capsys.readouterr().out.split()
    assert archive == f"{package}.zip"
    assert zipfile.is_zipfile(archive)


def test_two_builds_elsewhere_and_at_another_time_are_the_same(tmp_path):
    """Two builds of one corpus have the same bytes, whatever the folder, time zone, locale or hash seed."""
    files = []
    for place, environment in (
        ("one", {"TZ": "Asia/Pyongyang", "PYTHONHASHSEED": "1", "LC_ALL": "C"}),
        ("another/place", {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"}),
    ):
        seeds = tmp_path / place / "letters"
        seeds.mkdir(parents=True)
        (seeds / "one.txt").write_text("A letter\n\nIt was written on 3 May 1950 in great haste.\n")
        output = tmp_path / place / "dist"
        arguments = ["build", str(seeds), "--output", str(output), "--quiet"]
        code = f"from corpus_pkg.cli import main; main({arguments!r})"
        subprocess.run(
            [sys.executable, "-c", code], check=True, env=os.environ | environment, capture_output=True
        )
        package = output / "letters-0.1.0"
        files.append(
            {path.relative_to(package): path.read_bytes() for path in package.rglob("*") if path.is_file()}
        )
        assert not any(str(tmp_path).encode() in content for content in files[-1].values())
    assert files[0] == files[1]


def test_croissant_and_descriptor_agree_on_every_hash(seeds_package):
    croissant = json.loads((seeds_package / "croissant.json").read_text())
    described = json.loads((seeds_package / "datapackage.json").read_text())
    hashes = {resource["path"]: resource["hash"] for resource in described["resources"]}
    for file in croissant["distribution"]:
        assert hashes[file["contentUrl"]] == f"sha256:{file['sha256']}"
