"""编号: the next one that was never used, in any list, among the retired or in the registry."""

from collections.abc import Iterator
from itertools import count

from ...model.load import Data
from ...model.parts import part_at

_LAST = 99999


class NoneFree(Exception):
    """Every number of a list is used; says so in Chinese."""


def used(data: Data) -> frozenset[str]:
    """Return every 编号 and 标识 that stands in the data or ever had an address."""
    registrations = [one.value for one in data.registry or ()]
    addresses = [address for one in registrations for address in (*one.addresses, one.old, one.new) if address]
    return data.known | {part_at(address).known_as(address) for address in addresses}


def next_number(prefix: str, data: Data) -> str:
    """Return the 编号 after the highest that was ever used with this prefix (`RW-`, `PF-`). Raises NoneFree."""
    return next(free_numbers(prefix, data))


def free_numbers(prefix: str, data: Data) -> Iterator[str]:
    """Return the 编号 after the highest that was ever used with this prefix, and the next ones; one too many raises NoneFree."""
    numbers = [name.removeprefix(prefix) for name in used(data) if name.startswith(prefix)]
    last = max((int(digits) for digits in numbers if digits.isdecimal()), default=0)

    def named(number: int) -> str:
        if number > _LAST:
            raise NoneFree(f"{prefix} 的编号已经用到 {_LAST}，没有可用的了")
        return f"{prefix}{number:03}"

    return map(named, count(last + 1))
