"""A real browser, spoken to over two pipes; nothing but the standard library."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Page:
    """One page in the browser."""

    def __init__(self, to: int, back: int) -> None:
        self.to, self.back, self.number, self.rest = to, back, 0, b""
        self.session: str | None = None
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask, and wait for the answer; what happens meanwhile is kept in `events`."""
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while (answer := self.read()).get("id") != self.number:
            self.events.append(answer)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def read(self) -> dict[str, Any]:
        """The next message."""
        while b"\0" not in self.rest:
            read = os.read(self.back, 1 << 16)
            assert read, "the browser went away"
            self.rest += read
        line, _, self.rest = self.rest.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def settled(self, script: str, expected: Any) -> bool:
        """Whether an expression comes to that value: asked before every frame that the page paints, for as many as a slow machine needs."""
        wanted = json.dumps(expected)
        return bool(
            self.run(
                f"new Promise(done => {{ let frames = 0; const look = () => {{ let value = null; try {{ value = {script} }} catch {{}}"
                f" if (value === {wanted}) done(true); else if (++frames > 900) done(false); else requestAnimationFrame(look) }}; look() }})"
            )
        )

    def open(self, path: Path) -> None:
        """Load a page and wait for it."""
        self.call("Page.navigate", url=path.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.read())

    def click(self, selector: str) -> None:
        """Click where the element is, as a hand would."""
        box = f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center', behavior: 'instant'}})"
        self.run(box)
        spot = self.run(
            f"(r => [r.x + r.width / 2, r.y + r.height / 2])(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=spot[0], y=spot[1], button="left", clickCount=1)

    def type(self, text: str) -> None:
        """Write into what has the focus."""
        self.call("Input.insertText", text=text)


@contextmanager
def browser(profile: Path) -> Iterator[Page]:
    """A headless browser with one page, without network."""
    assert BROWSER
    (reads, to), (back, writes) = os.pipe(), os.pipe()
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={profile}"]

    def wired() -> None:
        """The browser takes its orders from descriptor 3 and answers on 4."""
        orders, answers = fcntl.fcntl(reads, fcntl.F_DUPFD, 10), fcntl.fcntl(writes, fcntl.F_DUPFD, 10)
        os.dup2(orders, 3)
        os.dup2(answers, 4)

    process = subprocess.Popen(command, preexec_fn=wired, pass_fds=(3, 4), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(reads)
    os.close(writes)
    try:
        page = Page(to, back)
        target = page.call("Target.createTarget", url="about:blank")["targetId"]
        page.session = page.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            page.call(f"{domain}.enable")
        page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
        page.events.clear()
        yield page
    finally:
        process.kill()
        process.wait()
        os.close(to)
        os.close(back)
