#!/bin/sh
# Whether a wheel of this tree works where nothing but its requirements is installed: the main job, run from elsewhere.
set -eu
cd "$(dirname "$0")/.."
here=$PWD
out=build/smoke
rm -rf "$out"
mkdir -p "$out"

.venv/bin/python -m flit_core.wheel --outdir "$out" >/dev/null
VENV=$out/venv tools/setup.sh "$(echo "$out"/*.whl)"
cd "$out"
./venv/bin/quotes --version
test -s venv/share/man/man1/quotes.1
./venv/bin/quotes extract "$here/seeds" >table.txt
./venv/bin/quotes extract "$here/seeds" --format json >report.json
./venv/bin/python - <<'END'
import json
report = json.load(open("report.json", encoding="utf-8"))
assert len(report["sources"]) == 5 and report["quotes"] and not report["skipped"], "the main job is not done"
assert {quote["kind"] for quote in report["quotes"]} >= {"direct", "mixed"}, "the kinds are not told"
assert sum(bool(quote["speaker"] and quote["speaker"]["name"]) for quote in report["quotes"]) >= 30, "nobody is named"
print(f"smoke: the wheel reads {len(report['sources'])} articles and finds {len(report['quotes'])} quotations")
END
