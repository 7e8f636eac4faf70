"""An answer as text for a person: what is claimed, by whom and when, and where it stands."""

from kb.model.answer import Answer, AnswerStatus, Citation, Standing
from ui.arranged import Numbered, Voice, arrange
from ui.cli.context import Context
from ui.cli.terminal import safe
from ui.messages import answers, terms
from ui.messages.spelling import day
from ui.understood import understood
from ui.wording import date_or_undated, place, progress, reason, searched, who

_INDENT = "  "


def write_answer(answer: Answer, context: Context) -> None:
    terminal = context.terminal
    terminal.heading(answer.question)
    told = understood(answer.understood, context.language, ask=True)
    if told:
        terminal.paragraphs(told)
    terminal.paragraphs(context.say(answers.INTENT_READ, intent=context.say(terms.INTENTS[answer.intent])))
    terminal.line()
    if answer.status is AnswerStatus.DECLINED:
        terminal.paragraphs(f"{context.say(answers.DECLINED)} {reason(answer.reason, context.language)}")
    arranged = arrange(answer)
    for voice in arranged.voices:
        _write_voice(voice, context)
    _write_open(answer, context)
    if arranged.sources:
        terminal.heading(context.say(answers.SOURCES))
        for number, source in enumerate(arranged.sources, start=1):
            _write_source(f"[{number}]", source, context)
    if answer.near_misses:
        terminal.line()
        terminal.heading(context.say(answers.NEAR_MISSES))
        for near in answer.near_misses:
            write_passage("-", near, context)
    terminal.line()
    terminal.paragraphs(searched(answer.searched, context.language))


def _write_voice(voice: Voice, context: Context) -> None:
    terminal = context.terminal
    name = terms.PARLIAMENTS[voice.parliament] if voice.parliament else terms.NO_PARLIAMENT
    terminal.heading(f"■ {context.say(name)}")
    for item in (*voice.leading, *voice.undated):
        _write_claim(item, context)
    if voice.earlier:
        terminal.line(_INDENT + terminal.faint(context.say(answers.EARLIER)))
        for item in voice.earlier:
            _write_claim(item, context)
    if voice.claimed:
        for item in voice.claimed:
            _write_claim(item, context)


def _write_claim(item: Numbered, context: Context) -> None:
    terminal = context.terminal
    first = item.claim.first
    parts = (standing(item, context), who(first, context.language), progress(item, context.language))
    terminal.paragraphs(" · ".join(part for part in parts if part), indent=_INDENT)
    numbers = " ".join(f"[{number}]" for number in item.sources)
    terminal.paragraphs(f"“{item.claim.text}” {numbers}", indent=_INDENT * 2)
    terminal.line()


def _write_open(answer: Answer, context: Context) -> None:
    terminal = context.terminal
    if answer.open_points:
        terminal.heading(context.say(answers.STILL_OPEN))
        for point in answer.open_points:
            terminal.paragraphs(context.say(terms.OPEN_KINDS[point.kind]), indent=_INDENT)
            write_passage("-", point.citation, context)
        terminal.line()
    if answer.no_news_since:
        since = day(context.language, answer.no_news_since)
        terminal.paragraphs(context.say(answers.NO_NEWS_SINCE, date=since))


def standing(item: Numbered, context: Context) -> str:
    """Date and standing in words: "laatst bekend op 31 oktober 2024"."""
    first = item.claim.first
    when = day(context.language, first.date) if first.date else context.say(answers.UNDATED)
    if item.claim.standing is Standing.LATEST:
        return context.say(answers.LATEST_ON, date=when) if first.date else context.say(answers.LATEST_UNDATED)
    if item.claim.standing is Standing.CLAIM:
        return f"{when} · {context.say(answers.CLAIM_BY_MEMBER)}"
    return when


def _write_source(mark: str, citation: Citation, context: Context) -> None:
    terminal = context.terminal
    room = " " * (len(mark) + 1)
    terminal.paragraphs(f"{citation.title}{place(citation, context.language)}", indent=room, first=f"{mark} ")
    kind = context.say(terms.KINDS[citation.kind])
    terminal.paragraphs(f"{kind}, {date_or_undated(citation.date, context.language)}", indent=room)
    terminal.line(f"{room}{safe(citation.source)}")
    if citation.url and citation.url != citation.source:
        terminal.line(f"{room}{safe(citation.url)}")


def write_passage(mark: str, citation: Citation, context: Context) -> None:
    """A passage that is not part of an answer: who and when, the words, and where they stand."""
    terminal = context.terminal
    when = date_or_undated(citation.date, context.language)
    room = " " * (len(mark) + 1)
    parliament = context.say(terms.PARLIAMENTS[citation.parliament]) if citation.parliament else ""
    head = " · ".join(part for part in (when, parliament, who(citation, context.language)) if part)
    terminal.paragraphs(head, indent=room, first=f"{mark} ")
    terminal.paragraphs(f"“{citation.quote}”", indent=room)
    terminal.line(f"{room}{terminal.faint(safe(citation.title + place(citation, context.language)))}")
    terminal.line(f"{room}{terminal.faint(safe(str(citation.document)))}")
