"""The text of a bank file in; the same with hashes of paragraphs or of approved pools out. No other byte changes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from questions.sources.records import BankFile

_EMPTY_HASH = re.compile(r"(\bsha256:\s*)(?:\"\"|'')")
_CONFIRMED = re.compile(r"^confirmed:[^\n]*\n(?:(?:[ \t#][^\n]*)?\r?\n)*(?:[ \t][^\n]*\Z)?", re.MULTILINE)


def with_paragraph_hashes(text: str, record: BankFile, hashes: Mapping[str, str]) -> str:
    """`text`, the file of `record`, with the hash of each passage named in `hashes` where it says `sha256: ""`."""
    lines = text.splitlines(keepends=True)
    starts = sorted(passage.line for passage in record.passages)
    for passage in record.passages:
        if passage.key not in hashes:
            continue
        end = next((line for line in starts if line > passage.line), len(lines) + 1)
        for at in range(passage.line - 1, end - 1):
            lines[at], found = _EMPTY_HASH.subn(rf'\g<1>"{hashes[passage.key]}"', lines[at], count=1)
            if found:
                break
    return "".join(lines)


def with_confirmations(text: str, confirmed: Mapping[str, str]) -> str:
    """`text` with its block `confirmed` replaced, or added at the end where it has none."""
    newline = "\r\n" if "\r\n" in text else "\n"
    block = newline.join(["confirmed:", *(f"  {place}: {known}" for place, known in confirmed.items()), ""])
    if found := _CONFIRMED.search(text):
        return text[: found.start()] + block + text[found.end() :]
    ending = "" if text.endswith("\n") else newline
    return text + ending + block
