"""JSON-RPC 2.0 over standard input and output, one message per line."""

from __future__ import annotations

import json
import os
from typing import Any, BinaryIO, Dict, Iterator, List, Optional, Tuple

from verdict import Accepted, Judge, JudgeText, Rejected, ReleaseCrashed, Verdict

PROTOCOL = 1
WINDOW = 256

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND = -32700, -32600, -32601
INVALID_PARAMS, INTERNAL_ERROR = -32602, -32603


class Conversation:
    """Answers requests with what a release makes of documents."""

    def __init__(self, release: str, judge: Judge, judge_text: JudgeText) -> None:
        self._release = release
        self._judge = judge
        self._judge_text = judge_text

    def hold(self, source: int, sink: BinaryIO) -> None:
        """Answers what one read brings, then writes once."""
        for lines in read_lines(source):
            answers: List[str] = []
            stops = False
            for line in lines:
                answer, stops = self._answer(line)
                answers.append(answer)
                if stops:
                    break
            sink.write("".join(answers).encode("ascii"))
            sink.flush()
            if stops:
                break

    def _answer(self, line: bytes) -> Tuple[str, bool]:
        """Returns the answer to a line, empty where none is due, and whether the line asks to stop."""
        if not line.strip():
            return "", False
        try:
            message = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            return failure(None, PARSE_ERROR, f"not a line of JSON: {error}"), False
        method = message.get("method") if isinstance(message, dict) else None
        if not isinstance(method, str):
            return failure(None, INVALID_REQUEST, "not a JSON-RPC request"), False
        return self._call(method, message.get("params"), message.get("id")), method == "shutdown"

    def _call(self, method: str, params: Any, request: Any) -> str:
        if method == "initialize":
            return result(request, self._introduction())
        if method == "normalize":
            return self._normalize(request, params)
        if method == "shutdown":
            return result(request, None)
        return failure(request, METHOD_NOT_FOUND, "unknown method")

    def _introduction(self) -> Dict[str, Any]:
        return {
            "protocol": PROTOCOL,
            "implementation": {"name": "dstack", "version": self._release, "language": "Python"},
            "spec": f"dstack-{self._release}/task",
            "inputs": ["json", "yaml"],
            "window": WINDOW,
        }

    def _normalize(self, request: Any, params: Any) -> str:
        """Answers a crash of the release with an error, because a crash is no rejection."""
        if not isinstance(params, dict) or ("config" in params) == ("yaml" in params):
            return failure(request, INVALID_PARAMS, "params are either {config} or {yaml}")
        try:
            if "yaml" in params:
                verdict = self._judge_text(params["yaml"])
            else:
                verdict = self._judge(params["config"])
        except ReleaseCrashed as crash:
            cause = crash.__cause__
            text = f"dstack crashed: {type(cause).__name__}: {cause}"
            return failure(request, INTERNAL_ERROR, text, {"stage": crash.stage})
        return result(request, answer_of(verdict))


def answer_of(verdict: Verdict) -> Dict[str, Any]:
    if isinstance(verdict, Accepted):
        return {"accepted": verdict.normal}
    return {"rejected": rejection_of(verdict)}


def rejection_of(verdict: Rejected) -> List[Dict[str, Any]]:
    """Returns the violations. The keys `stage` and `check` are for measurements: the protocol ignores them."""
    where = {"stage": verdict.stage, **({"check": verdict.check} if verdict.check else {})}
    return [
        {**({} if each.path is None else {"path": each.path}), "message": each.message, **where}
        for each in verdict.violations
    ]


def read_lines(source: int) -> Iterator[List[bytes]]:
    """Yields the lines that each read completes. The last line may go without its end."""
    unfinished = b""
    while True:
        chunk = os.read(source, 1 << 16)
        if not chunk:
            break
        unfinished += chunk
        if b"\n" in chunk:
            *lines, unfinished = unfinished.split(b"\n")
            yield lines
    yield [unfinished]


def result(request: Any, value: Any) -> str:
    return encode({"jsonrpc": "2.0", "id": request, "result": value})


def failure(request: Any, code: int, message: str, data: Optional[Any] = None) -> str:
    error = {"code": code, "message": message, **({} if data is None else {"data": data})}
    return encode({"jsonrpc": "2.0", "id": request, "error": error})


def encode(message: Dict[str, Any]) -> str:
    """Escapes everything outside ASCII, so that a lone surrogate survives."""
    return json.dumps(message, separators=(",", ":"), allow_nan=False) + "\n"
