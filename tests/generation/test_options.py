"""What may stand beside an answer: the rules of the design, one by one."""

import pytest

from questions.generation.options import objection_to, pool

from .invented import bank, fact


def beside(one, *others):
    """The pool of `one` in a bank with `others`."""
    return pool(one, bank(one, *others))


LAKE = fact("Orin", prompt="Which lake did the mules find?")


def test_answers_of_the_same_type_fill_the_pool():
    assert beside(LAKE, fact("Vell"), fact("Tamsin"), fact("Ashby", "person")) == ("Vell", "Tamsin")


def test_an_author_comes_first_and_the_bank_fills_up_to_four():
    lake = fact("Orin", options=("Corrow", "Dunbrook"))
    assert beside(lake, *map(fact, ("Vell", "Tamsin", "Hallow"))) == ("Corrow", "Dunbrook", "Vell", "Tamsin")
    assert beside(fact("Orin", options=("A1", "B2", "C3", "D4")), fact("Vell")) == ("A1", "B2", "C3", "D4")


def test_eight_are_the_most():
    assert beside(fact("Orin", options=tuple(f"Lake{n}" for n in range(10)))) == tuple(f"Lake{n}" for n in range(8))


@pytest.mark.parametrize("answer_type", ["cause", "role"])
def test_for_causes_and_roles_only_the_author_writes(answer_type):
    assert beside(fact("thirst", answer_type), fact("hunger", answer_type), fact("frost", answer_type)) == ()


def test_a_long_answer_has_options_of_its_author_only_and_is_none():
    long = fact("the Royal Society of Orin", "organisation")
    assert beside(long, fact("Lantern Club", "organisation")) == ()
    assert beside(fact("Lantern Club", "organisation"), long) == ()


def test_dates_agree_in_precision():
    year = fact("1871", "date", prompt="In which year did the mules come?")
    assert beside(year, fact("May 1874", "date"), fact("1880", "date"), fact("3 May 1881", "date")) == ("1880",)


def test_quantities_agree_in_what_is_counted():
    boats = fact("12", "quantity", unit_of_measure="boats", prompt="How many boats were there?")
    others = [
        fact("30", "quantity", unit_of_measure="boats"),
        fact("40", "quantity", unit_of_measure="mules"),
        fact("50", "quantity"),
    ]
    assert beside(boats, *others) == ("30",)


def test_words_agree_in_their_capital():
    assert beside(fact("buffer", "term"), fact("colony", "term"), fact("Dominion", "term")) == ("colony",)


@pytest.mark.parametrize(
    ("answer", "accepted", "other", "theirs"),
    [
        ("Lake Orin", (), "Orin", ()),
        ("Orin", (), "Lake Orin", ()),
        ("Orin", ("Blue Lake",), "Blue Lake", ()),
        ("Orin", (), "Vell", ("Orin",)),
        ("Orin", ("Blue",), "Vell", ("Blue Lake",)),
    ],
)
def test_no_name_of_one_is_or_holds_a_name_of_the_other(answer, accepted, other, theirs):
    assert beside(fact(answer, accepted=accepted), fact(other, accepted=theirs)) == ()


def test_two_options_do_not_hold_one_another():
    assert beside(fact("Orin"), fact("Vell"), fact("Vell Bay")) == ("Vell",)
    assert beside(fact("Orin", options=("north", "north-west", "south"))) == ("north", "south")


def test_what_stands_in_the_statement_is_no_option():
    lake = fact("Orin", says="From Vell the mules went to {}.")
    assert beside(lake, fact("Vell"), fact("Tamsin")) == ("Tamsin",)


def test_the_answer_of_a_like_prompt_is_no_option():
    other = fact("Vell", prompt="Which lake, then, did the mules find?")
    assert beside(LAKE, other, fact("Tamsin")) == ("Tamsin",)


def test_what_is_also_true_is_no_option_in_either_direction():
    lake = fact("Orin", also_true=("Vell",))
    assert beside(lake, fact("Vell"), fact("Tamsin", also_true=("Orin",)), fact("Corrow")) == ("Corrow",)


@pytest.mark.parametrize(
    ("says", "options"),
    [
        ("The thirsty mules reached the lake of Vell in {}.", ("Tamsin",)),  # all of lake, thirsty, mules, reached
        ("The mules rested at the lake of Vell in {}.", ("Vell", "Tamsin")),  # two of the four
    ],
)
def test_what_another_statement_makes_true_is_no_option(says, options):
    lake = fact("Orin", prompt="Which lake had the thirsty mules reached?")
    assert beside(lake, fact("Vell"), fact("Tamsin"), fact("spring", "term", says=says)) == options


def test_persons_who_share_a_name_are_no_options():
    ashby = fact("John Ashby", "person")
    others = [fact(name, "person") for name in ("Mary Ashby", "J. Ashby", "Mary Kettle")]
    assert beside(ashby, *others) == ("Mary Kettle",)


def test_dates_that_overlap_are_no_options():
    range_ = fact("1870–1872", "date")
    assert beside(range_, fact("1871–1874", "date"), fact("1880–1882", "date")) == ("1880–1882",)


def test_the_same_number_in_other_words_is_no_option():
    boats = fact("12", "quantity", unit_of_measure="boats")
    others = [fact(said, "quantity", unit_of_measure="boats") for said in ("twelve", "30")]
    assert beside(boats, *others) == ("30",)


def test_a_prompt_that_names_the_year_has_no_option_of_another():
    day = fact("3 May 1871", "date", prompt="On which day of 1871 did the mules come?")
    assert beside(day, fact("4 June 1871", "date"), fact("4 June 1880", "date")) == ("4 June 1871",)


def test_dates_near_in_time_and_numbers_near_in_size_come_first():
    year = fact("1871", "date")
    assert beside(year, *[fact(said, "date") for said in ("1790", "1880", "1869")]) == ("1869", "1880", "1790")
    mules = fact("100", "quantity", unit_of_measure="mules")
    others = [fact(said, "quantity", unit_of_measure="mules") for said in ("9", "300", "120")]
    assert beside(mules, *others) == ("120", "300", "9")


def test_names_of_the_same_unit_come_first():
    lake = fact("Orin", unit="lakes", position=0)
    far = [fact("Vell", unit="money", position=1), fact("Tamsin", unit="lakes", position=9)]
    assert beside(lake, *far) == ("Tamsin", "Vell")


def test_an_answer_that_stands_twice_is_one_option():
    assert beside(fact("Orin"), fact("Vell"), fact("the Vell")) == ("Vell",)


@pytest.mark.parametrize(
    ("one", "option", "why"),
    [
        (fact("Orin"), "the Orin", "is the answer or accepted for it"),
        (fact("Orin", accepted=("Blue Lake",)), "blue lake", "is the answer or accepted for it"),
        (fact("Orin"), "Orin Bay", "contains a name of the answer, or stands in one"),
        (fact("Lake Orin"), "Orin", "contains a name of the answer, or stands in one"),
        (fact("Orin", also_true=("Vell",)), "Vell", "is also true, says also_true"),
        (fact("3 May 1871", "date"), "May 3, 1871", "means the same as the answer"),
        (fact("12", "quantity"), "a dozen", "means the same as the answer"),
        (fact("12", "quantity"), "13", ""),
        (fact("12", "quantity"), "twelve", "means the same as the answer"),
        (fact("Orin", says="From Vell to {}."), "Vell", "stands in the statement itself"),
        (fact("Orin", says="From Vell to {}.", is_distinct=True), "Vell", ""),
        (fact("Orin"), "Vell", ""),
    ],
)
def test_an_author_is_told_why_an_option_may_not_stand(one, option, why):
    assert objection_to(one, option) == why


def test_an_option_objected_to_is_never_in_the_pool():
    assert beside(fact("Orin", options=("Orin Bay", "Vell", "Tamsin"))) == ("Vell", "Tamsin")
