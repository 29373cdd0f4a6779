"""Where the site will stand and on what terms its data may be used: the engine's configuration, not the data's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Handover:
    """The pages of the repository's host on which the desk hands a change over: for a new file, for one that is there.

    Patterns with `{file}` and `{value}`; each empty where there is none.
    """

    new: str = ""
    edit: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """The site's address, ending with a slash, and the licence of its data; each empty where it is not known.

    `desk` tells how the desk hands over; None for a site without one.
    """

    address: str = ""
    licence: str = ""
    desk: Handover | None = None


UNPUBLISHED = Publication()
