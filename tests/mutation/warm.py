"""What every trial needs, imported once: a forked child then imports only what depends on its change."""

import gc
import importlib
import pkgutil

import qingdan


def up() -> None:
    """Import the whole core and what its tests use."""
    for module in pkgutil.walk_packages(qingdan.__path__, "qingdan."):
        if not module.name.endswith("_test") and module.name != "qingdan.__main__":
            importlib.import_module(module.name)
    for name in ("hypothesis", "html5lib", "openpyxl", "vobject", "feedparser", "pandas", "jsonschema", "docx"):
        importlib.import_module(name)
    gc.freeze()
