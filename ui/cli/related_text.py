"""What belongs with a document, both ways: what it names, what names it, and the rest of its case."""

from collections.abc import Sequence

from kb.model.document import Reference
from kb.related import Linked, Named, Related
from ui.cli.context import Context
from ui.cli.document_text import reference_words
from ui.messages import commands, terms

_INDENT = "  "


def write_related(related: Related, context: Context) -> None:
    _write_names(related.names, context)
    if related.named_by:
        _heading(context.say(commands.REFERRED_BY), context)
    for one in related.named_by:
        _item(_linked(one.document, context), context)
        for words in _counted(one.references, context):
            context.terminal.paragraphs(words, indent=_INDENT * 3, first=_INDENT * 2)
    if related.same_case:
        _heading(context.say(commands.SAME_CASE), context)
    for linked in related.same_case:
        _item(_linked(linked, context), context)


def _write_names(names: Sequence[Named], context: Context) -> None:
    """Each number once for each relation, with the documents that carry it."""
    if names:
        _heading(context.say(commands.REFERENCES), context)
    together: dict[tuple[str, str], list[Named]] = {}
    for named in names:
        reference = named.reference
        target = reference.number.value if reference.number else reference.printed
        together.setdefault((target, reference.relation), []).append(named)
    for group in together.values():
        for words in _counted([named.reference for named in group], context)[:1]:
            _item(words, context)
        first = group[0]
        lines = [_linked(linked, context) for linked in first.documents]
        missing = commands.NOT_IN_CORPUS if first.reference.number else commands.NO_KNOWN_NUMBER
        for line in lines or [context.say(missing)]:
            context.terminal.paragraphs(line, indent=_INDENT * 3, first=f"{_INDENT * 2}→ ")


def _counted(references: Sequence[Reference], context: Context) -> list[str]:
    """Each printed form once, the first with how often there is one in all."""
    words = list(dict.fromkeys(reference_words(reference, context) for reference in references))
    if len(references) > 1:
        words[0] += f" · {context.say(commands.TIMES, n=len(references))}"
    return words


def _linked(linked: Linked, context: Context) -> str:
    return f"{linked.id} · {context.say(terms.KINDS[linked.kind])} · {linked.title}"


def _heading(text: str, context: Context) -> None:
    context.terminal.line()
    context.terminal.heading(text)


def _item(text: str, context: Context) -> None:
    context.terminal.paragraphs(text, indent=_INDENT * 2, first=f"{_INDENT}- ")
