#!/usr/bin/env python3
"""Lists the mutants of a Python program as JSON, one a line.

    list_mutants.py FOLDER [FILE...]

Without files, all of the folder but its tests. The order is that of the source, so the same program
always gives the same mutants, and what names one (file, function, source line, operator, change, and
a number where these are not unique) survives changes elsewhere in the file.

Not mutated, because nothing judges it: annotations, docstrings, imports and decorators; the text of
messages (what is given to `refusal`, `Violation`, `WrongParams` and `failure`, `kind_of` and `LEGACY`),
and the places that a rejection names (the path of `Violation`, and all of `under` and `pointer`), which
are a score and no condition; what the program calls itself, and the codes of its errors, as the suite
asks no malformed request; and `fold_deep_nesting`, as no document of the suite nests that deep.
"""

from __future__ import annotations

import ast
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, List, Optional, Tuple

from expressions import EXPRESSION_OPERATORS
from statements import STATEMENT_OPERATORS, Function

UNJUDGED_CALLS = {"Violation", "TypeVar"}
# Of isinstance, the kinds: an operator of its own changes these.
UNJUDGED_ARGUMENTS = {"refusal": [0], "WrongParams": [0], "failure": [2], "isinstance": [1]}
UNJUDGED_FUNCTIONS = {"kind_of", "under", "pointer", "fold_deep_nesting"}
UNJUDGED_NAMES = {
    *("Reader", "Key", "Table", "Volume", "Verdict", "__all__", "STRING_OR_BRACKET", "IMPLEMENTATION"),
    "LEGACY",
    *("PARSE_ERROR", "INVALID_REQUEST", "METHOD_NOT_FOUND", "INVALID_PARAMS", "INTERNAL_ERROR"),
}


@dataclass(frozen=True)
class Site:
    """A node in the place where it can be replaced, and the statement and function around it."""

    holder: Any
    field: str
    index: Optional[int]
    node: Any
    statement: ast.stmt
    function: Function

    def put(self, new: Any) -> None:
        if self.index is None:
            setattr(self.holder, self.field, new)
        else:
            getattr(self.holder, self.field)[self.index] = new


def main(folder: Path, names: List[str]) -> None:
    if not names:
        paths = [*sorted(folder.glob("*/*.py")), *sorted(folder.glob("*.py"))]
        names = [str(path.relative_to(folder)) for path in paths if not path.name.startswith("test_")]
    for name in names:
        for mutant in mutants_of(name, (folder / name).read_text("utf-8")):
            print(json.dumps(mutant))


def mutants_of(file: str, source: str) -> Iterator[dict]:
    tree = ast.parse(source)
    lines = source.splitlines()
    seen = {ast.unparse(tree)}
    times: Counter = Counter()
    for site in sites_in(tree, None, None):
        for operator, before, after in variants_at(site):
            text = unparsed(tree, site, after)
            if text is None or text in seen:
                continue
            seen.add(text)
            at = getattr(site.node, "lineno", site.statement.lineno)
            name = {
                "file": file,
                "function": site.function.name if site.function else "",
                "source": lines[at - 1].strip(),
                "operator": operator,
                "change": f"{short(before)} => {short(after)}",
            }
            key = tuple(name.values())
            times[key] += 1
            yield {**name, "nth": times[key], "line": at, "text": text}


def sites_in(node: ast.AST, statement: Optional[ast.stmt], function: Function) -> Iterator[Site]:
    """Every node that may be mutated, in the order of the source."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "bases", "ctx", "target", "targets"):
            continue
        children = value if isinstance(value, list) else [value]
        for index, child in enumerate(children):
            if not isinstance(child, ast.AST) or is_unjudged(node, field, index, child):
                continue
            around = child if isinstance(child, ast.stmt) else statement
            inside = child if isinstance(child, ast.FunctionDef) else function
            if isinstance(child, (ast.stmt, ast.expr)) and around is not None:
                where = index if isinstance(value, list) else None
                yield Site(node, field, where, child, around, function)
            yield from sites_in(child, around, inside)


def is_unjudged(parent: ast.AST, field: str, index: int, child: ast.AST) -> bool:
    if isinstance(child, (ast.Import, ast.ImportFrom)) or is_docstring(child):
        return True
    if isinstance(child, ast.FunctionDef):
        return child.name in UNJUDGED_FUNCTIONS
    if isinstance(child, ast.Assign):
        named = [node.id for target in child.targets for node in ast.walk(target) if isinstance(node, ast.Name)]
        return any(name in UNJUDGED_NAMES for name in named)
    if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in UNJUDGED_CALLS:
        return True
    if isinstance(child, ast.ListComp) and ".under(" in ast.unparse(child.elt):
        return True
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and field == "args":
        return index in UNJUDGED_ARGUMENTS.get(parent.func.id, [])
    return isinstance(parent, ast.arguments) and field != "defaults" and field != "kw_defaults"


def is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def variants_at(site: Site) -> Iterator[Tuple[str, Any, Any]]:
    """Operator, what is replaced, and by what."""
    if isinstance(site.node, ast.expr):
        for name, operator in EXPRESSION_OPERATORS:
            for new in operator(site.node):
                yield name, site.node, new
        if isinstance(site.node, ast.Name) and site.function is not None:
            for other in others_of(site.function, site.node.id):
                yield "variable", site.node, ast.Name(other, ast.Load())
    elif isinstance(site.node, ast.stmt):
        for name, operator in STATEMENT_OPERATORS:
            for body in operator(site.node, site.function):
                yield name, site.node, body


def others_of(function: ast.FunctionDef, name: str) -> List[str]:
    """The other variables of a function, where the name is one of them."""
    args = [arg.arg for arg in function.args.args]
    stored = [
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    names = dict.fromkeys([*args, *stored])
    return [other for other in names if other != name] if name in names else []


def unparsed(tree: ast.Module, site: Site, new: Any) -> Optional[str]:
    """The whole program with one node replaced; None where that is no program."""
    site.put(ast.If(ast.Constant(True), new, []) if isinstance(new, list) else new)
    try:
        if isinstance(new, list) and len(new) == 1:
            site.put(new[0])
        text = ast.unparse(tree)
        compile(text, "mutant", "exec")
        return text
    except (SyntaxError, ValueError, TypeError, RecursionError):
        return None
    finally:
        site.put(site.node)


def short(node: Any) -> str:
    text = "; ".join(map(ast.unparse, node)) if isinstance(node, list) else ast.unparse(node)
    line = " ".join(text.split())
    return line if len(line) <= 160 else f"{line[:120]} … {line[-37:]}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
