"""People and parties: named as who asked, answered or moved they narrow; a name alone may be the subject."""

import re
from collections.abc import Iterator

from kb.language.stemming import stem
from kb.language.telling import is_usual_dutch
from kb.model.query import Filters, Recognised
from kb.search.understanding.asked import PAPERS, SAYS, Asked, Found, any_of, without_overlaps
from kb.search.understanding.known import Known

_MOST_WORDS = 5
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_TITLE = (
    r"(?:(?:de |het |the )?(?:vlaamse? |nederlandse |toenmalige? |voormalige? |huidige? |flemish |dutch )?"
    r"(?:minister-president|viceminister-president|minister|staatssecretaris|premier|mevrouw|mevr\.|mw\.|heer|meneer|"
    r"mijnheer|dhr\.|collega|kamerlid|kamerleden|parlementslid|parlementsleden|volksvertegenwoordiger|lid|leden|"
    r"state secretary|mr\.?|mrs\.?|ms\.?|member) )"
)
_BY = r"(?:van|door|by|from|of)"
# What stands before a name or party that is meant as the one who asked, said or wrote.
_BEFORE = any_of(
    rf"\b{PAPERS} (?P<a>{_BY} {_TITLE}?)$",
    rf"\b(?P<b>(?:volgens|according to) {_TITLE}?)$",
    rf"\b{SAYS} (?P<c>{_TITLE}?)$",
    rf"\b{PAPERS}[ -](?P<d>)$",
    rf"\b{PAPERS}\b[^?.;]* (?P<e>(?:door|by) {_TITLE}?)$",
)
_BEFORE_PARTY = any_of(
    rf"\b{PAPERS} (?P<a>{_BY} (?:de |het |the )?(?:fractie van |leden van |kamerleden van )?)$",
    r"\b(?P<b>(?:volgens|according to) (?:de |het |the )?)$",
    rf"\b{SAYS} (?P<c>(?:de |het |the )?)$",
)
_TITLED = re.compile(rf"\b(?P<t>{_TITLE})$")
_AFTER = re.compile(rf"(?:'?s)? (?:\([^)]*\) )?(?:zelf )?(?:{SAYS}|{PAPERS})\b")
_SAID_LATER = re.compile(rf"[^,;?]{{0,40}}\b{SAYS}\b")
_BEHIND_PARTY = re.compile(r"-(?:fractie|kamerlid|kamerleden|parlementslid|ministers?)")
_AND = re.compile(r"(?: \([^)]*\))?(?:,| en| and|, en| &)? (?:de leden |het lid |de heer |mevrouw )?(?:en )?")


def people(asked: Asked, known: Known) -> tuple[Found, ...]:
    """One person, or several joined by "en", may be clear; whoever else is named only raises."""
    found = without_overlaps(_named(asked, known))
    done: list[Found] = []
    last_clear = -1
    for one in found:
        joined = last_clear >= 0 and _AND.fullmatch(asked.plain, last_clear, one.start) is not None
        clear = joined or (one.clear and last_clear < 0)
        if clear:
            last_clear = one.end
        begins = one.begins if clear and not joined else one.start
        if joined:
            begins = done[-1].end
        done.append(Found(one.what, one.start, one.end, one.narrows, clear, begins))
    return tuple(done)


def _named(asked: Asked, known: Known) -> Iterator[Found]:
    words = list(_WORD.finditer(asked.plain))
    for at, first in enumerate(words):
        for last in words[at : at + _MOST_WORDS]:
            form = asked.plain[first.start() : last.end()]
            keys = known.people.get(form)
            if keys:
                yield from _person(asked, known, first.start(), last.end(), keys)


def _person(asked: Asked, known: Known, start: int, end: int, keys: tuple[str, ...]) -> Iterator[Found]:
    form = asked.plain[start:end]
    clear, cut = _clear(asked.plain, start, end)
    written = asked.text[start:end]
    capital = any(word[0].isupper() for word in written.replace("-", " ").split())
    rest = form.partition(" ")[2]
    if form.startswith("van ") and written.startswith("van ") and rest in known.people:
        keys += known.people[rest]  # "vragen van Dijk": of Dijk, or of Van Dijk
    usual = is_usual_dutch(stem(form))
    if not capital and (usual or not clear):
        return
    if usual and start == 0 and not clear:
        return
    begins = _with_first_name(asked, start)
    if begins < start and not clear:
        clear, cut = _clear(asked.plain, begins, end)
    yield Found(Recognised.PERSON, begins, end, Filters(people=tuple(dict.fromkeys(keys))), clear, cut)


def _with_first_name(asked: Asked, start: int) -> int:
    """Where a first name with a capital before the name begins; not a first word, which has its capital anyway."""
    before = re.search(r"(?<=[ (])[A-ZÀ-Þ][\w'’-]+ $", asked.text[:start])
    if before is None or re.fullmatch(_TITLE, asked.plain[before.start() : start]):
        return start
    return before.start()


def _clear(plain: str, start: int, end: int) -> tuple[bool, int]:
    """Whether the words around leave no doubt, and where the words begin that go with the name."""
    before = _BEFORE.search(plain, 0, start)
    if before is None:
        before = next((found for found in _BEFORE.finditer(plain[:start])), None)
    if before is not None:
        group = next(name for name, value in before.groupdict().items() if value is not None)
        return True, before.start(group)
    titled = _TITLED.search(plain[:start])
    if titled is not None:
        return _SAID_LATER.match(plain, end) is not None, titled.start("t")
    return _AFTER.match(plain, end) is not None, -1


def parties(asked: Asked, known: Known) -> tuple[Found, ...]:
    """Party names are told from usual words by their capitals."""
    return without_overlaps(_parties(asked, known))


def _parties(asked: Asked, known: Known) -> Iterator[Found]:
    for form, names in known.parties.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?!\w)", asked.text):
            start, end = match.span()
            before = _BEFORE_PARTY.search(asked.plain[:start])
            if start == 0 and is_usual_dutch(stem(form.lower())):
                continue
            cut = start
            if before is not None:
                group = next(name for name, value in before.groupdict().items() if value is not None)
                cut = before.start(group)
            behind = _BEHIND_PARTY.match(asked.plain, end)
            end = behind.end() if behind else end
            yield Found(Recognised.PARTY, start, end, Filters(parties=names), before is not None, cut)
