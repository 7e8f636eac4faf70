"""A document as text for a person: its head, its questions with what became of them, its sections."""

from kb.model.document import Dates, Document, PairState, QuestionAnswer, Reference, Section
from ui.cli.context import Context
from ui.cli.terminal import safe
from ui.messages import answers, commands, terms
from ui.messages.spelling import day, question_numbers

_INDENT = "  "


def write_document(document: Document, context: Context) -> None:
    terminal = context.terminal
    terminal.paragraphs(document.title)
    terminal.line(terminal.faint(safe(f"{document.id} · {context.say(answers.VERSION, version=document.version)}")))
    for label, value in head_rows(document, context):
        terminal.paragraphs(f"{label}: {value}", indent=_INDENT * 2, first=_INDENT)
    for problem in document.problems:
        terminal.paragraphs(f"! {problem.message} {problem.advice}", indent=_INDENT * 2, first=_INDENT)
    if document.pairs:
        terminal.line()
        terminal.heading(context.say(commands.PAIRS))
        for pair in document.pairs:
            _write_pair(pair, context)
    for section in document.sections:
        _write_section(section, context)


def write_references(references: tuple[Reference, ...], context: Context) -> None:
    """What a text names, each number once, where no corpus says what it holds."""
    if references:
        context.terminal.line()
        context.terminal.heading(context.say(commands.REFERENCES))
    for printed in dict.fromkeys(reference_words(reference, context) for reference in references):
        context.terminal.paragraphs(printed, indent=_INDENT * 2, first=f"{_INDENT}- ")


def reference_words(reference: Reference, context: Context) -> str:
    """ "Kamerstuk 31 288, nr. 948 (kst-31288-948)", with what it is to the document where it is more than cited."""
    number = f" ({reference.number.value})" if reference.number else ""
    relation = commands.RELATIONS.get(reference.relation)
    printed = " ".join(reference.printed.split())
    return f"{printed}{number}" + (f", {context.say(relation)}" if relation else "")


def head_rows(document: Document, context: Context) -> list[tuple[str, str]]:
    """What is known of the document besides its text, labels in the user's language."""
    rows = [(context.say(commands.KIND_LABEL), context.say(terms.KINDS[document.kind]))]
    if document.parliament:
        rows.append((context.say(terms.PARLIAMENT_LABEL), context.say(terms.PARLIAMENTS[document.parliament])))
    if document.numbers:
        rows.append((context.say(commands.NUMBERS), ", ".join(number.value for number in document.numbers)))
    rows.extend(_date_rows(document.dates, context))
    for person in document.people:
        rows.append((context.say(terms.PARTS[person.part]), person.display))
    rows.append((context.say(commands.FROM), document.provenance.location))
    if document.provenance.url:
        rows.append(("url", document.provenance.url))
    return rows


def _date_rows(dates: Dates, context: Context) -> list[tuple[str, str]]:
    labelled = (
        (commands.ASKED, dates.asked),
        (commands.ANSWERED, dates.answered),
        (commands.PUBLISHED, dates.published),
    )
    return [(context.say(label), day(context.language, date)) for label, date in labelled if date]


def _write_pair(pair: QuestionAnswer, context: Context) -> None:
    numbers = question_numbers(pair.questions)
    state = context.say(terms.PAIR_STATES[pair.state])
    if pair.state is PairState.SEE_ANSWER and pair.refers_to:
        state = context.say(commands.REFERS_TO, numbers=question_numbers(pair.refers_to))
    where = f" [{pair.answer_section}]" if pair.answer_section else ""
    context.terminal.paragraphs(
        f"{context.count(answers.QUESTION_NUMBER, len(pair.questions), numbers=numbers)}: {state}{where}",
        indent=_INDENT * 2,
        first=_INDENT,
    )


def _write_section(section: Section, context: Context) -> None:
    terminal = context.terminal
    terminal.line()
    page = section.page_at(0)
    head = [section.key, context.say(terms.ROLES[section.role])]
    if section.speaker:
        head.append(section.speaker)
    if page is not None:
        head.append(context.say(answers.PAGE, page=page))
    terminal.heading(" · ".join(head))
    if section.heading:
        terminal.paragraphs(section.heading, indent=_INDENT)
    terminal.paragraphs(section.text, indent=_INDENT)
