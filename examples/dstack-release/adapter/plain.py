"""One document on standard input: exit code 0 accepts, 1 rejects, and 2 is a crash of the release."""

from __future__ import annotations

import json
import sys
import traceback
from typing import BinaryIO

from verdict import Accepted, JudgeText, ReleaseCrashed

ACCEPTED, REJECTED, CRASHED = 0, 1, 2


def run_plain(judge_text: JudgeText, source: BinaryIO, sink: BinaryIO) -> int:
    """Returns the exit code. JSON is read as YAML, as the command line would read it."""
    try:
        verdict = judge_text(source.read().decode("utf-8"))
    except ReleaseCrashed:
        traceback.print_exc()
        return CRASHED
    except UnicodeDecodeError as error:
        print(error, file=sys.stderr)
        return REJECTED
    if isinstance(verdict, Accepted):
        sink.write(json.dumps(verdict.normal, allow_nan=False).encode("ascii") + b"\n")
        sink.flush()
        return ACCEPTED
    for violation in verdict.violations:
        print(f"{verdict.stage}: {violation.path or ''} {violation.message}", file=sys.stderr)
    return REJECTED
