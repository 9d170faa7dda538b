#!/bin/sh
# Makes the environment with whatever this machine has, and installs into it. Nothing is installed outside of it.
#
#   tools/setup.sh core        what the command needs, and the command itself, editable
#   tools/setup.sh dev         that and the tools of development
#   tools/setup.sh docs        that of "core" and what builds the documentation
#   tools/setup.sh benchmark   what the command needs, and the yardsticks of `make benchmark`, which installs a wheel beside them
#   tools/setup.sh FILE.whl    a built wheel with its requirements
#
# PYTHON chooses the interpreter (3.11 or newer), VENV the folder (.venv).
# The ways, in order: uv; venv; venv without pip, filled by the pip outside; virtualenv; the system's own packages.
set -eu
cd "$(dirname "$0")/.."
what=${1:-dev}
venv=${VENV:-.venv}
python=
made=

say() { printf '%s\n' "setup: $*" >&2; }
quietly() { "$@" >/dev/null 2>&1; }
have() { command -v "$1" >/dev/null 2>&1; }
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
usable() { [ -x "$venv/bin/python" ] && new_enough "$venv/bin/python"; }

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if have "$candidate" && new_enough "$candidate"; then
            python=$candidate
            return
        fi
    done
    python=
}

give_up() {
    [ -z "$made" ] || rm -rf "$venv"
    if [ -z "$python" ]; then
        say "no Python 3.11 or newer here${PYTHON:+ as $PYTHON}; install one (Debian: apt install python3-venv), or uv"
    else
        say "$python can make no environment here; install what it lacks (Debian: apt install python3-venv), or uv"
    fi
    exit 1
}

make_venv() {
    find_python
    rm -rf "$venv"
    made=yes
    if have uv; then
        uv venv --quiet --python "${python:->=3.11}" "$venv" && return
    fi
    [ -n "$python" ] || give_up
    quietly "$python" -m venv "$venv" && return
    quietly "$python" -m pip --version && quietly "$python" -m venv --clear --without-pip "$venv" && return
    quietly "$python" -m virtualenv --clear "$venv" && return
    quietly "$python" -m venv --clear --without-pip --system-site-packages "$venv" && return
    give_up
}

# The last way: no installer at all, but Debian's own python3-typer, -rich and the rest, where they are new enough.
on_system_packages() {
    "$venv/bin/python" tools/requirements.py "$what" | quietly "$venv/bin/python" tools/installed.py
}

# Every installer that may be here is asked in the order of the ways above.
install() {
    if have uv; then
        uv pip install --quiet --compile-bytecode --python "$venv/bin/python" "$@"
    elif quietly "$venv/bin/python" -m pip --version; then
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
    else
        "$python" -m pip --python "$venv/bin/python" install --quiet --disable-pip-version-check "$@"
    fi
}

can_install() {
    have uv || quietly "$venv/bin/python" -m pip --version || { find_python && quietly "$python" -m pip --version; }
}

# Without an installer, a path entry and a script do what an editable installation does.
link_package() {
    site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    pwd >"$site/quotes-here.pth"
    printf '#!%s\nimport sys\nfrom quotecli.__main__ import main\nsys.exit(main())\n' "$PWD/$venv/bin/python" >"$venv/bin/quotes"
    chmod +x "$venv/bin/quotes"
}

# if_possible GROUP WHAT-TO-SAY-WHERE-NOT
if_possible() {
    "$venv/bin/python" tools/requirements.py "$1" >"$wanted"
    install -r "$wanted" || say "$2"
}

install_editable() {
    say "installing what it takes ($what)"
    wanted=$(mktemp)
    trap 'rm -f "$wanted"' EXIT
    "$venv/bin/python" tools/requirements.py "$what" >"$wanted"
    install -r "$wanted"
    case $what in
        dev)
            if_possible formats "some input formats cannot be installed here; their tests are left out"
            if_possible library "pandas, polars or what runs a notebook cannot be installed here; their tests are left out"
            if_possible daft "the engine Daft cannot be installed here; its tests are left out"
            ;;
        benchmark) if_possible rival "textacy or its model cannot be installed here; the benchmark goes on without"; return ;;
    esac
    # Without isolation nothing is fetched a second time; the pip of Debian 12 forgets its certificates when it does.
    install --no-build-isolation --no-deps -e .
}

usable || { say "making $venv"; make_venv; }
if ! can_install; then
    on_system_packages || give_up
    link_package
elif [ "${what%.whl}" != "$what" ]; then
    install "$what"
    install --force-reinstall --no-deps "$what" # a wheel of the same version may have been there
else
    install_editable
fi

# An installer compiles what it copies. An editable package is compiled at the first run, and where Python may not write, at every run.
[ "${what%.whl}" != "$what" ] || "$venv/bin/python" -m compileall -q quotecli || say "quotecli could not be compiled; it starts slower"
