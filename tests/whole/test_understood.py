"""What a question names becomes filters that are shown, can be switched off, and never hide what lies outside."""

import datetime as dt

import pytest

from tests.whole.command import Loket


def test_a_search_keeps_to_the_time_that_is_asked_for(on_sample: Loket) -> None:
    found = on_sample("search", "herstelloket sinds 2026", "--json").json
    part = found["understood"]["parts"][0]
    assert (part["what"], part["effect"], part["since"]) == ("dates", "filter", "2026-01-01")
    assert found["matches"]
    assert all(dt.date.fromisoformat(match["date"]).year >= 2026 for match in found["matches"])


def test_literal_takes_the_words_as_they_are(on_sample: Loket) -> None:
    literal = on_sample("search", "herstelloket sinds 2026", "--literal", "--json").json
    assert literal["understood"]["parts"] == []
    assert literal["total"] > on_sample("search", "herstelloket sinds 2026", "--json").json["total"]
    one = on_sample("search", "brieven over het herstelloket sinds 2026", "--not-understood", "dates", "--json").json
    assert [part["what"] for part in one["understood"]["parts"]] == ["kind"]


def test_an_option_wins_over_the_words(on_sample: Loket) -> None:
    found = on_sample("search", "herstelloket sinds 2026", "--from", "2023", "--to", "2023", "--json").json
    assert found["understood"]["parts"] == []
    assert {match["date"][:4] for match in found["matches"]} == {"2023"}


def test_an_answer_that_is_not_within_is_declined_and_what_lies_outside_is_shown(on_sample: Loket) -> None:
    answer = on_sample("ask", "Wanneer is het Vlaams Herstelloket geopend volgens de Tweede Kamer?", "--json").json
    assert [part["what"] for part in answer["understood"]["parts"]] == ["parliament"]
    if answer["status"] == "declined":
        assert answer["understood"]["outside"]
        assert answer["near_misses"]
    else:
        assert all(one["parliament"] == "tweede_kamer" for claim in answer["claims"] for one in claim["citations"])


def test_what_was_understood_is_said_to_a_person(on_sample: Loket) -> None:
    out = " ".join(on_sample("search", "brieven over het herstelloket sinds 2023").out.split())
    assert "Understood: only letter (“brieven”); only from 1 January 2023 (“sinds 2023”)." in out


def test_a_kind_that_is_none_is_wrong_use(on_sample: Loket) -> None:
    ran = on_sample("search", "x", "--not-understood", "dagen")
    assert ran.code == 2
    assert "dates" in ran.err


def test_days_that_narrow_do_not_count_as_words_as_well(on_sample: Loket) -> None:
    """ "sinds 2025" once made the sentence that prints 2025 lead, and the decision of 2026 "no news"."""
    answer = on_sample("ask", "status herstelcheque sinds 2025", "--parliament", "vlaams_parlement", "--json").json
    assert answer["question"] == "status herstelcheque sinds 2025"
    first = answer["claims"][0]
    assert (first["date"], first["standing"]) == ("2026-10-02", "latest")
    assert [claim["date"] for claim in answer["claims"] if claim["standing"] == "earlier"][:1] == ["2025-03-20"]


def test_what_a_minister_says_on_a_matter_is_the_newest_first(on_sample: Loket) -> None:
    answer = on_sample("ask", "Wat zei minister Claerboudt over de herstelcheque?", "--json").json
    assert answer["intent"] == "status"
    assert answer["claims"][0]["date"] == "2026-10-02"


@pytest.mark.parametrize(
    "question", ["Wanneer opent het zwembad op de maan?", "When does the opera house open?", "Wat kost het circus?"]
)
def test_the_day_or_price_of_something_else_is_no_answer(on_sample: Loket, question: str) -> None:
    answer = on_sample("ask", question, "--json").json
    assert (answer["status"], answer["claims"]) == ("declined", [])
