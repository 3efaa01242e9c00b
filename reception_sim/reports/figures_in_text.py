"""What a cell's text says as a number, so that a spreadsheet can reckon with it: the way back from `wording`."""

import re
from dataclasses import dataclass
from typing import Final

from reception_sim.scenario.quantities import DAY, HOUR, MINUTE

_NUMBER: Final = r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?|-?\d+(?:\.\d+)?"
_AMOUNT: Final = re.compile(rf"({_NUMBER})(?: ([^\d±]*[^\d±\s]))?")
_LENGTHS: Final = {"s": 1.0, "min": MINUTE, "h": HOUR, "day": DAY, "days": DAY}
_LENGTH: Final = re.compile(r"(\N{MINUS SIGN}?)(\d+) (s|min|h|days?)(?: (\d+) (min|h))?")


@dataclass(frozen=True)
class Amount:
    """A number with its unit; *half_width* is half of its confidence interval, where there is one.

    A length of time is in days, as spreadsheets count it, and its unit is "time".
    """

    value: float
    unit: str = ""
    decimals: int = 0
    half_width: float | None = None


def amount_in(text: str) -> Amount | None:
    """Return what *text* says if it is a number, with its unit, and nothing else."""
    mean, separator, half_width = text.partition(" ± ")
    said = _single(mean)
    beside = _single(half_width) if separator else None
    if said is None or (separator and beside is None):
        return None
    if beside is None:
        return said
    decimals = max(said.decimals, beside.decimals)
    return Amount(said.value, said.unit or beside.unit, decimals, beside.value)


def _single(text: str) -> Amount | None:
    length = _LENGTH.fullmatch(text)
    if length:
        return Amount(_days(length), "time")
    found = _AMOUNT.fullmatch(text)
    if not found:
        return None
    digits = found[1].replace(",", "")
    return Amount(float(digits), found[2] or "", len(digits.partition(".")[2]))


def _days(length: re.Match[str]) -> float:
    sign, first, unit, second, part = length.groups()
    seconds = int(first) * _LENGTHS[unit] + (int(second) * _LENGTHS[part] if second else 0.0)
    return (-seconds if sign else seconds) / DAY
