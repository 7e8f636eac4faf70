"""Whether a filter names something that the corpus holds: a wrong document is said so, with the nearest one."""

from typing import TYPE_CHECKING

from kb.model.query import Filters
from ui.cli.context import Context
from ui.cli.wrong_use import WrongUse, nearest
from ui.messages import commands

if TYPE_CHECKING:
    from kb.knowledge_base import KnowledgeBase


def check_known(filters: Filters, knowledge: "KnowledgeBase", context: Context) -> None:
    """WrongUse for a document that is not in the corpus."""
    if not filters.documents:
        return
    ids = [str(summary.id) for summary in knowledge.summaries()]
    for wanted in filters.documents:
        if wanted not in ids:
            near = nearest(wanted, ids)
            sentence = commands.NO_SUCH_DOCUMENT_NEAR if near else commands.NO_SUCH_DOCUMENT
            raise WrongUse(context.say(sentence, given=wanted, nearest=near))
