"""What was understood from a question, in words: "alleen vanaf 1 januari 2023 (“sinds 2023”)"."""

from kb.model.query import Effect, Filters, Recognised, Understood, UnderstoodPart
from ui.messages import answers, terms
from ui.messages.sentence import Language
from ui.messages.spelling import day

# More kinds than this are named by the question's own words.
_MOST_KINDS = 2


def understood(what: Understood | None, language: Language, *, ask: bool = False) -> str:
    """One or two sentences; "" where nothing was understood. ``ask``: an answer was looked for, not passages."""
    if what is None or not what.parts:
        return ""
    told = answers.UNDERSTOOD.to(language, parts="; ".join(part(one, language) for one in what.parts))
    if not what.outside:
        return told
    outside = answers.UNDERSTOOD_OUTSIDE if ask else answers.UNDERSTOOD_NOTHING_WITHIN
    return f"{told} {outside.to(language)}"


def part(one: UnderstoodPart, language: Language) -> str:
    """ "alleen Tweede Kamer (“Kamervragen”)" """
    sentence = answers.UNDERSTOOD_ONLY if one.effect is Effect.FILTER else answers.UNDERSTOOD_HIGHER
    return sentence.to(language, what=_what(one, language), words=one.words)


def _what(one: UnderstoodPart, language: Language) -> str:
    narrows = one.narrows
    match one.what:
        case Recognised.RECENT:
            return answers.UNDERSTOOD_NEWEST.to(language)
        case Recognised.DATES:
            return _days(narrows, language)
        case Recognised.PARLIAMENT:
            names = [terms.PARLIAMENTS[parliament].to(language) for parliament in narrows.parliaments]
        case Recognised.KIND:
            names = [_inside(terms.KINDS[kind].to(language)) for kind in narrows.kinds]
            names = names if len(names) <= _MOST_KINDS else [one.words]
        case Recognised.PERSON:
            names = [one.words]
        case Recognised.PARTY:
            names = list(narrows.parties)
        case Recognised.MINISTRY:
            names = list(narrows.ministries)
        case Recognised.NUMBER:
            names = list(narrows.numbers)
    return answers.OR.to(language).join(names)


def _inside(label: str) -> str:
    """A label as it stands inside a sentence."""
    return label[:1].lower() + label[1:]


def _days(narrows: Filters, language: Language) -> str:
    if narrows.since and narrows.until:
        if narrows.since == narrows.until:
            return day(language, narrows.since)
        return answers.UNDERSTOOD_BETWEEN.to(
            language, first=day(language, narrows.since), last=day(language, narrows.until)
        )
    if narrows.since:
        return answers.UNDERSTOOD_SINCE.to(language, first=day(language, narrows.since))
    return answers.UNDERSTOOD_UNTIL.to(language, last=day(language, narrows.until)) if narrows.until else ""
