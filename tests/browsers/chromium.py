"""An old Chromium, driven by its DevTools protocol over a pipe; Playwright drives none before 85.

The binaries come in packages of npm, packed with Brotli; `.ci/old_chromium` unpacks them.
"""

import base64
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .window import Failed

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe", "about:blank")


class Chromium:
    """One tab; messages go in by one pipe and come out by another, each ended by a zero byte."""

    def __init__(self, into: int, out: int) -> None:
        self.into = os.fdopen(into, "wb", buffering=0)
        self.out = os.fdopen(out, "rb")
        self.last = 0
        self.session = ""
        self.name = self.do("Browser.getVersion")["product"].replace("HeadlessChrome/", "Chromium ")
        page = self.do("Target.createTarget", url="about:blank")["targetId"]
        attached = self.do("Target.attachToTarget", targetId=page, flatten=True)
        self.session = attached["sessionId"]
        self.do("Page.enable")
        self.do("Runtime.enable")

    def do(self, method: str, **parameters: object) -> Any:
        """Return what a command of the protocol gives. Raises Failed."""
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        self.into.write(json.dumps(message | ({"sessionId": self.session} if self.session else {})).encode() + b"\0")
        answer = self._heard(lambda one: one.get("id") == self.last)
        if "error" in answer:
            raise Failed(answer["error"]["message"])
        return answer["result"]

    def _heard(self, wanted: Any) -> Any:
        while True:
            message = bytearray()
            while (one := self.out.read(1)) != b"\0":
                if not one:
                    raise Failed("Chromium is gone")
                message += one
            heard = json.loads(message)
            if wanted(heard):
                return heard

    def open(self, address: str) -> None:
        self.do("Page.navigate", url=address)
        self._heard(lambda one: one.get("method") == "Page.loadEventFired")

    def run(self, script: str, *arguments: object) -> Any:
        expression = f"(async function () {{ {script} }})(...{json.dumps(arguments)})"
        answer = self.do("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise Failed(json.dumps(answer["exceptionDetails"], ensure_ascii=False))
        return answer["result"].get("value")

    def back(self) -> None:
        history = self.do("Page.getNavigationHistory")
        before = history["entries"][history["currentIndex"] - 1]
        self.do("Page.navigateToHistoryEntry", entryId=before["id"])
        self._heard(lambda one: one.get("method") in ("Page.loadEventFired", "Page.frameNavigated"))

    def size(self, width: int, height: int) -> None:
        self.do("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def picture(self) -> bytes:
        return base64.b64decode(self.do("Page.captureScreenshot")["data"])


@contextmanager
def old_chromium(program: Path, profile: Path) -> Iterator[Chromium]:
    """Run a Chromium in a profile of its own."""
    (read, into), (out, write) = os.pipe(), os.pipe()

    def as_expected() -> None:
        for number, end in zip((3, 4), (os.dup(read), os.dup(write)), strict=True):
            os.dup2(end, number)

    running = subprocess.Popen(
        [program, *FLAGS, f"--user-data-dir={profile}"],
        close_fds=False, preexec_fn=as_expected,  # noqa: PLW1509 - two calls of the system, nothing that a thread may hold
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(read)
    os.close(write)
    try:
        tab = Chromium(into, out)
        with tab.into, tab.out:
            yield tab
    finally:
        running.terminate()
        running.wait()
