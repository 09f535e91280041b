"""The text of a file as the value that a release is given."""

from __future__ import annotations

import yaml

from verdict import Judge, Rejected, ReleaseCrashed, Verdict, Violation


def judge_yaml(judge: Judge, text: str) -> Verdict:
    """Reads a file as the command line does.

    The command line lets errors of the reader through. They count as rejections, because they name a place in the
    file. A ValueError comes from the constructors of numbers and dates.
    """
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:
        return Rejected("yaml", [Violation(" ".join(str(error).split()))])
    except Exception as error:
        raise ReleaseCrashed("yaml-crash") from error
    return judge(data)
