from questions.web.charts import Chart, Mark
from questions.web.svg import axes_of_shares, lines_across, points, rects, rows, whiskers, words

MARK = Mark(1.5, 2, 3, 4, "a <b> & c", 2, "x < y")


def test_a_rectangle_says_its_label_and_its_level():
    assert rects([MARK], "heat", round_by=3) == (
        '<rect class="heat heat-2" x="1.5" y="2" width="3" height="4" rx="3"><title>a &lt;b&gt; &amp; c</title></rect>'
    )


def test_a_point_and_its_whisker():
    assert points([MARK]) == '<circle class="point" cx="1.5" cy="2" r="4"><title>a &lt;b&gt; &amp; c</title></circle>'
    assert whiskers([MARK]) == '<line class="whisker" x1="1.5" x2="1.5" y1="3" y2="4"></line>'


def test_words_on_an_axis_are_escaped():
    assert words([MARK], "start") == '<text class="axis" x="1.5" y="2" text-anchor="start">x &lt; y</text>'


def test_each_tick_is_a_line_to_the_edge_with_its_number():
    drawn = lines_across(Chart(640, 180, (), (Mark(34, 10, text="20"),)))

    assert '<line class="grid-line" x1="34" x2="640" y1="10" y2="10"></line>' in drawn
    assert '<text class="axis" x="28" y="10" text-anchor="end" dominant-baseline="middle">20</text>' in drawn


def test_shares_are_compared_on_a_square_with_its_diagonal():
    drawn = axes_of_shares(Chart(300, 300, (), (Mark(40, 264, text="0 %"), Mark(284, 20, text="100 %"))))

    assert '<line class="diagonal" x1="40" y1="264" x2="284" y2="20"></line>' in drawn
    assert '<line class="grid-line" x1="40" y1="264" x2="284" y2="264"></line>' in drawn
    assert '<line class="grid-line" x1="40" y1="264" x2="40" y2="20"></line>' in drawn
    assert '<text class="axis" x="284" y="282" text-anchor="middle">100 %</text>' in drawn
    assert '<text class="axis" x="34" y="20" text-anchor="end" dominant-baseline="middle">100 %</text>' in drawn


def test_rows_have_a_heading_and_numbers():
    assert rows([("a & b", 1, "2 %")]) == (
        '<tr><th scope="row">a &amp; b</th><td class="number">1</td><td class="number">2 %</td></tr>'
    )
