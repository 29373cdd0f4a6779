"""Generated pages in the frame of the theme."""

from jinja2 import pass_context
from mkdocs.commands.build import build
from mkdocs.config import load_config

from conftest import SECOND
from qingdan.publish.frame import Frames


def test_a_page_in_the_frame_of_its_folder_is_what_the_theme_prints(tmp_path, monkeypatch):
    framed, printed, different = Frames.__call__, set(), []

    @pass_context
    def compare(frames, context):
        page, found = context["page"], framed(frames, context)
        page.content = page.fill()
        if found != frames._theme.render(context.get_all()):
            different.append(page.url)
        printed.add(page.url.partition("/")[0])
        return found

    monkeypatch.setattr(Frames, "__call__", compare)
    monkeypatch.setenv("DATA_DIR", str(SECOND))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795363200")
    build(load_config("mkdocs.yml", site_dir=str(tmp_path)))
    assert (different, printed) == ([], {"tasks", "publicity", "topics", "laws", "owners", "reports", "documents"})
