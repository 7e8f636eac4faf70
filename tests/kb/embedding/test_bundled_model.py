"""The model that comes with the project: one directory, two libraries, the same vectors."""

import json
from pathlib import Path

import numpy as np
import pytest

from kb.embedding.build import build_embedder
from kb.embedding.settings import EmbeddingSettings

ROOT = Path(__file__).parents[3]
MODEL = ROOT / "models/loket-static-nl"
TEXTS = [
    "Wat is de stand van zaken van het loket voor kennisveiligheid?",
    "L'action du personnel soignant",
    "The housing shortage in 2023 (31 288, nr. 948)",
    "Loket \u2603 met een teken dat het model niet kent",
    "Een lange tekst over de begroting van het ministerie. " * 200,
]


def test_it_is_small_enough_to_travel_with_the_project() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) <= 25_000_000


def test_loket_json_states_what_the_files_hold() -> None:
    stated = json.loads((MODEL / "loket.json").read_text(encoding="utf-8"))
    identity = build_embedder(EmbeddingSettings(), ROOT).identity
    assert (stated["name"], stated["dimension"]) == (identity.name, identity.dimension)
    assert stated["version"]


@pytest.mark.slow
@pytest.mark.usefixtures("without_third_party_warnings")
def test_model2vec_and_sentence_transformers_give_the_same_vectors() -> None:
    from model2vec import StaticModel
    from sentence_transformers import SentenceTransformer

    quick = StaticModel.from_pretrained(MODEL).encode(TEXTS)
    other = SentenceTransformer(str(MODEL), device="cpu").encode(TEXTS)
    assert np.abs(np.asarray(quick, np.float32) - np.asarray(other, np.float32)).max() < 1e-3
    ours = build_embedder(EmbeddingSettings(), ROOT).embed_passages(TEXTS)
    assert np.abs(ours - np.asarray(other, np.float32)).max() < 1e-3


@pytest.mark.parametrize(
    ("question", "near", "far"),
    [
        ("loket voor kennisveiligheid", "het kennisveiligheidsloket", "het loket voor rijbewijzen"),
        ("wachtlijsten in de kinderopvang", "wachttijden in de opvang van kinderen", "subsidies voor sociale huur"),
        ("the housing shortage", "het woningtekort", "het personeelstekort"),
        ("la pension des fonctionnaires", "het pensioen van ambtenaren", "de vakantie van ambtenaren"),
        ("\u00c9\u00e9n loket", "een loket", "drie bruggen"),
    ],
)
def test_meaning_comes_before_shared_letters(question: str, near: str, far: str) -> None:
    embedder = build_embedder(EmbeddingSettings(), ROOT)
    asked = embedder.embed_questions([question])[0]
    nearer, farther = embedder.embed_passages([near, far]) @ asked
    assert nearer > farther
