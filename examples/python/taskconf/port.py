""" "Port numbers/mapping to expose." """

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Optional

from taskconf.reading import Meaning, optional, read_integer, read_record, refusal, required

# Observed: no signs and no spaces here; Python's `$` overlooks one line break at the end.
MAPPING = re.compile(r"([0-9]+|\*):([0-9]+)$")


@dataclass(frozen=True)
class Port(Meaning):
    """A port of the container, and the local port that leads to it: None leaves it open."""

    local: Optional[int]
    container: int

    def spelled(self) -> str:
        return f"{'*' if self.local is None else self.local}:{self.container}"


def read_port(value: Any) -> Port:
    """Observed: `80`, `8080:80`, `*:80`, or a mapping of `local_port` and `container_port`."""
    if isinstance(value, dict):
        ports = read_record(OBJECT, value)
        return Port(ports["local_port"], ports["container_port"])
    if isinstance(value, str) and ":" in value:
        mapping = MAPPING.match(value)
        if not mapping:
            raise refusal("expected a port mapping such as 8080:80 or *:80")
        local, container = mapping.groups()
        return Port(None if local == "*" else read_port_number(local), read_port_number(container))
    number = read_port_number(value)
    return Port(number, number)


def read_port_number(value: Any) -> int:
    """Observed: 1 to 65536, both included; the last one is a slip of the release."""
    number = read_integer(value)
    if not 1 <= number <= 65536:
        raise refusal("expected a port number from 1 to 65536")
    return number


OBJECT = {
    "local_port": optional(read_port_number),
    "container_port": required(read_port_number),
}
