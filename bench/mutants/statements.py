"""Mutation operators for statements: each yields what may stand in the place of one."""

from __future__ import annotations

import ast
from typing import Callable, Iterator, List, Optional, Tuple

from expressions import CUTS, changed, cut_of, method, replaced, without

Variants = Iterator[List[ast.stmt]]
Function = Optional[ast.FunctionDef]


def deletion(node: ast.stmt, _function: Function) -> Variants:
    if isinstance(node, (ast.Assign, ast.AugAssign, ast.Expr, ast.Raise, ast.If, ast.For, ast.Break)):
        yield [ast.Pass()]


def condition(node: ast.stmt, _function: Function) -> Variants:
    """Negated, never, always."""
    if isinstance(node, (ast.If, ast.While)):
        yield [changed(node, test=ast.UnaryOp(ast.Not(), node.test))]
        yield [changed(node, test=ast.Constant(False))]
        if not isinstance(node, ast.While):
            yield [changed(node, test=ast.Constant(True))]


def returned(node: ast.stmt, function: Function) -> Variants:
    """Nothing returned, its opposite, a part of it, or its text trimmed."""
    if not isinstance(node, ast.Return) or node.value is None:
        return
    kind = ast.unparse(function.returns) if function is not None and function.returns is not None else ""
    yield [ast.Return(ast.Constant(None))]
    if kind == "bool" or kind.startswith("Union"):
        yield [ast.Return(ast.UnaryOp(ast.Not(), node.value))]
    if kind in ("int", "float"):
        for step in (1, -1):
            yield [ast.Return(ast.BinOp(node.value, ast.Add(), ast.Constant(step)))]
        yield [ast.Return(ast.Call(ast.Name("abs", ast.Load()), [node.value], []))]
    if kind == "str":
        yield [ast.Return(ast.Constant(""))]
        for name in ("strip", "lower", "upper"):
            yield [ast.Return(method(node.value, name))]
    if kind.startswith("List["):
        for cut in CUTS:
            yield [ast.Return(cut_of(node.value, cut))]


def loop(node: ast.stmt, _function: Function) -> Variants:
    """Only some of what is looped over, or an end after the first or before the last."""
    if not isinstance(node, ast.For):
        return
    for cut in CUTS:
        yield [changed(node, iter=cut_of(node.iter, cut))]
    yield [changed(node, body=[*node.body, ast.Break()])]


def jump(node: ast.stmt, _function: Function) -> Variants:
    if isinstance(node, ast.Break):
        yield [ast.Continue()]


def swallowed(node: ast.stmt, _function: Function) -> Variants:
    """Exceptions that are caught and forgotten, or not caught at all."""
    if not isinstance(node, ast.Try):
        return
    yield node.body
    for index, handler in enumerate(node.handlers):
        forgotten = changed(handler, body=[ast.Pass()])
        yield [changed(node, handlers=replaced(node.handlers, index, forgotten))]
        if len(node.handlers) > 1:
            yield [changed(node, handlers=without(node.handlers, index))]


def augmented(node: ast.stmt, _function: Function) -> Variants:
    if isinstance(node, ast.AugAssign):
        yield [changed(node, op=ast.Sub())]
        yield [ast.Assign([node.target], node.value, lineno=node.lineno)]


def branch(node: ast.stmt, _function: Function) -> Variants:
    if isinstance(node, ast.If) and node.orelse:
        yield [changed(node, orelse=[])]
        yield [changed(node, body=node.orelse, orelse=node.body)]


STATEMENT_OPERATORS: List[Tuple[str, Callable[[ast.stmt, Function], Variants]]] = [
    ("deletion", deletion),
    ("condition", condition),
    ("return", returned),
    ("loop", loop),
    ("jump", jump),
    ("exception", swallowed),
    ("augmented", augmented),
    ("branch", branch),
]
