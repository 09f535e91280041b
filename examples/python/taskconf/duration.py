"""Durations: `90s`, `5m`, `2h`, `1d`, `1w`, a number of seconds, or `off`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Optional

from taskconf.reading import Field, Meaning, optional, read_integer

SECONDS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}

# Observed: spaces may precede the unit and nothing may precede the number. The release ends
# its pattern with a Python `$`, so one line break at the end goes unnoticed.
LENGTH = re.compile(r"([0-9]{1,1000}) *([smhdw])$")


@dataclass(frozen=True)
class Duration(Meaning):
    """A number of seconds, or None for "unlimited duration"."""

    seconds: Optional[int]

    def spelled(self) -> str:
        """In the largest unit that divides it; a negative number stays bare."""
        if self.seconds is None:
            return "off"
        if self.seconds < 0:
            return str(self.seconds)
        unit = next(unit for unit, size in SECONDS.items() if self.seconds % size == 0)
        return f"{self.seconds // SECONDS[unit]}{unit}" if self.seconds else "0s"


OFF = Duration(None)


def read_duration(value: Any) -> Duration:
    """ "e.g., 2h, 1d, etc". Observed: or a whole number of seconds, even a negative one."""
    length = LENGTH.match(value) if isinstance(value, str) else None
    if length:
        return Duration(int(length[1]) * SECONDS[length[2]])
    return Duration(read_integer(value))


def limit(default: Optional[Duration]) -> Field:
    """ "Use off for unlimited duration."

    YAML's bare `off` arrives as false. Observed: its opposite, true, means the default.
    """

    def read(value: Any) -> Optional[Duration]:
        if value is False or value == "off":
            return OFF
        return default if value is True else read_duration(value)

    return optional(read, default)
