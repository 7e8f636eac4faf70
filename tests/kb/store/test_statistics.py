"""Term counts are those of a plain count, whatever was written and taken out, and cap what a question walks."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.store.statistics import TermCounts, weighed
from tests.kb.store.vectors import sparse

_PASSAGES = st.lists(st.sets(st.integers(0, 2**32 - 1), max_size=5) | st.sets(st.integers(0, 9), max_size=5))


@given(_PASSAGES, st.data())
def test_counts_are_those_of_the_passages_that_are_left(passages: list[set[int]], data: st.DataObject) -> None:
    counts = TermCounts()
    left: list[set[int]] = []
    for terms in passages:
        counts.add([np.array(sorted(terms), dtype=np.uint32)])
        left.append(terms)
        if data.draw(st.booleans()):
            counts.of(np.array([1], dtype=np.uint32))  # settles what waits
        if data.draw(st.booleans()):
            gone = left.pop(data.draw(st.integers(0, len(left) - 1)))
            counts.remove([np.array(sorted(gone), dtype=np.uint32)])
    expected = Counter(term for terms in left for term in terms)
    asked = np.array(sorted({term for terms in passages for term in terms} | {7}), dtype=np.uint32)
    assert counts.of(asked).tolist() == [expected[int(term)] for term in asked]


def test_idf_is_that_of_the_engine() -> None:
    vector = weighed(sparse({1: 2.0, 2: 0.5}), np.array([1, 10]), 10, 1000)
    assert vector.values == pytest.approx([2.0 * np.log(1 + 9.5 / 1.5), 0.5 * np.log(1 + 0.5 / 10.5)])


def test_a_term_that_no_passage_has_is_not_asked() -> None:
    assert weighed(sparse([5, 6]), np.array([0, 3]), 10, 1000).indices.tolist() == [6]


@pytest.mark.parametrize(
    ("most", "kept"),
    [(1015, [1, 2, 3, 4]), (1014, [1, 2, 4]), (115, [1, 2, 4]), (114, [2, 4]), (10, [2]), (1, [2])],
)
def test_the_commonest_terms_are_left_out_first(most: int, kept: list[int]) -> None:
    counts = np.array([100, 5, 900, 10])
    assert weighed(sparse([1, 2, 3, 4]), counts, 2000, most).indices.tolist() == kept


def test_of_equally_common_terms_the_choice_is_the_same_in_any_order() -> None:
    one = weighed(sparse([9, 3, 6]), np.array([10, 10, 10]), 100, 20)
    other = weighed(sparse([3, 6, 9]), np.array([10, 10, 10]), 100, 20)
    assert set(one.indices.tolist()) == set(other.indices.tolist()) == {3, 6}
