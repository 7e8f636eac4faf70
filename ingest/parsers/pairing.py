"""Questions and answers brought together by sets of numbers, never by position."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.parsers.answers import is_pointer, is_procedural, is_referral, mentioned_questions
from kb.model.document import PairState, Problem, QuestionAnswer


@dataclass(frozen=True, slots=True)
class Asked:
    """A question text: one number, or several where one heading covers them ("Vraag 3, 4 en 5")."""

    key: str
    numbers: tuple[int, ...]
    text: str
    order: int  # place in the document


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer text; ``numbers`` is () under a bare "Antwoord"."""

    key: str
    numbers: tuple[int, ...]
    text: str
    order: int


@dataclass(frozen=True, slots=True)
class Pairing:
    pairs: tuple[QuestionAnswer, ...]
    asked: tuple[Asked, ...]  # with numbers mended where a heading was misprinted
    problems: tuple[Problem, ...] = ()


def pair(asked: Sequence[Asked], answered: Sequence[Answered]) -> Pairing:
    """One pair per answer in the order of the answers, then one per question without an answer."""
    mended, problems = _mend_doubles(asked, answered)
    known = [number for question in mended for number in question.numbers]
    pairs: list[QuestionAnswer] = []
    done: set[int] = set()
    for answer in answered:
        numbers, problem = _numbers_of(answer, mended, answered, done)
        if problem:
            problems.append(problem)
        if not numbers:
            continue
        done.update(numbers)
        pairs.append(_pair(answer, numbers, mended, known))
    for question in mended:
        left = tuple(number for number in question.numbers if number not in done)
        if left:
            done.update(left)
            procedural = is_procedural(question.text)
            pairs.append(QuestionAnswer(left, (question.key,), None, PairState.UNANSWERED, procedural=procedural))
    return Pairing(tuple(pairs), tuple(mended), tuple(problems))


def _pair(answer: Answered, numbers: tuple[int, ...], asked: Sequence[Asked], known: Sequence[int]) -> QuestionAnswer:
    questions = [question for question in asked if set(question.numbers) & set(numbers)]
    mentioned = mentioned_questions(answer.text, set(known) - set(numbers))
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


def _numbers_of(
    answer: Answered, asked: Sequence[Asked], answered: Sequence[Answered], done: set[int]
) -> tuple[tuple[int, ...], Problem | None]:
    """Which questions an answer answers: the ones it names, or, where it names none, those still open before it."""
    before = [question for question in asked if question.order < answer.order]
    if not answer.numbers:
        previous = max((a.order for a in answered if a.order < answer.order), default=-1)
        since = [question for question in before if question.order > previous]
        open_ones = [n for question in since or before for n in question.numbers if n not in done]
        return tuple(dict.fromkeys(open_ones)), None
    known = {number for question in asked for number in question.numbers}
    if set(answer.numbers) & known or not known:
        return answer.numbers, None
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
    mended = list(asked)
    problems: list[Problem] = []
    for at, question in enumerate(mended):
        if len(question.numbers) != 1:
            continue
        number = question.numbers[0]
        known = {n for other in mended for n in other.numbers}
        doubled = any(number in other.numbers for other in mended[:at])
        follows = min((a for a in answered if a.order > question.order), key=lambda a: a.order, default=None)
        if doubled and number + 1 not in known and follows and number + 1 in follows.numbers:
            mended[at] = replace(question, numbers=(number + 1,))
            problems.append(
                Problem(
                    "question-number",
                    f"Question {number} is printed twice; the second is taken for question {number + 1}, "
                    "because the answer to that follows it.",
                )
            )
    return mended, problems


def _said(numbers: Sequence[int]) -> str:
    return ", ".join(str(number) for number in numbers)
