"""What a release makes of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Optional, Union


@dataclass(frozen=True)
class Violation:
    """One complaint. `path` is a JSON Pointer, and None where the release names no place."""

    message: str
    path: Optional[str] = None


@dataclass(frozen=True)
class Accepted:
    """The document is valid, and this is its normal form."""

    normal: Dict[str, Any]


@dataclass(frozen=True)
class Rejected:
    """The document is invalid.

    `stage` says where it was refused: `yaml` (reading), `model` (parsing) or `apply` (checks on the parsed file).
    `check` names the check at the stage `apply`.
    """

    stage: str
    violations: List[Violation]
    check: Optional[str] = None


Verdict = Union[Accepted, Rejected]

# Takes a document, or the text of a file, through a release. Raises ReleaseCrashed for a crash.
Judge = Callable[[Any], Verdict]
JudgeText = Callable[[str], Verdict]


class ReleaseCrashed(Exception):
    """The release ended with an exception that it does not report as an error. The cause is that exception."""

    def __init__(self, stage: str) -> None:
        super().__init__(stage)
        self.stage = stage
