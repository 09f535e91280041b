"""Mutation operators for expressions: each yields wrong variants of a node."""

from __future__ import annotations

import ast
import copy
from typing import Any, Callable, Dict, Iterator, List, Tuple, Type

from patterns import wrong_patterns

Variants = Iterator[ast.expr]

COMPARISONS: Dict[Type[ast.cmpop], List[Type[ast.cmpop]]] = {
    ast.Lt: [ast.LtE, ast.Gt, ast.NotEq],
    ast.LtE: [ast.Lt, ast.GtE, ast.Eq],
    ast.Gt: [ast.GtE, ast.Lt, ast.NotEq],
    ast.GtE: [ast.Gt, ast.LtE, ast.Eq],
    ast.Eq: [ast.NotEq, ast.LtE, ast.GtE],
    ast.NotEq: [ast.Eq, ast.Lt, ast.Gt],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
}
ARITHMETIC: Dict[Type[ast.operator], List[Type[ast.operator]]] = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.FloorDiv, ast.Add],
    ast.Div: [ast.Mult, ast.FloorDiv],
    ast.FloorDiv: [ast.Mult, ast.Div],
    ast.Mod: [ast.Mult, ast.FloorDiv],
    ast.LShift: [ast.RShift],
    ast.BitOr: [ast.BitAnd],
}
WIDER = {
    "str": ["int", "object"],
    "int": ["float", "str"],
    "float": ["int", "str"],
    "dict": ["list", "str"],
    "list": ["dict", "str"],
    "bool": ["int"],
}
METHODS = {
    "lower": ["upper", "strip", "casefold"],
    "strip": ["lstrip", "rstrip", "lower"],
    "startswith": ["endswith", "__eq__", "__contains__"],
    "endswith": ["startswith", "__contains__"],
    "partition": ["rpartition"],
    "match": ["search", "fullmatch"],
    "fullmatch": ["match", "search"],
    "isalpha": ["isalnum", "isdigit", "isupper"],
    "finditer": ["findall"],
}
FUNCTIONS = {
    "required": ["optional", "defaulted"],
    "defaulted": ["optional", "required"],
    "optional": ["defaulted", "required"],
    "read_text": ["str", "read_integer", "read_names"],
    "read_integer": ["read_number", "read_text", "int"],
    "read_number": ["read_integer", "float"],
    "read_boolean": ["bool", "read_integer"],
    "read_names": ["read_text"],
    "read_count": ["read_memory_range", "read_integer"],
    "read_memory_range": ["read_count", "read_memory"],
    "read_memory": ["read_memory_range"],
    "read_path": ["read_text", "read_mount_target"],
    "read_mount_target": ["read_path", "read_text"],
    "read_port_number": ["read_integer"],
    "read_duration": ["read_integer", "read_text"],
    "read_texts": ["read_names"],
    "all": ["any"],
    "any": ["all"],
    "int": ["float", "round"],
    "float": ["int"],
    "str": ["repr"],
    "sorted": ["list", "reversed"],
    "PurePosixPath": ["str"],
}


def parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def changed(node: Any, **fields: Any) -> Any:
    """A copy of a node with other fields."""
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def without(items: List[Any], index: int) -> List[Any]:
    return [*items[:index], *items[index + 1 :]]


def replaced(items: List[Any], index: int, item: Any) -> List[Any]:
    return [*items[:index], item, *items[index + 1 :]]


def method(node: ast.expr, name: str, *args: ast.expr) -> ast.Call:
    return ast.Call(ast.Attribute(node, name, ast.Load()), list(args), [])


def compare(node: ast.expr) -> Variants:
    if not isinstance(node, ast.Compare):
        return
    for index, operator in enumerate(node.ops):
        others = COMPARISONS[type(operator)]
        if isinstance(operator, (ast.Is, ast.IsNot)) and ast.unparse(node.comparators[index]) != "None":
            others = [*others, ast.Eq if isinstance(operator, ast.Is) else ast.NotEq]
        for other in others:
            yield changed(node, ops=replaced(node.ops, index, other()))
    if isinstance(node.ops[0], (ast.Eq, ast.NotEq, ast.In, ast.NotIn)):
        for name in ("strip", "lower"):
            if not isinstance(node.left, ast.Constant) and f".{name}()" not in ast.unparse(node.left):
                yield changed(node, left=method(node.left, name))


def constant(node: ast.expr) -> Variants:
    if not isinstance(node, ast.Constant):
        return
    for value in wrong_constants(node.value):
        yield ast.Constant(value)


def wrong_constants(value: Any) -> Iterator[Any]:
    if isinstance(value, bool):
        yield not value
        yield None
    elif isinstance(value, (int, float)):
        yield from dict.fromkeys([value + 1, value - 1, 0])
    elif value is None:
        yield from (False, 0, "")
    elif isinstance(value, (str, bytes)):
        empty = value[:0]
        yield from dict.fromkeys([empty, value.swapcase(), value[1:], value[:-1]])
        if isinstance(value, str) and "-" in value:
            yield value.replace("-", "_")


def boolean(node: ast.expr) -> Variants:
    if not isinstance(node, ast.BoolOp):
        return
    yield changed(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for index in range(len(node.values)):
        yield changed(node, values=without(node.values, index))
        yield changed(node, values=replaced(node.values, index, ast.UnaryOp(ast.Not(), node.values[index])))


def unary(node: ast.expr) -> Variants:
    if isinstance(node, ast.UnaryOp):
        yield node.operand


def arithmetic(node: ast.expr) -> Variants:
    if not isinstance(node, ast.BinOp):
        return
    for other in ARITHMETIC[type(node.op)]:
        yield changed(node, op=other())
    yield node.left
    yield node.right


def conditional(node: ast.expr) -> Variants:
    if isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse
        yield changed(node, body=node.orelse, orelse=node.body)


def pattern(node: ast.expr) -> Variants:
    """The first argument of re.compile and its like."""
    if is_call_of_re(node) and isinstance(node.args[0], ast.Constant):
        for text in wrong_patterns(node.args[0].value):
            yield changed(node, args=[ast.Constant(text), *node.args[1:]])


def is_call_of_re(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
    )


def kind_check(node: ast.expr) -> Variants:
    """isinstance: one kind more or fewer, no boolean, null as well, nothing empty."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance"):
        return
    value, types = node.args
    kinds = [ast.unparse(each) for each in (types.elts if isinstance(types, ast.Tuple) else [types])]
    text = ast.unparse(value)
    for wider in dict.fromkeys(other for kind in kinds for other in WIDER.get(kind, [])):
        if wider not in kinds:
            yield parsed(f"isinstance({text}, ({', '.join([*kinds, wider])},))")
    for index in range(len(kinds) if len(kinds) > 1 else 0):
        yield parsed(f"isinstance({text}, ({', '.join(without(kinds, index))},))")
    if "int" in kinds:
        yield parsed(f"{ast.unparse(node)} and not isinstance({text}, bool)")
    yield parsed(f"{ast.unparse(node)} or {text} is None")
    yield parsed(f"{ast.unparse(node)} and bool({text})")
    yield parsed(f"{text} is not None")


def subscript(node: ast.expr) -> Variants:
    if not isinstance(node, ast.Subscript):
        return
    if isinstance(node.slice, ast.Slice):
        yield node.value
        for bound in ("lower", "upper"):
            if (end := getattr(node.slice, bound)) is not None:
                yield changed(node, slice=changed(node.slice, **{bound: None}))
                for step in (1, -1):
                    moved = ast.BinOp(end, ast.Add(), ast.Constant(step))
                    yield changed(node, slice=changed(node.slice, **{bound: moved}))


def call(node: ast.expr) -> Variants:
    if not isinstance(node, ast.Call):
        return
    func, args = node.func, node.args
    if isinstance(func, ast.Attribute):
        yield func.value
        for other in METHODS.get(func.attr, []):
            yield changed(node, func=changed(func, attr=other))
        if func.attr in ("split", "rsplit"):
            yield changed(node, args=[*args, ast.Constant(1)])
            yield changed(node, args=[])
        if func.attr == "get":
            yield changed(node, args=[*args[:1], ast.Constant("")])
    if len(args) == 1 and not node.keywords:
        yield args[0]
    for index, arg in enumerate(args):
        if len(args) > 1 or node.keywords:
            yield changed(node, args=without(args, index))
        if index > 0:
            yield changed(node, args=[*args[: index - 1], arg, args[index - 1], *args[index + 1 :]])
    for index in range(len(node.keywords)):
        yield changed(node, keywords=without(node.keywords, index))


def argument_text(node: ast.expr) -> Variants:
    """Text that is trimmed or put in lower case before it is looked at, or after it was made."""
    if not isinstance(node, ast.Call):
        return
    name = ast.unparse(node.func)
    if name == "str" or name == "read_text":
        for method_name in ("strip", "lower", "title"):
            yield method(node, method_name)
        yield method(node, "replace", ast.Constant(" "), ast.Constant(""))
    if name.endswith((".match", ".fullmatch")):
        trims = () if ".strip()" in ast.unparse(node.args[-1]) else ("strip", "rstrip", "lstrip")
        for method_name in (*trims, "lower"):
            yield changed(node, args=[*node.args[:-1], method(node.args[-1], method_name)])


def function_name(node: ast.expr) -> Variants:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        for other in FUNCTIONS.get(node.id, []):
            yield ast.Name(other, ast.Load())


MOST_ORDERED = 5


def collection(node: ast.expr) -> Variants:
    """An element dropped, or in its neighbour's place: not in lists of words to choose from and in mappings,
    whose order has no meaning. Of a mapping a value in its neighbour's place."""
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        for index in range(len(node.elts)):
            yield changed(node, elts=without(node.elts, index))
            if index > 0 and len(node.elts) <= MOST_ORDERED:
                yield changed(node, elts=swapped(node.elts, index))
    if isinstance(node, ast.Dict):
        for index in range(len(node.keys)):
            yield changed(node, keys=without(node.keys, index), values=without(node.values, index))
            if index > 0:
                yield changed(node, values=swapped(node.values, index))


def swapped(items: List[Any], index: int) -> List[Any]:
    return [*items[: index - 1], items[index], items[index - 1], *items[index + 1 :]]


def comprehension(node: ast.expr) -> Variants:
    if not isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp)):
        return
    first = node.generators[0]
    for index in range(len(first.ifs)):
        yield changed(node, generators=[changed(first, ifs=without(first.ifs, index)), *node.generators[1:]])
        negated = ast.UnaryOp(ast.Not(), first.ifs[index])
        yield changed(node, generators=[changed(first, ifs=replaced(first.ifs, index, negated))])
    for cut in CUTS:
        yield changed(node, generators=[changed(first, iter=cut_of(first.iter, cut)), *node.generators[1:]])


CUTS = ["[:1]", "[1:]", "[-1:]", "[:-1]", "[::-1]", "[:0]"]


def cut_of(iterable: ast.expr, cut: str) -> ast.expr:
    return parsed(f"list({ast.unparse(iterable)}){cut}")


EXPRESSION_OPERATORS: List[Tuple[str, Callable[[ast.expr], Variants]]] = [
    ("comparison", compare),
    ("constant", constant),
    ("boolean", boolean),
    ("unary", unary),
    ("arithmetic", arithmetic),
    ("conditional", conditional),
    ("pattern", pattern),
    ("kind", kind_check),
    ("slice", subscript),
    ("call", call),
    ("text", argument_text),
    ("function", function_name),
    ("collection", collection),
    ("comprehension", comprehension),
]
