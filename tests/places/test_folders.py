"""What lies in a folder, by name."""

from corpus_pkg.places import files_below


def test_files_are_named_relative_to_the_folder_in_the_order_of_their_names(tmp_path):
    for name in ("b.txt", "a/c.txt", "a-b.txt", "a/d/e.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "empty").mkdir()
    assert files_below(tmp_path) == [".hidden", "a-b.txt", "a/c.txt", "a/d/e.txt", "b.txt"]


def test_links_are_named_and_not_followed(tmp_path):
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "file").touch()
    (tmp_path / "folder").symlink_to(tmp_path / "inside")
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    assert files_below(tmp_path) == ["folder", "inside/file", "lost"]
