"""What every adapter of the store's port does. Run over Qdrant Edge, the client's in-memory mode, and a server."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from kb.errors import StoreError
from kb.model.query import Filters
from kb.model.terms import Kind, Parliament, Role
from kb.store.index import FusedIndex
from kb.store.port import Fusion, Hit, IndexShape, Leg, Point, SparseVector
from tests.kb.store.conftest import MakeIndex
from tests.kb.store.vectors import (
    SHAPE,
    dense,
    full_passage,
    meaning_leg,
    passage,
    point,
    sparse,
    words_leg,
)


def texts(hits: list[Hit]) -> list[str]:
    return [hit.passage.text for hit in hits]


def test_a_passage_comes_back_exactly_as_it_went_in(index: FusedIndex) -> None:
    everything, least = full_passage(), passage("a.txt")
    index.upsert([point(everything), point(least)])
    assert {p.id: p for p in index.passages(Filters())} == {everything.id: everything, least.id: least}
    assert {hit.passage for hit in index.query([meaning_leg(1, 0, 0, 0)], Filters(), 10)} == {everything, least}


FILTERED = passage(
    "one.pdf",
    parliament=Parliament.TWEEDE_KAMER,
    kind=Kind.ANSWERED_QUESTION,
    role=Role.ANSWER,
    people=("agema", "koekkoek"),
    parties=("Volt", "PVV"),
    ministries=("Volksgezondheid, Welzijn en Sport",),
    themes=("zorg & ruimte",),
    numbers=("2024Z18561", "ah-tk-20242025-594"),
    date=date(2024, 11, 5),
)


@pytest.mark.parametrize(
    ("filters", "passes"),
    [
        (Filters(), True),
        (Filters(parliaments=(Parliament.TWEEDE_KAMER,)), True),
        (Filters(parliaments=(Parliament.VLAAMS_PARLEMENT,)), False),
        (Filters(parliaments=(Parliament.VLAAMS_PARLEMENT, Parliament.TWEEDE_KAMER)), True),
        (Filters(kinds=(Kind.ANSWERED_QUESTION,)), True),
        (Filters(kinds=(Kind.POSTPONEMENT,)), False),
        (Filters(roles=(Role.ANSWER, Role.LETTER)), True),
        (Filters(roles=(Role.QUESTION,)), False),
        (Filters(people=("koekkoek",)), True),
        (Filters(people=("koek",)), False),
        (Filters(parties=("Volt",)), True),
        (Filters(parties=("volt",)), False),
        (Filters(ministries=("Volksgezondheid, Welzijn en Sport",)), True),
        (Filters(ministries=("Volksgezondheid",)), False),
        (Filters(themes=("zorg & ruimte",)), True),
        (Filters(numbers=("2024Z18561",)), True),
        (Filters(numbers=("2024Z1856",)), False),
        (Filters(documents=("folder/one.pdf",)), True),
        (Filters(documents=("folder/two.pdf",)), False),
        (Filters(since=date(2024, 11, 5)), True),
        (Filters(since=date(2024, 11, 6)), False),
        (Filters(until=date(2024, 11, 5)), True),
        (Filters(until=date(2024, 11, 4)), False),
        (Filters(since=date(2024, 1, 1), until=date(2024, 12, 31)), True),
        (Filters(people=("agema",), parties=("PVV",), roles=(Role.ANSWER,)), True),
        (Filters(people=("agema",), parties=("CDA",)), False),
    ],
)
def test_each_filter_lets_through_what_it_names(index: FusedIndex, filters: Filters, passes: bool) -> None:
    index.upsert([point(FILTERED, words=[1])])
    expected = [FILTERED] if passes else []
    assert list(index.passages(filters)) == expected
    assert index.count(filters) == len(expected)
    assert [hit.passage for hit in index.query([words_leg([1])], filters, 5)] == expected
    assert [hit.passage for hit in index.query([meaning_leg(1, 0, 0, 0)], filters, 5)] == expected


def test_a_passage_without_a_date_falls_outside_any_filter_on_dates(index: FusedIndex) -> None:
    index.upsert([point(passage("undated")), point(passage("dated", date=date(1999, 12, 31)))])
    for filters in (Filters(since=date(1000, 1, 1)), Filters(until=date(2999, 1, 1))):
        assert [str(p.document) for p in index.passages(filters)] == ["folder/dated"]
    assert index.count(Filters()) == 2


def test_filters_apply_before_the_limit_in_every_leg(index: FusedIndex) -> None:
    near = [point(passage("near", i), dense(1, 0, 0, i / 1000), words=[1]) for i in range(60)]
    far = point(passage("far", parliament=Parliament.VLAAMS_PARLEMENT), dense(0.2, 1, 0, 0), words={1: 0.01})
    index.upsert([*near, far])
    only = Filters(parliaments=(Parliament.VLAAMS_PARLEMENT,))
    for leg in (meaning_leg(1, 0, 0, 0, limit=3), words_leg([1], limit=3)):
        assert [hit.passage for hit in index.query([leg], only, 3)] == [far.passage]
        assert far.passage not in {hit.passage for hit in index.query([leg], Filters(), 3)}


def test_the_raw_score_of_meaning_is_the_cosine(index: FusedIndex) -> None:
    index.upsert([point(passage("a"), dense(3, 1, 2, 5)), point(passage("b"), dense(-1, 2, 0, 1))])
    hits = index.query([meaning_leg(1, 2, 3, 4)], Filters(), 5, Fusion.SUM)
    found = {hit.passage.title: hit.legs["meaning"] for hit in hits}
    expected = {
        "Title of a": float(dense(3, 1, 2, 5) @ dense(1, 2, 3, 4)),
        "Title of b": float(dense(-1, 2, 0, 1) @ dense(1, 2, 3, 4)),
    }
    assert found == pytest.approx(expected, abs=0.001)


def test_words_are_weighted_by_how_rare_they_are(index: FusedIndex) -> None:
    """IDF as Qdrant defines it: ln(1 + (N - n + 0.5) / (n + 0.5)), with the document's and the question's weight."""
    index.upsert([point(passage("d", i), words={1: 2.0} | ({7: 0.5} if i == 0 else {})) for i in range(10)])
    (rare,) = index.query([words_leg([7])], Filters(), 5, Fusion.SUM)
    assert rare.score == pytest.approx(0.5 * np.log(1 + 9.5 / 1.5), rel=1e-4)
    common = index.query([words_leg([1])], Filters(), 20, Fusion.SUM)
    assert len(common) == 10
    assert common[0].score == pytest.approx(2.0 * np.log(1 + 0.5 / 10.5), rel=1e-4)


def test_rrf_adds_weighted_reciprocal_ranks(index: FusedIndex) -> None:
    index.upsert(
        [
            point(passage("a"), dense(1, 0, 0, 0), words={1: 1.0}),
            point(passage("b"), dense(1, 1, 0, 0), words={1: 3.0}),
            point(passage("c"), dense(0, 1, 0, 0), words={2: 1.0}),
        ]
    )
    hits = index.query([meaning_leg(1, 0, 0, 0, weight=2.0), words_leg([1], weight=0.5)], Filters(), 5)
    scores = {hit.passage.document.key: hit.score for hit in hits}
    assert scores == pytest.approx({"a": 2 / 61 + 0.5 / 62, "b": 2 / 62 + 0.5 / 61, "c": 2 / 63})
    assert [hit.passage.document.key for hit in hits] == ["a", "b", "c"]


def test_sum_adds_weighted_raw_scores_and_counts_a_missing_leg_as_nothing(index: FusedIndex) -> None:
    index.upsert(
        [
            point(passage("both"), dense(1, 1, 0, 0), words={1: 1.0}),
            point(passage("words only"), dense(0, 1, 0, 0), words={1: 2.0}),
            point(passage("meaning only"), dense(1, 0, 0, 0), words={2: 1.0}),
        ]
    )
    legs = [meaning_leg(1, 0, 0, 0, limit=2, weight=10.0), words_leg([1], weight=0.5)]
    hits = {hit.passage.document.key: hit for hit in index.query(legs, Filters(), 5, Fusion.SUM)}
    assert set(hits["both"].legs) == {"meaning", "words"}
    assert set(hits["words only"].legs) == {"words"}
    assert set(hits["meaning only"].legs) == {"meaning"}
    for hit in hits.values():
        expected = 10.0 * hit.legs.get("meaning", 0.0) + 0.5 * hit.legs.get("words", 0.0)
        assert hit.score == pytest.approx(expected)


def test_full_sum_looks_up_the_score_of_every_candidate_in_every_leg(index: FusedIndex) -> None:
    index.upsert(
        [
            point(passage("near"), dense(1, 0, 0, 0), words={2: 1.0}),
            point(passage("far"), dense(1, 2, 0, 0), words={1: 1.0}, grams={5: 1.0}),
        ]
    )
    legs = [meaning_leg(1, 0, 0, 0, limit=1), words_leg([1], limit=1), Leg("grams", sparse([5]), 1)]
    hits = {hit.passage.document.key: hit for hit in index.query(legs, Filters(), 5, Fusion.FULL_SUM)}
    assert hits["far"].legs["meaning"] == pytest.approx(5**-0.5, abs=0.001)
    assert set(hits["far"].legs) == {"meaning", "words", "grams"}
    assert hits["near"].legs == pytest.approx({"meaning": 1.0}, abs=0.001)
    alone = index.query([words_leg([1])], Filters(), 5, Fusion.SUM)
    assert hits["far"].legs["words"] == pytest.approx(alone[0].score)


def test_scaled_sum_divides_each_leg_by_its_best_and_counts_what_is_below_zero_as_nothing(index: FusedIndex) -> None:
    index.upsert(
        [
            point(passage("near"), dense(2, 1, 0, 0), words={2: 1.0}),
            point(passage("words"), dense(1, 2, 0, 0), words={1: 4.0}),
            point(passage("some words"), dense(-1, 0, 0, 0), words={1: 1.0}),
        ]
    )
    legs = [meaning_leg(1, 0, 0, 0, limit=1, weight=0.3), words_leg([1], weight=0.5), Leg("grams", sparse([5]))]
    scores = {hit.passage.document.key: hit.score for hit in index.query(legs, Filters(), 5, Fusion.SCALED_SUM)}
    assert scores == pytest.approx({"near": 0.3, "words": 0.5 + 0.3 / 2, "some words": 0.5 / 4}, abs=0.001)
    equal = [replace(leg, limit=10) for leg in legs]
    assert {
        hit.passage.document.key: hit.score for hit in index.query(equal, Filters(), 5, Fusion.SCALED_SUM)
    } == scores


def test_equals_are_ordered_by_passage_id_whatever_the_order_they_came_in(make_index: MakeIndex) -> None:
    same = [point(passage(f"{key:02}"), words=[1]) for key in range(40)]
    legs = [meaning_leg(1, 0, 0, 0, limit=40), words_leg([1], limit=40)]
    orders = []
    for points in (same, same[::-1], same[20:] + same[:20]):
        index = make_index(SHAPE)
        for one in points:
            index.upsert([one])
        orders.append([hit.passage.id for hit in index.query(legs, Filters(), 7)])
    assert orders[0] == [one.passage.id for one in same[:7]]
    assert orders[1] == orders[0]
    assert orders[2] == orders[0]


def test_equals_at_the_limit_of_a_leg_are_chosen_the_same_way_whatever_the_order(make_index: MakeIndex) -> None:
    same = [point(passage(f"{key:02}"), words=[1]) for key in range(60)]
    found = []
    for points in (same, same[::-1]):
        index = make_index(SHAPE)
        index.upsert(points)
        found.append([hit.passage.id for hit in index.query([words_leg([1], limit=5)], Filters(), 5)])
    assert len(found[0]) == 5
    assert found[0] == found[1]


def test_the_same_question_gives_the_same_answer(index: FusedIndex) -> None:
    rng = np.random.default_rng(3)
    index.upsert([point(passage("d", i), dense(*rng.normal(size=4)), rng.integers(0, 9, 1)) for i in range(80)])
    legs = [meaning_leg(0.3, 0.1, -0.4, 0.2, limit=30), words_leg([1, 2, 3], limit=30)]
    first = index.query(legs, Filters(), 20, Fusion.SUM)
    assert len(first) == 20
    assert all(index.query(legs, Filters(), 20, Fusion.SUM) == first for _ in range(5))


def test_sealing_changes_no_answer(index: FusedIndex) -> None:
    rng = np.random.default_rng(4)
    points = [point(passage("d", i), dense(*rng.normal(size=4)), {int(rng.integers(0, 5)): 1.0}) for i in range(80)]
    index.upsert(points)
    index.delete_documents(["folder/none"])
    legs = [meaning_leg(0.3, 0.1, -0.4, 0.2, limit=30), words_leg([1, 2], limit=80)]
    before = index.query(legs, Filters(), 80, Fusion.SUM)
    index.seal()
    assert [hit.passage.id for hit in index.query(legs, Filters(), 80, Fusion.SUM)] == [h.passage.id for h in before]


def test_what_was_taken_out_no_longer_counts_among_the_words(index: FusedIndex) -> None:
    index.upsert([point(passage("stays", i), words=[1 if i == 0 else 2]) for i in range(8)])
    index.upsert([point(passage("goes", i), words=[1]) for i in range(8)])
    index.seal()
    index.delete_documents(["folder/goes"])
    index.upsert([point(passage("stays", 0), words=[1])])
    index.seal()
    (hit,) = index.query([words_leg([1])], Filters(), 5, Fusion.SUM)
    assert hit.score == pytest.approx(np.log(1 + (8 - 1 + 0.5) / 1.5), rel=1e-4)


def test_a_document_is_taken_out_whole_and_alone(index: FusedIndex) -> None:
    index.upsert([point(passage(key, i)) for key in ("a", "b", "a2") for i in range(3)])
    index.delete_documents(["folder/a", "folder/none"])
    assert {str(p.document) for p in index.passages(Filters())} == {"folder/b", "folder/a2"}
    assert index.count(Filters()) == 6
    index.delete_documents([])
    assert index.count(Filters()) == 6
    index.upsert([point(passage("c"))])
    assert index.count(Filters()) == 7


def test_writing_a_passage_twice_keeps_one(index: FusedIndex) -> None:
    first = passage("a", title="First")
    index.upsert([point(first, words=[1])])
    again = replace(first, title="Second")
    index.upsert([point(again, dense(0, 1, 0, 0), words=[2])])
    assert list(index.passages(Filters())) == [again]
    assert index.query([words_leg([1])], Filters(), 5) == []
    assert index.query([meaning_leg(0, 1, 0, 0)], Filters(), 5, Fusion.SUM)[0].score == pytest.approx(1, abs=0.001)


def test_more_passages_than_one_batch_are_all_counted_and_listed(index: FusedIndex) -> None:
    points = [point(passage(f"d{i // 100:02}", i % 100)) for i in range(1300)]
    index.upsert(points)
    assert index.count(Filters()) == 1300
    assert [p.id for p in index.passages(Filters())] == [one.passage.id for one in points]


def test_passages_are_listed_by_document_and_order(index: FusedIndex) -> None:
    index.upsert([point(passage(key, i)) for key in ("b", "a") for i in (10, 2, 0)])
    assert [(p.document.key, p.order) for p in index.passages(Filters())] == [
        ("a", 0),
        ("a", 2),
        ("a", 10),
        ("b", 0),
        ("b", 2),
        ("b", 10),
    ]
    assert [(p.document.key, p.order) for p in index.passages(Filters(), limit=2)] == [("a", 0), ("a", 2)]


@pytest.mark.parametrize("limit", [None, 1, 2, 3, 4, 6, 99])
def test_newest_first_puts_the_undated_last_and_equals_in_document_order(index: FusedIndex, limit: int | None) -> None:
    day = date(2024, 2, 28)
    index.upsert(
        [
            point(passage("undated b")),
            point(passage("undated a")),
            point(passage("old", date=date(1815, 6, 18))),
            point(passage("new b", date=day + timedelta(1))),
            point(passage("new a", 1, date=day + timedelta(1))),
            point(passage("new a", 0, date=day)),
        ]
    )
    expected = [("new a", 1), ("new b", 0), ("new a", 0), ("old", 0), ("undated a", 0), ("undated b", 0)]
    listed = index.passages(Filters(), newest_first=True, limit=limit)
    assert [(p.document.key, p.order) for p in listed] == expected[:limit]


def test_facets_count_values_most_first_under_the_filters(index: FusedIndex) -> None:
    index.upsert(
        [
            point(passage("a", 0, people=("jansen", "agema"), parliament=Parliament.TWEEDE_KAMER)),
            point(passage("a", 1, people=("jansen",), parliament=Parliament.TWEEDE_KAMER)),
            point(passage("b", 0, people=("agema", "vanlouwe"), parliament=Parliament.VLAAMS_PARLEMENT)),
            point(passage("c", 0)),
        ]
    )
    assert index.facet("people", Filters()) == [("agema", 2), ("jansen", 2), ("vanlouwe", 1)]
    assert index.facet("people", Filters(), limit=1) == [("agema", 2)]
    only = Filters(parliaments=(Parliament.TWEEDE_KAMER,))
    assert index.facet("people", only) == [("jansen", 2), ("agema", 1)]
    assert index.facet("document", Filters()) == [("folder/a", 2), ("folder/b", 1), ("folder/c", 1)]
    assert index.facet("kind", Filters()) == [("letter", 4)]
    with pytest.raises(StoreError, match="text"):
        index.facet("text", Filters())


def test_an_empty_index_answers_with_nothing(index: FusedIndex) -> None:
    assert index.query([meaning_leg(1, 0, 0, 0), words_leg([1])], Filters(), 5) == []
    assert index.count(Filters()) == 0
    assert index.facet("kind", Filters()) == []
    assert list(index.passages(Filters(), newest_first=True, limit=3)) == []
    assert list(index.passages(Filters())) == []


def test_a_question_without_words_in_a_leg_gives_nothing_there(index: FusedIndex) -> None:
    index.upsert([point(passage("a"), words=[1])])
    assert index.query([words_leg([])], Filters(), 5) == []
    assert index.query([words_leg([99])], Filters(), 5) == []
    assert index.query([], Filters(), 5) == []
    assert index.query([words_leg([1])], Filters(), 0) == []
    assert len(index.query([words_leg([]), meaning_leg(1, 0, 0, 0)], Filters(), 5)) == 1


def _wrong_dimension(index: FusedIndex) -> object:
    return index.query([Leg("meaning", np.ones(5, dtype=np.float32))], Filters(), 5)


def _write_wrong_dimension(index: FusedIndex) -> object:
    return index.upsert([Point(passage("a"), np.ones(3, dtype=np.float32), {"words": sparse([]), "grams": sparse([])})])


def _write_zeros(index: FusedIndex) -> object:
    return index.upsert([point(passage("a"), np.zeros(4, dtype=np.float32))])


def _write_not_finite(index: FusedIndex) -> object:
    return index.upsert([point(passage("a"), np.array([1, np.nan, 0, 0], dtype=np.float32))])


def _unknown_leg(index: FusedIndex) -> object:
    return index.query([Leg("letters", sparse([1]))], Filters(), 5)


def _write_missing_leg(index: FusedIndex) -> object:
    return index.upsert([Point(passage("a"), dense(1, 0, 0, 0), {"words": sparse([1])})])


def _write_a_term_twice(index: FusedIndex) -> object:
    twice = SparseVector(np.array([4, 4], dtype=np.uint32), np.ones(2, dtype=np.float32))
    return index.upsert([Point(passage("a"), dense(1, 0, 0, 0), {"words": twice, "grams": sparse([])})])


@pytest.mark.parametrize(
    "misuse",
    [
        _wrong_dimension,
        _write_wrong_dimension,
        _write_zeros,
        _write_not_finite,
        _unknown_leg,
        _write_missing_leg,
        _write_a_term_twice,
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    index: FusedIndex, misuse: Callable[[FusedIndex], object]
) -> None:
    index.upsert([point(passage("before"))])
    with pytest.raises(StoreError):
        misuse(index)
    assert index.count(Filters()) == 1


def test_a_closed_index_says_so(make_index: MakeIndex) -> None:
    index = make_index(IndexShape(4, ("words", "grams")))
    index.upsert([point(passage("a"))])
    listing = index.passages(Filters())
    index.close()
    index.close()
    for use in (
        lambda: index.count(Filters()),
        lambda: index.query([words_leg([1])], Filters(), 1),
        lambda: index.upsert([]),
        lambda: index.facet("kind", Filters()),
        lambda: index.flush(),
        lambda: list(index.passages(Filters())),
        lambda: list(listing),
    ):
        with pytest.raises(StoreError, match="closed"):
            use()


def test_an_index_without_word_legs_works(make_index: MakeIndex) -> None:
    index = make_index(IndexShape(2, ()))
    index.upsert([Point(passage("a"), dense(1, 0), {})])
    assert len(index.query([Leg("meaning", dense(1, 0))], Filters(), 5)) == 1
