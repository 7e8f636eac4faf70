"""A document at its passage, beside the answer: its head, the passage marked, its question or answer, its neighbours.

The quote is shown only where it stands: the stored version is read again, and a document that was removed shows none.
"""

from html import escape

import streamlit as st

from kb.errors import LoketError, NotFoundError
from kb.model.answer import Citation
from kb.model.document import Document, PairState, QuestionAnswer, Section
from ui.messages import answers, screens, terms
from ui.messages.spelling import day, question_numbers
from ui.screens.address import Place
from ui.screens.frame import Frame, open_place, show
from ui.screens.markup import definitions, element, section_html
from ui.screens.pdf_page import PageImage, render
from ui.screens.states import state
from ui.wording import date_or_undated

_PDF = "application/pdf"


def show_source(place: Place, frame: Frame) -> None:
    """The pane; every way in which it can be missing has its own words."""
    with st.container(key="source_pane"):
        st.button(
            frame.say(screens.BACK_TO_ANSWER),
            key="close_source",
            icon=":material/close:",
            on_click=open_place,
            args=(None,),
        )
        try:
            document = frame.knowledge.document(place.document, place.version)
        except NotFoundError:
            state(frame.say(screens.SOURCE), frame.say(screens.SOURCE_UNKNOWN))
            return
        section = next((section for section in document.sections if section.key == place.section), None)
        marked = section if section and 0 <= place.start < place.end <= len(section.text) else None
        if not frame.knowledge.still_stands(_citation(document, marked, place)):
            state(document.title, frame.say(screens.SOURCE_GONE))
            return
        _show_title(document, frame)
        newest = max((one.version for one in frame.knowledge.versions(document.id) if one.current), default=0)
        if newest > document.version:
            newer = frame.say(screens.SUPERSEDED, version=document.version, newest=newest)
            show(element("p", escape(newer)), "state", role="status")
        if place.section and marked is None:
            show(element("p", escape(frame.say(screens.QUOTE_GONE))), "quiet")
        _show_text(document, marked, place, frame)
        if marked is not None and document.provenance.media_type == _PDF:
            _show_page(document, marked, place, frame)
        _show_facts(document, frame)
    if marked is not None:
        _scroll_to_mark(place)


def _citation(document: Document, section: Section | None, place: Place) -> Citation:
    """The place as a citation, to ask whether it stands; without a passage, the first words of the document."""
    shown = section or document.sections[0]
    start, end = (place.start, place.end) if section else (0, min(20, len(shown.text)))
    return Citation(
        document=document.id,
        version=document.version,
        section=shown.key,
        start=start,
        end=end,
        quote=shown.text[start:end],
        title=document.title,
        kind=document.kind,
        role=shown.role,
        source=document.provenance.location,
    )


def _show_title(document: Document, frame: Frame) -> None:
    """What it is, in three lines, so that the passage stands high."""
    kind = frame.say(terms.KINDS[document.kind])
    parliament = frame.say(terms.PARLIAMENTS[document.parliament]) if document.parliament else ""
    when = date_or_undated(document.dates.latest, frame.language)
    head = " · ".join(part for part in (parliament, kind, when) if part)
    inner = element("p", escape(head), "quiet") + element("h2", escape(document.title), id="source-title")
    if _is_web(document.provenance.url):
        link = element(
            "a", escape(frame.say(screens.OFFICIAL_PAGE)), href=document.provenance.url, target="_blank", rel="noopener"
        )
        inner += element("p", link)
    show(inner, "source")


def _show_facts(document: Document, frame: Frame) -> None:
    """Who, when, numbers, file."""
    language = frame.language
    rows = [
        (frame.say(sentence), day(language, date))
        for sentence, date in (
            (screens.ASKED_ON, document.dates.asked),
            (screens.ANSWERED_ON, document.dates.answered),
            (screens.PUBLISHED_ON, document.dates.published),
        )
        if date
    ]
    for person in document.people:
        part = frame.say(terms.PARTS[person.part])
        rows.append((part[0].upper() + part[1:], person.display))
    if document.numbers:
        rows.append((frame.say(screens.NUMBERS), ", ".join(number.value for number in document.numbers)))
    rows.append((frame.say(screens.FILE), document.provenance.location))
    show(element("h3", escape(frame.say(screens.FACTS))) + definitions(rows), "source")


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _show_page(document: Document, section: Section, place: Place, frame: Frame) -> None:
    page = section.page_at(place.start)
    if page is None:
        return
    try:
        image = _page_image(str(document.id), document.version, section.key, place.start, place.end, page, frame)
    except LoketError:
        show(element("p", escape(frame.say(screens.PAGE_FAILED))), "quiet")
        return
    show(element("h3", escape(frame.say(screens.PAGE_IMAGE, page=page))), "source")
    if not image.marked:
        show(element("p", escape(frame.say(screens.PAGE_UNMARKED, page=page))), "quiet")
    alt = screens.PAGE_IMAGE_ALT if image.marked else screens.PAGE_IMAGE
    st.image(image.png, width="stretch", alt=frame.say(alt, page=page, title=document.title))


@st.cache_data(max_entries=64, show_spinner=False)
def _page_image(document: str, version: int, section: str, start: int, end: int, page: int, _frame: Frame) -> PageImage:
    """Kept per place: a version never changes."""
    place = Place.parse(f"{document}@{version}")
    assert place is not None
    whole = _frame.knowledge.document(place.document, version)
    return render(_frame.knowledge.original(place.document, version), whole.section(section), start, end, page)


def _show_text(document: Document, marked: Section | None, place: Place, frame: Frame) -> None:
    """The passage with what belongs to it; the rest of the document folded away before and after."""
    if marked is None:
        show("".join(_block(section, frame) for section in document.sections), "source", lang="nl")
        return
    pair = next((pair for pair in document.pairs if marked.key in _keys(pair)), None)
    shown = [marked.key] if pair is None else list(dict.fromkeys([*_keys(pair), marked.key]))
    order = [section.key for section in document.sections]
    first, last = min(map(order.index, shown)), max(map(order.index, shown))
    between = [section for section in document.sections if section.key in shown]
    inner = _folded(frame.say(screens.BEFORE), document.sections[:first], frame)
    for section in between:
        inner += _block(section, frame, (place.start, place.end) if section.key == marked.key else None)
    if pair is not None and pair.answer_section is None:
        inner += element("p", escape(_no_answer(pair, frame)), "quiet")
    left = [section for section in document.sections[first : last + 1] if section.key not in shown]
    inner += _folded(frame.say(screens.AFTER), [*left, *document.sections[last + 1 :]], frame)
    show(inner, "source", lang="nl")


def _keys(pair: QuestionAnswer) -> tuple[str, ...]:
    return (*pair.question_sections, pair.answer_section) if pair.answer_section else pair.question_sections


def _no_answer(pair: QuestionAnswer, frame: Frame) -> str:
    if pair.state is PairState.SEE_ANSWER and pair.refers_to:
        return frame.say(screens.SEE_ANSWER, numbers=question_numbers(pair.refers_to))
    return frame.say(screens.NO_ANSWER_HERE)


def _block(section: Section, frame: Frame, mark: tuple[int, int] | None = None) -> str:
    role = frame.say(terms.ROLES[section.role])
    named = role[0].upper() + role[1:]
    if section.questions:
        numbers = question_numbers(section.questions)
        named = f"{named}, {frame.count(answers.QUESTION_NUMBER, len(section.questions), numbers=numbers)}"
    parts = [named, section.speaker]
    page = section.page_at(mark[0] if mark else 0)
    if page is not None:
        parts.append(frame.say(answers.PAGE, page=page))
    name = element("p", escape(" · ".join(part for part in parts if part)), "name", lang=frame.language.value)
    return element("div", name + section_html(section, mark), "block here" if mark else "block")


def _folded(title: str, sections: tuple[Section, ...] | list[Section], frame: Frame) -> str:
    if not sections:
        return ""
    inner = "".join(_block(section, frame) for section in sections)
    return element("details", element("summary", escape(title), lang=frame.language.value) + inner)


def _scroll_to_mark(place: Place) -> None:
    """Bring the mark into view, once for each place; without scripts the reader scrolls."""
    key = "".join(char if char.isalnum() else "_" for char in str(place))
    st.html(
        f"""<script>/* {key} */
        setTimeout(() => {{
          const pane = document.querySelector('.st-key-source_pane');
          const mark = pane && pane.querySelector('mark');
          if (!mark) return;
          const there = mark.getBoundingClientRect(), frame = pane.getBoundingClientRect();
          if (pane.scrollHeight > pane.clientHeight + 1) {{
            if (there.bottom < Math.min(frame.bottom, window.innerHeight) - 16) return;
            pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top
              - pane.clientHeight / 3;
          }} else if (window.innerWidth < 900) {{
            pane.scrollIntoView({{block: 'start'}});
            if (mark.getBoundingClientRect().bottom > window.innerHeight) mark.scrollIntoView({{block: 'center'}});
          }}
        }}, 150);</script>""",
        unsafe_allow_javascript=True,
    )
