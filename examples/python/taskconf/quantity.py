"""Amounts of memory, and ranges of amounts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, Optional, Tuple, TypeVar, Union

from taskconf.reading import (
    Meaning,
    Reader,
    optional,
    read_integer,
    read_number,
    read_record,
    refusal,
)

Number = TypeVar("Number", int, float)

GIGABYTES = {"mb": 1 / 1024, "gb": 1.0, "tb": 1024.0}


@dataclass(frozen=True)
class Memory(Meaning):
    """An amount of memory in gigabytes."""

    gigabytes: float

    def spelled(self) -> str:
        return spell_amount(self.gigabytes) + "GB"


def read_gigabytes(value: Any) -> float:
    """ "e.g., 8GB". Observed: MB, GB or TB in any case, spaces anywhere; GB if there is no unit."""
    scale = 1.0
    if isinstance(value, str):
        value = value.replace(" ", "").lower()
        if value[-2:] in GIGABYTES:
            value, scale = value[:-2], GIGABYTES[value[-2:]]
    gigabytes = read_number(value) * scale
    if not math.isfinite(gigabytes):
        raise refusal("too much memory")
    return gigabytes


def read_memory(value: Any) -> Memory:
    return Memory(read_gigabytes(value))


@dataclass(frozen=True)
class Range(Meaning, Generic[Number]):
    """From `low` to `high`, both included; an end that is None is open."""

    low: Optional[Number]
    high: Optional[Number]
    unit: str = ""

    def spelled(self) -> str:
        low, high = (
            "" if end is None else spell_amount(end) + self.unit for end in (self.low, self.high)
        )
        return low if self.low == self.high else f"{low}..{high}"


def spell_amount(amount: Union[int, float]) -> str:
    """The shortest decimal that reads back as the same number, never with an exponent."""
    shortest = format(Decimal(repr(amount)), "f")
    return shortest[:-2] if shortest.endswith(".0") else shortest


def range_of(read_end: Reader[Number], unit: str = "") -> Reader[Range[Number]]:
    """ "Can be set to a range (e.g. 16GB.., or 16GB..80GB)", or to one value.

    Observed: or to a mapping of `min` and `max`. One end must be set, and not above the other.
    """
    ends = {"min": optional(read_end), "max": optional(read_end)}

    def read(value: Any) -> Range[Number]:
        low: Optional[Number]
        high: Optional[Number]
        if isinstance(value, dict):
            low, high = read_record(ends, value).values()
        elif isinstance(value, str) and ".." in value:
            low, high = (read_end(end) if end else None for end in split_range(value))
        else:
            low = high = read_end(value)
        if low is None and high is None:
            raise refusal("a range needs at least one end")
        if low is not None and high is not None and low > high:
            raise refusal("a range must not end below its start")
        return Range(low, high, unit)

    return read


def split_range(text: str) -> Tuple[str, str]:
    """Observed: dots split from the left, so `8GB...16GB` ends at `.16GB`."""
    ends = text.replace(" ", "").split("..")
    if len(ends) != 2:
        raise refusal("a range has two ends")
    return ends[0], ends[1]


read_count = range_of(read_integer)
read_memory_range = range_of(read_gigabytes, "GB")
