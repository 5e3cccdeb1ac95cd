"""Same seeds, same bytes: whatever the hash seed, the time zone, the locale, the folder or the workers."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def sums(package):
    return (package / "SHA256SUMS").read_text()


def test_another_environment_gives_the_same_bytes(seeds_package, tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "elsewhere/texts")
    surroundings = os.environ | {
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Chatham",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
    }
    subprocess.run(
        [
            sys.executable,
            "-m",
            "corpus_pkg",
            "build",
            "texts",
            "--output",
            "out",
            "--workers",
            "2",
            "--quiet",
        ],
        cwd=tmp_path / "elsewhere",
        env=surroundings,
        check=True,
    )
    assert sums(tmp_path / "elsewhere/out" / seeds_package.name) == sums(seeds_package)


def test_a_second_build_leaves_the_package_alone(seeds_package):
    from corpus_pkg.build import build

    before = {path: path.stat().st_mtime_ns for path in seeds_package.rglob("*")}
    built = build(ROOT / "seeds", seeds_package.parent)
    assert not built.is_new
    assert {path: path.stat().st_mtime_ns for path in seeds_package.rglob("*")} == before


def test_the_hashes_are_those_of_the_files(seeds_package):
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=seeds_package, check=True)
