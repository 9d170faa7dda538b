#!/bin/sh
# What `make benchmark` measures is what a user installs: the compiled wheel, in build/benchmark, where the source is not to be found.
#
#   tools/benchmark.sh wheel          build the wheel of this tree and install it there
#   tools/benchmark.sh run [CORPUS]   measure it
set -eu
cd "$(dirname "$0")/.."
venv=$PWD/build/benchmark

install_wheel() {
    rm -rf "$venv/wheel"
    mkdir -p "$venv/wheel"
    QUOTES_COMPILE=1 .venv/bin/python tools/make_wheel.py "$venv/wheel" >"$venv/wheel/log" 2>&1 || { cat "$venv/wheel/log" >&2; exit 1; }
    grep "^setup.py:" "$venv/wheel/log" >&2 || true
    VENV=$venv tools/setup.sh "$(echo "$venv"/wheel/*.whl)"
}

run() {
    mkdir -p "$venv/tree"
    ln -sfn "$PWD/benchmarks" "$venv/tree/benchmarks"
    [ $# -eq 0 ] || set -- "$(realpath "$1")"
    cd "$venv/tree"
    exec ../bin/python -m benchmarks "$@"
}

case $1 in
    wheel) install_wheel ;;
    run) shift && run "$@" ;;
esac
