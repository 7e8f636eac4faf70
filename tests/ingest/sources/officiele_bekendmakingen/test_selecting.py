"""What a user asks for by number, by words, by days and by publication."""

import datetime as dt
import urllib.parse

import pytest

from ingest.sources.officiele_bekendmakingen.addresses import quoted
from ingest.sources.officiele_bekendmakingen.publication import Publication
from ingest.sources.officiele_bekendmakingen.selecting import known_kinds, number_in
from ingest.sources.source import Page, Selection
from kb.errors import InputError
from kb.model.document import Number
from tests.ingest.sources.officiele_bekendmakingen.conftest import TODAY, Desk, records_of
from tests.ingest.sources.officiele_bekendmakingen.server import ANSWERS, QUESTIONS, Item, a_question, an_answer

LETTER = Item("kst-99310-41", "Kamerstuk", "Reparatieloket", "2023-06-23", dossiers=("99310",), sub_number="41")
NEW_LETTER = Item("kst-1268678", "Kamerstuk", "Reparatieloket", "2025-10-01", dossiers=("99310",), sub_number="57")


def select(desk: Desk, **wanted: object) -> list[Page]:
    return list(desk.source.select(Selection(**wanted), desk.fetcher, TODAY))  # type: ignore[arg-type]


def keys(pages: list[Page]) -> list[str]:
    return [record.key for record in records_of(pages)]


@pytest.mark.parametrize(
    ("written", "scheme", "value"),
    [
        ("kst-31288-948", "kamerstuk", "kst-31288-948"),
        ("31 288 nr 948", "kamerstuk", "kst-31288-948"),
        ("31 288, nr. 948", "kamerstuk", "kst-31288-948"),
        ("Kamerstuk 31288 nr. 948", "kamerstuk", "kst-31288-948"),
        ("Kamerstukken II 31 288, nr. 948", "kamerstuk", "kst-31288-948"),
        ("36 800 VIII, nr. 182", "kamerstuk", "kst-36800-VIII-182"),
        ("21501-02, nr. 3174", "kamerstuk", "kst-21501-02-3174"),
        ("kst-1268678", "kamerstuk", "kst-1268678"),
        ("AH-TK-20242025-594", "publication", "ah-tk-20242025-594"),
        ("ah-tk-20242025-594-n1", "publication", "ah-tk-20242025-594-n1"),
        ("ah-1271549", "publication", "ah-1271549"),
        ("Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 594", "publication", "ah-tk-20242025-594"),
        ("2024Z18561", "zaak", "2024Z18561"),
        ("31288", "dossier", "31288"),
    ],
)
def test_a_number_is_known_in_every_form_in_which_it_is_written(written: str, scheme: str, value: str) -> None:
    assert number_in(written) == Number(scheme, value)


@pytest.mark.parametrize("written", ["schv-1836653", "SV 30 (2024-2025)", "zomaar", "", "2024D40329"])
def test_a_number_of_another_source_is_refused_with_examples(written: str) -> None:
    with pytest.raises(InputError, match="ah-tk-20242025-594"):
        number_in(written)


def test_an_id_is_taken_from_the_site_without_the_slow_interface(desk: Desk) -> None:
    desk.gazette.add(an_answer(9120, "2024-11-13"), LETTER)
    pages = select(desk, numbers=("ah-tk-20242025-9120", "99 310, nr. 41"))
    assert keys(pages) == ["ah-tk-20242025-9120", "kst-99310-41"]
    assert desk.searches == 0
    by_number, _ = records_of(pages)
    (listed,) = records_of(desk.listed(ANSWERS))
    assert desk.piece(by_number).document == desk.piece(listed).document
    assert desk.piece(by_number).given.numbers == desk.piece(listed).given.numbers
    assert not [finding for page in pages for finding in page.findings]


def test_a_question_number_gives_the_question_and_its_answers(desk: Desk) -> None:
    desk.gazette.add(a_question(99120, "2024-10-01"), an_answer(9120, "2024-11-13"), an_answer(9121, "2024-11-13"))
    assert keys(select(desk, numbers=("2024Z99120",))) == ["ah-tk-20242025-9120", "kv-tk-2024Z99120"]


@pytest.mark.parametrize("missing", ["page", "redirect", "404"])
def test_a_kamerstuk_whose_id_is_a_number_only_is_found_by_its_place(desk: Desk, missing: str) -> None:
    desk.gazette.missing = missing
    desk.gazette.add(LETTER, NEW_LETTER)
    pages = select(desk, numbers=("99 310, nr. 57",))
    assert keys(pages) == ["kst-1268678"]
    assert Publication.of_content(records_of(pages)[0].content).known_as == "kst-99310-57"


def test_a_dossier_gives_all_of_it(desk: Desk) -> None:
    desk.gazette.add(LETTER, NEW_LETTER, an_answer(1, "2024-11-13"))
    assert sorted(keys(select(desk, numbers=("99310",)))) == ["kst-1268678", "kst-99310-41"]


def test_a_number_that_is_nowhere_is_reported(desk: Desk) -> None:
    (unusable,) = [one for page in select(desk, numbers=("kst-99310-99",)) for one in page.unusable]
    assert unusable.problem.code == "not_found"
    assert "kst-99310-99" in unusable.problem.message


def test_words_are_looked_for_in_the_publications_of_the_settings(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-11-13", title="het reparatieloket"), an_answer(2, "2024-11-14"), LETTER)
    assert keys(select(desk, about="reparatieloket")) == ["ah-tk-20242025-1"]
    assert keys(select(desk, about="reparatieloket", kinds=("kamerstuk",))) == ["kst-99310-41"]
    assert keys(select(desk, about="reparatieloket", until=dt.date(2024, 11, 1))) == []


def test_days_and_publications_narrow(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-10-13"), an_answer(2, "2024-11-14"), a_question(90003, "2024-11-15"))
    since, until = dt.date(2024, 11, 1), dt.date(2024, 11, 30)
    assert keys(select(desk, since=since, until=until)) == ["ah-tk-20242025-2", "kv-tk-2024Z90003"]
    assert keys(select(desk, since=since, kinds=(QUESTIONS,))) == ["kv-tk-2024Z90003"]


def test_a_publication_that_does_not_exist_is_refused_with_the_nearest(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"Did you mean .Kamerstuk."):
        select(desk, kinds=("Kamerstukken",))
    assert known_kinds(("kamervragen (aanhangsel)",), ()) == (ANSWERS,)


def test_what_a_user_types_cannot_change_the_question(desk: Desk) -> None:
    assert quoted('x" OR dt.date>="1900') == '"x\\" OR dt.date>=\\"1900"'
    desk.gazette.add(an_answer(1, "2024-11-13"))
    assert keys(select(desk, about='x" OR dt.date>="1900')) == []
    assert "%22x%5C%22" in urllib.parse.urlsplit(desk.server.asked[-1].target).query
