"""Whether the installed package does its main job on this machine, whatever the system.

Usage: python tools/smoke.py [--compiled] SEEDS, in an environment that has the wheel and nothing of this tree; files are written where
it is run. With --compiled the hot modules must have come compiled.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path

SCRIPT = Path(sysconfig.get_path("scripts")) / ("quotes.exe" if sys.platform == "win32" else "quotes")


def quotes(*arguments: str) -> str:
    """What the installed command prints."""
    environ = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run([str(SCRIPT), *arguments], check=True, stdout=subprocess.PIPE, env=environ)
    return done.stdout.decode("utf-8")


def check(true: object, fault: str) -> None:
    """Stop with the fault where it is one."""
    if not true:
        sys.exit(f"smoke: {fault}")


def installed() -> None:
    """The package that is imported is the wheel's, with all that it reads at work and the manual page."""
    import quotecli

    home = Path(quotecli.__file__).parent
    check(Path(sys.prefix) in home.parents, f"{home} is not where packages are installed")
    check(quotes("--version").strip() == f"quotes {metadata.version('newsquotes')}", "the version is another")
    for pattern in ("lexicon/en/*.tsv", "render/page/*.css", "render/page/*.js", "schema/*.json", "py.typed"):
        check(list(home.glob(pattern)), f"the package lacks {pattern}")
    check((Path(sys.prefix) / "share/man/man1/quotes.1").stat().st_size, "the manual page is empty")


def compiled() -> None:
    """The hot modules are no Python."""
    from quotecli.compare import align
    from quotecli.find import tokens

    for module in (align, tokens):
        check(module.__file__ and not module.__file__.endswith(".py"), f"{module.__name__} is not compiled")


def main_job(seeds: str) -> str:
    """The five articles as a table, a page and JSON, by way of a pattern too; returns what was found, in a line."""
    check("Vladimir Putin" in quotes("extract", seeds), "the table names nobody")
    quotes("extract", seeds, "-o", "report.html")
    check("<script" in Path("report.html").read_text("utf-8"), "the page has no script")
    report = json.loads(quotes("extract", str(Path(seeds) / "*.txt"), "--json"))
    check(len(report["sources"]) == 5 and report["quotes"] and not report["skipped"], "the main job is not done")
    check({quote["kind"] for quote in report["quotes"]} >= {"direct", "mixed"}, "the kinds are not told")
    check(sum(bool(quote["speaker"] and quote["speaker"]["name"]) for quote in report["quotes"]) >= 30, "nobody is named")
    check(json.loads(quotes("schema"))["$defs"], "there is no schema")
    return f"{len(report['sources'])} articles, {len(report['quotes'])} quotations"


def archive(seeds: str) -> None:
    """One file that articles are added to, locked while that is done."""
    quotes("add", "smoke.quotes", seeds)
    check("Vladimir Putin" in quotes("speakers", "smoke.quotes"), "the archive names nobody")


if __name__ == "__main__":
    installed()
    if "--compiled" in sys.argv[1:]:
        compiled()
    found = main_job(sys.argv[-1])
    archive(sys.argv[-1])
    print(f"smoke: the wheel works on {sys.platform}, Python {sys.version.split()[0]}: {found}")
