#!/bin/sh
# Whether a wheel of this tree works where nothing but its requirements is installed: the main job, run from elsewhere.
set -eu
cd "$(dirname "$0")/.."
here=$PWD
out=build/smoke
rm -rf "$out"
mkdir -p "$out"

.venv/bin/python tools/make_wheel.py "$out" >/dev/null
VENV=$out/venv tools/setup.sh "$(echo "$out"/*.whl)"
cd "$out"
./venv/bin/python "$here/tools/smoke.py" "$here/seeds"
