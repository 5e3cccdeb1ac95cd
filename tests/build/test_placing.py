"""A package is complete or not there at all, and a version that is there is never changed."""

import pytest

from corpus_pkg.errors import RefusedError
from corpus_pkg.package.placing import put_in_place, staging


def stage(folder, contents):
    folder.mkdir(exist_ok=True)
    (folder / "SHA256SUMS").write_text(contents)
    return folder


def test_a_finished_package_moves_into_its_place(tmp_path):
    with staging(tmp_path, "corpus-1.0.0") as folder:
        assert put_in_place(stage(folder / "package", "one"), tmp_path / "corpus-1.0.0")
    assert [path.name for path in tmp_path.iterdir()] == ["corpus-1.0.0"]


def test_the_same_package_is_left_as_it_is(tmp_path):
    target = stage(tmp_path / "corpus-1.0.0", "one")
    assert not put_in_place(stage(tmp_path / "again", "one"), target)


def test_another_package_under_the_same_version_is_refused(tmp_path):
    target = stage(tmp_path / "corpus-1.0.0", "one")
    with pytest.raises(RefusedError, match="higher version"):
        put_in_place(stage(tmp_path / "other", "two"), target)
    assert (target / "SHA256SUMS").read_text() == "one"


def test_a_failure_leaves_nothing_behind(tmp_path):
    def fail():
        with staging(tmp_path, "corpus-1.0.0") as folder:
            stage(folder / "half", "one")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_left_is_cleared(tmp_path):
    stage(tmp_path / ".corpus-1.0.0.staging", "left over")
    with staging(tmp_path, "corpus-1.0.0") as folder:
        assert list(folder.iterdir()) == []


def test_two_builds_into_one_place_are_kept_apart(tmp_path):
    with (
        staging(tmp_path, "corpus-1.0.0"),
        pytest.raises(RefusedError, match="another build"),
        staging(tmp_path, "corpus-1.0.0"),
    ):
        pass
