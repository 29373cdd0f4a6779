"""`currency`: laws to check again, entries without news, entries on law that is gone."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from ..render.reminder import reminder_issue
from ..site.check import Unproven, open_site
from ..site.currency import as_problems, concerns, summary
from ..site.repository import Repository
from ..text.announce import announce
from . import refuse

FORMATS = ("text", "json", "issue")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="写成文本、JSON，还是 GitHub 事项的正文")


def run(options: argparse.Namespace, day: date) -> int:
    """Print the list to stdout. Out: 0 when it could be made, whatever it says; 1 when the data has faults."""
    try:
        site = open_site(options.data, day, Repository.known_to(os.environ, Path.cwd()))
    except Unproven as unproven:
        return refuse(f"共 {len(unproven.problems)} 处问题，改好后才能列出要核对的", unproven.problems)
    found = concerns(site)
    reminders = as_problems(found)
    match options.format:
        case "issue":
            sys.stdout.write(reminder_issue(site, found))
        case "text" if found:
            sys.stdout.write(f"{summary(found)}\n{announce(reminders, 'text')}")
        case form:
            sys.stdout.write(announce(reminders, form))
    print(f"以 {day.isoformat()} 为准，有 {len(reminders)} 处要核对", file=sys.stderr)
    return 0
