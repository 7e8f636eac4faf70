"""Questions: their language, and what their words become."""

import pytest

from kb.language.analyzer import DutchAnalyzer
from kb.language.question import QuestionWords

ANALYZER = DutchAnalyzer()


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Wat is de stand van zaken van het loket?", "nl"),
        ("status of the loket", "en"),
        ("Which Flemish minister said it?", "en"),
        ("Les mesures pour les hôpitaux", "fr"),
        ("kennisveiligheid", "nl"),
        ("", "nl"),
    ],
)
def test_the_language_is_told_by_function_words(question: str, language: str) -> None:
    assert QuestionWords(ANALYZER, question).language == language


def test_a_dutch_question_is_analysed_as_a_document_is() -> None:
    text = "Hoeveel dossiers over kennisveiligheid werden ingediend?"
    assert QuestionWords(ANALYZER, text).words() == dict(ANALYZER.words(text))


def test_an_english_word_in_a_dutch_question_keeps_itself_and_gains_its_translation() -> None:
    words = QuestionWords(ANALYZER, "Hoeveel companies kregen steun in Limburg?").words()
    assert {"limburg", "companies", "bedrijf"} <= words.keys()
    assert words["steun"] == 1.0


def test_a_word_repeated_counts_once() -> None:
    assert QuestionWords(ANALYZER, "loket loket loket").words() == {"loket": 1.0}


def test_function_words_of_a_foreign_question_say_nothing() -> None:
    assert "the" not in QuestionWords(ANALYZER, "status of the loket").words()
