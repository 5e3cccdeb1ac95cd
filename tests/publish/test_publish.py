"""A version is published whole or not at all, and never changed."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread, get_ident
from uuid import uuid4

import pytest

import corpus_pkg
from corpus_pkg.cli.app import run
from corpus_pkg.errors import RefusedError, UsageError
from corpus_pkg.publish import CLAIM, publish
from corpus_pkg.publish.store import Store


@pytest.fixture(params=["folder", "memory"])
def target(request, tmp_path):
    return str(tmp_path / "public") if request.param == "folder" else f"memory://{uuid4().hex}"


def files(target, name="letters"):
    return list(Store.at(target).within(name).list())


def index_of(target):
    return json.loads(Store.at(target).read("letters/index.json"))


def test_a_package_is_published_whole_and_listed(letters, target):
    published = publish(letters, target)
    assert published.is_new
    assert not published.findings
    names = {f"1.0.0/{path.relative_to(letters).as_posix()}" for path in letters.rglob("*") if path.is_file()}
    assert set(files(target)) == names | {"index.json"}
    opened = corpus_pkg.open(published.address)
    assert opened.mentions.arrow() == corpus_pkg.open(letters).mentions.arrow()
    assert not opened.verify()


def test_the_same_package_again_changes_nothing(letters, target):
    publish(letters, target)
    assert not publish(letters, target).is_new


def test_other_contents_under_the_same_version_are_refused(letters, other_letters, target):
    publish(letters, target)
    before = {name: Store.at(target).within("letters").sha256(name) for name in files(target)}
    with pytest.raises(RefusedError, match="never changed"):
        publish(other_letters, target)
    with pytest.raises(RefusedError, match="never changed"):
        publish(other_letters, target, clean=True)
    assert before == {name: Store.at(target).within("letters").sha256(name) for name in files(target)}


def test_the_index_names_the_newest_version_by_its_number(letters, later_letters, target):
    publish(later_letters, target)
    publish(letters, target)
    index = index_of(target)
    assert index["newest"] == "1.10.0"
    assert list(index["versions"]) == ["1.0.0", "1.10.0"]
    sums = Store.at(target).within("letters").sha256("1.0.0/SHA256SUMS")
    assert index["versions"]["1.0.0"]["sums"] == f"sha256:{sums}"


def test_a_broken_package_is_not_published(letters, target, tmp_path, capsys):
    broken = shutil.copytree(letters, tmp_path / "broken")
    (broken / "data/mentions/mentions.csv").write_bytes(b"nothing")
    published = publish(broken, target)
    assert not published.address
    assert published.findings
    assert files(target) == []
    assert run(["publish", str(broken), target]) == 1
    assert "Nothing was published" in capsys.readouterr().err


def interrupt(monkeypatch, at):
    """Break off an upload at the file of a number."""
    put, count = Store.put, []

    def breaking(store, name, file):
        count.append(name)
        if len(count) == at:
            raise KeyboardInterrupt
        put(store, name, file)

    monkeypatch.setattr(Store, "put", breaking)
    return count


def test_an_interrupted_upload_is_not_a_version_and_is_taken_up_again(letters, target, monkeypatch):
    tried = interrupt(monkeypatch, at=4)
    with pytest.raises(KeyboardInterrupt):
        publish(letters, target)
    with pytest.raises(UsageError, match="no package"):
        corpus_pkg.open(f"{target}/letters/1.0.0")
    assert "index.json" not in files(target)
    assert publish(letters, target).is_new
    assert len(tried) == len(set(tried)) + 1, "only the file that broke off is sent twice"
    assert not any(CLAIM in name for name in files(target))
    assert not corpus_pkg.open(f"{target}/letters/1.0.0").verify()


def test_an_interrupted_upload_of_other_contents_is_cleaned_on_request(
    letters, other_letters, target, monkeypatch
):
    interrupt(monkeypatch, at=4)
    with pytest.raises(KeyboardInterrupt):
        publish(letters, target)
    with pytest.raises(RefusedError, match="--clean"):
        publish(other_letters, target)
    publish(other_letters, target, clean=True)
    opened = corpus_pkg.open(f"{target}/letters/1.0.0")
    assert not opened.verify()
    assert opened.mentions.arrow() == corpus_pkg.open(other_letters).mentions.arrow()


@pytest.mark.slow
def test_where_a_store_lets_two_create_a_file_only_one_of_two_publishers_goes_on(
    letters, other_letters, target, monkeypatch
):
    put, create, tried = Store.put, Store.create, []

    def create_anyway(store, name, content):
        if name == CLAIM:
            store.replace(name, content)
            return True
        return create(store, name, content)

    def publish_meanwhile(store, name, file):
        if not tried:
            tried.append(name)
            with pytest.raises(RefusedError, match="is being uploaded"):
                publish(other_letters, target)
        put(store, name, file)

    monkeypatch.setattr(Store, "create", create_anyway)
    monkeypatch.setattr(Store, "put", publish_meanwhile)
    assert publish(letters, target).is_new
    opened = corpus_pkg.open(f"{target}/letters/1.0.0")
    assert not opened.verify()
    assert not any(CLAIM in name for name in files(target))


@pytest.mark.slow
def test_of_two_publishers_whose_marks_meet_one_goes_on(letters, other_letters, target, monkeypatch):
    create, listed = Store.create, Store.list
    together, seen = Barrier(2, timeout=15), set()

    def create_anyway(store, name, content):
        if name == CLAIM:
            store.replace(name, content)
            return True
        return create(store, name, content)

    def list_together(store):
        if get_ident() not in seen:
            seen.add(get_ident())
            together.wait()
        return listed(store)

    def attempt(package):
        try:
            return publish(package, target).is_new
        except RefusedError:
            return False

    packages = (letters, other_letters)
    with monkeypatch.context() as through, ThreadPoolExecutor(2) as pool:
        through.setattr(Store, "create", create_anyway)
        through.setattr(Store, "list", list_together)
        won = list(pool.map(attempt, packages))
    assert sorted(won) == [False, True]
    opened = corpus_pkg.open(f"{target}/letters/1.0.0")
    assert not opened.verify()
    assert opened.mentions.arrow() == corpus_pkg.open(packages[won.index(True)]).mentions.arrow()
    assert not any(CLAIM in name for name in files(target))


def test_a_version_that_was_published_between_looking_and_claiming_is_left_alone(
    letters, other_letters, target, monkeypatch
):
    create, tried = Store.create, []

    def publish_before(store, name, content):
        if name == CLAIM and not tried:
            tried.append(name)
            assert publish(other_letters, target).is_new
        return create(store, name, content)

    monkeypatch.setattr(Store, "create", publish_before)
    with pytest.raises(RefusedError, match="other contents"):
        publish(letters, target)
    opened = corpus_pkg.open(f"{target}/letters/1.0.0")
    assert not opened.verify()
    assert opened.mentions.arrow() == corpus_pkg.open(other_letters).mentions.arrow()
    assert not any(CLAIM in name for name in files(target))


def test_a_place_that_gives_back_other_bytes_is_found_out(letters, target, monkeypatch):
    def spoil(store, name, file):
        store.replace(name, file.read_bytes()[::-1])

    monkeypatch.setattr(Store, "put", spoil)
    with pytest.raises(UsageError, match="reads back with other contents"):
        publish(letters, target)
    with pytest.raises(UsageError, match="no package"):
        corpus_pkg.open(f"{target}/letters/1.0.0")


def test_of_many_that_create_a_file_one_wins(target):
    store, won = Store.at(target), []
    if not store.location.folder:
        pytest.skip("fsspec's memory has no conditional create")
    threads = [Thread(target=lambda n=n: won.append(store.create("a/file", b"%d" % n))) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [False] * 15 + [True]
    assert list(store.list()) == ["a/file"]


def test_an_address_takes_no_password(letters):
    with pytest.raises(UsageError, match="no user, password or query") as refused:
        publish(letters, "ftp://me:hunter2@example.org/corpora")
    assert "hunter2" not in str(refused.value)
    assert "example.org" in str(refused.value)


def test_the_command(letters, tmp_path, capsys):
    target = str(tmp_path / "public")
    assert run(["publish", str(letters), target]) == 0
    told = capsys.readouterr()
    assert told.out.strip() == f"{target}/letters/1.0.0"
    assert "read back and verified" in told.err
    assert run(["publish", str(tmp_path / "nothing"), target]) != 0
