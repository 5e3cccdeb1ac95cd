#!/bin/sh
# Makes the two locks anew: every package with its hashes, no index address. Needs `uv`.
set -eu
cd "$(dirname "$0")/.."
lock() {
  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
    --no-emit-index-url --no-emit-find-links pyproject.toml "$@"
}
lock --group build --output-file requirements.txt
lock --group dev --all-extras --output-file requirements-dev.txt
