"""Environment variables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Dict, List, Optional

from taskconf.reading import (
    Invalid,
    Meaning,
    Violation,
    kind_of,
    list_of,
    read_record,
    read_text,
    refusal,
    required,
)


@dataclass(frozen=True)
class Variable(Meaning):
    """A variable; without a value, it is to come from the environment of whoever runs the task."""

    name: str
    value: Optional[str]

    def spelled(self) -> str:
        return self.name if self.value is None else f"{self.name}={self.value}"


def read_env(value: Any) -> List[Variable]:
    """ "The mapping or the list of environment variables", by name.

    Observed: any text is a name. A list must not name a variable twice.
    """
    if isinstance(value, list):
        variables = list_of(read_assignment)(value)
        repeated = [n for n, times in Counter(v.name for v in variables).items() if times > 1]
        if repeated:
            raise refusal(f"set more than once: {', '.join(repeated)}")
    elif isinstance(value, dict):
        variables = read_variables(value)
    else:
        raise refusal(f"expected a mapping or a list, not {kind_of(value)}")
    return sorted(variables, key=lambda variable: variable.name)


def read_assignment(item: Any) -> Variable:
    """`NAME=value`, split at the first `=`, or `NAME` alone."""
    name, equals, value = read_text(item).partition("=")
    return Variable(name, value if equals else None)


def read_variables(mapping: Dict[str, Any]) -> List[Variable]:
    variables: List[Variable] = []
    violations: List[Violation] = []
    for name, value in mapping.items():
        try:
            variables.append(Variable(name, read_value(value)))
        except Invalid as invalid:
            violations += [violation.under(name) for violation in invalid.violations]
    if violations:
        raise Invalid(violations)
    return variables


def read_value(value: Any) -> Optional[str]:
    """Observed: `{key: NAME}` is how the release itself writes a variable without a value."""
    if isinstance(value, dict):
        read_record({"key": required(read_text)}, value)
        return None
    return read_text(value)
