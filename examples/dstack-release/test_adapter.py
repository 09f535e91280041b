"""Tests of the adapter without a release. Run with `python3 examples/dstack-release/test_adapter.py`."""

from __future__ import annotations

import io
import json
import os
import sys
import unittest
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Dict, List

sys.path.insert(0, str(Path(__file__).with_name("adapter")))

from conversation import Conversation
from plain import run_plain
from pointer import violations_of
from spelling import spell_duration, spell_memory, spell_port, spell_price, spell_range
from verdict import Accepted, Rejected, ReleaseCrashed, Verdict, Violation


def judge(data: Any) -> Verdict:
    """A release that takes any mapping, refuses any text, and crashes over the rest."""
    if isinstance(data, dict):
        return Accepted(data)
    if isinstance(data, str):
        return Rejected("apply", [Violation("no text"), Violation("again", "/a")], "name")
    raise ReleaseCrashed("model-crash") from KeyError("why")


def converse(*lines: str) -> List[Dict[str, Any]]:
    """Returns the answers to these lines."""
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{line}\n" for line in lines).encode("utf-8"))
    os.close(writing)
    sink = io.BytesIO()
    Conversation("1.2.3", judge, lambda text: judge(json.loads(text))).hold(reading, sink)
    os.close(reading)
    return [json.loads(line) for line in sink.getvalue().splitlines()]


def request(method: str, params: Any = None) -> str:
    return json.dumps({"jsonrpc": "2.0", "id": 7, "method": method, "params": params})


class ConversationTest(unittest.TestCase):
    def test_introduces_the_release(self) -> None:
        [answer] = converse(request("initialize", {"protocol": 1}))
        self.assertEqual(answer["result"]["implementation"]["version"], "1.2.3")
        self.assertEqual(answer["result"]["inputs"], ["json", "yaml"])
        self.assertGreaterEqual(answer["result"]["window"], 64)

    def test_answers_json_and_yaml(self) -> None:
        for params in ({"config": {"a": 1}}, {"yaml": '{"a": 1}'}):
            self.assertEqual(converse(request("normalize", params))[0]["result"], {"accepted": {"a": 1}})

    def test_a_rejection_says_stage_and_check(self) -> None:
        [answer] = converse(request("normalize", {"config": "x"}))
        self.assertEqual(
            answer["result"]["rejected"],
            [
                {"message": "no text", "stage": "apply", "check": "name"},
                {"path": "/a", "message": "again", "stage": "apply", "check": "name"},
            ],
        )

    def test_a_crash_is_an_error_and_not_a_rejection(self) -> None:
        [answer] = converse(request("normalize", {"config": 1}))
        self.assertEqual(answer["error"]["code"], -32603)
        self.assertEqual(answer["error"]["data"], {"stage": "model-crash"})
        self.assertIn("KeyError", answer["error"]["message"])

    def test_stops_at_shutdown(self) -> None:
        answers = converse(request("shutdown"), request("normalize", {"config": {}}))
        self.assertEqual(len(answers), 1)

    def test_an_unknown_method_and_broken_lines_are_errors(self) -> None:
        answers = converse(request("guess"), "{", "[]", request("normalize", {}))
        codes = [answer["error"]["code"] for answer in answers]
        self.assertEqual(codes, [-32601, -32700, -32600, -32602])


class PlainTest(unittest.TestCase):
    def run_on(self, text: str) -> Any:
        sink = io.BytesIO()
        code = run_plain(lambda each: judge(json.loads(each)), io.BytesIO(text.encode("utf-8")), sink)
        return code, sink.getvalue()

    def setUp(self) -> None:
        self.addCleanup(setattr, sys, "stderr", sys.stderr)
        sys.stderr = io.StringIO()

    def test_prints_the_normal_form(self) -> None:
        self.assertEqual(self.run_on('{"a": 1}'), (0, b'{"a": 1}\n'))

    def test_tells_a_crash_from_a_rejection(self) -> None:
        self.assertEqual(self.run_on('"x"'), (1, b""))
        self.assertEqual(self.run_on("1"), (2, b""))


class SpellingTest(unittest.TestCase):
    def test_durations_have_the_largest_unit_that_divides_them(self) -> None:
        spelled = {None: "off", 0: "0s", -5: "-5", 90: "90s", 5400: "90m", 86400: "1d", 604800: "1w"}
        for seconds, text in spelled.items():
            self.assertEqual(spell_duration(seconds), text)

    def test_memory_has_no_exponent(self) -> None:
        spelled = {8.0: "8GB", 0.5: "0.5GB", 1e-7: "0.0000001GB", 1e22: "10000000000000000000000GB"}
        for gigabytes, text in spelled.items():
            self.assertEqual(spell_memory(gigabytes), text)

    def test_ranges_with_equal_ends_are_one_value(self) -> None:
        spelled = {(1, 2): "1..2", (1, None): "1..", (None, 2): "..2", (2, 2): "2", (0, 0): "0"}
        for (low, high), text in spelled.items():
            self.assertEqual(spell_range(SimpleNamespace(min=low, max=high)), text)

    def test_ports_and_prices(self) -> None:
        port = SimpleNamespace(local_port=None, container_port=80)
        self.assertEqual(spell_port(port), "*:80")
        self.assertEqual(spell_price(2.0), 2)
        self.assertEqual(spell_price(0.5), 0.5)
        self.assertIsNone(spell_price(float("inf")))


class PointerTest(unittest.TestCase):
    def test_names_each_place_once_and_escapes_it(self) -> None:
        errors = [
            {"loc": ("root", "a/b", 0), "msg": "first"},
            {"loc": ("root", "a/b", 0), "msg": "second"},
            {"loc": ("root", "~"), "msg": "third"},
        ]
        found = violations_of(errors, lambda location: location[1:])
        self.assertEqual(found, [Violation("first", "/a~1b/0"), Violation("third", "/~0")])


if __name__ == "__main__":
    unittest.main()
