"""Both languages say the same things."""

import datetime as dt
import re
import string
from pathlib import Path
from types import ModuleType

import pytest

import ui
from kb.answer_log.changes import SourceState
from kb.answering.declining import Reason
from kb.answering.phrasing.phrased import Problem, Why
from kb.model.answer import Intent, Standing
from kb.model.document import PairState
from kb.model.people import Part
from kb.model.query import FoundBy
from kb.model.terms import Kind, Parliament, Role
from ui.messages import answers, commands, kept, screens, terms
from ui.messages.sentence import Counted, Language, Sentence, language_of
from ui.messages.spelling import day, number, question_numbers


def _sentences(module: ModuleType) -> list[tuple[str, Sentence]]:
    found: list[tuple[str, Sentence]] = []
    for name, value in vars(module).items():
        if isinstance(value, Sentence):
            found.append((name, value))
        elif isinstance(value, Counted):
            found.extend([(f"{name}.one", value.one), (f"{name}.many", value.many)])
        elif isinstance(value, dict) and not name.startswith("__"):
            found.extend((f"{name}[{key}]", item) for key, item in value.items() if isinstance(item, Sentence))
    return found


ALL = [
    pytest.param(sentence, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for module in (answers, commands, kept, screens, terms)
    for name, sentence in _sentences(module)
]


def test_every_sentence_is_said_somewhere() -> None:
    ours = Path(ui.__path__[0])
    code = "\n".join(path.read_text(encoding="utf-8") for path in ours.rglob("*.py"))
    for module in (answers, commands, kept, screens, terms):
        name = module.__name__.rpartition(".")[2]
        for key in vars(module):
            if key.isupper():
                assert re.search(rf"\b{name}\.{key}\b", code), f"{name}.{key} is never used"


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_catalogue_is_not_empty() -> None:
    assert len(ALL) > 150


@pytest.mark.parametrize("sentence", ALL)
def test_a_sentence_stands_in_both_languages_with_the_same_placeholders(sentence: Sentence) -> None:
    assert bool(sentence.nl.strip()) == bool(sentence.en.strip())
    assert _placeholders(sentence.nl) == _placeholders(sentence.en)
    assert all(re.fullmatch(r"[a-z_]+", name) for name in _placeholders(sentence.nl))


@pytest.mark.parametrize(
    ("named", "members"),
    [
        (terms.PARLIAMENTS, Parliament),
        (terms.KINDS, Kind),
        (terms.ROLES, Role),
        (terms.STANDINGS, Standing),
        (terms.INTENTS, Intent),
        (terms.FOUND_BY, FoundBy),
        (terms.PAIR_STATES, PairState),
        (terms.PARTS, Part),
    ],
)
def test_every_term_has_a_name(named: dict[object, Sentence], members: type) -> None:
    assert set(named) == set(members)


def test_every_reason_for_declining_has_a_sentence() -> None:
    assert {reason.value for reason in Reason if reason.value} <= set(terms.REASONS)


def test_whatever_became_of_a_source_or_of_a_sentence_has_words() -> None:
    assert {state.value for state in SourceState} == set(kept.STATES)
    assert {why.value for why in Why} == set(kept.WHYS)
    assert {problem.value for problem in Problem} == set(kept.PROBLEMS)


def test_numbers_change_the_words_around_them() -> None:
    assert answers.SEARCHED.to(Language.NL, 1) == "Gezocht in 1 document"
    assert answers.SEARCHED.to(Language.NL, 12345) == "Gezocht in 12.345 documenten"
    assert answers.SEARCHED.to(Language.EN, 12345) == "Searched 12,345 documents"


def test_braces_in_a_value_are_left_alone() -> None:
    assert commands.UNKNOWN_COMMAND.to(Language.EN, given="{0}{x}", nearest="ask").startswith("'{0}{x}' is not")


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_spelled_out(month: int) -> None:
    english = dt.date(2024, month, 9)
    assert day(Language.EN, english) == f"9 {english:%B} 2024"
    assert re.fullmatch(r"9 [a-z]+ 2024", day(Language.NL, english))


def test_a_date_reads_as_people_write_it() -> None:
    assert day(Language.NL, dt.date(2024, 10, 31)) == "31 oktober 2024"
    assert day(Language.NL, dt.date(2024, 12, 1)) == "1 december 2024"
    assert number(Language.NL, 1234567) == "1.234.567"


@pytest.mark.parametrize(
    ("numbers", "written"), [((), ""), ((3,), "3"), ((3, 4), "3, 4"), ((6, 3, 5, 4, 9), "3-6, 9"), ((1, 1, 2), "1, 2")]
)
def test_runs_of_question_numbers_become_ranges(numbers: tuple[int, ...], written: str) -> None:
    assert question_numbers(numbers) == written


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, None),
        ({"LANG": "nl_BE.UTF-8"}, Language.NL),
        ({"LANG": "en_GB.UTF-8"}, Language.EN),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "fr_FR.UTF-8"}, None),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "nl_NL.UTF-8"}, Language.NL),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, None),
    ],
)
def test_the_system_language_decides_where_it_is_one_of_ours(
    environment: dict[str, str], language: Language | None
) -> None:
    assert language_of(environment) is language
