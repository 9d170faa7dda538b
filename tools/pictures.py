"""Make the README's pictures from what the program prints: a terminal as SVG, the HTML report as a screenshot.

Without arguments both are made; the screenshot wants Chromium. With --check nothing is written, and the exit status is 1 where a picture
shows what the program makes no longer. The SVG is compared as it is; the screenshot, which every browser and font paints otherwise, by the
SHA-256 of the page that it was taken of, in a file beside it.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
TERMINAL, REPORT, PAGE = (ROOT / "docs/pages/pictures" / name for name in ("terminal.svg", "report.png", "report.sha256"))
COLUMNS = 96
COMMAND = ["extract", "seeds/", "--details", "2"]
NETWORK = re.compile(r"@font-face \{\{.*?\}\}", re.DOTALL)
"""Rich's SVG loads a font from the network, and a picture should load nothing."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking")


def quotes(*arguments: str) -> str:
    """What the command writes for a terminal in colour."""
    usual = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "COLUMNS": str(COLUMNS)}
    command = [sys.executable, "-m", "quotecli", *arguments]
    return subprocess.run(command, cwd=ROOT, env=usual, stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout.decode("utf-8")


def terminal() -> str:
    """The command and its answer as they stand on a terminal, as SVG."""
    answer = quotes(*COMMAND, "--color", "always", "--hyperlinks", "never", "--width", str(COLUMNS))
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True, color_system="truecolor")
        console.print(Text.from_ansi(f"$ quotes {' '.join(COMMAND)}\n{answer.rstrip()}"))
        return console.export_svg(title="quotes", code_format=NETWORK.sub("", CONSOLE_SVG_FORMAT), unique_id="quotes") + "\n"


def screenshot(page: str) -> None:
    """Take a picture of the report's first screen, and note of which page."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser:
        raise SystemExit("pictures: report.png is taken with Chromium; install it (Debian: apt install chromium)")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(page, encoding="utf-8")
        looks = ("--window-size=1100,1150", f"--user-data-dir={folder}/profile", "--virtual-time-budget=3000", f"--screenshot={REPORT}")
        subprocess.run([browser, *BROWSER_FLAGS, *looks, path.as_uri()], check=True, capture_output=True)
    PAGE.write_text(digest(page), encoding="utf-8")


def digest(page: str) -> str:
    """What a page is known by."""
    return hashlib.sha256(page.encode()).hexdigest() + "\n"


def main(arguments: list[str]) -> int:
    """Make the pictures, or with --check tell which are old."""
    picture, page = terminal(), quotes("extract", "seeds/", "--format", "html")
    stale = {
        TERMINAL: not TERMINAL.exists() or TERMINAL.read_text("utf-8") != picture,
        REPORT: not (REPORT.exists() and PAGE.exists()) or PAGE.read_text("utf-8") != digest(page),
    }
    if arguments == ["--check"]:
        for path in (path for path, old in stale.items() if old):
            print(f"{path.relative_to(ROOT)} is not what the program makes; run `make readme` and look at it", file=sys.stderr)
        return int(any(stale.values()))
    TERMINAL.write_text(picture, encoding="utf-8")
    if stale[REPORT]:
        screenshot(page)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
