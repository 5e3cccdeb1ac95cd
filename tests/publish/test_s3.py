"""Publishing to a real S3 interface (OpenStack Swift on loopback), and reading back what was published."""

from concurrent.futures import ThreadPoolExecutor

import pytest

import corpus_pkg
from corpus_pkg.errors import CorpusPkgError
from corpus_pkg.publish import CLAIM
from corpus_pkg.publish import publish as publish_package
from corpus_pkg.publish.store import Store
from publish import swift_s3
from publish.cutting_proxy import cutting

s3fs = pytest.importorskip("s3fs", reason="s3fs is of the dev group")
pytestmark = pytest.mark.slow


def publish(package, target):
    """The exit code that the command would end with, where it ended well the address, and what it says."""
    try:
        return 0, publish_package(package, target).address, ""
    except CorpusPkgError as error:
        return error.exit_code, "", str(error)


def publish_at_once(packages, target):
    with ThreadPoolExecutor(len(packages)) as pool:
        return [code for code, _, _ in pool.map(lambda package: publish(package, target), packages)]


def test_a_published_package_is_read_back_by_everyone(letters, bucket, environment):
    code, address, err = publish(letters, bucket)
    assert code == 0, err
    expected = corpus_pkg.open(letters).mentions.arrow()
    opened = corpus_pkg.open(address)
    assert not opened.verify()
    assert opened.mentions.arrow() == expected
    assert opened.text(opened.mentions.arrow().to_pylist()[0]) == "3 May 1950"
    assert opened.mentions.polars().collect().to_arrow().num_rows == expected.num_rows

    polars = pytest.importorskip("polars")
    file = f"{address}/data/mentions/mentions.parquet"
    options = {
        "aws_access_key_id": swift_s3.KEY,
        "aws_secret_access_key": swift_s3.SECRET,
        "aws_endpoint_url": environment["AWS_ENDPOINT_URL"],
        "aws_region": "us-east-1",
        "aws_allow_http": "true",
    }
    assert polars.read_parquet(file, storage_options=options)["surface"].to_list() == ["3 May 1950"]

    duckdb = pytest.importorskip("duckdb", reason="DuckDB is of the dev group")
    connection = duckdb.connect()
    connection.register_filesystem(s3fs.S3FileSystem(skip_instance_cache=True))
    assert connection.read_parquet(file).select("surface").fetchall() == [("3 May 1950",)]
    assert opened.mentions.duckdb().aggregate("count(*)").fetchall() == [(1,)]


def test_of_two_publishers_at_once_one_wins(letters, other_letters, bucket):
    packages = (letters, other_letters)
    codes = publish_at_once(packages, bucket)
    assert sorted(codes) == [0, 3]
    opened = corpus_pkg.open(f"{bucket}/letters/1.0.0")
    assert not opened.verify()
    winner = packages[codes.index(0)]
    assert opened.mentions.arrow() == corpus_pkg.open(winner).mentions.arrow()


def test_two_publishers_of_the_same_package_both_succeed(letters, bucket):
    assert publish_at_once((letters, letters), bucket) == [0, 0]
    assert not corpus_pkg.open(f"{bucket}/letters/1.0.0").verify()


def test_a_file_that_is_there_is_not_created_again(bucket):
    """Swift may let two pass that come at the very same moment, S3 itself none: claims are marked for that reason."""
    stores = [Store.at(bucket) for _ in range(3)]
    assert [store.create("one/file", b"%d" % n) for n, store in enumerate(stores)] == [True, False, False]
    assert stores[2].read("one/file") == b"0"


def test_a_connection_that_is_cut_once_does_no_harm(letters, bucket, swift, monkeypatch):
    with cutting(swift, allowed=20_000, cuts=1) as proxy:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("AWS_MAX_ATTEMPTS", "5")
        code, address, err = publish(letters, bucket)
        assert code == 0, err
        assert not corpus_pkg.open(address).verify()
    assert proxy.cut == 1


def test_a_connection_that_is_cut_for_good_leaves_no_version_and_is_taken_up_again(
    letters, bucket, swift, monkeypatch
):
    with monkeypatch.context() as through, cutting(swift, allowed=40_000) as proxy:
        through.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{proxy.port}")
        code, _, err = publish(letters, bucket)
    assert proxy.cut
    assert code == 2
    assert "cannot be reached" in err
    store = Store.at(f"{bucket}/letters/1.0.0")
    assert store.read("datapackage.json") is None
    assert store.read(CLAIM)
    code, address, err = publish(letters, bucket)
    assert code == 0, err
    assert not any(CLAIM in name for name in store.list())
    assert not corpus_pkg.open(address).verify()


def test_wrong_credentials_are_told_and_not_shown(letters, bucket, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hunter2-is-no-secret")
    code, _, err = publish(letters, bucket)
    assert code == 2
    assert "access to" in err
    assert "denied" in err
    assert "hunter2" not in err
    assert swift_s3.KEY not in err


def test_no_credentials_at_all(letters, bucket, monkeypatch):
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    code, _, err = publish(letters, bucket)
    assert code == 2
    assert "s3://" in err


@pytest.mark.usefixtures("bucket")
def test_a_bucket_that_does_not_exist_is_not_made(letters):
    code, _, err = publish(letters, "s3://nobody-has-made-this/public")
    assert code == 2
    assert "does not exist" in err
    with pytest.raises(FileNotFoundError):
        s3fs.S3FileSystem(skip_instance_cache=True).ls("nobody-has-made-this")
