"""Where a link of a page may lead: to a page of the site, to a listed host, to the repository."""

import re
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from ...rules.hosts import host_of
from ...site.site import Site
from ...text.problem import excerpt, nearest, printable

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ODD = re.compile(r"[\x00-\x20\x7f\\]")


def fault_of_link(target: str, page: PurePosixPath, site: Site) -> str | None:
    """Return what is wrong with a link, in: as the browser reads it, the page that it stands on."""
    shown = printable(excerpt(target, 60))
    if _ODD.search(target):
        return f"链接“{shown}”里有空格、换行、反斜线或看不见的字符，请删去"
    if not _SCHEME.match(target):
        return _fault_inside(target, shown, page)
    if not target.lower().startswith(("https://", "http://")):
        return f"不能链接到“{shown}”；只能链接本站的页面，或者 https:// 开头的网址"
    own = site.repository.name and target.startswith(f"{site.repository.address}/")
    if own or host_of(target, site.vocab.hosts):
        return None
    hint = nearest(target, [host.name for host in site.vocab.hosts])
    return f"“{shown}”的网站不在 vocab.yml 的“站点”里，{hint}；要用别的网站，请先加到“站点”里"


def fault_of_picture(target: str, page: PurePosixPath) -> str | None:
    """Return what is wrong with the address of a picture: it must lie among the site's own files."""
    shown = printable(excerpt(target, 60))
    if _ODD.search(target) or _SCHEME.match(target) or target.startswith("/"):
        return f"图片“{shown}”不在本站；请把图片放进 docs/ 的 pictures 文件夹，再写它的相对位置"
    return _fault_inside(target, shown, page)


def _fault_inside(target: str, shown: str, page: PurePosixPath) -> str | None:
    if target.startswith("/"):
        return f"链接“{shown}”以斜线开头；本站的页面写相对位置，例如 ../tasks/index.md，别的网站从 https:// 写起"
    if normpath(page.parent / unquote(urlsplit(target).path)).startswith(".."):
        return f"链接“{shown}”指到了 docs/ 外面"
    return None
