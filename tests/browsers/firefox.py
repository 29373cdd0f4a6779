"""A real Firefox, driven by its own protocol Marionette over a socket: no further package is needed.

Playwright drives only a Firefox that it has built itself.
"""

import base64
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .webdriver import asynchronous, free_port, returned
from .window import Failed

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
SECONDS = 60
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver names an element."""


class Firefox:
    """One window; elements are found by XPath."""

    def __init__(self, port: int) -> None:
        self.socket = _connected(port)
        self.stream = self.socket.makefile("rb")
        self.last = 0
        self._answer()
        wanted = {"alwaysMatch": {"timeouts": {"script": SECONDS * 1000}}}
        begun = self.do("WebDriver:NewSession", {"capabilities": wanted})
        self.name = f"Firefox {begun['capabilities']['browserVersion']}"

    def do(self, command: str, parameters: dict[str, Any] | None = None) -> Any:
        """Return what a command of WebDriver gives. Raises Failed."""
        self.last += 1
        message = json.dumps([0, self.last, command, parameters or {}]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._answer()
        if error:
            raise Failed(error["message"])
        return result.get("value", result) if isinstance(result, dict) else result

    def _answer(self) -> Any:
        digits = b""
        while (one := self.stream.read(1)) != b":":
            if not one:
                raise Failed("Firefox is gone")
            digits += one
        return json.loads(self.stream.read(int(digits)))

    def open(self, address: str) -> None:
        self.do("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        """Return what the body of an async function returns in the page. Raises Failed."""
        return returned(self.do("WebDriver:ExecuteAsyncScript", asynchronous(script, arguments)))

    def back(self) -> None:
        self.do("WebDriver:Back")

    def size(self, width: int, height: int) -> None:
        inner = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight];")
        self.do("WebDriver:SetWindowRect", {"width": width + inner[0], "height": height + inner[1]})

    def picture(self) -> bytes:
        return base64.b64decode(self.do("WebDriver:TakeScreenshot", {"full": False}))

    def find(self, xpath: str) -> str:
        """Return the first element that is seen, once there is one. Raises Failed."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            for found in self.do("WebDriver:FindElements", {"using": "xpath", "value": xpath}):
                if self.do("WebDriver:IsElementDisplayed", {"id": found[ELEMENT]}):
                    return str(found[ELEMENT])
            time.sleep(0.1)
        raise Failed(xpath)

    def click(self, xpath: str) -> None:
        self.do("WebDriver:ElementClick", {"id": self.find(xpath)})

    def type(self, xpath: str, words: str) -> None:
        """Type in place of what stands there."""
        box = self.find(xpath)
        self.do("WebDriver:ElementClear", {"id": box})
        self.do("WebDriver:ElementSendKeys", {"id": box, "text": words})

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press the mouse at a place of the window, and let go at another."""
        moves = [{"type": "pointerMove", "x": round(x), "y": round(y), "duration": 100} for x, y in (start, end)]
        actions = [moves[0], {"type": "pointerDown", "button": 0}, moves[1], {"type": "pointerUp", "button": 0}]
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}
        self.do("WebDriver:PerformActions", {"actions": [pointer]})


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + SECONDS
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=2 * SECONDS)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@contextmanager
def firefox(profile: Path, downloads: Path) -> Iterator[Firefox]:
    """Run a Firefox in a profile of its own; what is downloaded goes to a folder without a question."""
    assert PROGRAM
    port = free_port()
    wanted = {
        "marionette.port": port,
        "browser.download.folderList": 2,
        "browser.download.dir": str(downloads),
        "datareporting.policy.dataSubmissionEnabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
    }
    profile.mkdir()
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items())
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    command = [
        PROGRAM,
        "--headless",
        "--marionette",
        "--no-remote",
        "--profile",
        profile,
        "--width",
        "1280",
        "--height",
        "900",
    ]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        tab = Firefox(port)
        with tab.socket, tab.stream:
            yield tab
    finally:
        running.terminate()
        try:
            running.wait(SECONDS)
        except subprocess.TimeoutExpired:
            running.kill()
