"""An adapter for dstack-conformance, with the standard library alone. It is right about the fields in DECLARED.

The next step is one more field, such as `nodes`: a reader and a default here, and its name in DECLARED. `certify` then
asks for that field too. A reader may as well call the program that you already have.
"""

import json
import sys

DECLARED = ["type", "spot_policy", "creation_policy"]


def read(name, given):
    """Returns what an answer says of a field, or raises why the given value is refused."""
    if name == "type":
        return one_of(["task"], given)
    if name == "spot_policy":
        return "on-demand" if given is None else one_of(["spot", "on-demand", "auto"], given)
    if name == "creation_policy":
        return "reuse-or-create" if given is None else one_of(["reuse", "reuse-or-create"], given)
    if name == "commands":
        return given  # It is not declared, but always there.
    raise ValueError("no such field")


def one_of(words, given):
    if given not in words:
        raise ValueError(f"not one of {', '.join(words)}")
    return given


def normalize(config):
    if not isinstance(config, dict) or "type" not in config:
        return rejected("", "not a mapping with a type")
    # The values of fields that are left out: an answer must say them, too.
    task = {"spot_policy": "on-demand", "creation_policy": "reuse-or-create"}
    for name, given in config.items():
        try:
            task[name] = read(name, given)
        except ValueError as why:
            return rejected("/" + name.replace("~", "~0").replace("/", "~1"), str(why))
    return {"accepted": task}


def rejected(path, message):
    """The path is a JSON Pointer. One violation is enough of several."""
    return {"rejected": [{"path": path, "message": message}]}


def answer(method, params):
    if method == "initialize":
        me = {"name": "task-adapter", "version": "0.1", "language": "Python"}
        return {"result": {"protocol": 1, "implementation": me, "inputs": ["json"], "window": 64, "fields": DECLARED}}
    if method == "normalize" and "config" in params:
        return {"result": normalize(params["config"])}
    if method == "normalize":  # It has "yaml" instead, for who declares that input.
        return {"result": {"unsupported": "no YAML is read"}}
    return {"error": {"code": -32601, "message": "unknown method"}}


for request in map(json.loads, sys.stdin.buffer):
    if request["method"] == "shutdown":
        break
    reply = answer(request["method"], request.get("params"))
    print(json.dumps({"jsonrpc": "2.0", "id": request["id"], **reply}), flush=True)
