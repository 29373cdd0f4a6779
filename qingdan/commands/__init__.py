"""The commands, one a file: each has a NAME, a HELP line, `arguments(parser)` and `run(options, day)`."""

from . import build, check, release

COMMANDS = (check, build, release)
