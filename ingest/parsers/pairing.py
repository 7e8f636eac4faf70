"""Questions and answers brought together by sets of numbers, never by position."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.parsers.answers import is_pointer, is_procedural, is_referral, mentioned_questions, points_back
from kb.model.document import PairState, Problem, QuestionAnswer


@dataclass(frozen=True, slots=True)
class Asked:
    """A question text: one number, or several where one heading covers them ("Vraag 3, 4 en 5")."""

    key: str
    numbers: tuple[int, ...]
    text: str
    order: int  # place in the document
    labels: tuple[str, ...] = ()  # "1a": part of question 1 under a heading of its own


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer text; ``numbers`` is () under a bare "Antwoord"."""

    key: str
    numbers: tuple[int, ...]
    text: str
    order: int
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairing:
    pairs: tuple[QuestionAnswer, ...]
    asked: tuple[Asked, ...]  # with numbers mended where a heading was misprinted
    problems: tuple[Problem, ...] = ()


def pair(asked: Sequence[Asked], answered: Sequence[Answered]) -> Pairing:
    """One pair per answer in the order of the answers, then one per question without an answer."""
    mended, problems = _mend_doubles(asked, answered)
    by_number: dict[int, list[Asked]] = {}
    for question in mended:
        for number in question.numbers:
            by_number.setdefault(number, []).append(question)
    orders = sorted(answer.order for answer in answered)
    pairs: list[QuestionAnswer] = []
    done: set[int] = set()
    for answer in answered:
        numbers, problem = _numbers_of(answer, mended, by_number, orders, done)
        if problem:
            problems.append(problem)
        if not numbers:
            continue
        done.update(numbers)
        pairs.append(_pair(answer, numbers, by_number))
    answers_to = {key for one in pairs for key in one.question_sections}
    for question in mended:
        # part b of a question has no answer where only part a is answered under that name
        forgotten = question.labels and question.key not in answers_to
        left = tuple(number for number in question.numbers if number not in done or forgotten)
        if left:
            done.update(left)
            procedural = is_procedural(question.text)
            pairs.append(QuestionAnswer(left, (question.key,), None, PairState.UNANSWERED, procedural=procedural))
    return Pairing(tuple(pairs), tuple(mended), tuple(problems))


def _pair(answer: Answered, numbers: tuple[int, ...], by_number: Mapping[int, Sequence[Asked]]) -> QuestionAnswer:
    found = (question for number in numbers for question in _meant(by_number.get(number, ()), answer))
    meant = {question.order: question for question in found}
    questions = [meant[order] for order in sorted(meant)]
    if named := [question for question in questions if set(question.labels) & set(answer.labels)]:
        questions = named
    mentioned = tuple(number for number in mentioned_questions(answer.text, by_number) if number not in numbers)
    if not mentioned and points_back(answer.text):
        mentioned = tuple(sorted(number for number in by_number if number < min(numbers))[-1:])
    pointer = bool(mentioned) and is_pointer(answer.text)
    if pointer:
        state = PairState.SEE_ANSWER
    elif is_referral(answer.text):
        state = PairState.REFERRED
    else:
        state = PairState.ANSWERED if answer.text.strip() else PairState.UNANSWERED
    return QuestionAnswer(
        questions=numbers,
        question_sections=tuple(question.key for question in questions),
        answer_section=answer.key,
        state=state,
        refers_to=mentioned if pointer else (),
        also_refers_to=() if pointer else mentioned,
        procedural=bool(questions) and all(is_procedural(question.text) for question in questions),
    )


def _meant(questions: Sequence[Asked], answer: Answered) -> Sequence[Asked]:
    """Of questions with one number (two lists in one document), the last before the answer, else the first after.

    Those right before it go along: "Vraag 2a", "Vraag 2b" are question 2.
    """
    if not questions:
        return ()
    last = max(0, bisect_left(questions, answer.order, key=lambda question: question.order) - 1)
    first = last
    while first and questions[first - 1].order == questions[first].order - 1:
        first -= 1
    return questions[first : last + 1]


def _numbers_of(
    answer: Answered,
    asked: Sequence[Asked],
    by_number: Mapping[int, Sequence[Asked]],
    orders: Sequence[int],
    done: set[int],
) -> tuple[tuple[int, ...], Problem | None]:
    """Which questions an answer answers: the ones it names, or, where it names none, those still open before it."""
    if answer.numbers and (not by_number or not by_number.keys().isdisjoint(answer.numbers)):
        return answer.numbers, None
    before = [question for question in asked if question.order < answer.order]
    if not answer.numbers:
        place = bisect_left(orders, answer.order)
        previous = orders[place - 1] if place else -1
        since = [question for question in before if question.order > previous]
        open_ones = [
            n for question in since or before for n in question.numbers if n not in done or (question.labels and since)
        ]
        return tuple(dict.fromkeys(open_ones)), None
    # a number that no question has: a misprint, where exactly one question stands open before it
    open_before = [n for question in before for n in question.numbers if n not in done]
    if len(open_before) == 1:
        return (open_before[0],), Problem(
            "answer-number",
            f"An answer is headed {_said(answer.numbers)}, and no such question is printed; it follows question "
            f"{open_before[0]} and is taken for its answer.",
        )
    return answer.numbers, Problem(
        "answer-number", f"An answer is headed {_said(answer.numbers)}, and no such question is printed."
    )


def _mend_doubles(asked: Sequence[Asked], answered: Sequence[Answered]) -> tuple[list[Asked], list[Problem]]:
    """A number printed twice, where the next number is missing and the answer that follows has it: a misprint.

    Seen in print: "Vraag 7", "Vraag 7", "Antwoord 8".
    """
    mended: list[Asked] = []
    problems: list[Problem] = []
    known = {number for question in asked for number in question.numbers}
    answers = sorted(answered, key=lambda answer: answer.order)
    orders = [answer.order for answer in answers]
    seen: set[int] = set()
    for question in asked:
        number = question.numbers[0] if question.numbers else 0
        place = bisect_right(orders, question.order)
        follows = answers[place].numbers if place < len(answers) else ()
        if len(question.numbers) == 1 and number in seen and number + 1 not in known and number + 1 in follows:
            known.add(number + 1)
            question = replace(question, numbers=(number + 1,))
            problems.append(
                Problem(
                    "question-number",
                    f"Question {number} is printed twice; the second is taken for question {number + 1}, "
                    "because the answer to that follows it.",
                )
            )
        seen.update(question.numbers)
        mended.append(question)
    return mended, problems


def _said(numbers: Sequence[int]) -> str:
    return ", ".join(str(number) for number in numbers)
