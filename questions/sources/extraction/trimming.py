"""A sentence in, shorter statements out that end where one of its clauses does, the longest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.clauses import count_verbs, first_clause

from .furniture import has_finite_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOUND = re.compile(
    r";\s|\s[–—]\s|,\s+(?:and|but|or|so|yet)\s+(?=(?:the|a|an|it|he|she|they|this|these|that|his|her|its|their|there|\w+)\b)"
    r"|,\s+(?:which|who|whose|whom|where|while|although|though|whereas|as|because|since|when|after|before|until|if|making|"
    r"including|such as|with|especially|particularly|notably|followed by|leading|thus|thereby|giving|allowing|leaving|"
    r"resulting)\b|(?:,\s+|\s\()(?:\w+\s){0,3}?of\s(?:which|whom)\b|\s+(?:while|although|though|whereas)\s|,\s+(?:\w+ly\s)?\w+ing\s|:\s|"
    r"\s+and\s+(?:(?:is|are|was|were|has|have)\s)?(?:now|currently|today|still|presently)\s"
)
LONGEST_MEMBER = 3
"""Words behind a comma that may be a member of a row."""
_ANNOUNCES = re.compile(
    r"\b(?:stated|said|says|wrote|writes|declared|as|follows|are|is|was|were|include|included|to|of)$"
)
_RELATIVE = re.compile(r",\s+(?:which|who|whose|whom|where)\b")
_PREDICATE_BEHIND = re.compile(
    r"[^;]*?,\s(?:\w+ly\s)?(?:was|were|is|are|has|have|had|did|does|do|could|would|will|can|may)\b"
)
_ONLY_WHEN = re.compile(
    r"(?:In|On|During|By|At)\s[^,]{2,30},\s(?:when|while|as|after|before|since|although|because)\s[^,]*"
)
"""“In 1959, when both were planning”: what happened then is cut off."""
_LED_ON = re.compile(
    r",\s(?:and|but|yet)\s(?:in|with|by|at|on|after|before|during|from|since|under|for)\s(?P<tail>[^,]*)$"
)
"""“…, but with the advent of the mill”: an opening of what is cut off."""
_NEGATED = re.compile(r"\b(?:not|no|never|neither)\b")
"""What is only half told before “but”."""
_OPENS_SUBORDINATE = re.compile(
    r"(?:While|Although|Though|When|After|Before|If|Because|Since|As|Despite|Unlike|Where|Due to|Owing|Partly|"
    r"Following|With|Given|Once|Until)\b"
)


def shorter_statements(text: str) -> Iterator[str]:
    """`text` cut at the boundaries of its clauses; never within brackets or quotes, nor right after a subordinate."""
    for found in reversed(list(_BOUND.finditer(text))):
        head = text[: found.start()].rstrip(" ,;:")
        is_whole = (
            head.count("(") == head.count(")") and head.count('"') % 2 == 0 and head.count("“") == head.count("”")
        )
        if not is_whole or _leaves_that_open(head) or _tears(head, found.group()) or _leaves_verbless(head):
            continue
        if "but" in found.group() and _NEGATED.search(head):
            continue
        if _RELATIVE.match(found.group()) and _PREDICATE_BEHIND.match(text, found.end()):
            continue
        if (_OPENS_SUBORDINATE.match(head) and "," not in head) or (not count_verbs(head) and not first_clause(head)):
            continue
        yield f"{head}."


def _tears(head: str, bound: str) -> bool:
    """Whether a row is cut before its last member, or words that tell what follows a colon are left alone."""
    if ":" in bound and _ANNOUNCES.search(head):
        return True
    last = head.rpartition(",")[2]
    return bool(re.match(r",\s+(?:and|or)\b", bound)) and "," in head and len(last.split()) <= LONGEST_MEMBER


def _leaves_verbless(head: str) -> bool:
    """“… while Calder, owner of the mill”, “While Orin is at war, Vell”: a clause of which the verb is cut off."""
    *others, last = re.split(
        r",\s(?:while|whereas|although|though|when|where|as)\s|\s(?:while|whereas|although)\s", head
    )
    if _ONLY_WHEN.fullmatch(head):
        return True
    if others:
        return not has_finite_verb(f"x {last}")
    led = _LED_ON.search(head)
    if led and not has_finite_verb(f"x {led['tail']}"):
        return True
    behind = head.partition(", ")[2]
    return bool(_OPENS_SUBORDINATE.match(head)) and bool(behind) and not has_finite_verb(f"x {behind}")


def _leaves_that_open(head: str) -> bool:
    """“… argues that the curve”: a clause of “that” without its verb."""
    _, that, rest = head.rpartition(" that ")
    return bool(that) and not has_finite_verb(f"that {rest}")
