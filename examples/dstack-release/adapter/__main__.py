"""An adapter around the installed dstack package of a release.

    python adapter RELEASE [--plain]
"""

from __future__ import annotations

import functools
import importlib
import os
import sys
import traceback
from typing import BinaryIO, List

from conversation import Conversation
from plain import run_plain
from reading import judge_yaml

# The module that knows the way through each release.
MODULES = {"0.18.42": "release_0_18_42", "0.21.2": "release_0_21_2"}

USAGE, FAULT = 64, 70


def main(arguments: List[str]) -> int:
    release, *flags = arguments or [""]
    if release not in MODULES or flags not in ([], ["--plain"]):
        print(f"usage: run {'|'.join(MODULES)} [--plain]", file=sys.stderr)
        return USAGE
    sink = take_standard_output()
    forget_server_settings()
    judge = importlib.import_module(MODULES[release]).judge
    judge_text = functools.partial(judge_yaml, judge)
    if flags:
        return run_plain(judge_text, sys.stdin.buffer, sink)
    Conversation(release, judge, judge_text).hold(sys.stdin.fileno(), sink)
    return 0


def take_standard_output() -> BinaryIO:
    """Returns standard output, and leads whatever the release prints to standard error."""
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sink


def forget_server_settings() -> None:
    """The verdict must not depend on the environment."""
    for name in [each for each in os.environ if each.startswith("DSTACK_SERVER_")]:
        del os.environ[name]


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
    except BaseException:
        # Python would exit with 1, which is a rejection in plain mode.
        traceback.print_exc()
        code = FAULT
    sys.stderr.flush()
    # The release holds so much that an orderly end of Python takes longer than the suite waits.
    os._exit(code)
