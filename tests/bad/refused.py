"""Everything that is refused, in one table: what is done, and how the line that tells of it must begin."""

from .characters import CHARACTERS
from .fields import FIELDS
from .files import FILES
from .folders import FOLDERS
from .yaml import YAML

REFUSED = {**CHARACTERS, **FIELDS, **YAML, **FILES, **FOLDERS}
