from ingest.formats.lines import Line, LineKind
from ingest.parsers.chains import answer_chain, numbered_lines, question_chain


def chain_of(texts, questions):
    lines = [Line(text) for text in texts]
    return [one.at for one in answer_chain(numbered_lines(lines, 0, len(lines), dotted=True), questions)]


def questions_of(texts):
    lines = [Line(text) for text in texts]
    candidates = numbered_lines(lines, 0, len(lines), dotted=True)
    chain = question_chain(candidates, lambda a, b: " ".join(texts[a:b]), len(lines))
    return [one.at for one in chain]


def test_a_list_inside_an_answer_is_no_answer():
    texts = ["1. Ja.", "2. Drie dingen:", "1. een;", "2. twee;", "3. drie.", "3. Nee.", "4. Ja."]
    assert chain_of(texts, [1, 2, 3, 4]) == [0, 1, 5, 6]


def test_a_list_that_counts_on_is_taken_only_where_nothing_else_is():
    assert chain_of(["1. Ja.", "2. Nee.", "3. Drie."], [1, 2]) == [0, 1]


def test_numbers_of_no_question_do_not_count():
    assert chain_of(["1. Ja.", "12. december was het.", "2. Nee."], [1, 2, 3]) == [0, 2]


def test_joint_answers_and_groups_out_of_order_are_kept():
    assert chain_of(["1 en 3. Ja.", "2. Nee.", "4, 5. Nee."], [1, 2, 3, 4, 5]) == [0, 1, 2]


def test_the_introduction_may_hold_a_list_of_its_own():
    texts = ["1. een;", "2. twee;", "3. drie.", "1. Waarom?", "2. Hoe?"]
    assert questions_of(texts) == [3, 4]


def test_a_list_inside_a_question_is_no_question():
    texts = ["1. Hoeveel?", "2. Welke van deze?", "1. een", "2. twee", "3. drie", "3. Wanneer?"]
    assert questions_of(texts) == [0, 1, 5]


def test_notes_and_table_rows_are_no_numbered_lines():
    lines = [Line("1. een", LineKind.NOTE), Line("1.\t2", LineKind.TABLE_ROW), Line("1. Ja.")]
    assert [one.at for one in numbered_lines(lines, 0, 3, dotted=True)] == [2]


def test_a_second_joint_answer_to_the_first_question_ends_the_search():
    assert chain_of(["1. Ja.", "1, 2. Nee.", "3. Nee."], [1, 2, 3]) in ([0, 2], [1, 2])
