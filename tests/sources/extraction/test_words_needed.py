"""The words that let a rule be skipped: whatever the rule can match holds one of them.

Each rule is taken apart as Python itself reads it, so that an alternative added without its word is found here.
"""

import re
from re import _constants as said
from re import _parser as parser

import pytest

from questions.sources.extraction import pronouns, references, vague, words_needed

RULES = [
    (references.POINTER, words_needed.POINTING),
    (references.RELATIVE_TIME, words_needed.RELATING),
    (references._LATER, words_needed.RELATING),
    (references.TIME_OF_WRITING, words_needed.WRITING),
    (vague.SHOWN, words_needed.SHOWING),
    (vague.DATED_BY_READER, words_needed.READING),
    (pronouns.PRONOUN, words_needed.PRONOUNS),
]


def texts_of(parsed) -> set[str]:
    """Stretches of plain letters, each match of the rule holding one of them; a blank parts words."""
    made = [""]
    for kind, value in parsed:
        if kind is said.LITERAL:
            more = [chr(value).lower()]
        elif kind is said.SUBPATTERN:
            more = texts_of(value[3])
        elif kind is said.BRANCH:
            more = [text for one in value[1] for text in texts_of(one)]
        elif kind in {said.MAX_REPEAT, said.MIN_REPEAT}:
            once = texts_of(value[2]) if value[0] <= 1 else [" # "]
            more = [*once, ""] if value[0] == 0 else once
        elif kind in {said.AT, said.ASSERT_NOT, said.ASSERT}:
            more = [""]
        else:
            more = [" # "]
        made = [before + after for before in made for after in dict.fromkeys(more)]
    return set(made)


@pytest.mark.parametrize(("rule", "needed"), RULES, ids=lambda value: getattr(value, "pattern", "words")[:30])
def test_whatever_a_rule_matches_holds_a_word_that_it_is_tried_for(rule, needed):
    texts = texts_of(parser.parse(rule.pattern, rule.flags))
    assert texts
    assert [text for text in texts if needed.isdisjoint(re.findall(r"\w+", text))] == []
