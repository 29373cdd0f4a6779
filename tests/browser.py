"""A site served to a real Chromium, and what may not go wrong on any of its pages."""

import functools
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
PATIENCE = 1000 * int(os.environ.get("PATIENCE", "60"))
"""Milliseconds in which a page shows what it should, on two cores that run other tests too."""
VIOLATIONS = (
    "addEventListener('securitypolicyviolation', e => console.error(`CSP ${e.violatedDirective} ${e.blockedURI}`))"
)

TOLD_TOGETHER = """window.IntersectionObserver = class extends IntersectionObserver {
  constructor(told, options) {
    const before = ({ target }) => ({ target, isIntersecting: false });
    super((entries, own) => told([...entries.map(before), ...entries], own), options);
  }
};"""
"""A busy browser tells in one go what was out of sight and that it came into sight."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class _Patient(ThreadingHTTPServer):
    request_queue_size = 128  # a browser that is turned away while the machine is busy draws a page without its styles


@contextmanager
def served(folder: Path, handler: Callable[..., BaseHTTPRequestHandler] = _Quiet) -> Iterator[str]:
    """Serve a folder on this machine; gives its address."""
    with _Patient(("127.0.0.1", 0), functools.partial(handler, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a Chromium: the system's where there is one, best without windows, else Playwright's own."""
    system = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=system, args=FLAGS)
        try:
            yield running
        finally:
            running.close()


def watched(tab: Page, address: str) -> list[str]:
    """Return the list in which a tab's faults are noted: console errors, violations of the policy, other hosts asked."""
    faults = []
    host = urlsplit(address).netloc
    tab.add_init_script(VIOLATIONS)
    tab.on("console", lambda message: message.type == "error" and faults.append(message.text))
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("request", lambda request: urlsplit(request.url).netloc not in (host, "") and faults.append(request.url))
    return faults


class KeptTab:
    """A desktop tab for one test after another: a page costs a third of what it costs in a new browser context."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.tab = context.new_page()
        self.tab.set_default_timeout(PATIENCE)
        self.faults = watched(self.tab, address)
        self.devtools = context.new_cdp_session(self.tab)

    @contextmanager
    def as_new(self) -> Iterator[Page]:
        """Give the tab as if nobody had been there; nothing may go wrong in it, and no other host may be asked."""
        self.tab.set_viewport_size({"width": 1280, "height": 900})
        self.tab.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
        self.faults.clear()
        try:
            yield self.tab
        finally:
            faults = [*self.faults]
            self._forget()
        assert not faults, faults

    def _forget(self) -> None:
        origin = self.address[: self.address.index("/", len("http://"))]
        if self.tab.url.startswith(origin):
            self.tab.evaluate("sessionStorage.clear()")
        self.tab.unroute_all(behavior="wait")
        self.tab.goto("about:blank")
        self.tab.mouse.move(0, 0)
        self.devtools.send("Page.resetNavigationHistory")
        self.devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "cookies,local_storage"})


@contextmanager
def kept_tab(browser: Browser, address: str) -> Iterator[KeptTab]:
    """Open a tab that is kept; addresses in it are relative to `address`."""
    context = browser.new_context(base_url=address)
    yield KeptTab(context, address)
    context.close()
