"""axe finds nothing on any kind of page: WCAG 2.2 A and AA, best practices, and contrast to AAA."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .kinds import LOOKS, kinds

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_no_violation_on_any_kind_of_page(reader, folder, width, scheme):
    reader.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    reader.set_viewport_size({"width": width, "height": 900})
    axe, wrong = Axe(), []
    for path in kinds(folder):
        reader.goto(path)
        found = axe.run(reader, options=RULES)
        wrong += [
            f"/{path} {fault['id']}: {node['html'][:200]}"
            for fault in found.response["violations"]
            for node in fault["nodes"]
        ]
    assert wrong == []
