"""One mapping of a bank file in, its fields as checked text out; every fault is noted, none stops the reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .errors import BankFileError
from .yaml_text import Mapping, Node, Scalar, Sequence

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_KEY = 100
LONGEST_TEXT = 2000


@dataclass(slots=True)
class Faults:
    """Collects the faults of one file."""

    file: str
    found: list[BankFileError] = field(default_factory=list)

    def add(self, line: int, problem: str, mend: str, *, statement: str = "", name: str = "") -> None:
        self.found.append(BankFileError(self.file, line, statement, name, problem, mend))


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one mapping, read by name. A missing or wrong one is noted in `faults` and read as empty."""

    node: Mapping
    faults: Faults
    statement: str = ""
    prefix: str = ""

    @classmethod
    def of(cls, node: Node, faults: Faults, *, known: str, statement: str = "", prefix: str = "") -> Fields:
        """The fields of `node`; whatever is not among the space-separated `known` names is noted."""
        if not isinstance(node, Mapping):
            here = cls(Mapping((), node.line), faults, statement, prefix)
            if not (isinstance(node, Scalar) and not node.text):
                here.fault("", "Here a list of fields with their values is expected.", "Write “field: value” lines.")
            return here
        here = cls(node, faults, statement, prefix)
        names = known.split()
        for key, _ in node.entries:
            if key.text not in names:
                here.fault(key.text, "This field is unknown.", f"Use one of: {', '.join(names)}.", line=key.line)
        return here

    @property
    def line(self) -> int:
        return self.node.line

    def of_statement(self, key: str) -> Fields:
        return replace(self, statement=key)

    def fault(self, name: str, problem: str, mend: str, *, line: int = 0) -> None:
        full = f"{self.prefix}{name}" if name else self.prefix.rstrip(".")
        self.faults.add(line or self.line_of(name), problem, mend, statement=self.statement, name=full)

    def node_of(self, name: str) -> Node | None:
        return next((node for key, node in self.node.entries if key.text == name), None)

    def line_of(self, name: str) -> int:
        return next((key.line for key, _ in self.node.entries if key.text == name), self.node.line)

    def text(self, name: str, *, required: bool = False, longest: int = LONGEST_TEXT) -> str:
        """The field's text with its white space collapsed; empty where it is missing."""
        node = self.node_of(name)
        if node is None or (isinstance(node, Scalar) and not node.text.strip()):
            if required:
                self.fault(name, "This field is missing or empty.", f"Write “{name}: …”.")
            return ""
        return self._scalar(name, node, longest)

    def _scalar(self, name: str, node: Node, longest: int) -> str:
        if not isinstance(node, Scalar):
            self.fault(
                name, "Here one text is expected.", "Write a single text, between double quotes.", line=node.line
            )
            return ""
        said = " ".join(node.text.split())
        if len(said) > longest:
            self.fault(name, f"This text is longer than {longest} characters.", "Shorten it.", line=node.line)
        return said

    def key(self, name: str = "key") -> str:
        said = self.text(name, required=True)
        if said and (not KEY.fullmatch(said) or len(said) > LONGEST_KEY):
            self.fault(
                name,
                f"“{said}” is not a key.",
                f"Use lower-case letters, digits and hyphens, at most {LONGEST_KEY} characters.",
            )
        return said

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        """The field's word, the first of `choices` where it is missing."""
        said = self.text(name) or choices[0]
        if said not in choices:
            self.fault(name, f"“{said}” is not allowed here.", f"Write one of: {', '.join(choices)}.")
            return choices[0]
        return said

    def texts(self, name: str, *, or_one: bool = False) -> tuple[str, ...]:
        """The field's list of texts; with `or_one` a single text counts as a list of one."""
        node = self.node_of(name)
        if node is None or (isinstance(node, Scalar) and not node.text.strip()):
            return ()
        if isinstance(node, Scalar) and or_one:
            return (self._scalar(name, node, LONGEST_TEXT),)
        if not isinstance(node, Sequence):
            self.fault(name, "Here a list is expected.", f"Write “{name}: [one, two]”, texts with commas in quotes.")
            return ()
        found = tuple(self._scalar(name, item, LONGEST_TEXT) for item in node.items)
        if not all(found):
            self.fault(name, "A text of this list is empty.", "Remove it.")
        if len(set(found)) < len(found):
            self.fault(name, "A text stands twice in this list.", "Remove one.")
        return tuple(filter(None, found))

    def list_of(self, name: str) -> tuple[Node, ...]:
        """The field's list of mappings; required and not empty."""
        node = self.node_of(name)
        if not isinstance(node, Sequence) or not node.items:
            self.fault(name, "Here a list with at least one entry is expected.", f"Write “{name}:” and “- key: …”.")
            return ()
        return node.items

    def entries(self, name: str) -> tuple[tuple[Scalar, Node], ...]:
        """The field's mapping as pairs; empty where it is missing."""
        node = self.node_of(name)
        if node is None or (isinstance(node, Scalar) and not node.text):
            return ()
        if not isinstance(node, Mapping):
            self.fault(name, "Here keys with their values are expected.", "Write “key: …” lines, indented.")
            return ()
        return node.entries
