"""What the owner still has to supply before the site goes public: listed, never invented."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..model.load import Body
from ..site.repository import Repository

OWED = {"site_id_code": "网站标识码（10 位）", "icp": "ICP 备案号", "police": "公安备案号", "contact": "联系方式"}
"""The keys of `extra.gov` in `mkdocs.yml` and what they stand for (国办发〔2017〕47号 with its annexes)."""


def unset(config: Path) -> list[str]:
    """Return what is not yet filled in below `extra` of the engine's configuration, in a fixed order."""
    extra = _extra(config)
    given = extra.get("gov", {})
    owed = [f"extra.gov 还没有填 {key}：{name}" for key, name in OWED.items() if not given.get(key)]
    return owed if extra.get("licence") else [*owed, "extra 还没有填 licence：数据的使用许可"]


def unreachable(config: Path, repository: Repository) -> list[str]:
    """Return that readers have no way on the site to tell of a fault, where they have none."""
    reached = repository.name or _extra(config).get("gov", {}).get("contact")
    return [] if reached else ["extra.gov 没有联系方式，也不知道仓库的地址：居民要指出错误，只能书面提出"]


def _extra(config: Path) -> dict[str, Any]:
    return yaml.load(config.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).get("extra", {})  # type: ignore[no-any-return]


def miscited(citation: str, body: Body) -> list[str]:
    """Return the lines that the text of CITATION.cff lacks: the names of the site and of who publishes it, as they are now."""
    wanted = (f"title: {body.title}", f"name: {body.publisher}")
    return [f"没有写“{line}”，网站信息改了的，这里也要改" for line in wanted if f"{line}\n" not in citation]


def unsaid(body: Body) -> list[str]:
    """Return what `data/site.yml` does not say yet."""
    return [] if body.host else ["还没有写“主办单位”：由谁主办这个网站"]


UNNAMED = "待指定"
"""Stands in CODEOWNERS where the owner has not yet said who reviews."""

_OWNERS = re.compile(r"(@[A-Za-z0-9-]+(/[A-Za-z0-9_.-]+)?|[^@\s]+@[^@\s]+)(\s+@?\S+)*")


def unowned(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of CODEOWNERS that name no reviewer yet, each with its number and the paths it is about."""
    for number, line in enumerate(text.splitlines(), 1):
        paths, _, owners = line.removeprefix("# ").strip().partition(" ")
        waiting = line.startswith("# ") and owners == UNNAMED
        wrong = line.strip() and not line.startswith("#") and not _OWNERS.fullmatch(owners.strip())
        if waiting or wrong:
            yield number, paths
