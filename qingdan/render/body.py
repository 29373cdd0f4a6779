"""Whose site this is, in pieces for the hand-written pages: names and examples come from `data/site.yml`."""

from ..site.site import Site
from .template import fill


def body_name(site: Site, root: str) -> str:
    """Return the name of the body that the lists and reports are about, as the pages use it in sentences."""
    return _plain(site.body.short)


def who_speaks(site: Site, root: str) -> str:
    """Return which site this is, which body it tells of and who runs it."""
    return fill("who_speaks", site=site)


def run_by(site: Site, root: str) -> str:
    """Return who runs the site, or that this is not settled."""
    return _plain(f"主办单位：{site.body.host}" if site.body.host else "主办单位待定")


def origin_of_lists(site: Site, root: str) -> str:
    """Return where the lists come from as a paragraph; nothing where the data does not say."""
    return f"<p>{_plain(site.body.origin)}</p>" if site.body.origin else ""


def search_examples(site: Site, root: str) -> str:
    """Return words to search for, as the end of a sentence; nothing where the data gives none."""
    return _plain(f"，例如{''.join(f'“{words}”' for words in site.body.searches)}" if site.body.searches else "")


def _plain(text: str) -> str:
    """Return a text that Markdown, Jinja and HTML all leave as it is: every sign as a character reference."""
    return "".join(character if character.isalnum() else f"&#{ord(character)};" for character in text)
