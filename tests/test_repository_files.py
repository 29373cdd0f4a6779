"""The files that GitHub reads: workflows, issue forms, owners, the pull request's template."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from qingdan.cli import main
from qingdan.publish.owed import UNNAMED, unowned

HOME = Path(__file__).parent.parent
GITHUB = HOME / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.y*ml"))
FORMS = [GITHUB / "ISSUE_TEMPLATE" / f"{name}.yml" for name in ("correction", "proposal")]
OWNERS = GITHUB / "CODEOWNERS"


def valid(schema, *paths):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False).returncode == 0


def read(path):
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def steps(workflow):
    return [step for job in read(workflow)["jobs"].values() for step in job.get("steps", ())]


def test_workflows_are_valid():
    assert len(WORKFLOWS) >= 2
    assert valid("vendor.github-workflows", *WORKFLOWS)
    assert valid("custom.github-workflows-require-timeout", *WORKFLOWS)


def test_a_workflow_that_is_wrong_is_noticed(tmp_path):
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(WORKFLOWS[0].read_text("utf-8").replace("runs-on:", "run-on:"), "utf-8")
    assert not valid("vendor.github-workflows", wrong)


def audited(folder):
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [zizmor, "--offline", "--no-progress", "--persona=auditor", "--strict-collection", folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_auditor_finds_nothing_in_the_workflows():
    run = audited(GITHUB)
    assert run.returncode == 0, run.stdout
    assert "No findings" in run.stdout


def test_the_auditor_would_find_a_title_in_a_command(tmp_path):
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    text = (GITHUB / "workflows/check.yml").read_text("utf-8")
    injected = text.replace("run: make test", "run: echo ${{ github.event.pull_request.title }}")
    assert injected != text
    (folder / "check.yml").write_text(injected, "utf-8")
    assert audited(tmp_path / ".github").returncode != 0


def linted(*workflows):
    command = [Path(sys.executable).with_name("actionlint"), "-no-color", "-oneline", "-shellcheck=", "-pyflakes="]
    return subprocess.run([*command, *workflows], capture_output=True, text=True, check=False)


def test_the_linter_finds_nothing_in_the_workflows():
    run = linted(*WORKFLOWS)
    assert (run.returncode, run.stdout) == (0, "")


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ("runs-on: ubuntu-24.04", "runs-on: ubuntu-24.05", "runner-label"),
        ("steps.scope.outputs.part == ", "steps.scope.output.part == ", "expression"),
        ("steps.scope.outputs.part == ", "steps.scop.outputs.part == ", "expression"),
        ("steps.scope.outputs.part == ", "steps.scope.outputs.part = ", "expression"),
        ("github.ref", "github.reff", "expression"),
        ("!cancelled()", "!canceled()", "expression"),
        ("id: scope", "id: ready", "id"),
        ("timeout-minutes: 60", "timeout-minutes: soon", "syntax-check"),
        ("  pull_request:", "  pull_requests:", "events"),
        ("    steps:", "    needs: [build]\n    steps:", "job-needs"),
        ("permissions: {}", "permissions: {contents: reads}", "permissions"),
        ("jobs:", "job:", "syntax-check"),
    ],
)
def test_the_linter_would_find(tmp_path, right, wrong, rule):
    text = (GITHUB / "workflows/check.yml").read_text("utf-8")
    assert right in text
    mistaken = tmp_path / "check.yml"
    mistaken.write_text(text.replace(right, wrong, 1), "utf-8")
    run = linted(mistaken)
    assert run.returncode == 1
    assert f"[{rule}]" in run.stdout


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_gives_nothing_away(workflow):
    text = workflow.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    assert "secrets." not in text
    assert read(workflow)["permissions"] == {}
    for step in steps(workflow):
        assert "github.event" not in step.get("run", "")
        if "uses" in step and not step["uses"].startswith("./"):
            assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", step["uses"])


def test_a_pull_request_may_only_read():
    jobs = read(GITHUB / "workflows/check.yml")["jobs"].values()
    assert [job["permissions"] for job in jobs] == [{"contents": "read"}] * len(jobs)


def test_the_check_that_is_required_is_one_job_that_always_reports():
    workflow = read(GITHUB / "workflows/check.yml")
    assert workflow["on"] == {"pull_request": ""}
    [job] = workflow["jobs"].values()
    assert job.keys().isdisjoint(("if", "needs", "strategy", "continue-on-error"))
    assert f"要求检查“{job['name']}”通过" in (HOME / "docs/guide/maintain.md").read_text("utf-8")


def test_words_get_the_short_check_and_whatever_else_the_whole_suite():
    found = steps(GITHUB / "workflows/check.yml")
    [scope] = [step for step in found if step.get("id") == "scope"]
    assert scope["run"] == """.venv/bin/python .ci/scope.py 'HEAD^1' >> "$GITHUB_OUTPUT\""""
    conditions = {step["run"]: step["if"] for step in found if "scope" in step.get("if", "")}
    assert conditions == {
        "make smoke": "${{ steps.scope.outputs.part == 'words' }}",
        "make test": "${{ steps.scope.outputs.part != 'words' }}",
    }
    assert all("if" not in step for step in found if "check" in step.get("run", "") or step.get("run") == "make build")


def test_every_night_and_when_asked_the_whole_suite_runs_and_is_held_against_the_program():
    nightly = read(GITHUB / "workflows/nightly.yml")
    assert nightly["on"].keys() == {"schedule", "workflow_dispatch"}
    ran = [step["run"] for job in nightly["jobs"].values() for step in job["steps"] if "run" in step]
    assert ran == ["make test", "make coverage"]


def test_the_summary_is_written_when_the_check_fails_too_and_after_the_preview():
    found = steps(GITHUB / "workflows/check.yml")
    at = {
        name: next(i for i, step in enumerate(found) if name in step.get("name", ""))
        for name in ("预览", "摘要", "测试")
    }
    summary = found[at["摘要"]]
    assert at["预览"] < at["摘要"] < at["测试"]
    assert "!cancelled()" in summary["if"]
    assert "GITHUB_STEP_SUMMARY" in summary["run"]
    assert summary["env"] == {"PREVIEW": "${{ steps.preview.outputs.artifact-url }}"}
    assert found[at["预览"]]["id"] == "preview"
    assert found[0]["with"]["fetch-depth"] == "2"


@pytest.mark.parametrize("preview", ["", "https://github.com/owner/name/actions/runs/1/artifacts/2"])
def test_the_summary_tells_how_to_see_the_preview(preview):
    environment = {"PATH": "/usr/bin:/bin", "PREVIEW": preview, "SOURCE_DATE_EPOCH": "1795392000"}
    command = [HOME / ".ci/summary", HOME / "tests/fixtures/second"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert run.stdout.startswith("<h2>清单改了什么</h2>")
    if preview:
        assert f"]({preview})" in run.stdout
        assert "http.server" in run.stdout
    else:
        assert "没有生成网站" in run.stdout


def test_issue_forms_are_valid():
    assert valid("vendor.github-issue-forms", *FORMS)
    assert valid("vendor.github-issue-config", GITHUB / "ISSUE_TEMPLATE/config.yml")
    assert {path.name for path in (GITHUB / "ISSUE_TEMPLATE").iterdir()} == {
        "config.yml",
        *(path.name for path in FORMS),
    }


def test_an_issue_form_that_is_wrong_is_noticed(tmp_path):
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(FORMS[0].read_text("utf-8").replace("type: textarea", "type: text"), "utf-8")
    assert not valid("vendor.github-issue-forms", wrong)


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.name)
def test_a_form_asks_for_proof_and_warns_that_it_is_public(form):
    fields = {field.get("id"): field for field in read(form)["body"]}
    assert fields["proof"]["validations"]["required"] == "true"
    assert "公开" in fields[None]["attributes"]["value"]


def shown(value):
    """Yield every text of a form that people see."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("id", "type", "required", "blank_issues_enabled", "placeholder"):
                yield from shown(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from shown(inner)
    else:
        yield value


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_forms_are_in_chinese(path):
    for text in shown(read(path)):
        assert re.search(r"[\u4e00-\u9fff]", text), text


def test_the_pull_request_template_asks_why_and_on_what_ground():
    text = (GITHUB / "pull_request_template.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["为什么改", "依据", "提交前看一看"]
    assert text.count("- [ ] ") >= 4


def rules():
    """Return the patterns of CODEOWNERS, whether somebody is named for them yet or not."""
    return re.findall(rf"^(?:# )?(\S+) +(?:{UNNAMED}|@.*)$", OWNERS.read_text("utf-8"), re.MULTILINE)


def test_data_and_code_have_owners_apart():
    found = rules()
    assert found[0] == "*"
    assert "/data/" in found
    assert "/.github/" in found
    assert found.index("/data/") < found.index("/data/vocab.yml")


def test_every_pattern_of_the_owners_names_something():
    for rule in rules():
        assert list(HOME.glob(rule.strip("/"))), rule


def test_the_release_check_lists_what_has_no_owner(tmp_path, capsys, monkeypatch):
    (tmp_path / "mkdocs.yml").write_text(
        "extra: {gov: {site_id_code: a, icp: b, police: c, contact: d}, licence: e}\n", "utf-8"
    )
    owners = tmp_path / ".github/CODEOWNERS"
    owners.parent.mkdir()
    owners.write_text(f"# 谁看\n* @someone\n# /data/ {UNNAMED}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["release"]) == 1
    assert capsys.readouterr().err == ".github/CODEOWNERS:3: 还没有写由谁审核 /data/；写成 /data/ @用户名\n"
    owners.write_text("* @someone\n/data/ @org/team\n", "utf-8")
    assert main(["release"]) == 0


@pytest.mark.parametrize(
    ("text", "waiting"),
    [
        ("# 说明\n\n# /data/ 待指定\n", [(3, "/data/")]),
        ("/data/ 待指定\n", [(1, "/data/")]),
        ("/data/\n", [(1, "/data/")]),
        ("/data/ 法制科\n", [(1, "/data/")]),
        ("/data/ @someone\n* @org/team @two\n/docs/ a@b.example\n", []),
        ("# /data/ 已经另有规定\n", []),
    ],
)
def test_a_line_without_a_reviewer_is_found(text, waiting):
    assert list(unowned(text)) == waiting
