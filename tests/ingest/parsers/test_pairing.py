from hypothesis import given
from hypothesis import strategies as st

from ingest.parsers.pairing import Answered, Asked, pair
from kb.model.document import PairState


def asked(*sets, first=0):
    return [Asked("q" + "-".join(map(str, s)), tuple(s), f"Vraag {s}?", first + n) for n, s in enumerate(sets)]


def answered(numbers, order, text="Dat is zo."):
    return Answered("a" + "-".join(map(str, numbers)), tuple(numbers), text, order)


def by_numbers(pairing):
    return {one.questions: one for one in pairing.pairs}


def test_a_joint_answer_meets_separate_questions():
    pairing = pair(asked([1], [2], [3]), [answered([1, 2, 3], 10)])
    assert by_numbers(pairing)[1, 2, 3].question_sections == ("q1", "q2", "q3")


def test_separate_answers_meet_a_joint_question():
    pairing = pair(asked([4, 5]), [answered([4], 10), answered([5], 11)])
    assert by_numbers(pairing)[4,].question_sections == ("q4-5",)
    assert by_numbers(pairing)[5,].answer_section == "a5"


def test_groups_out_of_order_meet_by_their_numbers():
    pairing = pair(asked([1], [2], [3]), [answered([2], 10), answered([1, 3], 11)])
    assert by_numbers(pairing)[1, 3].question_sections == ("q1", "q3")


def test_a_bare_answer_takes_the_questions_open_before_it():
    questions = [*asked([1]), Asked("q2", (2,), "Hoe?", 2), Asked("q3", (3,), "Wie?", 3)]
    pairing = pair(questions, [answered([], 1), answered([], 4)])
    assert list(by_numbers(pairing)) == [(1,), (2, 3)]


def test_a_question_without_an_answer_is_unanswered():
    pairing = pair(asked([1], [2]), [answered([1], 5)])
    assert by_numbers(pairing)[2,].state is PairState.UNANSWERED
    assert by_numbers(pairing)[2,].answer_section is None


def test_an_answer_that_only_points_is_resolved_to_the_answer_meant():
    pairing = pair(asked([1], [2]), [answered([1], 5), answered([2], 6, "Zie mijn antwoord op vraag 1.")])
    two = by_numbers(pairing)[2,]
    assert (two.state, two.refers_to, two.also_refers_to) == (PairState.SEE_ANSWER, (1,), ())


def test_an_answer_with_words_of_its_own_also_refers():
    text = "De middelen zijn verdubbeld. Zie verder het antwoord op vraag 1."
    two = by_numbers(pair(asked([1], [2]), [answered([1], 5), answered([2], 6, text)]))[2,]
    assert (two.state, two.refers_to, two.also_refers_to) == (PairState.ANSWERED, (), (1,))


def test_a_number_printed_twice_is_mended_where_the_next_is_missing():
    pairing = pair([Asked("q7", (7,), "A?", 0), Asked("q7_2", (7,), "B?", 1)], [answered([8], 2)])
    assert by_numbers(pairing)[8,].question_sections == ("q7_2",)
    assert by_numbers(pairing)[7,].state is PairState.UNANSWERED
    assert [problem.code for problem in pairing.problems] == ["question-number"]


def test_an_answer_number_without_a_question_takes_the_only_open_one():
    pairing = pair(asked([1], [2]), [answered([1], 5), answered([9], 6)])
    assert by_numbers(pairing)[2,].answer_section == "a9"
    assert [problem.code for problem in pairing.problems] == ["answer-number"]


@st.composite
def groupings(draw):
    """Questions 1..n and a partition of them, shuffled."""
    count = draw(st.integers(1, 14))
    numbers = draw(st.permutations(range(1, count + 1)))
    groups, at = [], 0
    while at < count:
        size = draw(st.integers(1, 4))
        groups.append(sorted(numbers[at : at + size]))
        at += size
    return count, groups


@given(groupings())
def test_every_question_is_in_exactly_one_pair(case):
    count, groups = case
    answers = [answered(group, 100 + n) for n, group in enumerate(groups)]
    pairing = pair(asked(*([n] for n in range(1, count + 1))), answers)
    paired = sorted(number for one in pairing.pairs for number in one.questions)
    assert paired == list(range(1, count + 1))
    assert {one.questions for one in pairing.pairs} == {tuple(group) for group in groups}
    assert all(one.question_sections == tuple(f"q{number}" for number in one.questions) for one in pairing.pairs)


def test_numbers_that_start_over_meet_the_question_before_the_answer():
    questions = [Asked("q1", (1,), "A?", 0), Asked("q1_2", (1,), "B?", 10)]
    pairing = pair(questions, [answered([1], 1), answered([1], 11)])
    assert [one.question_sections for one in pairing.pairs] == [("q1",), ("q1_2",)]


def test_the_previous_question_is_told_by_the_numbers():
    text = "Zie het antwoord op de vorige vraag."
    pairing = pair(asked([1], [2], [3]), [answered([1], 5), answered([2], 6), answered([3], 7, text)])
    three = by_numbers(pairing)[3,]
    assert (three.state, three.refers_to) == (PairState.SEE_ANSWER, (2,))


def test_sub_questions_under_one_number_stand_together():
    questions = [Asked("q2", (2,), "A?", 0), Asked("q2_2", (2,), "B?", 1)]
    assert by_numbers(pair(questions, [answered([2], 5)]))[2,].question_sections == ("q2", "q2_2")


def test_parts_of_a_question_with_a_letter_meet_their_own_answer():
    questions = [Asked("q1a", (1,), "Wie?", 0, ("1a",)), Asked("q1b", (1,), "Wat?", 1, ("1b",))]
    answers = [Answered("a1a", (1,), "Wij.", 2, ("1a",)), Answered("a1b", (1,), "Dit.", 3, ("1b",))]
    met = [(one.question_sections, one.answer_section) for one in pair(questions, answers).pairs]
    assert met == [(("q1a",), "a1a"), (("q1b",), "a1b")]


def test_a_part_that_no_answer_names_stays_open():
    questions = [Asked("q1a", (1,), "Wie?", 0, ("1a",)), Asked("q1b", (1,), "Wat?", 1, ("1b",))]
    pairs = pair(questions, [Answered("a1a", (1,), "Wij.", 2, ("1a",))]).pairs
    assert [(one.question_sections, one.state) for one in pairs] == [
        (("q1a",), PairState.ANSWERED),
        (("q1b",), PairState.UNANSWERED),
    ]


def test_an_answer_without_letters_answers_all_parts():
    questions = [Asked("q1a", (1,), "Wie?", 0, ("1a",)), Asked("q1b", (1,), "Wat?", 1, ("1b",))]
    pairs = pair(questions, [answered([1], 2)]).pairs
    assert [one.question_sections for one in pairs] == [("q1a", "q1b")]


def test_bare_answers_after_each_part_are_kept_apart():
    questions = [Asked("q1a", (1,), "Wie?", 0, ("1a",)), Asked("q1b", (1,), "Wat?", 2, ("1b",))]
    pairs = pair(questions, [Answered("a1", (), "Wij.", 1), Answered("a2", (), "Dit.", 3)]).pairs
    assert [(one.questions, one.question_sections) for one in pairs] == [((1,), ("q1a",)), ((1,), ("q1b",))]
