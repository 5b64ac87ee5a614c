"""What one item tells about another."""

from questions.assignments.checks import Ask, clash, given_away, of_one_statement, shown_as_option

ASHBY = Ask(1, 10, "choice", "Who led the expedition?", ("Ada Ashby", "Ashby"), ("Ada Ashby", "Tom Brook"))
LAKE = Ask(2, 11, "typed", "Which lake did the Ashby expedition reach?", ("Lake Orin",))
YEAR = Ask(3, 11, "typed", "In which year did the boats set out?", ("1871",))


def test_a_prompt_that_holds_another_answer_is_said_with_both_numbers():
    assert given_away([ASHBY, LAKE]) == ["Item 2 gives away item 1: its prompt holds “Ashby”."]


def test_case_accents_and_articles_hide_nothing():
    loud = Ask(4, 12, "choice", "What lay beyond LAKE ORÍN?", ("A desert",))
    assert given_away([LAKE, loud]) == ["Item 4 gives away item 2: its prompt holds “Lake Orin”."]


def test_part_of_a_word_gives_nothing_away():
    longer = Ask(5, 13, "choice", "Who wrote the letter of 18715 words?", ("Ina Carr",))
    assert given_away([YEAR, longer]) == []


def test_items_without_each_others_answers_pass():
    assert given_away([ASHBY, YEAR]) == []


def test_two_facts_of_one_statement_are_warned_about():
    assert of_one_statement([ASHBY, LAKE, YEAR]) == [
        "Items 2 and 3 come from one statement; who knows one may guess the other."
    ]


def test_a_typed_answer_among_the_options_of_another_item_is_warned_about():
    typed = Ask(6, 14, "typed", "Who stayed at home?", ("Tom Brook",))
    assert shown_as_option([ASHBY, typed]) == ["Item 1 shows the answer of item 6, “Tom Brook”, among its options."]


def test_a_clash_is_one_statement_or_a_prompt_that_tells():
    assert clash(LAKE, YEAR)
    assert clash(ASHBY, LAKE)
    assert not clash(ASHBY, YEAR)
