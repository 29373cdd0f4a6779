"""Names that never change for what feeds and calendars tell (RFC 4287 §4.2.6 and RFC 5545 §3.8.4.7 ask for such)."""

from uuid import UUID, uuid5

from ..site.site import Site

_NAMESPACE = UUID("d6d77fed-a635-4240-9ea2-42d253b07849")


def uuid_of(site: Site, name: str) -> UUID:
    """Return the UUID of what is called `name` on this site.

    It depends on that and on whose site it is, not on the host, the day, or any other words.
    """
    return uuid5(uuid5(_NAMESPACE, site.body.name), name)
