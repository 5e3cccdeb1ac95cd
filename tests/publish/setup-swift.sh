#!/bin/sh
# An S3 interface for the tests of publishing: OpenStack Swift with s3api, from PyPI, in an environment of its own.
# usage: sh tests/publish/setup-swift.sh [ENVIRONMENT]     default: build/swift, where the tests look for it
# Where it cannot be installed it says so and succeeds: the tests that need it are then skipped, with that reason.
set -eu
cd "$(dirname "$0")/../.."
environment=${1:-build/swift}
if [ -x "$environment/bin/swift-proxy-server" ]; then exit 0; fi
python3 -m venv "$environment"
if ! "$environment/bin/pip" install -q "swift>=2.35,<3"; then
  echo "OpenStack Swift cannot be installed here: the tests that publish to S3 will be skipped" >&2
  rm -rf "$environment"
fi
