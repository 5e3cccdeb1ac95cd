"""Fixtures for all tests that work on a real S3 interface (OpenStack Swift on loopback), started once a run."""

from uuid import uuid4

import pytest

from publish import swift_s3


@pytest.fixture(scope="session")
def swift(tmp_path_factory):
    """The port of a real S3 interface."""
    if not (swift_s3.ENVIRONMENT / "bin" / "swift-proxy-server").exists():
        pytest.skip("OpenStack Swift is not installed: sh tests/publish/setup-swift.sh")
    with swift_s3.serve(tmp_path_factory.mktemp("swift")) as port:
        yield port


@pytest.fixture
def environment(swift, tmp_path):
    return {
        "AWS_ACCESS_KEY_ID": swift_s3.KEY,
        "AWS_SECRET_ACCESS_KEY": swift_s3.SECRET,
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{swift}",
        "AWS_CONFIG_FILE": str(tmp_path / "no-config"),
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "no-credentials"),
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_MAX_ATTEMPTS": "1",
    }


@pytest.fixture
def bucket(environment, monkeypatch):
    """An address in a new bucket; the environment has what it takes to reach it."""
    s3fs = pytest.importorskip("s3fs", reason="s3fs is of the dev group")
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    name = f"corpora-{uuid4().hex[:8]}"
    s3fs.S3FileSystem(skip_instance_cache=True).mkdir(name)
    return f"s3://{name}/public"
