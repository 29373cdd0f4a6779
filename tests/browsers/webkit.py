"""A real WebKit, driven by WebDriver; it needs a screen, which Xvfb gives."""

import base64
import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from .webdriver import asynchronous, free_port, returned
from .window import Failed

DRIVER, SCREEN = shutil.which("WebKitWebDriver"), shutil.which("xvfb-run")
SECONDS = 60


class WebKit:
    """One window; a command is a request to the driver."""

    def __init__(self, port: int, program: Path) -> None:
        self.address = f"http://127.0.0.1:{port}/session"
        options = {"binary": str(program), "args": ["--automation"]}
        begun = _patiently(
            lambda: self._asked("POST", "", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}})
        )
        self.address += f"/{begun['sessionId']}"
        self.name = f"WebKitGTK {begun['capabilities']['browserVersion']}"
        self.do("timeouts", script=SECONDS * 1000)

    def _asked(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        content = json.dumps(body).encode() if body is not None else None
        request = Request(self.address + path, content, {"Content-Type": "application/json"}, method=method)
        try:
            with urlopen(request, timeout=2 * SECONDS) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise Failed(error.read().decode()) from None

    def do(self, command: str, **parameters: object) -> Any:
        """Return what a command of WebDriver gives. Raises Failed."""
        return self._asked("POST", f"/{command}", parameters)

    def open(self, address: str) -> None:
        self.do("url", url=address)

    def run(self, script: str, *arguments: object) -> Any:
        return returned(self.do("execute/async", **asynchronous(script, arguments)))

    def back(self) -> None:
        self.do("back")

    def size(self, width: int, height: int) -> None:
        """Give the page this size. What the window says of its own lags behind what it is."""
        end = time.monotonic() + SECONDS
        while (inner := self.run("return [innerWidth, innerHeight];")) != [width, height]:
            if time.monotonic() > end:
                raise Failed(f"{inner}")
            outer = self._asked("GET", "/window/rect")
            frame = max(0, outer["width"] - inner[0]), max(0, outer["height"] - inner[1])
            self.do("window/rect", width=width + frame[0], height=height + frame[1])

    def picture(self) -> bytes:
        return base64.b64decode(self._asked("GET", "/screenshot"))

    def close(self) -> None:
        """End the session, and the browser with it."""
        self._asked("DELETE", "")


def browser() -> Path | None:
    """Return WebKitGTK's own small browser, where it is installed."""
    return next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"))), None)


def _patiently(begin: Any) -> Any:
    end = time.monotonic() + SECONDS
    while True:
        try:
            return begin()
        except (URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@contextmanager
def webkit(program: Path) -> Iterator[WebKit]:
    """Run a WebKit with its driver, on a screen of their own."""
    assert DRIVER
    assert SCREEN
    port = free_port()
    command = [SCREEN, "-a", "-s", "-screen 0 1400x1100x24", DRIVER, f"--port={port}"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        window = WebKit(port, program)
        yield window
        window.close()
    finally:
        running.terminate()
        running.wait()
