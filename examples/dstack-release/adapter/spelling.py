"""Canonical texts of values that the release holds as numbers."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any, Callable, Optional, Union

UNITS = (("w", 7 * 24 * 3600), ("d", 24 * 3600), ("h", 3600), ("m", 60), ("s", 1))


def spell_duration(seconds: Optional[int]) -> str:
    """Spells seconds in the largest unit that divides them. None is unlimited, and a negative number stays bare."""
    if seconds is None:
        return "off"
    if seconds < 0:
        return str(int(seconds))
    if seconds == 0:
        return "0s"
    unit, size = next((unit, size) for unit, size in UNITS if seconds % size == 0)
    return f"{seconds // size}{unit}"


def spell_memory(gigabytes: float) -> str:
    """Spells gigabytes as the shortest decimal that reads back as the same number, without an exponent."""
    if not math.isfinite(gigabytes):
        return f"{gigabytes}GB"
    digits = format(Decimal(repr(float(gigabytes))), "f")
    return f"{digits[:-2] if digits.endswith('.0') else digits}GB"


def spell_range(limits: Any, spell: Callable[[Any], str] = str) -> str:
    """Spells `a..b`, `a..`, `..b`, or `a` where both ends are equal."""
    if limits.min is not None and limits.min == limits.max:
        return spell(limits.min)
    low = "" if limits.min is None else spell(limits.min)
    high = "" if limits.max is None else spell(limits.max)
    return f"{low}..{high}"


def spell_optional_memory_range(limits: Optional[Any]) -> Optional[str]:
    return None if limits is None else spell_range(limits, spell_memory)


def spell_port(mapping: Any) -> str:
    local = "*" if mapping.local_port is None else mapping.local_port
    return f"{local}:{mapping.container_port}"


def spell_price(price: Optional[float]) -> Optional[Union[int, float]]:
    """Returns whole numbers without a fraction. JSON has no infinity, so an infinite price is lost."""
    if price is None or not math.isfinite(price):
        return None
    return int(price) if price == int(price) else price
