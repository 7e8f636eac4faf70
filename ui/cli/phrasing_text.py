"""What a language model made of an answer, as text for a person."""

from kb.answering.phrasing.phrased import PhrasedSentence, Phrasing
from ui.cli.context import Context
from ui.messages import kept

_INDENT = "  "


def write_phrasing(phrasing: Phrasing, context: Context) -> None:
    write_phrasing_head(phrasing.model, context)
    for sentence in phrasing.sentences:
        write_sentence(sentence, context)
    write_problem(phrasing, context)
    write_dropped(phrasing, context)


def write_phrasing_head(model: str, context: Context) -> None:
    context.terminal.line()
    context.terminal.heading(context.say(kept.PHRASED, model=model))


def write_sentence(sentence: PhrasedSentence, context: Context) -> None:
    numbers = " ".join(f"[{number}]" for number in sentence.citations)
    context.terminal.paragraphs(f"{sentence.text} {numbers}", indent=_INDENT)
    context.terminal.out.flush()


def write_problem(phrasing: Phrasing, context: Context) -> None:
    if phrasing.problem:
        context.terminal.paragraphs(context.say(kept.PROBLEMS[phrasing.problem.value]), indent=_INDENT)


def write_dropped(phrasing: Phrasing, context: Context) -> None:
    if not phrasing.dropped:
        return
    context.terminal.paragraphs(context.count(kept.DROPPED, len(phrasing.dropped)), indent=_INDENT)
    for one in phrasing.dropped:
        why = context.say(kept.WHYS[one.why.value]) + (f" ({one.about})" if one.about else "")
        context.terminal.paragraphs(
            " ".join(f"{why}: {one.text}".split()), indent=_INDENT * 3, first=f"{_INDENT * 2}✗ "
        )
