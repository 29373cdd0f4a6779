"""`make bench`: every benchmark, each beside the stock alternative in the same run."""

from . import build, search

build.main()
print()
search.main()
