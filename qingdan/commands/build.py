"""`build`: check the data, build the site beside the old one, check it, put it in place."""

import argparse
import os
import sys
from datetime import date
from functools import partial
from pathlib import Path

from ..publish.docs_check import problems_in_pages
from ..publish.engine import ENGINES, EngineFailed
from ..publish.publish import publish
from ..publish.settings import problems_in_settings
from ..publish.site_check import faults
from ..publish.site_dir import Unfit, fit
from ..render.template import keep_compiled
from ..site.check import Unproven, newest_site
from ..site.publication import UNPUBLISHED
from ..site.repository import Repository
from ..source.outline import keep_outlines
from . import refuse

DOCS, SETTINGS = Path("docs"), Path("mkdocs.yml")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("--site-dir", type=Path, default=Path(os.environ.get("SITE_DIR") or "site"), help="网站文件夹")
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="网页引擎，不写就是 mkdocs")


def run(options: argparse.Namespace, day: date) -> int:
    """Build. Out: 0 when the new site stands in its place, 1 when the old one was left untouched."""
    kept = f"没有生成，{options.site_dir} 仍是上一次的网站"
    try:
        fit(options.site_dir, options.data)
        keep_compiled()
        keep_outlines()
        print("检查数据……", file=sys.stderr)
        site = newest_site(options.data, day, Repository.known_to(os.environ, Path.cwd()), UNPUBLISHED)
        if problems := [*problems_in_settings(SETTINGS), *problems_in_pages(DOCS, site)]:
            raise Unproven(problems)
        print(f"生成网页（{len(site.entries)} 条，{len(site.laws)} 部法规）……", file=sys.stderr)
        publish(options.data, options.site_dir, day, partial(faults, site), options.engine)
    except Unproven as unproven:
        return refuse(f"共 {len(unproven.problems)} 处问题，{kept}", unproven.problems)
    except Unfit as unfit:
        return refuse(unfit)
    except EngineFailed as failed:
        return refuse(f"{failed}\n{kept}")
    except OSError as error:
        return refuse(f"写不进 {error.filename or options.site_dir}（{error.strerror}）\n{kept}")
    print(f"网站在 {options.site_dir}/，以 {day.isoformat()} 为准", file=sys.stderr)
    return 0
