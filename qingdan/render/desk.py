"""The desk's page: what stands there before its script takes over, and what the script has to know."""

from ..site.site import Site
from .template import fill


def desk_page(site: Site, _: str, root: str) -> str:
    """Return the page of the desk. Raises ValueError for a site without one."""
    if site.publication.desk is None:
        raise ValueError("this site has no desk")
    folder = site.repository.path(site.data.body.start).rpartition("/")[0]
    return fill("desk", site=site, root=root, handover=site.publication.desk, folder=folder)
