"""`make bench`: every benchmark, each beside the stock alternative in the same run."""

from . import build, desk, export, lists, page, scale, search, statutes

build.main()
print()
search.main()
print()
page.main()
print()
desk.main()
print()
lists.main()
print()
export.main()
statutes.main()
print()
scale.main()
