"""The desk's questions answered by this Python, so that a test of the page does not wait for the one in the browser."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from qingdan.desk import bridge

WORKER = """
window.Worker = class {
  constructor(address, { type }) {
    if (type !== "module") throw new TypeError(type);
    this.begun = fetch(new URL("../../edit/core.json", address)).then((answer) => answer.json());
    this.begun.then(({ core, data }) => this.onmessage({ data: { ready: true, data: `${core} ${data}` } }));
  }

  async postMessage({ id, call, args }) {
    const result = JSON.parse(await window.answeredHere(call, JSON.stringify(args)));
    const refused = typeof result.error === "string" && Object.keys(result).length === 1;
    this.onmessage({ data: { id, ...(refused ? { error: result.error } : { result }), memory: 1e8 } });
  }

  terminate() {}
};
"""
"""In place of the browser's own: what the page asks of assets/desk/worker.js it asks of `answeredHere`."""


def answer_here(context: BrowserContext, data: Path, patch: pytest.MonkeyPatch) -> None:
    """Answer every page of a browser from here, by the data of a folder."""
    patch.setattr(bridge, "DATA", data)
    patch.setattr(bridge, "_opened", [])
    context.expose_function("answeredHere", bridge.call)
    context.add_init_script(WORKER)
