"""Why a file cannot be archived as a report."""


class Unusable(Exception):
    """The file cannot be used; says why and what to do, in Chinese."""
