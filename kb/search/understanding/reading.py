"""From a question to `Understood`. Pure: the same question, corpus and day give the same."""

import datetime as dt
import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from kb.language import stopwords
from kb.model.query import Effect, Filters, Recognised, Understood, UnderstoodPart
from kb.search.numbers import named_in
from kb.search.understanding.asked import Asked, Found, without_overlaps
from kb.search.understanding.days import days
from kb.search.understanding.kinds import asks_for_documents, kinds
from kb.search.understanding.known import Known
from kb.search.understanding.names import parties, people
from kb.search.understanding.offices import ministries
from kb.search.understanding.places import is_kept, parliaments

# Which fields of the filters say that the user has already chosen.
_FIELDS = {
    Recognised.PARLIAMENT: ("parliaments",),
    Recognised.PERSON: ("people",),
    Recognised.PARTY: ("parties",),
    Recognised.MINISTRY: ("ministries",),
    Recognised.KIND: ("kinds",),
    Recognised.DATES: ("since", "until"),
}
_RECENT = re.compile(
    r"\b(?:(?:meest )?recent(?:e|ste|elijk)?|nieuwste"
    r"|laatste(?! \d| (?:twee|drie|vier|vijf|zes|tien|jaar|jaren|weken|maanden))"
    r"|actueelste|onlangs|most recent|latest|newest|recently)\b"
)
_WORD = re.compile(r"[^\W_]+")
# Words that only ask for documents: a question of nothing else has no subject left.
_ASKING = stopwords.DUTCH | stopwords.ENGLISH | frozenset("alle toon geef zoek vind show find list give all".split())


def understand(
    query: str, known: Known, today: dt.date, given: Filters, ignoring: Collection[Recognised] = ()
) -> Understood:
    """``given`` are the user's own filters: what they already settle is not read out of the words.

    ``ignoring``: what is not to be understood.
    """
    asked = Asked(query)
    unwanted = set(ignoring) | {
        what for what, fields in _FIELDS.items() if any(getattr(given, field) for field in fields)
    }
    found = [one for one in _found(asked, known, today) if one.what not in unwanted]
    parts = tuple(UnderstoodPart(one.what, query[one.start : one.end], one.effect, one.narrows) for one in found)
    return Understood(query, _rest(asked, found), parts)


def _found(asked: Asked, known: Known, today: dt.date) -> tuple[Found, ...]:
    numbers = [
        Found(Recognised.NUMBER, start, end, Filters(numbers=(number,))) for number, start, end in named_in(asked.text)
    ]
    kind = kinds(asked)
    place = parliaments(asked)
    parliament = place[0].narrows.parliaments[0] if place else None
    when = days(asked, today, parliament, documents=asks_for_documents(asked))
    # Not every paper prints a ministry (a report of a debate does not): it narrows only among papers of one kind.
    offices = [replace(one, clear=one.clear and any(other.clear for other in kind)) for one in ministries(asked, known)]
    who = (*people(asked, known), *parties(asked, known), *offices)
    # A number is never a year, a name never part of another; parliament and kind may share a word with each other
    # ("kamervragen"), and the parliament with an office ("de Vlaamse minister van Onderwijs").
    taken = without_overlaps((*(one for one in (*when, *who) if not _overlaps(one, numbers)), *numbers))
    recent = [
        Found(Recognised.RECENT, *match.span(), Filters())
        for match in _RECENT.finditer(asked.plain)
        if not any(one.start < match.end() and match.start() < one.end for one in taken)
    ]
    free = [one for one in kind if not _overlaps(one, taken)]
    free += [one for one in place if not _overlaps(one, [*numbers, *when])]
    return tuple(sorted((*taken, *free, *recent[:1]), key=lambda one: (one.start, one.end)))


def _overlaps(one: Found, others: Iterable[Found]) -> bool:
    return any(one.overlaps(other) for other in others)


def _rest(asked: Asked, found: Iterable[Found]) -> str:
    """The question without the words that became filters; the whole of it where nothing else is left."""
    kept = list(asked.text)
    for one in found:
        if one.effect is Effect.FILTER and not is_kept(one.what, asked.plain[one.start : one.end]):
            kept[one.begins : one.end] = " " * (one.end - one.begins)
    rest = re.sub(r"\s+([?.,;:])", r"\1", " ".join("".join(kept).split())).strip(" ,;:")
    rest = re.sub(r"^(?:over|about|on|aan|van|rond|omtrent|inzake)\s+", "", rest, flags=re.IGNORECASE)
    says = [word for word in _WORD.findall(rest.lower()) if word not in _ASKING]
    return rest if says else asked.text.strip()
