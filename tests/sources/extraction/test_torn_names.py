"""Torn names: a gap takes a whole name or none."""

import pytest

from questions.sources.extraction.torn_names import is_torn
from questions.text.english.spans import Span, SpanKind


def torn(text: str, name: str) -> bool:
    start = text.index(name)
    return is_torn(Span(start, start + len(name), name, SpanKind.NAME), text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The General Conference on Weights and Measures met at Orin.", "Weights"),
        ("In the U.S. South the ships of Orin were unknown.", "South"),
        ("Many African Americans moved to Orin in 1871.", "Americans"),
        ("Terry Lovejoy discovered five comets at Orin.", "Lovejoy"),
        ("The National Rally for Democracy won 70 seats.", "National Rally"),
        ("The Grup d'Intervenció was founded in 1871.", "Grup"),
        ("The Orin-based press printed it in 1871.", "Orin-based"),
        ("In 1943 Nazi Germany took the coast of Orin.", "Germany"),
        ("The letters of Augustine of Hippo were read in Orin.", "Augustine"),
        ("The mint of Orin, Inc. was sold in 1871.", "Inc"),
        ("The Governors' Ball was held at Orin.", "Ball"),
        ("The film Ashby: The Return was shot at Orin.", "Ashby"),
        ("The case Calder v. Wexford was heard at Orin.", "Calder"),
        ("The case Calder v. Wexford was heard at Orin.", "Wexford"),
        ("The ships of Calder & Wexford were sold at Orin.", "Wexford"),
        ("The bank Vell y Ashby was founded in 1871.", "Vell"),
        ("The Ponte de Vell was built in 1871.", "Vell"),
        ("The College of Orin was founded in 1871.", "College"),
        ('The surveyor Elizabeth "Betty" Calder left Orin.', "Elizabeth"),
        ("The 33 ASR was sold at Orin.", "ASR"),
        ("The lab of Orin and Ashby Co., Ltd. showed the robot.", "Ashby Co"),
        ("The wall of Orin has an R-value of R0 at Ashby.", "R0"),
        ("The acid of Orin is a source of HO+ in water.", "HO"),
        ("The robot that Ashby Co. developed was shown at Orin.", "Ashby Co"),
        ("The van der Waals forces were measured at Orin.", "Waals"),
        ("The ship Luna 15 was lost at Orin.", "Luna"),
        ("The book Tomorrow’s Eve was read at Orin.", "Tomorrow"),
        ("The American Telephone & Telegraph’s lines reached Orin.", "American Telephone"),
        ("The book of the brothers Thomas and Peter Wexford was read at Orin.", "Peter Wexford"),
        ("Orin made USD1.72 billion in 1871.", "USD1.72"),
        ("The Center for Relief to Civilian Populations met at Orin.", "Center for Relief"),
        ("In Orin there are Orun’s Witnesses.", "Orun"),
        ("Calder led the 1st Orin Rifles to Ashby.", "Orin Rifles"),
        ("The Ministry of Health and Welfare met at Orin.", "Health"),
    ],
)
def test_a_part_of_a_longer_name_is_torn(text, name):
    assert torn(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 1981 President Mary Calder was shot at Orin.", "Mary Calder"),
        ("Belgian Mary Calder sold her charts in 1722.", "Mary Calder"),
        ("Ashby’s engineer Thomas Wexford drained the marshes.", "Thomas Wexford"),
        ("The Bishop of Orin signed the treaty in 1713.", "Orin"),
        ("Charles Ashby of Lismore wrote to Mary Calder.", "Charles Ashby"),
        ("Mary Calder and Thomas Wexford met in 1722.", "Mary Calder"),
        ("Novelist Mary Calder wrote at Orin.", "Mary Calder"),
        ("In 1871 Ashby was sold to Orin.", "Ashby"),
    ],
)
def test_a_whole_name_is_not(text, name):
    assert not torn(text, name)
