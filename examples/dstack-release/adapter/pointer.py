"""The places that an error of pydantic names, as JSON Pointers."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterable, List, Tuple, Union

from verdict import Violation

Location = Tuple[Union[str, int], ...]


def violations_of(
    errors: Iterable[Dict[str, Any]], place: Callable[[Location], Iterable[Union[str, int]]]
) -> List[Violation]:
    """Returns one violation per place that the errors name. `place` maps a location in models to one in the file."""
    found: Dict[str, Violation] = {}
    for error in errors:
        path = pointer(place(error["loc"]))
        found.setdefault(path, Violation(str(error["msg"]), path))
    return list(found.values())


def pointer(steps: Iterable[Union[str, int]]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)
