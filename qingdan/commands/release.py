"""`release`: what the owner still owes before the site goes public."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from ..publish.owed import miscited, unowned, unreachable, unsaid, unset
from ..site.check import examine
from ..site.repository import Repository

CONFIG = Path("mkdocs.yml")
CITATION = Path("CITATION.cff")
OWNERS = Path(".github/CODEOWNERS")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing of its own."""


def run(options: argparse.Namespace, day: date) -> int:
    """Print what is unset. Out: 0 when nothing is, else 1."""
    repository = Repository.known_to(os.environ, Path.cwd())
    missing = [f"{CONFIG}: {item}" for item in (*unset(CONFIG), *unreachable(CONFIG, repository))]
    for line, paths in unowned(OWNERS.read_text(encoding="utf-8")):
        missing.append(f"{OWNERS}:{line}: 还没有写由谁审核 {paths}；写成 {paths} @用户名")
    if data := examine(options.data, day)[0]:
        missing += [f"{options.data / 'site.yml'}: {item}" for item in unsaid(data.body.value)]
        missing += [f"{CITATION}: {item}" for item in miscited(CITATION.read_text(encoding="utf-8"), data.body.value)]
    sys.stderr.writelines(f"{message}\n" for message in missing)
    return 1 if missing else 0
