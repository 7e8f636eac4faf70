"""Phrases about citations and answers, the same on the command line and on a screen."""

import datetime as dt

from kb.model.answer import Citation, Searched
from kb.model.collecting import Freshness
from kb.model.query import SearchResult
from kb.model.terms import Kind, Role
from ui.arranged import Numbered
from ui.messages import answers, terms
from ui.messages.sentence import Language
from ui.messages.spelling import day, question_numbers


def date_or_undated(date: dt.date | None, language: Language) -> str:
    return day(language, date) if date else answers.UNDATED.to(language)


def who(citation: Citation, language: Language) -> str:
    """Speaker and capacity: "Minister Agema, antwoord van de regering"."""
    referred = citation.kind is Kind.REFERRAL_ANSWER and citation.role is Role.ANSWER
    role = (terms.REFERRAL if referred else terms.ROLES[citation.role]).to(language)
    return f"{citation.speaker}, {role}" if citation.speaker else role


def progress(item: Numbered, language: Language) -> str:
    """How far a claim of a status answer says things are, in its words, and what came after: "in werking: “open”"."""
    parts: list[str] = []
    if item.claim.state:
        state = terms.STATES[item.claim.state].to(language)
        parts.append(answers.STATE_SAID.to(language, state=state, words=item.claim.state_words))
    if item.followed_by:
        parts.append(answers.FOLLOWED_BY.to(language, number=item.followed_by))
    return " · ".join(parts)


def place(citation: Citation, language: Language) -> str:
    """Where in the document, to follow its title: ", p. 3, vragen 3-5"; "" where nothing is known."""
    parts: list[str] = []
    if citation.page is not None:
        parts.append(answers.PAGE.to(language, page=citation.page))
    if citation.questions:
        numbers = question_numbers(citation.questions)
        parts.append(answers.QUESTION_NUMBER.to(language, len(citation.questions), numbers=numbers))
    return "".join(f", {part}" for part in parts)


def reason(code: str, language: Language) -> str:
    """Why an answer was declined."""
    known = terms.REASONS.get(code)
    return known.to(language) if known else terms.REASON_UNKNOWN.to(language, code=code)


def searched(what: Searched, language: Language) -> str:
    """ "Gezocht in 32 documenten, tot en met 10 november 2026." """
    if not what.documents:
        return answers.SEARCHED_NONE.to(language)
    count = answers.SEARCHED.to(language, what.documents)
    if what.until is None:
        said = answers.SEARCHED_UNDATED.to(language, searched=count)
    else:
        said = answers.SEARCHED_UNTIL.to(language, searched=count, date=day(language, what.until))
    return " ".join((said, *(_fresh(source, language) for source in what.sources)))


def _fresh(source: Freshness, language: Language) -> str:
    """Bijgewerkt met tweede_kamer op 20 november 2026; 3 stukken ontbreken."""
    if source.until is None:
        return answers.NEVER_IN_STEP.to(language, source=source.source)
    date = day(language, source.until.astimezone().date())
    if not source.missing:
        return answers.IN_STEP.to(language, source=source.source, date=date)
    return answers.IN_STEP_BUT.to(language, n=source.missing, source=source.source, date=date)


def matches(result: SearchResult, language: Language) -> str:
    """ "De beste 10 van ongeveer 428 passages", or how many there are where all are shown."""
    count = answers.MATCHES_EXACT.to(language, result.total)
    if not result.total_is_exact:
        count = answers.MATCHES_ESTIMATED.to(language, passages=count)
    if len(result.matches) == result.total:
        return count
    return answers.BEST_OF.to(language, shown=len(result.matches), passages=count)
