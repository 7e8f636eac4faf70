"""Ranking by marks is the ranking of passages that were read."""

import numpy as np
import pytest

from kb.language.guess import Language
from kb.model.passage import Passage
from kb.model.terms import Role
from kb.search.forms import by_form, without_repeats
from kb.search.ranking import FormMatch
from kb.search.weights import Ranking
from kb.store.marks import marks_of, registers
from kb.store.payload import point_id
from kb.store.port import Hit, Ranked
from tests.kb.store.vectors import passage

TEXTS = (
    "De minister antwoordt dat de middelen voor 2024 zijn verhoogd met 3 miljoen euro.",
    "Voorzitter, collega's, ik dank u. Ik heb hier al eerder vragen over gesteld!",
    "verzoekt de regering de Kamer voor de zomer te informeren, en gaat over tot de orde van de dag.",
    "Vraag uw premie aan via het e-loket. U hebt daarvoor nodig: uw rijksregisternummer.",
    "Besluit van de Vlaamse Regering tot wijziging van artikel 3.",
)
ROLES = (Role.TEXT, Role.SPEECH, Role.ANSWER, Role.LETTER)


def passages(number: int) -> list[Passage]:
    chance = np.random.default_rng(number)
    return [
        passage(f"{int(chance.integers(6)):02}", at, str(chance.choice(TEXTS)), role=ROLES[int(chance.integers(4))])
        for at in range(number)
    ]


def ranked(found: list[Passage], scores: np.ndarray) -> Ranked:
    marks = np.array([marks_of(one) for one in found], dtype=np.int64)
    ids = np.array([point_id(one) for one in found], dtype=np.int64)
    return Ranked(ids, scores, {}, {}, marks[:, 0], marks[:, 2], registers(marks[:, 1]))


@pytest.mark.parametrize("number", [1, 2, 7, 60])
@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("Hoeveel dossiers werden er in 2023 ingediend?", Language.DUTCH),
        ("De staking in de openbare sector", Language.DUTCH),
        ("how do I apply for a grant", Language.ENGLISH),
        ("la grève dans le secteur public", Language.FRENCH),
    ],
)
def test_marks_give_the_order_and_scores_that_texts_give(number: int, query: str, language: Language) -> None:
    found = passages(number)
    # No two alike: equals may come in another order before they are read.
    scores = np.linspace(1.0, 0.1, number)
    read = FormMatch(Ranking()).apply(
        query, language, [Hit(one, float(score)) for one, score in zip(found, scores, strict=True)]
    )
    by_marks = by_form(ranked(found, scores), query, language, Ranking())
    expected = {point_id(hit.passage): hit.score for hit in read}
    assert dict(zip(by_marks.ids.tolist(), by_marks.scores.tolist(), strict=True)) == pytest.approx(expected, abs=1e-3)
    assert np.all(np.diff(by_marks.scores) <= 0)


def test_registers_survive_their_packing() -> None:
    from kb.language import register

    for text in TEXTS:
        one = passage("a", text=text, role=Role.TEXT)
        packed = np.array([marks_of(one)[1]], dtype=np.int64)
        assert registers(packed)[0] == pytest.approx(register.of_passage(text), abs=1 / 4000)


def test_a_text_of_another_document_is_shown_once_and_of_the_same_document_twice() -> None:
    found = [
        passage("a", 0, "Ja, dat klopt."),
        passage("b", 0, "ja dat  klopt"),
        passage("a", 1, "Ja: dat klopt!"),
        passage("b", 1, "Neen."),
    ]
    kept = without_repeats(ranked(found, np.array([4.0, 3.0, 2.0, 1.0])))
    assert kept.ids.tolist() == [point_id(found[at]) for at in (0, 2, 3)]


def test_nothing_found_stays_nothing() -> None:
    nothing = Ranked(
        np.empty(0, dtype=np.int64),
        np.empty(0),
        {},
        {},
        np.empty(0, dtype=np.int64),
        np.empty(0, dtype=np.int64),
        np.empty((0, 5)),
    )
    assert len(without_repeats(by_form(nothing, "vraag?", Language.DUTCH, Ranking())).ids) == 0
