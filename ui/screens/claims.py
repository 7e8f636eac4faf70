"""An answer as claims: standing and date, the quote, who said it, and the numbered source as a button."""

from html import escape

import streamlit as st

from kb.model.answer import Answer, Citation, Standing
from kb.model.terms import Parliament
from ui.arranged import Arranged, Numbered, Voice, arrange
from ui.messages import answers, screens, terms
from ui.messages.spelling import day
from ui.screens.address import Place
from ui.screens.frame import Frame, open_citation, show
from ui.screens.markup import element, label, paragraphs, with_words_marked
from ui.wording import date_or_undated, place, progress, searched, who

# Sign and class of a parliament: told apart without colour too.
SIGNS: dict[Parliament | None, tuple[str, str]] = {
    Parliament.VLAAMS_PARLEMENT: ("◆", "flemish"),
    Parliament.TWEEDE_KAMER: ("◎", "dutch"),
    None: ("▫", "other"),
}


def show_answer(answer: Answer, frame: Frame, *, wide: bool) -> None:
    """``wide``: there is room for two parliaments side by side."""
    arranged = arrange(answer)
    if wide and len(arranged.voices) == 2:
        for column, voice in zip(st.columns(2, gap="large"), arranged.voices, strict=True):
            with column:
                _show_voice(voice, arranged, frame)
    else:
        for voice in arranged.voices:
            _show_voice(voice, arranged, frame)


def show_open_points(answer: Answer, frame: Frame) -> None:
    """What is still open on the matter, and since when nothing new was said."""
    if answer.open_points:
        show(element("h2", escape(frame.say(answers.STILL_OPEN)), "small"))
        for at, point in enumerate(answer.open_points):
            kind = frame.say(terms.OPEN_KINDS[point.kind])
            show_passage(point.citation, frame, key=f"open_{at}", extra=kind)
    if answer.no_news_since:
        since = frame.say(answers.NO_NEWS_SINCE, date=day(frame.language, answer.no_news_since))
        show(element("p", escape(since)), "quiet")


def show_near_misses(answer: Answer, frame: Frame) -> None:
    if not answer.near_misses:
        return
    show(element("h2", escape(frame.say(answers.NEAR_MISSES))))
    for at, citation in enumerate(answer.near_misses):
        show_passage(citation, frame, key=f"near_{at}")


def show_searched(answer: Answer, frame: Frame) -> None:
    show(escape(searched(answer.searched, frame.language)), "quiet", tag="p")


def _show_voice(voice: Voice, arranged: Arranged, frame: Frame) -> None:
    with st.container(gap="small"):
        show_heading(voice.parliament, frame)
        if voice.only_claimed:
            show(element("p", escape(frame.say(screens.ONLY_CLAIMED))), "quiet")
        for item in (*voice.leading, *voice.undated):
            _show_claim(item, arranged, frame)
        if voice.earlier:
            show(element("h3", escape(frame.say(answers.EARLIER))))
            for item in voice.earlier:
                _show_claim(item, arranged, frame)
        if voice.claimed:
            show(element("h3", escape(frame.say(answers.CLAIMS_OF_MEMBERS))))
            for item in voice.claimed:
                _show_claim(item, arranged, frame)


def show_heading(parliament: Parliament | None, frame: Frame) -> None:
    sign, classes = SIGNS[parliament]
    name = frame.say(terms.PARLIAMENTS[parliament] if parliament else terms.NO_PARLIAMENT)
    show(element("span", sign, "sign", aria_hidden="true") + element("h2", escape(name)), f"voice {classes}")


def _show_claim(item: Numbered, arranged: Arranged, frame: Frame) -> None:
    claim = item.claim
    if not all(frame.knowledge.still_stands(citation) for citation in claim.citations):
        show(element("p", escape(frame.say(answers.QUOTE_WITHDRAWN))), "claim quiet")
        return
    _, parliament = SIGNS[claim.first.parliament]
    weight = {Standing.CLAIM: "member", Standing.EARLIER: "earlier", Standing.LATEST: "latest"}.get(
        claim.standing, "plain"
    )
    told = progress(item, frame.language)
    inner = (
        element("p", _standing(item, frame), "standing")
        + element("blockquote", paragraphs(f"“{claim.text}”"), lang="nl")
        + element("p", escape(" · ".join(filter(None, (who(claim.first, frame.language), told)))), "who")
    )
    with st.container(gap=None):
        show(inner, f"claim {parliament} {weight}", tag="article")
        for number in item.sources:
            _show_source_button(number, arranged.sources[number - 1], frame, key=f"{item.claim.standing}_{number}")


def _standing(item: Numbered, frame: Frame) -> str:
    """HTML: the date, with the standing in words."""
    first, standing = item.claim.first, item.claim.standing
    when = date_or_undated(first.date, frame.language)
    if standing is Standing.LATEST:
        sentence = frame.say(answers.LATEST_ON, date=day(frame.language, first.date)) if first.date else ""
        text = sentence or frame.say(answers.LATEST_UNDATED)
        return escape(text[0].upper() + text[1:])
    if standing is Standing.CLAIM:
        return element("span", escape(frame.say(terms.STANDINGS[standing])), "tag") + escape(when)
    return escape(when)


def _show_source_button(number: int, citation: Citation, frame: Frame, key: str) -> None:
    is_open = frame.address.source == Place.of(citation)
    text = f"[{number}] {citation.title}{place(citation, frame.language)}"
    st.button(
        label(text + (f" · {frame.say(screens.OPENED)}" if is_open else "")),
        key=f"cite_{'open_' if is_open else ''}{key}",
        type="tertiary",
        on_click=open_citation,
        args=(citation,),
    )


def show_passage(citation: Citation, frame: Frame, key: str, extra: str = "", query: str = "") -> None:
    """A passage that is not part of an answer; ``extra`` is plain text, such as how it was found.

    Words of ``query`` are marked.
    """
    sign, classes = SIGNS[citation.parliament]
    named = frame.say(terms.PARLIAMENTS[citation.parliament]) if citation.parliament else ""
    head = " · ".join(
        part for part in (date_or_undated(citation.date, frame.language), named, who(citation, frame.language)) if part
    )
    inner = element(
        "p", element("span", sign, f"sign {classes}", aria_hidden="true") + " " + escape(head), "quiet"
    ) + element("blockquote", with_words_marked(citation.quote, query), lang="nl")
    if extra:
        inner += element("p", escape(extra), "quiet")
    is_open = frame.address.source == Place.of(citation)
    with st.container(gap=None):
        show(inner, f"passage {classes}", tag="article")
        st.button(
            label(citation.title + place(citation, frame.language)),
            key=f"cite_{'open_' if is_open else ''}{key}",
            type="tertiary",
            on_click=open_citation,
            args=(citation,),
        )
