"""The commands, one a file: each has a NAME, a HELP line, `arguments(parser)` and `run(options, day)`."""

from . import (
    build,
    bundle,
    check,
    contract,
    currency,
    diff,
    import_report,
    new,
    register,
    release,
    retire,
    schema,
    xlsx,
)

COMMANDS = (check, build, new, import_report, diff, currency, retire, register, schema, xlsx, contract, bundle, release)
