"""What the owner still has to supply before the site goes public: listed, never invented."""

from pathlib import Path

import yaml

OWED = {
    "site_id_code": "网站标识码（10 位）",
    "icp": "ICP 备案号",
    "police": "公安备案号",
    "contact": "联系方式",
}
"""The keys of `extra.gov` in `mkdocs.yml` and what they stand for (国办发〔2017〕47号 with its annexes)."""


def unset(config: Path) -> list[str]:
    """Return what is not yet filled in below `extra.gov` of the engine's configuration, in a fixed order."""
    loaded = yaml.load(config.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    given = loaded.get("extra", {}).get("gov", {})
    return [f"{key}：{name}" for key, name in OWED.items() if not given.get(key)]
