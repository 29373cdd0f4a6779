"""Text → statute."""

from .structure import Statute


def parse(text: str) -> Statute:
    """Return the structure of a statute's text. In: any text. Out: a total structure; what is unsure is among its doubts."""
    raise NotImplementedError
