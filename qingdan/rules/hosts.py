"""Sources link only to hosts that the vocabulary lists."""

import re
from collections.abc import Iterator

from ..load import Data
from ..model import Source
from ..problem import Problem
from ..vocab import Host
from ..walk import walk

NAME = "网址"
DEMAND = "来源的网址只用词表“站点”里列出的网站。"


_URL = re.compile(r"https?://([A-Za-z0-9.-]+)(?::[0-9]{1,4})?(?:[/?#][^\s\\]*)?", re.IGNORECASE)


def host_of(url: str, hosts: tuple[Host, ...]) -> Host | None:
    """Return the listed host that `url` belongs to, itself or as a subdomain; None if it is not listed.

    Only plain http and https addresses belong to a host: no user part, no backslash, no white space, which
    browsers and RFC 3986 read differently.
    """
    form = _URL.fullmatch(url)
    name = form[1].lower() if form else ""
    return next((host for host in hosts if name == host.name or name.endswith("." + host.name)), None)


def check(data: Data) -> Iterator[Problem]:
    """Yield addresses that are not http(s) or whose host is not on the list."""
    for record in data.records:
        for path, source in walk(record.value):
            if isinstance(source, Source) and source.url and not host_of(source.url, data.vocab.value.hosts):
                place = record.place(*path, "网址")
                yield Problem(
                    place, NAME, f"“{source.url[:60]}”不在 vocab.yml 的“站点”里；请改用已列的网站，或先把站点加进词表"
                )
