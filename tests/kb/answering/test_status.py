"""Status over time: the latest government position first; claims and undated texts stay what they are."""

import datetime as dt

from kb.answering.status import in_time, newest_leads
from kb.model.answer import Standing
from kb.model.terms import Kind, Parliament, Role
from tests.kb.answering.made import evidence, passage

VP, TK = Parliament.VLAAMS_PARLEMENT, Parliament.TWEEDE_KAMER
OLD, NEW = dt.date(2022, 1, 31), dt.date(2024, 10, 31)


def test_the_newest_position_leads_even_where_an_older_one_fits_better() -> None:
    old = evidence(passage("old", date=OLD), 1.0)
    new = evidence(passage("new", date=NEW), 0.85)
    positions = in_time([old, new], limit=6)
    assert [(p.evidence, p.standing) for p in positions] == [(new, Standing.LATEST), (old, Standing.EARLIER)]


def test_a_passing_mention_in_a_newer_document_is_not_news() -> None:
    old = evidence(passage("old", date=OLD), 1.0)
    mention = evidence(passage("mention", date=NEW), 0.65, fits=0.0)
    assert in_time([old, mention], limit=6)[0].evidence is old


def test_a_document_titled_on_the_matter_is_news_for_less() -> None:
    old = evidence(passage("old", date=OLD), 1.0)
    titled = evidence(passage("titled", date=NEW), 0.65, about=1.0)
    assert in_time([old, titled], limit=6)[0].evidence is titled


def test_each_parliament_has_its_lead_and_the_newest_comes_first() -> None:
    dutch = evidence(passage("nl", parliament=TK, date=OLD), 1.0)
    flemish = evidence(passage("vl", parliament=VP, date=NEW), 0.9)
    positions = in_time([dutch, flemish], limit=6)
    assert [p.evidence.passage.parliament for p in positions] == [VP, TK]
    assert {p.standing for p in positions} == {Standing.LATEST}


def test_a_parliament_that_speaks_of_something_else_has_no_position() -> None:
    ours = evidence(passage("vl", date=OLD), 1.0)
    other = evidence(passage("nl", parliament=TK, date=NEW), 0.4)
    assert [p.evidence for p in in_time([ours, other], limit=6)] == [ours]


def test_a_members_words_are_a_claim_and_never_lead_where_a_government_spoke() -> None:
    member = evidence(passage("q", role=Role.QUESTION_INTRO, date=NEW, text="Het loket is gesloten."), 1.0)
    answer = evidence(passage("a", date=OLD), 0.9)
    positions = in_time([member, answer], limit=6)
    assert [(p.evidence, p.standing) for p in positions] == [(answer, Standing.LATEST), (member, Standing.CLAIM)]


def test_where_only_a_member_spoke_it_stands_as_a_claim() -> None:
    member = evidence(passage("q", role=Role.QUESTION_INTRO, date=NEW, text="Het loket is gesloten."))
    assert in_time([member], limit=6)[0].standing is Standing.CLAIM


def test_a_question_is_not_even_a_claim() -> None:
    asked = evidence(passage("q", role=Role.QUESTION, date=NEW, text="Is het loket gesloten?"))
    assert in_time([asked], limit=6) == []


def test_an_undated_document_never_passes_as_the_latest() -> None:
    undated = evidence(passage("u", role=Role.PRESS, date=None), 1.0)
    dated = evidence(passage("d", date=OLD), 0.9)
    positions = in_time([undated, dated], limit=6)
    assert [(p.evidence, p.standing) for p in positions] == [(dated, Standing.LATEST), (undated, Standing.UNDATED)]


def test_a_postponement_or_referral_is_no_position() -> None:
    put_off = evidence(passage("n", role=Role.NOTICE, kind=Kind.POSTPONEMENT, date=NEW), 1.0)
    referred = evidence(passage("r", kind=Kind.REFERRAL_ANSWER, date=NEW), 1.0)
    answer = evidence(passage("a", date=OLD), 0.9)
    leads = [p for p in in_time([put_off, referred, answer], limit=6) if p.standing is Standing.LATEST]
    assert [p.evidence for p in leads] == [answer]


def test_in_a_debate_a_minister_speaks_for_the_government_and_a_member_claims() -> None:
    minister = evidence(passage("m", role=Role.SPEECH, speaker="Minister Smit", date=OLD), 0.9)
    member = evidence(passage("l", role=Role.SPEECH, speaker="De heer Jansen (VDP)", date=NEW), 1.0)
    standings = {p.evidence.passage.speaker: p.standing for p in in_time([member, minister], limit=6)}
    assert standings == {"Minister Smit": Standing.LATEST, "De heer Jansen (VDP)": Standing.CLAIM}


def test_asked_for_a_date_the_clearly_newer_position_leads() -> None:
    old, new = evidence(passage("old", date=OLD), 1.0), evidence(passage("new", date=NEW), 0.8)
    assert newest_leads([old, new], share=0.7) == [new, old]
    assert newest_leads([old, new], share=0.9) == [old, new]


def test_a_few_days_make_no_news() -> None:
    first = evidence(passage("first", date=NEW), 1.0)
    second = evidence(passage("second", date=NEW + dt.timedelta(days=5)), 0.95)
    assert newest_leads([first, second], share=0.7) == [first, second]


def test_a_newer_text_without_the_date_asked_for_does_not_lead() -> None:
    dated = evidence(passage("old", date=OLD), 1.0, fits=1.0)
    vague = evidence(passage("new", date=NEW), 0.9, fits=0.0)
    assert newest_leads([dated, vague], share=0.7)[0] is dated


def test_a_newer_sentence_that_names_the_matter_and_says_how_far_it_is_is_news_for_less() -> None:
    old = evidence(passage("old", date=OLD), 1.0)
    told = evidence(passage("told", date=NEW), 0.65, cover=1.0, fits=0.8)
    assert in_time([old, told], limit=6)[0].evidence is told
