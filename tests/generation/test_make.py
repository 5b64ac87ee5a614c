"""Everything together: the order of kinds, the same questions each time, and what never happens in any bank."""

import re

from hypothesis import given
from hypothesis import strategies as st

from questions.generation.make import make_questions
from questions.vocabulary import AnswerType, Kind

from .invented import bank, fact

WORDS = ["Orin", "Vell", "Tamsin", "Blue", "Lake", "Bay", "the", "of", "north", "mules", "1871", "12", "May", "Ashby"]
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
SHORT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@st.composite
def facts(draw):
    """A fact of a few words that recur everywhere, so that answers, names, prompts and options collide."""
    before, after = draw(PHRASES), draw(PHRASES)
    return fact(
        draw(SHORT),
        draw(st.sampled_from(AnswerType)),
        says=f"{before} {{}} {after}.",
        prompts=tuple(draw(st.lists(PHRASES.map("Where did {} lie?".format), max_size=2, unique=True))),
        accepted=tuple(draw(st.lists(SHORT, max_size=2, unique=True))),
        options=tuple(draw(st.lists(SHORT, max_size=4, unique=True))),
        also_true=tuple(draw(st.lists(SHORT, max_size=1))),
    )


def plain_words(text):
    """Lower-case words without articles, found otherwise than by the code under test."""
    return [word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in {"the", "a", "an"}]


def holds(whole, part):
    """Whether the words of `part` stand in a row in `whole`; nothing but articles stands nowhere."""
    mine, theirs = plain_words(whole), plain_words(part)
    return bool(theirs) and any(mine[at : at + len(theirs)] == theirs for at in range(len(mine)))


@given(st.lists(facts(), min_size=1, max_size=6))
def test_no_question_holds_its_answer(found):
    index = bank(*found)
    for one in found:
        for question in make_questions(one, index).questions:
            assert [name for name in one.names if holds(question.prompt, name)] == []


@given(st.lists(facts(), min_size=1, max_size=6))
def test_no_pool_holds_a_name_of_the_answer_or_what_is_also_true(found):
    index = bank(*found)
    for one in found:
        for question in make_questions(one, index).questions:
            for option in question.distractors:
                assert [name for name in one.names if holds(option, name) or holds(name, option)] == []
                assert plain_words(option) not in [plain_words(name) for name in one.also_true]


@given(st.lists(facts(), min_size=1, max_size=5))
def test_every_kind_is_made_or_refused_and_the_same_each_time(found):
    index = bank(*found)
    for one in found:
        made = make_questions(one, index)
        assert {one.kind for one in (*made.questions, *made.refused)} == set(Kind) - {Kind.TRUE_FALSE}
        assert made == make_questions(one, bank(*found))
        places = [(question.kind, question.wording) for question in made.questions]
        assert len(places) == len(set(places))
        assert all(len(question.distractors) >= 2 for question in made.questions if question.kind is Kind.CHOICE)


def test_kinds_come_in_the_order_of_the_ladder():
    orin = fact("Orin", prompt="Which lake is it?", options=("Vell", "Tamsin"))
    assert [question.kind for question in make_questions(orin, bank(orin)).questions] == [
        Kind.CHOICE,
        Kind.CLOZE,
        Kind.TYPED,
    ]
