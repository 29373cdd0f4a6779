"""Where the site will stand and on what terms its data may be used: the engine's configuration, not the data's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publication:
    """The site's address, ending with a slash, and the licence of its data; each empty where it is not known."""

    address: str = ""
    licence: str = ""


UNPUBLISHED = Publication()
