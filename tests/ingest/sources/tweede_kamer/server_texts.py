"""Written for the tests in the form of the Chamber's publications."""

import datetime as dt

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def dutch(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def question_text(
    number: str, subject: str, asker: str, office: str, asked: dt.date, questions: tuple[str, ...]
) -> str:
    asked_for = "\n\n".join(f"Vraag {at}\n{question}" for at, question in enumerate(questions, start=1))
    return (
        f"Vragen gesteld door de leden der Kamer\n\n{number}\n\n"
        f"Vragen van het lid {asker} aan de {office} over {subject} (ingezonden {dutch(asked)}).\n\n{asked_for}\n"
    )


def answer_text(
    annex: str,
    subject: str,
    asker: str,
    office: str,
    answerer: str,
    asked: dt.date,
    answered: dt.date,
    pairs: tuple[tuple[str, str], ...],
) -> str:
    portfolio = office.partition(" van ")[2] or office
    said = "\n\n".join(
        f"Vraag {at}\n{question}\n\nAntwoord {at}\n{answer}" for at, (question, answer) in enumerate(pairs, start=1)
    )
    return (
        "Aanhangsel van de Handelingen\n\nVragen gesteld door de leden der Kamer, met de daarop door de regering "
        f"gegeven antwoorden\n\n{int(annex[4:])}\n\n"
        f"Vragen van het lid {asker} aan de {office} over {subject} (ingezonden {dutch(asked)}).\n\n"
        f"Antwoord van Minister {answerer} ({portfolio}) (ontvangen {dutch(answered)}).\n\n{said}\n"
    )


def notice_text(
    subject: str, asker: str, office: str, answerer: str, asked: dt.date, sent: dt.date, question: str
) -> str:
    portfolio = office.partition(" van ")[2] or office
    return (
        "Aanhangsel van de Handelingen\n\n"
        f"Vragen van het lid {asker} aan de {office} over {subject} (ingezonden {dutch(asked)}).\n\n"
        f"Mededeling van Minister {answerer} ({portfolio}) (ontvangen {dutch(sent)}).\n\nVraag 1\n{question}\n\n"
        f"Mededeling\nDe vragen van het lid {asker} over {subject} kunnen niet binnen de gebruikelijke termijn worden "
        "beantwoord. De reden van het uitstel is dat afstemming meer tijd vraagt. Ik streef ernaar de antwoorden zo "
        "spoedig mogelijk te zenden.\n"
    )


def letter_text(subject: str, day: dt.date, signed: str, paragraphs: tuple[str, ...]) -> str:
    body = "\n\n".join(paragraphs)
    return (
        f"Den Haag, {dutch(day)}\n\nBetreft: {subject}\n\nGeachte voorzitter,\n\n{body}\n\nHoogachtend,\n\n"
        f"De Minister van Onderwijs, Cultuur en Wetenschap,\n\n{signed}\n"
    )
