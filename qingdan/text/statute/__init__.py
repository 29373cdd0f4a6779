"""A statute's text → its structure. The order: lines, series of articles, headings, clauses and items, history, doubts."""

from .parse import parse
from .structure import Absent, Article, Block, Clause, Doubt, Heading, Item, Span, Statute, Step, Stretch

__all__ = [
    "Absent",
    "Article",
    "Block",
    "Clause",
    "Doubt",
    "Heading",
    "Item",
    "Span",
    "Statute",
    "Step",
    "Stretch",
    "parse",
]
