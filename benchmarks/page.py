"""The HTML report of a thousand articles in a real browser: how large it is, when something is to be seen, and when all of it answers."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.news import articles
from benchmarks.processes import QUOTES

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "render"))

ARTICLES = 1014
PAINT = "performance.getEntriesByType('paint').find(one => one.name === 'first-contentful-paint').startTime"
LATEST = 1500
"""Milliseconds within which the first is to be painted."""


def main(runs: int = 5) -> None:
    """Print the size of the page, its nodes, and the median time of the first paint."""
    from chromium import BROWSER, browser  # type: ignore[import-not-found]  # of the tests

    if not BROWSER:
        print("The HTML report in a browser: there is no Chromium here")
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, browser(Path(folder, "profile")) as page:
        report = made(Path(folder))
        paints = []
        for _ in range(runs):
            page.events.clear()
            page.open(report)
            assert page.settled("document.body.dataset.ready", "")
            paints.append(float(page.run(PAINT)))
        nodes = page.run("document.querySelectorAll('*').length")
        size = report.stat().st_size / 1e6
    print(
        f"The HTML report of {ARTICLES:,} articles in headless Chromium: {size:.1f} MB, built as it is looked at, {nodes:,} nodes at first,"
    )
    print(f"  first paint {median(paints):.0f} ms (median of {runs}; to be under {LATEST})")


def made(folder: Path) -> Path:
    """The report of so many made-up articles."""
    news = folder / "news"
    news.mkdir()
    for number, text in enumerate(islice(articles(ARTICLES * 20_000), ARTICLES)):
        (news / f"{number:04}.txt").write_text(text, encoding="utf-8")
    report = folder / "report.html"
    subprocess.run([QUOTES, "extract", str(news), "-q", "-o", str(report)], check=True)
    return report


if __name__ == "__main__":
    main()
