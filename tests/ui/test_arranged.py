"""An answer arranged for reading."""

from dataclasses import replace

from kb.model.answer import Claim, Standing
from kb.model.terms import Parliament
from tests.ui.fake_knowledge import CLAIMED, OPEN_NOW, WILL_OPEN, status_answer
from ui.arranged import arrange


def test_every_claim_stands_once_under_its_parliament() -> None:
    arranged = arrange(status_answer("loket"))
    assert [voice.parliament for voice in arranged.voices] == [Parliament.VLAAMS_PARLEMENT, Parliament.TWEEDE_KAMER]
    flemish, dutch = arranged.voices
    assert [item.claim.first for item in flemish.leading] == [OPEN_NOW]
    assert [item.claim.first for item in dutch.leading] == [WILL_OPEN]
    assert [item.claim.first for item in dutch.claimed] == [CLAIMED]
    assert not dutch.only_claimed


def test_a_source_cited_twice_has_one_number() -> None:
    answer = status_answer("loket")
    twice = replace(answer, claims=(*answer.claims, Claim("x", (WILL_OPEN, OPEN_NOW), Standing.EARLIER)))
    arranged = arrange(twice)
    assert arranged.sources == (OPEN_NOW, WILL_OPEN, CLAIMED)
    assert arranged.voices[1].earlier[0].sources == (2, 1)


def test_a_parliament_where_only_members_spoke_says_so() -> None:
    answer = replace(status_answer("loket"), claims=(Claim(CLAIMED.quote, (CLAIMED,), Standing.CLAIM),))
    assert arrange(answer).voices[0].only_claimed


def test_claims_of_an_answer_that_is_no_status_keep_their_order() -> None:
    plain = tuple(Claim(one.quote, (one,)) for one in (WILL_OPEN, CLAIMED))
    arranged = arrange(replace(status_answer("loket"), claims=plain))
    assert [item.claim for item in arranged.voices[0].leading] == list(plain)
