#!/usr/bin/env python3
"""dstack's `task` configuration behind JSON-RPC 2.0: one message per line, on stdin and stdout.

    → {"jsonrpc":"2.0","id":1,"method":"normalize","params":{"config":{"type":"task", ...}}}
    ← {"jsonrpc":"2.0","id":1,"result":{"accepted":{...}}}

What a configuration means is decided in `taskconf`; this file only talks.
"""

from __future__ import annotations

import json
import math
import os
import re
import sys
from typing import Any, Callable, Dict, Iterator, List, Tuple

from taskconf import Accepted, interpret

PROTOCOL = 1
IMPLEMENTATION = {"name": "dstack-task-python", "version": "1.0.0", "language": "python"}

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND = -32700, -32600, -32601
INVALID_PARAMS, INTERNAL_ERROR = -32602, -32603


def main() -> int:
    """Answers what one read brings, then writes once: no request waits, and little is flushed."""
    for lines in read_lines():
        answers: List[str] = []
        stops = False
        for line in lines:
            answer, stops = answer_line(line)
            answers.append(answer)
            if stops:
                break
        sys.stdout.buffer.write("".join(answers).encode("ascii"))
        sys.stdout.buffer.flush()
        if stops:
            break
    return 0


def read_lines() -> Iterator[List[bytearray]]:
    """The lines that each read from stdin completes; the last line may go without its end."""
    unfinished = bytearray()
    while True:
        chunk = os.read(sys.stdin.fileno(), 1 << 16)
        if not chunk:
            break
        unfinished += chunk
        if b"\n" in chunk:
            *lines, unfinished = unfinished.split(b"\n")
            yield lines
    yield [unfinished]


def answer_line(line: bytearray) -> Tuple[str, bool]:
    """The answer to one line, empty where none is due, and whether the line asks to stop."""
    if not line.strip():
        return "", False
    try:
        message = parse(line.decode("utf-8"))
    except ValueError as error:
        return failure(None, PARSE_ERROR, f"not a line of JSON: {error}"), False
    method = message.get("method") if isinstance(message, dict) else None
    if not isinstance(method, str) or not is_id(message.get("id")):
        return failure(None, INVALID_REQUEST, "not a JSON-RPC request"), False
    answer = call(method, message.get("params"), message.get("id"))
    # A request without an id is a notification: it is obeyed, but not answered.
    return answer if "id" in message else "", method == "shutdown"


def call(method: str, params: Any, request: Any) -> str:
    """The answer to a request, whatever happens."""
    if method not in METHODS:
        return failure(request, METHOD_NOT_FOUND, "unknown method")
    try:
        return encode({"jsonrpc": "2.0", "id": request, "result": METHODS[method](params)})
    except WrongParams as error:
        return failure(request, INVALID_PARAMS, str(error))
    except Exception as error:  # a defect of this program; the next request may do better
        return failure(request, INTERNAL_ERROR, type(error).__name__)


class WrongParams(Exception):
    """A request whose parameters make no sense."""


def initialize(params: Any) -> Dict[str, Any]:
    if not isinstance(params, dict) or params.get("protocol") != PROTOCOL:
        raise WrongParams(f"this implementation speaks protocol {PROTOCOL}")
    return {
        "protocol": PROTOCOL,
        "implementation": IMPLEMENTATION,
        "inputs": ["json"],
        "window": 256,
    }


def normalize(params: Any) -> Dict[str, Any]:
    if not isinstance(params, dict) or "config" not in params:
        return {"unsupported": "only documents given as JSON, in params.config"}
    verdict = interpret(params["config"])
    if isinstance(verdict, Accepted):
        return {"accepted": verdict.normal}
    return {"rejected": [{"path": v.pointer, "message": v.message} for v in verdict.violations]}


def shutdown(_params: Any) -> None:
    return None


METHODS: Dict[str, Callable[[Any], Any]] = {
    "initialize": initialize,
    "normalize": normalize,
    "shutdown": shutdown,
}


def is_id(value: Any) -> bool:
    """Only null, text and finite numbers; anything else would be unsafe to echo."""
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or (isinstance(value, (str, int)) and not isinstance(value, bool))


def failure(request: Any, code: int, message: str) -> str:
    return encode({"jsonrpc": "2.0", "id": request, "error": {"code": code, "message": message}})


# JSON. Python's reader takes NaN and Infinity, refuses deep nesting and very long integers;
# its writer escapes everything outside ASCII, so that a lone surrogate survives.


def parse(text: str) -> Any:
    """Any JSON value; of equal keys the last one wins. Raises ValueError on anything else."""
    try:
        return DECODER.decode(text)
    except RecursionError:
        return DECODER.decode(fold_deep_nesting(text))


def encode(message: Dict[str, Any]) -> str:
    return ENCODER.encode(message) + "\n"


def read_long_integer(digits: str) -> float:
    """NON-SPEC: an integer of a thousand digits is as good as infinite."""
    return int(digits) if len(digits) < 1000 else float(digits)


def refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


DECODER = json.JSONDecoder(parse_int=read_long_integer, parse_constant=refuse_constant)
ENCODER = json.JSONEncoder(separators=(",", ":"), allow_nan=False)

STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]')


def fold_deep_nesting(text: str, deepest: int = 100) -> str:
    """Replaces what is nested too deeply by `[]`.

    No request and no configuration goes that deep, so the verdict stays the same.
    """
    kept: List[str] = []
    depth = start = 0
    for token in STRING_OR_BRACKET.finditer(text):
        if token[0] in "[{":
            depth += 1
            if depth == deepest:
                kept.append(text[start : token.start()] + "[]")
        elif token[0] in "]}":
            if depth == deepest:
                start = token.end()
            depth -= 1
    return "".join(kept) + (text[start:] if depth < deepest else "")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the other side has gone: nothing left to say, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
