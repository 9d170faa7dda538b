#!/bin/sh
# Whether the compiled wheel says what the source says: the tests that state answers, run against it, where the source is not to be found.
set -eu
cd "$(dirname "$0")/.."
here=$PWD
out=$here/build/compiled
answers="tests/find tests/compare tests/gold tests/test_library.py tests/test_lexicon.py tests/cli"
rm -rf "$out"
mkdir -p "$out/tree"

QUOTES_COMPILE=1 .venv/bin/python tools/make_wheel.py "$out" >"$out/log" 2>&1 || { cat "$out/log" >&2; exit 1; }
VENV=$out/venv tools/setup.sh "$(echo "$out"/*.whl)"
cp -R tests seeds examples docs data conformance benchmarks tools *.md *.toml "$out/tree"
cd "$out/tree"
"$out/venv/bin/python" tools/smoke.py --compiled "$here/seeds"

# What the tests themselves need lies in .venv; there, too, the wheel comes first.
packages() { "$1/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'; }
packages "$here/.venv" >"$(packages "$out/venv")/behind.pth"
"$out/venv/bin/python" -m pytest -p no:cacheprovider $answers
