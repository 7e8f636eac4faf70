"""Shares per kind of question, and every miss with what was shown instead."""

from collections.abc import Sequence
from statistics import median

from evaluation.answers.judging import Verdict

_MEASURES = ("leading", "in_first_three", "source", "latest_first", "role", "complete", "wrong_lead", "declined_right")


def summary(verdicts: Sequence[Verdict]) -> dict[str, dict[str, float | int | None]]:
    """Per kind and over all: the number of questions and the share of each measure (None where none applies)."""
    kinds = sorted({verdict.question.kind for verdict in verdicts})
    rows = {kind: _row([verdict for verdict in verdicts if verdict.question.kind == kind]) for kind in kinds}
    answerable = [verdict for verdict in verdicts if verdict.question.answerable]
    return {**rows, "answerable": _row(answerable), "all": _row(verdicts)}


def _row(verdicts: Sequence[Verdict]) -> dict[str, float | int | None]:
    row: dict[str, float | int | None] = {"questions": len(verdicts)}
    for measure in _MEASURES:
        values = [value for verdict in verdicts if (value := getattr(verdict, measure)) is not None]
        row[measure] = sum(values) / len(values) if values else None
    quotes = sum(verdict.quotes for verdict in verdicts)
    row["verbatim"] = sum(verdict.verbatim for verdict in verdicts) / quotes if quotes else None
    return row


def citation_precision(verdicts: Sequence[Verdict]) -> float | None:
    """Share of the quotes shown that hold a judged one: at least so many are to the point (judging is not exhaustive).

    After ALCE (Gao et al. 2023). A claim is the words of its citation, so that what it says is always what is cited;
    what is left to measure is whether what is cited answers.
    """
    cited = sum(verdict.cited for verdict in verdicts)
    return sum(verdict.cited_right for verdict in verdicts) / cited if cited else None


def citation_recall(verdicts: Sequence[Verdict]) -> float | None:
    """Share of what an answer needs (one judged quote, or every entry of a list or comparison) that is cited."""
    entries = sum(verdict.entries for verdict in verdicts)
    return sum(verdict.entries_found for verdict in verdicts) / entries if entries else None


def risk_coverage(verdicts: Sequence[Verdict]) -> list[tuple[float, float, float]]:
    """(sureness, coverage, risk) at each tenth of the answers given, the surest first.

    Coverage: the share of all questions that is answered when only answers at least so sure are given. Risk: the share
    of those whose first three quotes hold no judged one, an answer to an unanswerable question among them.
    """
    given = sorted((verdict for verdict in verdicts if verdict.answered), key=lambda verdict: -verdict.sureness)
    curve = []
    for tenth in range(1, 11):
        surest = given[: max(1, round(len(given) * tenth / 10))]
        wrong = sum(not verdict.in_first_three for verdict in surest)
        curve.append((surest[-1].sureness, len(surest) / len(verdicts), wrong / len(surest)))
    return curve


def as_text(verdicts: Sequence[Verdict], milliseconds: Sequence[float]) -> str:
    """The table, the misses, and the time a question took."""
    rows = summary(verdicts)
    columns = ("questions", *_MEASURES, "verbatim")
    lines = ["kind".ljust(14) + "".join(column.rjust(16) for column in columns)]
    for kind, row in rows.items():
        lines.append(kind.ljust(14) + "".join(_cell(row[column]).rjust(16) for column in columns))
    lines.append("")
    for verdict in verdicts:
        missed = _missed(verdict)
        if missed:
            question = verdict.question
            lines.append(f"{question.id} {question.kind}: {question.text}\n    missed: {', '.join(missed)}")
            wanted = [entry.forms[0] for entry in question.quotes]
            lines.extend(f"    wanted: {file}: {quote[:160]}" for file, quote in wanted)
            lines.extend(f"    shown:  {shown}" for shown in verdict.shown[:4])
    precision, recall = _cell(citation_precision(verdicts)), _cell(citation_recall(verdicts))
    lines.append(f"\ncitations: precision {precision}, recall {recall}")
    if milliseconds:
        lines.append(f"\nper question: median {median(milliseconds):.0f} ms, most {max(milliseconds):.0f} ms")
    return "\n".join(lines)


def as_markdown(verdicts: Sequence[Verdict], milliseconds: Sequence[float]) -> str:
    """The same for a file in the project: the shares, and what was missed by id (no text of the documents)."""
    columns = ("questions", *_MEASURES, "verbatim")
    lines = [
        "# Answers to judged questions",
        "",
        "Written by `python -m evaluation.answers --write evaluation/RESULTS-answers.md`. `verbatim` is the strict",
        "check against the raw characters of plain-text originals: it fails where a footnote mark or a page footer",
        "stands inside the quoted sentence there. Every quote equals the stored text at its place.",
        "",
        "| kind | " + " | ".join(columns) + " |",
        "|" + " --- |" * (len(columns) + 1),
    ]
    for kind, row in summary(verdicts).items():
        lines.append(f"| {kind} | " + " | ".join(_cell(row[column]) for column in columns) + " |")
    lines += [
        "",
        f"Citation precision {_cell(citation_precision(verdicts))}, recall {_cell(citation_recall(verdicts))}",
    ]
    lines[-1] += (
        " (as in ALCE; a claim is the words of its citation, so precision counts quotes that are to the point)."
    )
    lines += ["", "Risk against coverage, the surest answers first:", ""]
    lines += ["| sureness at least | questions answered | of these wrong |", "| --- | --- | --- |"]
    lines += [f"| {sure:.2f} | {_cell(cover)} | {_cell(risk)} |" for sure, cover, risk in risk_coverage(verdicts)]
    lines += ["", f"Median time of an answer: {median(milliseconds):.0f} ms.", "", "Missed:", ""]
    lines += [f"- {verdict.question.id}: {', '.join(missed)}" for verdict in verdicts if (missed := _missed(verdict))]
    return "\n".join(lines) + "\n"


def _missed(verdict: Verdict) -> list[str]:
    wanted_true = ("leading", "in_first_three", "latest_first", "role", "complete", "declined_right")
    missed = [measure for measure in wanted_true if getattr(verdict, measure) is False]
    if verdict.wrong_lead:
        missed.append("wrong_lead")
    if verdict.verbatim < verdict.quotes:
        missed.append(f"verbatim {verdict.verbatim}/{verdict.quotes}")
    return missed


def _cell(value: float | int | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{100 * value:.0f}%"
