"""The task: its table of fields, the rules between them, and the verdict on a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple, Union

from taskconf.duration import OFF, Duration, limit, read_duration
from taskconf.env import read_env
from taskconf.port import read_port
from taskconf.reading import (
    BLANKS,
    Reader,
    Violation,
    defaulted,
    list_of,
    one_of,
    optional,
    read_boolean,
    read_integer,
    read_mapping,
    read_number,
    read_record,
    read_text,
    refusal,
    required,
    spell,
)
from taskconf.resources import read_resources
from taskconf.retry import read_retry
from taskconf.volume import Volume, read_volume

# Observed: the page shows only aws and gcp.
# fmt: off
BACKENDS = [
    "aws", "azure", "cudo", "datacrunch", "dstack", "gcp", "kubernetes", "lambda", "local",
    "nebius", "oci", "remote", "runpod", "tensordock", "vastai", "vultr",
]
# fmt: on
PYTHONS = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"]

# Observed. Python's `$` overlooks one line break at the end.
RUN_NAME = re.compile(r"[a-z][a-z0-9-]{1,40}$")

FIVE_MINUTES = Duration(300)


@dataclass(frozen=True)
class Accepted:
    """A valid configuration, with every default filled in."""

    normal: Dict[str, Any]


@dataclass(frozen=True)
class Rejected:
    """A configuration that breaks the rules; never without a violation."""

    violations: List[Violation]


Verdict = Union[Accepted, Rejected]


def interpret(document: Any) -> Verdict:
    """What a parsed JSON document means. Pure, and total: any value gets a verdict."""
    if isinstance(document, dict) and document.get("type") != "task":
        return Rejected([Violation("expected the type to be task", ("type",))])
    task, violations = read_mapping(TASK, document, hints=LEGACY)
    for fields, check in CHECKS:
        if all(field in task for field in fields):
            violations += check(*(task[field] for field in fields))
    if violations:
        return Rejected(violations)
    return Accepted(spell(fold_deprecated(task)))


def fold_deprecated(task: Dict[str, Any]) -> Dict[str, Any]:
    """ "Deprecated in favor of idle_duration", so that is where their meaning goes.

    Observed: `dont-destroy` beats everything, then idle_duration beats termination_idle_time.
    A negative time never passes.
    """
    kept = {key: value for key, value in task.items() if not key.startswith("termination_")}
    idle = task["idle_duration"] or task["termination_idle_time"] or FIVE_MINUTES
    if task["termination_policy"] == "dont-destroy" or (idle.seconds or 0) < 0:
        idle = OFF
    return {**kept, "idle_duration": idle}


# Readers of the fields that are too small for a file of their own


def read_run_name(value: Any) -> str:
    name = read_text(value)
    if not RUN_NAME.match(name):
        raise refusal("expected a letter, then 1 to 40 letters, digits or dashes, all lowercase")
    return name


def read_node_count(value: Any) -> int:
    count = read_integer(value)
    if count < 1:
        raise refusal("expected at least one node")
    return count


def read_user(value: Any) -> str:
    """ "user_name_or_id[:group_name_or_id]". Observed: names are any text, ids are not negative."""
    user = read_text(value)
    parts = user.split(":")
    if len(parts) > 2 or "" in parts or any(is_negative_id(part) for part in parts):
        raise refusal("expected user_name_or_id[:group_name_or_id]")
    return user


def is_negative_id(part: str) -> bool:
    return re.fullmatch(r"-0*[1-9][0-9]*", part.strip(BLANKS)) is not None


def read_working_dir(value: Any) -> str:
    """ "relative to the repository directory [...] and should be inside it"."""
    text = read_text(value)
    if "\0" in text:  # Observed: no file has such a name.
        raise refusal("expected a path without a NUL character")
    path = PurePosixPath(text)
    if path.is_absolute():
        raise refusal("expected a path relative to the repository directory")
    depth = 0
    for part in path.parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            raise refusal("expected a path inside the repository directory")
    return str(path)


def read_python(value: Any) -> str:
    """ "The major version of Python", which YAML takes for a number: a bare 3.10 is 3.1 to it."""
    if isinstance(value, float):
        value = "3.10" if value == 3.1 else str(value)
    return one_of(*PYTHONS)(value)


def read_price(value: Any) -> float:
    price = read_number(value)
    if price <= 0:
        raise refusal("expected a price above zero")
    return price


def read_registry_auth(value: Any) -> Dict[str, str]:
    table = {"username": required(read_text), "password": required(read_text)}
    return read_record(table, value)


# The rules between fields: each one names the fields it needs, and runs if they could be read.


def check_image_or_python(image: Optional[str], python: Optional[str]) -> Iterator[Violation]:
    """ "python - Mutually exclusive with image." Observed: an empty image is no image."""
    if image and python is not None:
        yield Violation("python and image are mutually exclusive", ("python",))


def check_image_or_nvcc(image: Optional[str], nvcc: bool) -> Iterator[Violation]:
    """ "nvcc - Mutually exclusive with image." The release forgets it; the page wins."""
    if image and nvcc:
        yield Violation("nvcc and image are mutually exclusive", ("nvcc",))


def check_something_to_run(image: Optional[str], commands: List[str]) -> Iterator[Violation]:
    """Observed: only an image may do without commands; an entrypoint alone is not enough."""
    if not image and not commands:
        yield Violation("either commands or image must be set")


def check_amd_image(image: Optional[str], resources: Dict[str, Any]) -> Iterator[Violation]:
    """Observed: the default image does not support AMD. Here, even an empty image will do."""
    gpu = resources["gpu"]
    if image is None and gpu and gpu.vendor == "amd" and gpu.count.high != 0:
        yield Violation("an AMD GPU needs an image", ("image",))


def check_mount_points(volumes: List[Volume]) -> Iterator[Violation]:
    """Observed: nothing may be mounted over the repository, or at what starts with its name."""
    for index, volume in enumerate(volumes):
        if volume.path.startswith("/workflow"):
            yield Violation("/workflow is the repository's", ("volumes", index, "path"))


CHECKS: List[Tuple[Tuple[str, ...], Callable[..., Iterator[Violation]]]] = [
    (("image", "python"), check_image_or_python),
    (("image", "nvcc"), check_image_or_nvcc),
    (("image", "commands"), check_something_to_run),
    (("image", "resources"), check_amd_image),
    (("volumes",), check_mount_points),
]

read_texts: Reader[List[str]] = list_of(read_text)

# "Root reference": in the order of the page, which is that of the normal form.
TASK = {
    "type": required(one_of("task")),
    "name": optional(read_run_name),
    "nodes": defaulted(read_node_count, 1),
    "image": optional(read_text),
    "user": optional(read_user),
    "privileged": defaulted(read_boolean, False),
    "entrypoint": optional(read_text),
    "working_dir": optional(read_working_dir, "."),
    "registry_auth": optional(read_registry_auth),
    "python": optional(read_python),
    "nvcc": optional(read_boolean, False),
    "single_branch": optional(read_boolean, True),
    "env": defaulted(read_env, []),
    "resources": defaulted(read_resources, read_resources({})),
    "volumes": defaulted(list_of(read_volume), []),
    "ports": defaulted(list_of(read_port), []),
    "commands": defaulted(read_texts, []),
    "backends": optional(list_of(one_of(*BACKENDS))),
    "regions": optional(read_texts),
    "availability_zones": optional(read_texts),
    "instance_types": optional(read_texts),
    "reservation": optional(read_text),
    "spot_policy": optional(one_of("spot", "on-demand", "auto"), "on-demand"),
    "retry": optional(read_retry, False),
    "max_duration": limit(OFF),
    "stop_duration": limit(FIVE_MINUTES),
    "max_price": optional(read_price),
    "creation_policy": optional(one_of("reuse", "reuse-or-create"), "reuse-or-create"),
    "idle_duration": limit(None),
    "termination_policy": optional(one_of("dont-destroy", "destroy-after-idle")),
    "termination_idle_time": optional(read_duration),
}

# Not on the page, though the release still takes them.
LEGACY = dict.fromkeys(
    ["home_dir", "setup", "pool_name", "instance_name", "retry_policy"],
    "unknown field: a legacy one, which the reference page does not list",
)
