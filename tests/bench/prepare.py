"""Writes what `scale` measures: a data folder of some size, and the same pages for the stock engine."""

import sys
from pathlib import Path

from qingdan.site.check import open_site

from .build import DATA, DAY, SEARCH, STOCK, stock_project
from .multiply import multiply

NO_NAVIGATION = """nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


def main(size, folder):
    multiply(DATA, folder / "data", open_site(DATA, DAY), size)
    site = open_site(folder / "data", DAY)
    stock_project(folder / "stock", site, STOCK + SEARCH + NO_NAVIGATION)
    print(len(site.entries))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
