"""What is wrong with a workbook, and in which cell."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot be taken over; `cell` is 工作表!B7, a sheet's name, or the file's name."""

    cell: str
    message: str

    def __str__(self) -> str:
        """Return the line that the command prints."""
        return f"{self.cell}: {self.message}"


class Unplaced(Exception):
    """The workbook cannot be taken over; carries every fault found."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*map(str, faults))
        self.faults: Sequence[Fault] = faults
