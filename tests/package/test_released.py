"""What was released in ``dist/`` is whole, and the present version of it comes out of the seeds byte for byte."""

import shutil
import subprocess
from hashlib import sha256

import pytest

from corpus_pkg.build import build
from corpus_pkg.config import load_config
from corpus_pkg.release import find_released


@pytest.fixture(scope="module")
def root(request):
    return request.config.rootpath


@pytest.fixture(scope="module")
def released(root):
    """The versions that are committed; what somebody has merely built there is none of them."""
    found = find_released(root / "dist", load_config(root / "seeds").name)
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "--", "dist"], capture_output=True, text=True, check=False
    )
    if listed.returncode == 0:
        found = [
            each for each in found if f"dist/{each.package.name}/SHA256SUMS" in listed.stdout.split("\n")
        ]
    return [each.package for each in found]


def files_of(package):
    return {path.relative_to(package).as_posix(): path for path in package.rglob("*") if path.is_file()}


def test_every_released_version_is_whole(released, root):
    if not released:
        assert "Nothing has been released yet" in (root / "dist/README.md").read_text()
    for package in released:
        sums = dict(
            reversed(line.split("  ", 1)) for line in (package / "SHA256SUMS").read_text().split("\n") if line
        )
        files = files_of(package)
        assert files.keys() == {*sums, "SHA256SUMS"}
        assert {name: sha256(files[name].read_bytes()).hexdigest() for name in sums} == sums


def test_the_present_version_comes_out_of_the_seeds_byte_for_byte(released, root, tmp_path):
    """From the committed seeds, under the lock: Parquet's bytes hold for one version of pyarrow."""
    config = load_config(root / "seeds")
    present = [package for package in released if package.name == f"{config.name}-{config.version}"]
    for package in present:
        for earlier in released[: released.index(package)]:
            shutil.copytree(earlier, tmp_path / earlier.name)
        built = build(root / "seeds", tmp_path)
        assert built.package == tmp_path / package.name, built.findings.kept
        expected, actual = files_of(package), files_of(built.package)
        assert expected.keys() == actual.keys()
        assert [name for name in expected if expected[name].read_bytes() != actual[name].read_bytes()] == []
