"""An answer to paste into a reply: plain text or Markdown, its sources numbered at the end.

What stands in a document is text here and nothing else: in Markdown every sign of it is escaped.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kb.answering.phrasing.phrased import Phrasing
from kb.model.answer import Answer, AnswerStatus, Citation, Standing
from ui.arranged import Numbered, Voice, arrange
from ui.messages import answers, kept, terms
from ui.messages.sentence import Language
from ui.messages.spelling import day
from ui.safe_text import safe
from ui.wording import date_or_undated, place, progress, reason, searched, who

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$^&@])")
# What opens a list, a heading or a rule where a line begins with it, and what makes an address of the words around it.
_OPENS = re.compile(r"^(\d{0,9})([-+=.)])")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")
# An address that holds nothing that could end the brackets it is put in.
_PLAIN_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[\w.~%/?=&+,;:@!$'*()-]*)?", re.ASCII)

# The official numbers of a cited document; none where it is no longer there.
NumbersOf = Callable[[Citation], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Style:
    """How to write a heading, a quote and a document's text."""

    heading: Callable[[str], str]
    subheading: Callable[[str], str]
    quote: Callable[[str], str]
    text: Callable[[str], str]
    address: Callable[[str], str]
    item: str


def as_text(answer: Answer, numbers_of: NumbersOf, language: Language, phrasing: Phrasing | None = None) -> str:
    """Without wrapping or colour, so that it flows where it is pasted."""
    style = _Style(str, str, lambda text: f"“{text}”", _one_line, _one_line, "")
    return _written(answer, numbers_of, language, phrasing, style)


def as_markdown(answer: Answer, numbers_of: NumbersOf, language: Language, phrasing: Phrasing | None = None) -> str:
    style = _Style("## {}".format, "### {}".format, lambda text: f"> {text}", escaped, _link, "- ")
    return _written(answer, numbers_of, language, phrasing, style)


def escaped(text: str) -> str:
    """Plain text on one line, no sign of which means anything in Markdown or HTML; left readable otherwise."""
    return _OPENS.sub(r"\1\\\2", _ADDRESS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", _one_line(text))))


def _one_line(text: str) -> str:
    return " ".join(safe(text).split())


def _written(
    answer: Answer, numbers_of: NumbersOf, language: Language, phrasing: Phrasing | None, style: _Style
) -> str:
    arranged = arrange(answer)
    blocks = [style.heading(style.text(answer.question))]
    if answer.status is AnswerStatus.DECLINED:
        blocks.append(style.text(f"{answers.DECLINED.to(language)} {reason(answer.reason, language)}"))
    for voice in arranged.voices:
        blocks.extend(_voice(voice, language, style))
    if answer.open_points:
        blocks.append(style.subheading(style.text(answers.STILL_OPEN.to(language))))
        blocks.extend(
            block
            for point in answer.open_points
            for block in _passage(point.citation, language, style, terms.OPEN_KINDS[point.kind].to(language))
        )
    if answer.no_news_since:
        blocks.append(style.text(answers.NO_NEWS_SINCE.to(language, date=day(language, answer.no_news_since))))
    if phrasing:
        blocks.extend(_phrased(phrasing, language, style))
    if arranged.sources:
        blocks.append(style.subheading(answers.SOURCES.to(language)))
        rows = [_source(at, one, numbers_of, language, style) for at, one in enumerate(arranged.sources, start=1)]
        blocks.append("\n".join(rows))
    if answer.near_misses:
        blocks.append(style.subheading(style.text(answers.NEAR_MISSES.to(language))))
        blocks.extend(block for near in answer.near_misses for block in _passage(near, language, style))
    blocks.append(style.text(searched(answer.searched, language)))
    blocks.append(style.text(kept.ANSWER_ID.to(language, id=answer.id, corpus=answer.corpus_version)))
    return "\n\n".join(blocks)


def _voice(voice: Voice, language: Language, style: _Style) -> list[str]:
    name = terms.PARLIAMENTS[voice.parliament] if voice.parliament else terms.NO_PARLIAMENT
    blocks = [style.subheading(style.text(name.to(language)))]
    for item in (*voice.leading, *voice.undated):
        blocks.extend(_claim(item, language, style))
    if voice.earlier:
        blocks.append(style.text(answers.EARLIER.to(language)))
    for item in (*voice.earlier, *voice.claimed):
        blocks.extend(_claim(item, language, style))
    return blocks


def _claim(item: Numbered, language: Language, style: _Style) -> list[str]:
    first = item.claim.first
    parts = (_standing(item, language), who(first, language), progress(item, language))
    numbers = " ".join(f"[{number}]" for number in item.sources)
    head = style.text(" · ".join(part for part in parts if part))
    return [head + ":", f"{style.quote(style.text(item.claim.text))} {numbers}"]


def _standing(item: Numbered, language: Language) -> str:
    when = date_or_undated(item.claim.first.date, language)
    if item.claim.standing is Standing.LATEST:
        return (
            answers.LATEST_ON.to(language, date=when) if item.claim.first.date else answers.LATEST_UNDATED.to(language)
        )
    if item.claim.standing is Standing.CLAIM:
        return f"{when} · {answers.CLAIM_BY_MEMBER.to(language)}"
    return when


def _passage(citation: Citation, language: Language, style: _Style, what: str = "") -> list[str]:
    parliament = terms.PARLIAMENTS[citation.parliament].to(language) if citation.parliament else ""
    when = date_or_undated(citation.date, language)
    head = " · ".join(part for part in (what, when, parliament, who(citation, language)) if part)
    where = style.text(f"{citation.title}{place(citation, language)}.")
    return [
        style.text(head) + ":",
        style.quote(style.text(citation.quote)),
        f"{where} {_origin(citation, language, style)}",
    ]


def _source(at: int, citation: Citation, numbers_of: NumbersOf, language: Language, style: _Style) -> str:
    """ "[1] Title, number, kind, date, page, question. Address. File, version." """
    kind = terms.KINDS[citation.kind].to(language)
    when = date_or_undated(citation.date, language)
    told = [citation.title, *numbers_of(citation), kind, f"{when}{place(citation, language)}"]
    return f"{style.item}[{at}] {style.text(', '.join(told) + '.')} {_origin(citation, language, style)}"


def _origin(citation: Citation, language: Language, style: _Style) -> str:
    """Address, file, document and version."""
    version = kept.FROM_VERSION.to(language, document=citation.document, version=citation.version)
    addresses = dict.fromkeys(part for part in (citation.url, citation.source) if part)
    return " · ".join((*map(style.address, addresses), style.text(version)))


def _link(address: str) -> str:
    return f"<{address}>" if _PLAIN_ADDRESS.fullmatch(address) else escaped(address)


def _phrased(phrasing: Phrasing, language: Language, style: _Style) -> list[str]:
    blocks = [style.subheading(style.text(kept.PHRASED.to(language, model=phrasing.model)))]
    said = [
        f"{style.text(sentence.text)} {' '.join(f'[{number}]' for number in sentence.citations)}"
        for sentence in phrasing.sentences
    ]
    if said:
        blocks.append(" ".join(said))
    if phrasing.problem:
        blocks.append(style.text(kept.PROBLEMS[phrasing.problem.value].to(language)))
    if phrasing.dropped:
        rows = [style.text(kept.DROPPED.to(language, len(phrasing.dropped)))]
        for one in phrasing.dropped:
            why = kept.WHYS[one.why.value].to(language)
            rows.append("- " + style.text(f"{why}{f' ({one.about})' if one.about else ''}: {one.text}"))
        blocks.append("\n".join(rows))
    return blocks
