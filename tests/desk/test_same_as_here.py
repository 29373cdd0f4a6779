"""What the program says and does in a browser is what it says and does here: Pyodide and `apply` agree byte for byte."""

import argparse
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser

from conftest import AS_OF, SECOND, contents
from qingdan.commands import apply
from qingdan.desk.addresses import Host
from qingdan.desk.desk import Desk
from qingdan.edit.slip.apply import Refused
from qingdan.edit.slip.slip import ADD, JOBS, Unreadable
from qingdan.edit.slip.thing import NoThing

from .clerk import FOLDER
from .edits import Filled, Somebody

MADE = 100
"""How many changes are handed over on the desk and applied here."""
BAD = 320
"""How many forms with faults are checked in both places."""

ASK = """async (calls) => {
  window.core ??= await new Promise((resolve, reject) => {
    const worker = new Worker(new URL("../assets/desk/worker.js", location.href), {type: "module"});
    worker.onmessage = ({data}) => data.ready ? resolve(worker) : data.failed && reject(new Error(data.failed));
  });
  const answers = [];
  for (const [call, args] of calls) {
    answers.push(await new Promise((resolve) => {
      window.core.onmessage = ({data}) => resolve(data.error ? {error: data.error} : data.result);
      window.core.postMessage({id: 1, call, args});
    }));
  }
  return answers;
}"""

HOST = {
    "new": "https://host.test/new?filename={file}&value={value}",
    "edit": "https://host.test/edit/{file}",
    "folder": FOLDER[:-1],
}


class Worker:
    """The worker of the built site, asked as the page asks it."""

    def __init__(self, tab: Any) -> None:
        self.tab = tab

    def ask(self, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
        """Return the answer to each call."""
        answers: list[Any] = self.tab.evaluate(ASK, calls)
        return answers


@pytest.fixture(scope="module")
def worker(browser: Browser, address: str, folder: Path) -> Iterator[Worker]:
    context = browser.new_context(base_url=address)
    tab = context.new_page()
    tab.goto("edit/")
    made = Worker(tab)
    made.ask(("start", {"day": AS_OF.isoformat(), "host": HOST}))
    yield made
    context.close()


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(SECOND, AS_OF, Host(**HOST))


def here(desk: Desk, call: str, arguments: dict[str, Any]) -> Any:
    """Return what this Python answers to a call, as it would come from a worker."""
    try:
        answer = getattr(desk, call)(**arguments)
    except (NoThing, Refused, Unreadable) as reason:
        answer = {"error": str(reason)}
    return json.loads(json.dumps(answer))


def some(desk: Desk, ready: bool, count: int, seed: int, wrong: int) -> list[Filled]:
    """Return forms that can be handed over, or that cannot: as many of each job."""
    found: list[Filled] = []
    jobs: Counter[str] = Counter()
    most = -(-count // len(JOBS))
    for tried, form in enumerate(Somebody(desk, Random(seed), wrong).forms()):
        assert tried < 20_000, jobs
        if jobs[form.job] < most and here(desk, "check", form.arguments)["ready"] == ready:
            jobs[form.job] += 1
            found.append(form)
        if len(found) >= count:
            return found
    raise AssertionError


def test_a_change_made_on_the_desk_is_the_change_that_apply_makes(
    worker: Worker, desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forms = some(desk, ready=True, count=MADE, seed=1, wrong=0)
    assert {form.job for form in forms} == set(JOBS)
    assert len({form.id for form in forms if form.job == ADD}) > 1
    handed = worker.ask(*(("hand", form.arguments) for form in forms))
    assert handed == [here(desk, "hand", form.arguments) for form in forms]
    for at, (form, result) in enumerate(zip(forms, handed, strict=True)):
        folder, slip = tmp_path / str(at) / "data", tmp_path / f"{at}.yml"
        shutil.copytree(SECOND, folder, ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
        wanted = contents(folder) | {
            file["path"].removeprefix(FOLDER): file["text"].encode() for file in result["files"]
        }
        slip.write_bytes(result["slip"].encode())
        assert apply.run(argparse.Namespace(file=slip, data=folder), AS_OF) == 0, (form, capsys.readouterr().err)
        assert contents(folder) == wanted, form


def test_what_is_wrong_is_said_alike_in_the_browser_and_here(worker: Worker, desk: Desk) -> None:
    forms = some(desk, ready=False, count=BAD, seed=2, wrong=40)
    said = worker.ask(*(("check", form.arguments) for form in forms))
    for form, answer in zip(forms, said, strict=True):
        assert answer == here(desk, "check", form.arguments), form
    assert len({message["text"] for answer in said for message in answer["messages"]}) > 100


def test_a_sheet_that_was_written_opens_as_the_form_that_it_was(worker: Worker, desk: Desk) -> None:
    forms = some(desk, ready=True, count=30, seed=3, wrong=0)
    sheets = [("take", {"text": here(desk, "hand", form.arguments)["slip"]}) for form in forms]
    taken = worker.ask(*sheets)
    assert taken == [here(desk, *sheet) for sheet in sheets]
    again = [here(desk, "hand", {key: one[key] for key in ("job", "id", "values")}) for one in taken]
    assert again == [here(desk, "hand", form.arguments) for form in forms]
    assert [one["conflicts"] for one in taken] == [[] for _ in taken]


def test_what_may_be_done_and_written_is_the_same_for_everything(worker: Worker, desk: Desk) -> None:
    calls = [("jobs", {"id": one["id"]}) for one in desk.start()["things"]]
    calls += [("form", {"job": job, "id": id}) for job, id in Somebody(desk, Random(4), 0).jobs]
    calls += [
        ("form", {"job": "添一条记录", "id": "RW-999"}),
        ("jobs", {"id": "<b>"}),
        ("form", {"job": "删", "id": "RW-001"}),
    ]
    assert worker.ask(*calls) == [here(desk, *call) for call in calls]
