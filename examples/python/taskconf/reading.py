"""What every field is built from: readers, the violations they find, and tables of fields.

A reader takes any JSON value and returns what it means, or raises `Invalid` with every
violation in it. Paths are relative while they travel upwards: each level that reads a
child puts the child's key in front.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple, TypeVar, Union

T = TypeVar("T")
Reader = Callable[[Any], T]
Key = Union[str, int]


@dataclass(frozen=True)
class Violation:
    """One thing that the configuration may not do, and where it does it."""

    message: str
    path: Tuple[Key, ...] = ()

    def under(self, key: Key) -> Violation:
        return Violation(self.message, (key, *self.path))

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer (RFC 6901)."""
        return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in self.path)


class Invalid(Exception):
    """A value that is not allowed where it stands."""

    def __init__(self, violations: Iterable[Violation]) -> None:
        super().__init__()
        self.violations = list(violations)


def refusal(message: str) -> Invalid:
    """The exception for one violation by the value itself."""
    return Invalid([Violation(message)])


class Meaning:
    """A typed value that knows its spelling in the normal form."""

    def spelled(self) -> Any:
        """By default a mapping of its attributes, in the order of their declaration."""
        return dict(vars(self))


def spell(value: Any) -> Any:
    """The normal form of typed values, all the way down."""
    if isinstance(value, Meaning):
        return spell(value.spelled())
    if isinstance(value, dict):
        return {key: spell(child) for key, child in value.items()}
    if isinstance(value, list):
        return [spell(child) for child in value]
    return value


# Scalars. A boolean is an `int` to Python, and to the release too: it counts as 0 or 1.

# Python's own int() and float() also take `1_000`, `٣` and `nan`, which no one should write.
# NON-SPEC: a thousand digits are enough (CPython refuses texts of more than 4300).
INTEGER = re.compile(r"[+-]?[0-9]{1,1000}")
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")

# What int() and float() take around a number: less than strip() drops on its own.
BLANKS = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)

TRUE_WORDS = frozenset(["1", "on", "t", "true", "y", "yes"])
FALSE_WORDS = frozenset(["0", "off", "f", "false", "n", "no"])


def read_text(value: Any) -> str:
    """Text. Observed: a number or boolean becomes the text Python makes of it (`1.0`, `True`)."""
    if isinstance(value, (str, int, float)):
        return str(value)
    raise refusal(f"expected text, not {kind_of(value)}")


def read_integer(value: Any) -> int:
    """A whole number. Observed: fractions are cut towards zero, text may stand between spaces."""
    if isinstance(value, str) and INTEGER.fullmatch(value.strip(BLANKS)):
        return int(value)
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return int(value)
    raise refusal(f"expected a whole number, not {kind_of(value)}")


def read_number(value: Any) -> float:
    """A finite number. Observed: text may stand between spaces and have an exponent."""
    if isinstance(value, (int, float)) or (
        isinstance(value, str) and NUMBER.fullmatch(value.strip(BLANKS))
    ):
        try:
            number = float(value)
        except OverflowError:  # an integer of more than 308 digits
            number = math.inf
        if math.isfinite(number):
            return number
    raise refusal(f"expected a finite number, not {kind_of(value)}")


def read_boolean(value: Any) -> bool:
    """True or false. Observed: also 0 and 1, and words such as `yes` and `off` in any case."""
    if isinstance(value, str) and value.lower() in TRUE_WORDS | FALSE_WORDS:
        return value.lower() in TRUE_WORDS
    if isinstance(value, (int, float)) and value in (0, 1):
        return bool(value)
    raise refusal(f"expected a boolean, not {kind_of(value)}")


def one_of(*words: str) -> Reader[str]:
    """Exactly one of these words; case matters."""

    def read(value: Any) -> str:
        if isinstance(value, str) and value in words:
            return value
        raise refusal(f"expected one of {', '.join(words)}")

    return read


def kind_of(value: Any) -> str:
    """What a value is, for messages. Never shows the value: it may be huge, deep or secret."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, (int, float)):
        return "such a number"
    if isinstance(value, str):
        return "such text" if value else "empty text"
    return "a list" if isinstance(value, list) else "a mapping"


# Lists


def list_of(read: Reader[T]) -> Reader[List[T]]:
    """A list whose items all mean something; one violation does not hide the next."""

    def read_list(value: Any) -> List[T]:
        if not isinstance(value, list):
            raise refusal(f"expected a list, not {kind_of(value)}")
        items: List[T] = []
        violations: List[Violation] = []
        for index, item in enumerate(value):
            try:
                items.append(read(item))
            except Invalid as invalid:
                violations += [violation.under(index) for violation in invalid.violations]
        if violations:
            raise Invalid(violations)
        return items

    return read_list


def read_names(value: Any) -> List[str]:
    """A "name or list of names": one name alone is a list of one."""
    return list_of(read_text)(value) if isinstance(value, list) else [read_text(value)]


# Mappings


@dataclass(frozen=True)
class Field:
    """One key of a mapping: how its value is read, and what it means to leave it out."""

    read: Reader[Any]
    default: Any = None
    is_required: bool = False
    takes_null: bool = False


def required(read: Reader[Any]) -> Field:
    """Must be there, and not be null."""
    return Field(read, is_required=True)


def defaulted(read: Reader[Any], default: Any) -> Field:
    """May be left out, but not be null."""
    return Field(read, default)


def optional(read: Reader[Any], default: Any = None) -> Field:
    """May be left out; null means the same."""
    return Field(read, default, takes_null=True)


Table = Mapping[str, Field]


def read_mapping(
    table: Table, value: Any, hints: Optional[Mapping[str, str]] = None
) -> Tuple[Dict[str, Any], List[Violation]]:
    """The fields that could be read, in the table's order, and the violations of all others.

    `hints` maps unknown keys to something more helpful than that they are unknown.
    """
    if not isinstance(value, dict):
        return {}, [Violation(f"expected a mapping, not {kind_of(value)}")]
    fields: Dict[str, Any] = {}
    violations: List[Violation] = []
    for key, field in table.items():
        try:
            fields[key] = read_field(field, key in value, value.get(key))
        except Invalid as invalid:
            violations += [violation.under(key) for violation in invalid.violations]
    for key in value:
        if key not in table:
            violations.append(Violation((hints or {}).get(key, "unknown field"), (key,)))
    return fields, violations


def read_field(field: Field, is_present: bool, value: Any) -> Any:
    if field.is_required and not is_present:
        raise refusal("required, but missing")
    if not is_present or (value is None and field.takes_null):
        return field.default
    return field.read(value)


def read_record(table: Table, value: Any) -> Dict[str, Any]:
    """A mapping that is read as a whole or not at all."""
    fields, violations = read_mapping(table, value)
    if violations:
        raise Invalid(violations)
    return fields
