"""Volumes: network volumes by name, instance volumes by their path on the host."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, List, Union

from taskconf.reading import (
    Meaning,
    defaulted,
    kind_of,
    read_boolean,
    read_names,
    read_record,
    read_text,
    refusal,
    required,
)


@dataclass(frozen=True)
class NetworkVolume(Meaning):
    """ "If a list is specified, one of the volumes in the list will be mounted." """

    name: List[str]
    path: str


@dataclass(frozen=True)
class InstanceVolume(Meaning):
    """ "optional - Allow running without this volume", which one does not by default."""

    instance_path: str
    path: str
    optional: bool = False


Volume = Union[NetworkVolume, InstanceVolume]


def read_volume(value: Any) -> Volume:
    """One mount point: the short syntax, or a mapping of one of the two kinds."""
    if isinstance(value, str):
        return read_short_syntax(value)
    if not isinstance(value, dict):
        raise refusal(f"expected text or a mapping, not {kind_of(value)}")
    if "instance_path" in value:
        return InstanceVolume(**read_record(INSTANCE_VOLUME, value))
    return NetworkVolume(**read_record(NETWORK_VOLUME, value))


def read_short_syntax(text: str) -> Volume:
    """ "a colon-separated string in the form of source:destination".

    Observed: what has a slash is a path, and must be absolute; everything else is a name.
    """
    parts = text.split(":")
    if len(parts) != 2:
        raise refusal("expected source:destination")
    source, destination = parts
    if "/" in source:
        return InstanceVolume(read_path(source), read_mount_target(destination))
    return NetworkVolume([source], read_mount_target(destination))


def read_mount_target(value: Any) -> str:
    """Where a volume is mounted. Observed: no NUL character, and not just `//`."""
    path = read_path(value)
    if path == "//" or "\0" in path:
        raise refusal("nothing can be mounted there")
    return path


def read_path(value: Any) -> str:
    """An "absolute path". Observed: without `..`; written without `//`, `/./` or a final `/`.

    Two slashes at the very start stay, as POSIX has it.
    """
    path = PurePosixPath(read_text(value))
    if not path.is_absolute():
        raise refusal("expected an absolute path")
    if ".." in path.parts:
        raise refusal("a path must not contain ..")
    return str(path)


NETWORK_VOLUME = {
    "name": required(read_names),
    "path": required(read_mount_target),
}
INSTANCE_VOLUME = {
    "instance_path": required(read_path),
    "path": required(read_mount_target),
    "optional": defaulted(read_boolean, False),
}
