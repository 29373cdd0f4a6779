"""Links into the repository that the site is published from; none where it is not known."""

from urllib.parse import quote

from .model import Entry
from .problem import Place

BRANCH = "main"


def edit_link(repository: str, place: Place) -> str:
    """Return GitHub's address for editing the file of `place`, or nothing without a repository (`owner/name`)."""
    return f"https://github.com/{repository}/edit/{BRANCH}/{quote(place.path)}#L{place.line}" if repository else ""


def issue_link(repository: str, entry: Entry, page: str) -> str:
    """Return GitHub's address of a new issue, filled in for reporting a fault in `entry` on the page `page`."""
    if not repository:
        return ""
    title = quote(f"{entry.id} {entry.name}：内容有误")
    body = quote(f"页面：{page}\n\n哪一句不对：\n\n应该是：\n\n依据（文件、网址或报告段落）：\n")
    return f"https://github.com/{repository}/issues/new?title={title}&body={body}"
