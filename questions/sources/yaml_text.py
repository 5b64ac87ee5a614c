"""YAML text in, its tree with line numbers out, every scalar as the text that was written. Nothing is ever converted.

The doorway of PyYAML: only its events are used, so that 1921, No and 1:30 stay text, and anchors, aliases, tags, merge
keys, duplicate keys and a second document are refused instead of obeyed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

MAX_BYTES = 2_000_000
MAX_DEPTH = 12

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where it is built in: ten times faster


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[tuple[Scalar, Node], ...]
    line: int


Node: TypeAlias = Scalar | Sequence | Mapping


class YamlTextError(Exception):
    """The text is not YAML as we read it. `line` counts from 1."""

    def __init__(self, line: int, problem: str, mend: str) -> None:
        self.line, self.problem, self.mend = line, problem, mend
        super().__init__(f"line {line}: {problem} {mend}")


def read_yaml(text: str) -> Node:
    """The tree of the one YAML document in `text`.

    Raise `YamlTextError` for text over 2,000,000 bytes, broken YAML, more or less than one document, nesting over
    twelve levels, anchors, aliases, tags, and keys that stand twice or are not text.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise YamlTextError(1, "The file is larger than 2 MB.", "Split the bank into two files.")
    try:
        return _only_document(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlTextError(
            (mark.line if mark else 0) + 1,
            f"This is not YAML: {error.problem or error.context}.",
            "Put texts that contain a colon, a # or a bracket between double quotes, and check the indentation.",
        ) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise YamlTextError(1, "The file holds characters that YAML forbids.", "Save it as plain UTF-8.") from error


def _only_document(events: Iterator[yaml.Event]) -> Node:
    node: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if node is not None:
                raise YamlTextError(_line(event), "A second document begins here.", "Remove the line of dashes.")
            node = _node(next(events), events, depth=0)
    if node is None:
        raise YamlTextError(1, "The file is empty.", "Begin with the bank's key and title.")
    return node


def _node(event: yaml.Event, events: Iterator[yaml.Event], *, depth: int) -> Node:
    line = _line(event)
    _refuse_marks(event, line)
    if depth > MAX_DEPTH:
        raise YamlTextError(line, "The nesting is deeper than any bank file needs.", "Check the indentation.")
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, line)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Node] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_node(inner, events, depth=depth + 1))
        return Sequence(tuple(items), line)
    return _mapping(events, line, depth=depth)


def _mapping(events: Iterator[yaml.Event], line: int, *, depth: int) -> Mapping:
    entries: dict[str, tuple[Scalar, Node]] = {}
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        key = _node(inner, events, depth=depth + 1)
        if not isinstance(key, Scalar):
            raise YamlTextError(key.line, "A key must be plain text.", "Write the key as one word before a colon.")
        if key.text in entries or key.text == "<<":
            problem = f"The key {key.text} stands here twice." if key.text in entries else "Merge keys are not read."
            raise YamlTextError(key.line, problem, "Keep one and remove the other.")
        entries[key.text] = (key, _node(next(events), events, depth=depth + 1))
    return Mapping(tuple(entries.values()), line)


def _refuse_marks(event: yaml.Event, line: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise YamlTextError(line, "Aliases (*name) are not read.", "Write the text out, or put it between quotes.")
    if getattr(event, "anchor", None):
        raise YamlTextError(line, "Anchors (&name) are not read.", "Remove it, or put the text between quotes.")
    if getattr(event, "tag", None):
        raise YamlTextError(line, "Tags (!name) are not read.", "Remove it, or put the text between quotes.")


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return int(mark.line) + 1 if mark else 1
