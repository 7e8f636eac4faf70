"""Questions to try. On the sample: written for it; on another collection: the topics of its newest documents."""

from typing import TYPE_CHECKING

from ui.messages import screens
from ui.messages.sentence import Language

if TYPE_CHECKING:
    from kb.catalog.values import DocumentSummary
    from kb.knowledge_base import KnowledgeBase

# A document that only the sample holds.
_OF_SAMPLE = "webpagina-vlaams-herstelloket.html"
_SHOWN = 4


def is_sample(summaries: "tuple[DocumentSummary, ...]") -> bool:
    return any(summary.id.key.endswith(_OF_SAMPLE) for summary in summaries)


def examples(knowledge: "KnowledgeBase", language: Language) -> tuple[str, ...]:
    summaries = tuple(knowledge.summaries())
    if is_sample(summaries):
        return tuple(sentence.to(language) for sentence in screens.SAMPLE_QUESTIONS)
    dated = [summary for summary in summaries if summary.dates.latest and summary.kind.is_answer]
    dated.sort(
        key=lambda summary: (summary.dates.latest is not None and summary.dates.latest, str(summary.id)), reverse=True
    )
    return tuple(dict.fromkeys(summary.title for summary in dated))[:_SHOWN]
