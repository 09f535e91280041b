"""The text of a file as the value that a release is given."""

from __future__ import annotations

import yaml

from verdict import Judge, Rejected, ReleaseCrashed, Verdict, Violation


def judge_yaml(judge: Judge, text: str) -> Verdict:
    """Reads a file as the command line does.

    The command line lets the reader's errors through. They count as rejections, because they say what is wrong and
    where. Any other exception, such as that over the date 2024-02-30, is a crash.
    """
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        return Rejected("yaml", [Violation(" ".join(str(error).split()))])
    except Exception as error:
        raise ReleaseCrashed("yaml-crash") from error
    return judge(data)
