#!/bin/sh
# Makes sure that a command is here which tests use: tools/need.sh COMMAND [DEBIAN-PACKAGE]
# Installs it where that takes no password; otherwise says what to install, and the tests that use it are left out.
set -u
command=$1
package=${2:-$1}
command -v "$command" >/dev/null 2>&1 && exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null && as_root="sudo -n"
    [ -n "$as_root" ] || { echo "need: tests use $command; install it (Debian: apt install $package)" >&2; exit 0; }
fi
if command -v apt-get >/dev/null 2>&1; then
    quietly="-qq -o=Dpkg::Use-Pty=0"
    $as_root env DEBIAN_FRONTEND=noninteractive sh -c \
        "apt-get install $quietly -y --no-install-recommends $package || { apt-get update -qq && apt-get install $quietly -y --no-install-recommends $package; }" \
        >/dev/null 2>&1
fi
command -v "$command" >/dev/null 2>&1 || echo "need: tests use $command, which could not be installed (Debian: apt install $package)" >&2
exit 0
