"""Real documents, where they lie beside the project: labelled ones are read right, and none raises."""

from pathlib import Path

import pytest

from evaluation.pairs.__main__ import measure
from evaluation.pairs.compare import Tally
from ingest.parsed import Given
from ingest.parsed_json import parsed_as_json
from ingest.reading import read_document
from kb.errors import LoketError

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="no real documents beside the project (../shared)")

LEAST = {
    "pair": 0.97,
    "unanswered": 0.97,
    "question text": 0.97,
    "refers to": 0.97,
    "also refers to": 0.95,
    "procedural": 0.97,
    "kind": 0.98,
    "dates": 0.98,
    "numbers": 0.98,
    "people": 0.95,
    "title": 0.95,
    "references": 0.95,
}


def test_labelled_documents_are_read_as_labelled():
    whole = Tally()
    for tally in measure(SHARED).values():
        whole.add(tally)
    short = {name: whole.share(name) for name, least in LEAST.items() if whole.share(name) < least}
    assert not short, "\n".join(whole.misses)


def documents():
    folders = ("corpus", "samples")
    return [path for folder in folders for path in sorted((SHARED / folder).rglob("*")) if path.is_file()]


def outcome(path):
    try:
        return parsed_as_json(read_document(path.read_bytes(), Given(file_name=path.name)))
    except LoketError as error:
        return error.message


def test_every_document_is_read_or_refused_in_one_sentence():
    read = 0
    for path in documents():
        result = outcome(path)
        assert result
        read += isinstance(result, dict)
    assert read > 100


KINDS = {
    "antwoord": "written_question_with_answer",
    "vraag": "written_question_only",
    "mondelinge-vraag": "oral_question",
}


def test_kinds_in_the_names_of_the_tweede_kamer_collection_are_met():
    folder = SHARED / "corpus" / "tweede_kamer_2024-11"
    wrong = []
    for path in sorted(folder.glob("*.txt")):
        kind = read_document(path.read_bytes(), Given(file_name=path.name)).kind
        named = path.name.split("_")[1]
        if kind.value not in (
            KINDS.get(named),
            *(("postponement", "notice_answered_elsewhere") if named == "mededeling" else ()),
        ):
            wrong.append(f"{path.name}: {kind}")
    assert not wrong
