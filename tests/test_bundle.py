"""The zip of a release: whole, checked, the same bytes each time; and what is said of citing it."""

import io
import subprocess
import zipfile

import pytest

from conftest import AS_OF, contents
from qingdan.cli import main
from qingdan.export.published import published
from qingdan.publish.owed import miscited, unsaid
from qingdan.site.check import open_site

from .test_repository_files import GITHUB, HOME, read, steps, valid


@pytest.fixture
def site(department, tmp_path):
    """A folder with the data of a built site."""
    folder = tmp_path / "site"
    for path, content in published(open_site(department.folder, AS_OF)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def bundle(site, folder):
    return main(["bundle", "--site-dir", str(site), str(folder)])


def test_the_zip_holds_all_below_data_and_the_digests_fit(site, tmp_path):
    assert bundle(site, tmp_path / "dist/one") == 0
    dist = tmp_path / "dist/one"
    assert sorted(path.name for path in dist.iterdir()) == ["SHA256SUMS", "data-v1.zip"]
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=dist, check=True, capture_output=True)
    with zipfile.ZipFile(dist / "data-v1.zip") as parts:
        assert parts.testzip() is None
        parts.extractall(tmp_path / "unpacked")
    unpacked = tmp_path / "unpacked"
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=unpacked, check=True, capture_output=True)
    there = {path: content for path, content in contents(site).items() if path.startswith("data/v1/")}
    packed = contents(unpacked)
    assert packed.pop("SHA256SUMS")
    assert packed == there
    assert len(packed) > 20


def test_the_same_site_gives_the_same_zip(site, tmp_path):
    for name in ("one", "two"):
        for path in (site / "data/v1").rglob("*"):
            path.touch()
        assert bundle(site, tmp_path / name) == 0
    assert (tmp_path / "one/data-v1.zip").read_bytes() == (tmp_path / "two/data-v1.zip").read_bytes()


def test_the_times_in_the_zip_are_the_day_of_the_data(site, tmp_path):
    assert bundle(site, tmp_path) == 0
    with zipfile.ZipFile(io.BytesIO((tmp_path / "data-v1.zip").read_bytes())) as parts:
        assert {info.date_time for info in parts.infolist()} == {(2026, 11, 23, 0, 0, 0)}


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda site: (site / "data/v1/tasks.csv").write_bytes(b"x"), "data/v1/tasks.csv：与目录里的 SHA-256 不一致"),
        (lambda site: (site / "data/v1/tasks.csv").unlink(), "data/v1/tasks.csv：缺少这个文件"),
        (lambda site: (site / "data/v1/index.json").unlink(), "data/v1/index.json：缺少这个文件，请先运行 make build"),
    ],
)
def test_a_damaged_site_is_not_packed(site, tmp_path, capsys, damage, said):
    damage(site)
    assert bundle(site, tmp_path / "dist") == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()


def test_the_release_is_attested_and_only_its_job_may_write():
    workflow = GITHUB / "workflows/release.yml"
    jobs = read(workflow)["jobs"]
    assert set(jobs["build"]["permissions"].values()) == {"read"}
    assert {name for name, right in jobs["release"]["permissions"].items() if right == "write"} == {
        "contents",
        "id-token",
        "attestations",
    }
    assert read(workflow)["on"] == {"push": {"tags": ["v*"]}}
    attested = [step for step in steps(workflow) if "attest-build-provenance" in step.get("uses", "")]
    assert [step["with"]["subject-path"] for step in attested] == ["dist/data-v*.zip"]
    said = [step.get("run", "") for step in steps(workflow)]
    order = [next(at for at, run in enumerate(said) if word in run) for word in ("make build", "contract", "bundle")]
    assert order == sorted(order)


def test_the_citation_is_valid_and_invents_nothing():
    citation = HOME / "CITATION.cff"
    assert valid("vendor.citation-file-format", citation)
    told = read(citation)
    assert told["cff-version"] == "1.2.0"
    assert told["title"]
    assert [author.keys() for author in told["authors"]] == [{"name"}]
    assert not told.keys() & {"doi", "identifiers", "license", "license-url"}


def test_the_release_check_asks_who_runs_the_site_until_the_data_says_it(department):
    assert unsaid(open_site(department.folder, AS_OF).body) == []
    department.edit("site.yml", "主办单位: 示例区数据局\n", "")
    assert unsaid(open_site(department.folder, AS_OF).body) == ["还没有写“主办单位”：由谁主办这个网站"]


def test_the_release_check_compares_the_citation_with_the_names_of_the_lists(department):
    body = open_site(department.folder, AS_OF).body
    cited = f"title: {body.title}\nauthors:\n  - name: {body.publisher}\n"
    assert miscited(cited, body) == []
    [line] = miscited(cited.replace(body.title, "旧的名称"), body)
    assert f"“title: {body.title}”" in line
