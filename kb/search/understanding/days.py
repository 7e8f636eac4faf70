"""Days, months, years and spans in a question.

"Sinds 2023" is said of the answer: nothing older is wanted. "In 2024" may be said of the subject ("de begroting in
2024"), so that it narrows only where documents are asked for ("moties in 2024") or what was said then.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator

from kb.model.query import Filters, Recognised
from kb.model.terms import Parliament
from kb.search.understanding.asked import PAPERS, SAYS, Asked, Found
from kb.search.understanding.legislatures import previous, this

_MONTH_NAMES = (
    "januari january",
    "februari february",
    "maart march",
    "april",
    "mei may",
    "juni june",
    "juli july",
    "augustus august",
    "september",
    "oktober october",
    "november",
    "december",
)
_MONTHS = {name: at for at, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_MONTH = "|".join(_MONTHS)
_NUMBERS = {
    word: count
    for count, words in enumerate(
        "een one|twee two|drie three|vier four|vijf five|zes six|zeven seven|acht eight|negen nine|tien ten".split("|"),
        start=1,
    )
    for word in words.split()
}
# A day, a month or a year.
_TIME = (
    rf"(?:\d{{1,2}} (?:{_MONTH}) (?:19|20)\d\d|(?:{_MONTH}),? (?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d|(?:19|20)\d\d)(?![\w-])"
)
_ONE = re.compile(rf"(?:(\d{{1,2}}) )?(?:({_MONTH}),? )?((?:19|20)\d\d)(?:-(\d\d)-(\d\d))?")
_YEARS = r"(?:19|20)\d\d ?[-–/] ?(?:(?:19|20)\d\d|\d\d)(?![\w-])"
_COUNT = r"(?:\d{1,2}|" + "|".join(_NUMBERS) + ")"

Days = tuple[dt.date, dt.date]
OpenDays = tuple[dt.date | None, dt.date | None]
_Maker = Callable[[re.Match[str], dt.date, Parliament | None], OpenDays | None]


def days(asked: Asked, today: dt.date, parliament: Parliament | None, *, documents: bool) -> tuple[Found, ...]:
    """``documents``: the question asks for documents, so that every span is theirs. ``parliament`` is the one that a
    legislature is counted in."""
    return tuple(_days(asked, today, parliament, documents))


def _days(asked: Asked, today: dt.date, parliament: Parliament | None, documents: bool) -> Iterator[Found]:
    for pattern, make, certain in _FORMS:
        for match in pattern.finditer(asked.plain):
            made = make(match, today, parliament)
            if made is None or (made[0] is not None and made[0] > today):
                continue  # what lies ahead is a subject: nobody has written from there
            clear = certain or documents or _said_then(asked.plain, *match.span())
            yield Found(Recognised.DATES, *match.span(), Filters(since=made[0], until=made[1]), clear)


_SAID = re.compile(rf"\b{SAYS}\b[^,;?]*$|\b{PAPERS}\b[\w' -]{{0,40}}$")
_ABOUT = re.compile(r"\s*(?:over|aan|op|dat|rond|omtrent|inzake|about|on|to|that)\b")


def _said_then(plain: str, start: int, end: int) -> bool:
    """ "Wat antwoordde de minister in mei 2024 over ...": the time stands between who spoke and what of."""
    return _SAID.search(plain, 0, start) is not None and _ABOUT.match(plain, end) is not None


def span_of(text: str) -> Days | None:
    """First and last day of a day, a month or a year as it is written; None where there is no such day."""
    found = _ONE.fullmatch(text)
    if found is None:
        return None
    day, month_name, year = found[1], found[2], int(found[3])
    month = _MONTHS[month_name] if month_name else int(found[4]) if found[4] else None
    number = int(day) if day else int(found[5]) if found[5] else None
    try:
        if month is None:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        if number is None:
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        return dt.date(year, month, number), dt.date(year, month, number)
    except ValueError:
        return None


def _since(match: re.Match[str], _today: dt.date, _: Parliament | None) -> OpenDays | None:
    span = span_of(match["a"])
    return (span[0], None) if span else None


def _after(match: re.Match[str], _today: dt.date, _: Parliament | None) -> OpenDays | None:
    span = span_of(match["a"])
    return (span[1] + dt.timedelta(days=1), None) if span else None


def _before(match: re.Match[str], _today: dt.date, _: Parliament | None) -> OpenDays | None:
    span = span_of(match["a"])
    return (None, span[0] - dt.timedelta(days=1)) if span else None


def _within(match: re.Match[str], _today: dt.date, _: Parliament | None) -> Days | None:
    return span_of(match["a"])


def _between(match: re.Match[str], _today: dt.date, _: Parliament | None) -> Days | None:
    first, last = span_of(match["a"]), span_of(match["b"])
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _session(match: re.Match[str], _today: dt.date, _: Parliament | None) -> Days | None:
    """A year of sittings begins in September in both parliaments."""
    first = int(re.findall(r"\d{4}", match[0])[0])
    return dt.date(first, 9, 1), dt.date(first + 1, 8, 31)


def _calendar_year(back: int) -> _Maker:
    return lambda _match, today, _: (dt.date(today.year - back, 1, 1), dt.date(today.year - back, 12, 31))


def _calendar_month(back: int) -> _Maker:
    def make(_match: re.Match[str], today: dt.date, _: Parliament | None) -> Days:
        months = today.year * 12 + today.month - 1 - back
        year, month = divmod(months, 12)
        return dt.date(year, month + 1, 1), dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])

    return make


def _last_few(match: re.Match[str], today: dt.date, _: Parliament | None) -> tuple[dt.date, None]:
    count = _NUMBERS.get(match["n"]) or int(match["n"])
    unit = match["u"]
    months = count * (12 if unit[0] in "jy" else 1)
    if unit[0] == "w":
        return today - dt.timedelta(weeks=count), None
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return dt.date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1])), None


def _forms() -> Iterator[tuple[re.Pattern[str], _Maker, bool]]:
    """Patterns on the plain question, what they make, and whether the words alone are clear."""

    def form(pattern: str, make: _Maker, *, certain: bool = False) -> tuple[re.Pattern[str], _Maker, bool]:
        return re.compile(rf"\b(?:{pattern})"), make, certain

    yield form(rf"(?:tussen|between) (?P<a>{_TIME}) (?:en|and) (?P<b>{_TIME})", _between)
    yield form(rf"(?:van|from) (?P<a>{_TIME}) (?:tot|tot en met|t/m|to|until|till) (?P<b>{_TIME})", _between)
    yield form(rf"(?:sinds|sedert|since) (?:het begin van |begin |the start of )?(?P<a>{_TIME})", _since, certain=True)
    yield form(rf"(?:vanaf|from) (?P<a>{_TIME})(?: (?:on|onwards))?", _since)
    yield form(rf"(?:na|after) (?P<a>{_TIME})", _after)
    yield form(rf"(?:before) (?P<a>{_TIME})", _before)
    yield form(rf"voor (?P<a>(?:{_MONTH}) (?:19|20)\d\d)(?![\w-])", _before)
    yield form(
        rf"(?:in|uit|tijdens|gedurende|during|from|van|op|on|of) (?:het jaar |the year |de maand )?(?P<a>{_TIME})",
        _within,
    )
    yield form(
        rf"(?:in |uit |tijdens |van |during |of )?(?:het |the )?"
        rf"(?:zittingsjaar|vergaderjaar|parlementair jaar|parlementaire jaar|session|parliamentary year) {_YEARS}",
        _session,
    )
    yield form(r"(?:in |van |uit |tijdens )?(?:het )?(?:vorig|vorige|afgelopen) jaar\b|last year\b", _calendar_year(1))
    yield form(r"dit jaar\b|this year\b", _calendar_year(0))
    yield form(r"(?:in |van |uit )?(?:de )?(?:vorige|afgelopen) maand\b|last month\b", _calendar_month(1))
    yield form(r"deze maand\b|this month\b", _calendar_month(0))
    yield form(
        rf"(?:in |over |during |in the )?(?:de |het |the )?(?:laatste|afgelopen|voorbije|last|past) (?P<n>{_COUNT}) "
        rf"(?P<u>jaar|jaren|maanden|weken|years|months|weeks)\b",
        _last_few,
        certain=True,
    )
    yield form(
        r"(?:in |van |uit |tijdens |onder |during |in the |from the )?(?:de |het |the )?(?:vorige?|previous|last) "
        r"(?P<l>legislatuur|zittingsperiode|kabinetsperiode|regeerperiode|kabinet|legislature|parliamentary term|"
        r"term of parliament)\b",
        lambda match, today, parliament: previous(match["l"], parliament, today),
    )
    yield form(
        r"(?:in |van |uit |tijdens |during |in the )?(?:deze|de huidige|the current|this) "
        r"(?P<l>legislatuur|zittingsperiode|kabinetsperiode|regeerperiode|legislature|parliamentary term)\b",
        lambda match, today, parliament: this(match["l"], parliament, today),
    )


_FORMS = tuple(_forms())
