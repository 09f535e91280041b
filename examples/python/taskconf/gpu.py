"""The GPU requirements: "a number, a string (e.g. A100, 80GB:2, etc.), or an object"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple

from taskconf.quantity import Range, read_count, read_memory_range
from taskconf.reading import (
    Meaning,
    defaulted,
    kind_of,
    optional,
    read_integer,
    read_names,
    read_record,
    refusal,
)

# "one of: nvidia, amd, google (alias: tpu), intel"
VENDORS = {
    "nvidia": "nvidia",
    "amd": "amd",
    "google": "google",
    "tpu": "google",
    "intel": "intel",
}
ONE = Range(1, 1)


@dataclass(frozen=True)
class Gpu(Meaning):
    """ "The number of GPUs. Defaults to 1." What is None may be anything."""

    vendor: Optional[str] = None
    name: Optional[List[str]] = None
    count: Range[int] = ONE
    memory: Optional[Range[float]] = None
    total_memory: Optional[Range[float]] = None
    compute_capability: Optional[str] = None


def read_gpu(value: Any) -> Gpu:
    """Observed: a whole number is read as text; so is a boolean, which makes it a GPU's name."""
    if isinstance(value, dict):
        return Gpu(**read_record(OBJECT, value))
    if isinstance(value, (str, int)):
        return Gpu(**read_tokens(str(value)))
    raise refusal(f"expected a count, text or a mapping, not {kind_of(value)}")


def read_tokens(text: str) -> Dict[str, Any]:
    """ "A100, 80GB:2, etc." Observed: tokens in any order, each kind once; spaces do not count."""
    found: Dict[str, Any] = {}
    for token in text.replace(" ", "").split(":"):
        field, meaning = classify(token)
        if field in found:
            raise refusal(f"more than one {field}")
        found[field] = meaning
    return found


def classify(token: str) -> Tuple[str, Any]:
    """What a token of the short syntax says, and about which field. Its letters decide."""
    if not token:
        raise refusal("an empty part in the GPU requirements")
    if token.lower() in VENDORS:
        return "vendor", VENDORS[token.lower()]
    if token[0].isalpha():
        return "name", split_names(token)
    if any(character.isalpha() for character in token):
        return "memory", read_memory_range(token)
    return "count", read_count(token)


def split_names(token: str) -> List[str]:
    names = token.split(",")
    if "" in names:
        raise refusal("an empty GPU name")
    return modern_names(names)


def modern_names(names: List[str]) -> List[str]:
    """Observed: the old way to name a TPU, `tpu-v2-8`, still works."""
    return [name[len("tpu-") :] if name.startswith("tpu-") else name for name in names]


def read_vendor(value: Any) -> str:
    vendor = VENDORS.get(value.lower()) if isinstance(value, str) else None
    if vendor is None:
        raise refusal(f"expected one of {', '.join(VENDORS)}")
    return vendor


def read_gpu_names(value: Any) -> List[str]:
    """ "The GPU name or list of names." A comma has no meaning here."""
    return modern_names(read_names(value))


def read_compute_capability(value: Any) -> str:
    """ "e.g., 7.5". Observed: 8.0 is good and 8 is not; a pair [8, 6] is good.

    Observed: strip() drops more around the text than int() does around a number.
    """
    parts = value
    if isinstance(value, (str, float)):
        parts = str(value).strip().split(".")
    if not isinstance(parts, list) or len(parts) != 2:
        raise refusal("expected a compute capability such as 7.5")
    major, minor = map(read_integer, parts)
    return f"{major}.{minor}"


OBJECT = {
    "vendor": optional(read_vendor),
    "name": optional(read_gpu_names),
    "count": defaulted(read_count, ONE),
    "memory": optional(read_memory_range),
    "total_memory": optional(read_memory_range),
    "compute_capability": optional(read_compute_capability),
}
