"""What the pages need to know of the whole collection; looked up every quarter of a minute, not at every click."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from kb.model.terms import Kind
from ui.messages import screens
from ui.messages.sentence import Language

if TYPE_CHECKING:
    from kb.catalog.values import DocumentSummary
    from kb.knowledge_base import KnowledgeBase

_SECONDS = 15
_SHOWN = 4
# A document that only the sample holds.
_OF_SAMPLE = "webpagina-vlaams-herstelloket.html"


@dataclass(frozen=True, slots=True)
class Overview:
    """``kinds`` in the order of the closed list; ``topics`` are titles of the newest answers."""

    documents: int
    kinds: tuple[Kind, ...]
    is_sample: bool
    topics: tuple[str, ...]

    def examples(self, language: Language) -> tuple[str, ...]:
        """Questions to try: on the sample written for it, elsewhere the topics of the newest answers."""
        if self.is_sample:
            return tuple(sentence.to(language) for sentence in screens.SAMPLE_QUESTIONS)
        return self.topics


def overview(knowledge: "KnowledgeBase") -> Overview:
    found = _kept(knowledge)
    if not found.documents:  # the first document should be seen at once
        _kept.clear()
    return found


@st.cache_resource(ttl=_SECONDS, show_spinner=False)
def _kept(_knowledge: "KnowledgeBase") -> Overview:
    return overview_of(tuple(_knowledge.summaries()))


def overview_of(summaries: "tuple[DocumentSummary, ...]") -> Overview:
    held = {summary.kind for summary in summaries}
    answers = [
        (summary.dates.latest, str(summary.id), summary.title)
        for summary in summaries
        if summary.dates.latest and summary.kind.is_answer and summary.title
    ]
    titles = [title for _, _, title in sorted(answers, reverse=True)]
    return Overview(
        documents=len(summaries),
        kinds=tuple(kind for kind in Kind if kind in held),
        is_sample=any(summary.id.key.endswith(_OF_SAMPLE) for summary in summaries),
        topics=tuple(dict.fromkeys(titles))[:_SHOWN],
    )
