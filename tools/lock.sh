#!/usr/bin/env bash
# Writes requirements.lock (what runs) and requirements-dev.lock (what development adds) from pyproject.toml.
# torch is pinned without its local part, so that the CPU build and the registry's own both fit.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${1:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m venv "$work/venv"
pip() { "$work/venv/bin/python" -m pip --quiet --disable-pip-version-check "$@"; }
freeze() { pip freeze --exclude loket --exclude pip --exclude setuptools | sed 's/+cpu$//' | grep -v '^-e ' | LC_ALL=C sort -f; }
pip install torch==2.13.0
pip install --editable .
{ echo "# Written by tools/lock.sh from pyproject.toml: what runs."; freeze; } > "$work/run"
pip install --editable '.[dev]'
{ echo "# Written by tools/lock.sh from pyproject.toml: what development adds."
  freeze | grep -vxFf "$work/run"; } > "$work/dev"
mv "$work/run" requirements.lock
mv "$work/dev" requirements-dev.lock
