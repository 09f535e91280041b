"""Run with `python3 examples/python/test_dstack_task.py`."""

from __future__ import annotations

import json
import subprocess
import sys
import unittest
from pathlib import Path
from typing import Any, Dict, List, Tuple

from taskconf import Accepted, Rejected, interpret

PROGRAM = Path(__file__).with_name("dstack_task.py")

SCHEMA = Path(__file__).parents[2] / "spec/editions/dstack-0.18.42/schemas/normal-form.schema.json"

# The schema of the normal form gives each key its default.
DEFAULTS: Dict[str, Any] = {
    **{
        key: value.get("const", value.get("default"))
        for key, value in json.loads(SCHEMA.read_text())["properties"].items()
    },
    "commands": ["python train.py"],
}

TEXTS: List[Any] = ["a b", 8080, 1e20, True]


def task(**fields: Any) -> Dict[str, Any]:
    return {"type": "task", "commands": ["python train.py"], **fields}


class TaskTestCase(unittest.TestCase):
    def normal(self, **fields: Any) -> Dict[str, Any]:
        """The normal form of a task with these fields, which must be its own normal form."""
        verdict = interpret(task(**fields))
        if not isinstance(verdict, Accepted):
            self.fail(verdict)
        self.assertEqual(interpret(verdict.normal), verdict)
        return verdict.normal

    def assert_means(self, field: str, spellings: List[Any], meaning: Any) -> None:
        for spelling in spellings:
            with self.subTest(field=field, spelling=spelling):
                self.assertEqual(self.normal(**{field: spelling})[field], meaning)

    def resource(self, field: str, spelling: Any) -> Any:
        return self.normal(resources={field: spelling})["resources"][field]

    def assert_rejected(self, *pointers: str, **fields: Any) -> None:
        verdict = interpret(task(**fields))
        with self.subTest(fields=fields):
            if not isinstance(verdict, Rejected):
                self.fail(verdict)
            self.assertEqual([violation.pointer for violation in verdict.violations], [*pointers])


class Fields(TaskTestCase):
    def test_every_default_is_filled_in_and_in_order(self) -> None:
        self.assertEqual(json.dumps(self.normal()), json.dumps(DEFAULTS))

    def test_scalars_become_what_is_expected(self) -> None:
        self.assert_means("nodes", [2, 2.7, " 2", "+2"], 2)
        self.assert_means("privileged", [True, 1, 1.0, "yes", "ON", "t"], True)
        self.assert_means("commands", [TEXTS], ["a b", "8080", "1e+20", "True"])
        self.assert_means("python", [3.1, "3.10"], "3.10")
        self.assert_rejected("/nodes", nodes="1_000")
        self.assert_rejected("/nodes", nodes="٣")
        self.assert_rejected("/nodes", nodes=0.9)
        self.assert_rejected("/max_price", max_price="nan")
        self.assert_rejected("/python", python=3)

    def test_durations(self) -> None:
        self.assert_means("stop_duration", [300, "5m", "5  m", "300", "5m\n", None, True], "5m")
        self.assert_means("stop_duration", ["off", False], "off")
        self.assert_means("stop_duration", ["7d"], "1w")
        self.assert_means("stop_duration", [0, "0h"], "0s")
        self.assert_means("max_duration", ["-5"], "-5")
        self.assert_rejected("/max_duration", max_duration="1.5h")

    def test_deprecated_fields_fold_into_idle_duration(self) -> None:
        cases: List[Tuple[Dict[str, Any], str]] = [
            ({"idle_duration": "off"}, "off"),
            ({"idle_duration": -1}, "off"),
            ({"termination_idle_time": "10m"}, "10m"),
            ({"termination_idle_time": "10m", "idle_duration": "1h"}, "1h"),
            ({"termination_policy": "dont-destroy", "idle_duration": "1h"}, "off"),
            ({"termination_policy": "destroy-after-idle"}, "5m"),
        ]
        for fields, meaning in cases:
            with self.subTest(fields=fields):
                self.assertEqual(self.normal(**fields)["idle_duration"], meaning)

    def test_ranges_and_memory(self) -> None:
        for spelling in ["8..16", "8 GB .. 16gb", {"min": "8192MB", "max": 16}]:
            self.assertEqual(self.resource("memory", spelling), "8GB..16GB")
        self.assertEqual(self.resource("memory", "0.0000001GB"), "0.0000001GB")
        self.assertEqual(self.resource("memory", "8MB...16GB"), "0.0078125GB..0.16GB")
        self.assertEqual(self.resource("cpu", "2 .. 2"), "2")
        self.assertEqual(self.resource("disk", "1TB.."), {"size": "1024GB.."})
        self.assertIsNone(self.resource("disk", None))
        self.assert_rejected("/resources/cpu", resources={"cpu": "8..2"})
        self.assert_rejected("/resources/cpu", resources={"cpu": "2 8"})
        self.assert_rejected("/resources", resources=[])

    def test_gpus(self) -> None:
        def gpu(**fields: Any) -> Dict[str, Any]:
            anything = ["vendor", "name", "count", "memory", "total_memory", "compute_capability"]
            return {**dict.fromkeys(anything), "count": "1", **fields}

        whole = gpu(vendor="google", name=["v2-8", "A100"], count="2", memory="24GB..")
        self.assertEqual(self.resource("gpu", "24GB..:tpu-v2-8, A100:TPU:2"), whole)
        self.assertEqual(self.resource("gpu", 0), gpu(count="0"))
        self.assertEqual(self.resource("gpu", True), gpu(name=["True"]))
        self.assertEqual(
            self.resource("gpu", {"compute_capability": [8, 6]}), gpu(compute_capability="8.6")
        )
        for wrong in ["A100:", "A100:H100", "1:2", "A100,", 2.0, "", []]:
            self.assert_rejected("/resources/gpu", resources={"gpu": wrong})

    def test_env_ports_volumes(self) -> None:
        spelled = ["A", "A-B=1.0", "B=x=y"]
        self.assert_means("env", [["B=x=y", "A-B=1.0", "A"]], spelled)
        self.assert_means("env", [{"B": "x=y", "A-B": 1.0, "A": {"key": "A"}}], spelled)
        self.assert_rejected("/env", env=["A=1", "A"])
        self.assert_rejected("/env", env="")
        self.assert_means("ports", [[80, "080", "1:2", "*:3"]], ["80:80", "80:80", "1:2", "*:3"])
        self.assert_rejected("/ports/0", "/ports/1", ports=[0, "1 : 2"])
        self.assert_means(
            "volumes",
            [["a://b//c/", "/d/./e:/f"]],
            [
                {"name": ["a"], "path": "//b/c"},
                {"instance_path": "/d/e", "path": "/f", "optional": False},
            ],
        )
        self.assert_rejected("/volumes/0", "/volumes/1", volumes=["a/b:/c", "a:/b/../c"])
        self.assert_rejected("/volumes/0/path", volumes=["a:/workflow"])

    def test_working_dir_stays_inside(self) -> None:
        self.assert_means("working_dir", ["./a//../b/"], "a/../b")
        self.assert_rejected("/working_dir", working_dir="a/../../b")

    def test_retry(self) -> None:
        events = ["no-capacity", "interruption", "error"]
        self.assert_means("retry", [True, "on"], {"on_events": events, "duration": "1h"})
        self.assert_rejected("/retry/on_events", retry={"on_events": []})


class RulesBetweenFields(TaskTestCase):
    def test_an_image_excludes_python_and_nvcc(self) -> None:
        self.assert_rejected("/python", image="a", python="3.12")
        self.assert_rejected("/nvcc", image="a", nvcc=True)
        self.assertEqual(self.normal(image="", python="3.12")["image"], "")

    def test_only_an_image_may_do_without_commands(self) -> None:
        self.assertEqual(self.normal(image="a", commands=[])["commands"], [])
        self.assert_rejected("", image="", entrypoint="bash", commands=[])

    def test_amd_needs_an_image(self) -> None:
        self.assert_rejected("/image", resources={"gpu": "amd"})
        self.assertEqual(self.resource("gpu", "amd:0")["vendor"], "amd")

    def test_every_violation_is_found(self) -> None:
        fields = {"nodes": 0, "image": "x", "python": 3.12, "pool_name": "p", "a/b": 1}
        self.assert_rejected("/nodes", "/pool_name", "/a~1b", "/python", **fields)

    def test_any_value_gets_a_verdict(self) -> None:
        for document in [None, True, 1, 1e999, "task", [], ["task"], {}, {"type": ["task"]}]:
            with self.subTest(document=document):
                self.assertIsInstance(interpret(document), Rejected)


class Protocol(unittest.TestCase):
    def answers(self, *lines: str) -> List[Dict[str, Any]]:
        run = subprocess.run(
            [sys.executable, str(PROGRAM)],
            input="\n".join(lines).encode("utf-8"),
            stdout=subprocess.PIPE,
            timeout=60,
            check=True,
        )
        return [json.loads(line) for line in run.stdout.splitlines()]

    def test_a_session(self) -> None:
        hello, accepted, rejected, unsupported, unknown, goodbye = self.answers(
            '{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocol":1}}',
            '{"jsonrpc":"2.0","id":1,"method":"normalize","params":{"config":'
            '{"type":"task","commands":["a"],"env":{"V":1.0},"name":"x1","name":"x2"}}}',
            '{"jsonrpc":"2.0","id":2,"method":"normalize","params":{"config":{"type":"task"}}}',
            '{"jsonrpc":"2.0","id":3,"method":"normalize","params":{"yaml":"type: task"}}',
            '{"jsonrpc":"2.0","id":4,"method":"frobnicate"}',
            '{"jsonrpc":"2.0","id":5,"method":"shutdown"}',
            '{"jsonrpc":"2.0","id":6,"method":"shutdown"}',
        )
        self.assertEqual(hello["result"]["protocol"], 1)
        self.assertEqual(hello["result"]["inputs"], ["json"])
        self.assertEqual(accepted["result"]["accepted"]["env"], ["V=1.0"])
        self.assertEqual(accepted["result"]["accepted"]["name"], "x2")
        self.assertEqual(rejected["result"]["rejected"][0]["path"], "")
        self.assertIn("unsupported", unsupported["result"])
        self.assertEqual(unknown["error"]["code"], -32601)
        self.assertEqual(goodbye, {"jsonrpc": "2.0", "id": 5, "result": None})

    def test_hostile_lines_are_answered(self) -> None:
        def normalize(config: str) -> str:
            return '{"id":7,"method":"normalize","params":{"config":' + config + "}}"

        deep = "[" * 200_000 + "]" * 200_000
        *malformed, surrogate, digits, nested, stray = self.answers(
            "{",
            normalize("NaN"),
            "[" * 200_000,
            normalize(r'{"type":"task","commands":["\ud800"]}'),
            normalize('{"type":"task","commands":["a"],"nodes":1' + "0" * 100_000 + "}"),
            normalize('{"type":"task","commands":["a"],"user":' + deep + "}"),
            '{"id":[],"method":"normalize"}',
        )
        for answer in malformed:
            self.assertEqual((answer["id"], answer["error"]["code"]), (None, -32700))
        self.assertEqual(surrogate["result"]["accepted"]["commands"], ["\ud800"])
        self.assertEqual(digits["result"]["rejected"][0]["path"], "/nodes")
        self.assertEqual((nested["id"], nested["result"]["rejected"][0]["path"]), (7, "/user"))
        self.assertEqual(stray["error"]["code"], -32600)


if __name__ == "__main__":
    unittest.main()
