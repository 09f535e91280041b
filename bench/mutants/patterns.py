"""Wrong variants of a regular expression, made from its text."""

from __future__ import annotations

import re
from typing import Iterator, List

# An escape, a class, a group's start, a quantifier, or one character.
TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:|\{[0-9]+(?:,[0-9]*)?\}|.", re.DOTALL)
QUANTIFIERS = "?*+"

CLASSES = {
    "[0-9]": [r"\d", "[0-8]", "[1-9]", "[0-9a-f]", r"\w", "."],
    "[1-9]": ["[0-9]", r"\d", "[2-9]"],
    "[a-z]": ["[A-Za-z]", r"\w", "[a-z0-9]", "[a-y]", "[b-z]", "[a-z-]", "."],
    "[a-z0-9-]": [r"\w", "[a-z0-9]", "[a-z-]", "[a-zA-Z0-9-]", "[a-z0-9_-]", "[a-z0-9.-]", r"[\w-]", "."],
    "[smhdw]": ["[smhdwSMHDW]", "[smhd]", "[mhdw]", "[smdw]", "[shdw]", "[smhw]", "[smhdwy]", "."],
    "[eE]": ["e", "E"],
    "[+-]": ["[-]", "[+]"],
}


def wrong_patterns(pattern: str) -> Iterator[str]:
    """Every pattern that differs in one token, without those that do not compile or say the same twice."""
    seen = {pattern}
    for variant in variants(TOKEN.findall(pattern)):
        if variant not in seen and compiles(variant):
            seen.add(variant)
            yield variant


def variants(tokens: List[str]) -> Iterator[str]:
    for index, token in enumerate(tokens):
        for other in wrong_tokens(token):
            yield "".join([*tokens[:index], other, *tokens[index + 1 :]])
    pattern = "".join(tokens)
    yield "^" + pattern
    yield " *" + pattern
    yield pattern + "$"
    yield pattern + r"\s*"
    yield pattern + ".*"
    for flag in "imsax":
        yield f"(?{flag}:{pattern})"


def wrong_tokens(token: str) -> Iterator[str]:
    yield ""
    if token in QUANTIFIERS:
        yield from QUANTIFIERS
    elif token.startswith("{"):
        yield from wrong_counts(token)
    elif token in CLASSES:
        yield from CLASSES[token]
        yield token + "?"
        yield token + "+"
    elif token == "$":
        yield r"\Z"
        yield r"\n*$"
    elif token == " ":
        yield r"\s"
        yield r"[ \t]"
    elif token == r"\.":
        yield "."
        yield "[.,]"
    elif token not in "()|(?:":
        yield token + "?"
        yield token + "+"


def wrong_counts(token: str) -> Iterator[str]:
    low, _, high = token[1:-1].partition(",")
    for lower, upper in [
        (int(low) - 1, high),
        (int(low) + 1, high),
        (low, int(high) - 1),
        (low, int(high) + 1),
        (low, ""),
    ]:
        yield f"{{{lower},{upper}}}"
    yield "+"
    yield "*"
    yield "?"


def compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
