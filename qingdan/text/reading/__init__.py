"""The rules that hold before there is anything to link: each has a NAME, a DEMAND and EXAMPLES, as in `rules/`.

What breaks them is found where it is read: `read`, `characters`, `load`, `explain`.
"""

from . import characters, file, form, place

RULES = (file, characters, place, form)
