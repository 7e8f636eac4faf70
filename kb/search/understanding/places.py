"""Parliaments: named as an institution they narrow, named as a country they only raise."""

from kb.model.query import Filters, Recognised
from kb.model.terms import Parliament
from kb.search.understanding.asked import Asked, Found, any_of

_WHERE = r"(?:\b(?:in|van|uit|door|volgens|from|of|by|to the|aan|bij) (?:de |het |the )?)?"
_INSTITUTIONS = {
    Parliament.VLAAMS_PARLEMENT: any_of(
        r"\bvlaams parlement\b",
        r"\bvlaamse? (?:regering|volksvertegenwoordigers?|parlementsleden|parlementslid)\b",
        r"\bvlaamse? (?:ministers?|minister-president)\b",
        r"\bflemish (?:parliament|government|ministers?|minister-president)\b",
    ),
    Parliament.TWEEDE_KAMER: any_of(
        r"\btweede kamer\b(?!verkiezing)",
        r"\btweede kamerleden\b|\btweede kamerlid\b",
        r"\bkamervragen\b",
        r"\bkamerbrie(?:f|ven)\b",
        r"\bnederlandse? (?:regering|kabinet|parlement|ministers?|staatssecretaris(?:sen)?|bewindslieden)\b",
        r"\bdutch (?:parliament|government|cabinet|ministers?|house of representatives)\b",
        r"\bhouse of representatives\b",
    ),
}
_COUNTRIES = {
    Parliament.VLAAMS_PARLEMENT: any_of(r"\bvlaanderen\b", r"\bflanders\b"),
    Parliament.TWEEDE_KAMER: any_of(r"\bnederland\b", r"\b(?:the )?netherlands\b", r"\bholland\b"),
}
# In these the words are the kind of document too, and stay part of it.
_KEPT = ("kamervragen", "kamerbrief", "kamerbrieven")


def parliaments(asked: Asked) -> tuple[Found, ...]:
    """Nothing where a question names both: it is about both."""
    found = [
        _found(asked, parliament, *match.span(), clear=clear)
        for patterns, clear in ((_INSTITUTIONS, True), (_COUNTRIES, False))
        for parliament, pattern in patterns.items()
        for match in pattern.finditer(asked.plain)
    ]
    named = {one.narrows for one in found}
    return tuple(found) if len(named) == 1 else ()


def _found(asked: Asked, parliament: Parliament, start: int, end: int, *, clear: bool) -> Found:
    cut = start
    if asked.plain[start:end] not in _KEPT:
        before = any_of(_WHERE + "$").search(asked.plain, 0, start)
        cut = before.start() if before else start
    return Found(Recognised.PARLIAMENT, start, end, Filters(parliaments=(parliament,)), clear, cut)


def is_kept(what: Recognised, words: str) -> bool:
    """Whether the words stay in what is searched: as a parliament, where they name a kind of document too."""
    return what is Recognised.PARLIAMENT and words in _KEPT
