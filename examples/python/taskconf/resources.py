"""The resources requirements: one table, as on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Optional

from taskconf.gpu import read_gpu
from taskconf.quantity import Range, read_count, read_memory, read_memory_range
from taskconf.reading import Meaning, defaulted, optional, read_record, required


@dataclass(frozen=True)
class Disk(Meaning):
    """ "The disk resources." """

    size: Range[float]


def read_disk(value: Any) -> Optional[Disk]:
    """A mapping with a `size`. Observed: or that size alone; null for any disk."""
    if value is None:
        return None
    if isinstance(value, dict):
        return Disk(**read_record({"size": required(read_memory_range)}, value))
    return Disk(read_memory_range(value))


RESOURCES = {
    "cpu": defaulted(read_count, Range(2, None)),
    "memory": defaulted(read_memory_range, Range(8.0, None, "GB")),
    "shm_size": optional(read_memory),
    "gpu": optional(read_gpu),
    "disk": defaulted(read_disk, Disk(Range(100.0, None, "GB"))),
}


def read_resources(value: Any) -> Dict[str, Any]:
    """ "cpu: Defaults to 2..", "memory: Defaults to 8GB..". Observed: disk defaults to 100GB.. ."""
    return read_record(RESOURCES, value)
