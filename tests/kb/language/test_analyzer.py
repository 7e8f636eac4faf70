"""The analyzer's own promises."""

from hypothesis import given
from hypothesis import strategies as st

from kb.language import analyzer as module
from kb.language.analyzer import DutchAnalyzer

ANALYZER = DutchAnalyzer()


def test_a_compound_gives_itself_and_for_less_its_parts() -> None:
    words = ANALYZER.words("kennisveiligheidsloket")
    assert words["kennisveiligheidsloket"] == 1.0
    assert 0.0 < words["loket"] < 1.0


def test_parts_of_parts_are_terms_too() -> None:
    assert {"arbeidsmarkt", "arbeid", "markt", "krapt"} <= ANALYZER.words("arbeidsmarktkrapte").keys()


def test_spans_of_tokens_are_true() -> None:
    text = "Het kennisveiligheidsloket opent op 1 mei."
    assert [text[token.start : token.end] for token in ANALYZER.tokens(text)][1] == "kennisveiligheidsloket"
    assert next(token.stem for token in ANALYZER.tokens(text)) == ""


def test_the_fingerprint_is_the_same_for_the_same_analysis_and_another_for_another(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    before = DutchAnalyzer().fingerprint
    assert DutchAnalyzer().fingerprint == before
    monkeypatch.setattr(module, "PART_WEIGHT", 0.1)
    assert DutchAnalyzer().fingerprint != before


@given(st.text(max_size=300))
def test_any_text_can_be_analysed(text: str) -> None:
    assert all(weight > 0 for weight in ANALYZER.words(text).values())
    assert all(term for term in ANALYZER.grams(text))
