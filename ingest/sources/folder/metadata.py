"""`documents.toml`: what the files of a folder do not print themselves. Keys are file names, every field is optional::

["brief.pdf"]
kind = "letter"
parliament = "tweede_kamer"
date = 2022-01-31
number = "kst-31288-948"        # or numbers = [...]
title = "..."
url = "https://..."
themes = ["..."]
"""

import datetime as dt
import difflib
import tomllib
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ingest.parsed import Given
from ingest.sources.folder.candidates import METADATA_FILE
from ingest.sources.folder.numbers import EXAMPLES, number_of
from kb.model.document import Number, Problem
from kb.model.terms import Kind, Parliament


class _WrongValue(Exception):
    """What the value must be, and advice; turned into a Problem that names the place."""

    def __init__(self, must: str, advice: str = "") -> None:
        super().__init__(must)
        self.must, self.advice = must, advice


@dataclass(frozen=True, slots=True)
class Entry:
    """What was given for one file (``given.file_name`` is in NFC), and what of it could not be used."""

    given: Given
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderMetadata:
    """One `documents.toml`; ``faults`` are about the file itself, ``strangers`` about entries without a file."""

    entries: tuple[Entry, ...] = ()
    faults: tuple[Problem, ...] = ()
    strangers: tuple[Problem, ...] = ()

    def of(self, file_name: str) -> Entry:
        name = nfc(file_name)
        return next((entry for entry in self.entries if entry.given.file_name == name), Entry(Given(file_name=name)))

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.faults + self.strangers + tuple(problem for entry in self.entries for problem in entry.problems)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def read_metadata(folder: Path, file_names: Iterable[str]) -> FolderMetadata:
    """The `documents.toml` of that folder, which holds ``file_names``; empty where there is none."""
    path = folder / METADATA_FILE
    if not path.is_file():
        return FolderMetadata()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        return _unusable(path, f"cannot be read ({error.strerror})", "Check its rights.")
    except UnicodeDecodeError:
        return _unusable(path, "is not in UTF-8", "Save it as UTF-8.")
    except tomllib.TOMLDecodeError as error:
        return _unusable(path, f"is not valid TOML: {error}", "Mend that line; see https://toml.io.")
    names = {nfc(name) for name in file_names}
    entries: list[Entry] = []
    strangers: list[Problem] = []
    for key, values in table.items():
        name = nfc(key)
        if name not in names:
            strangers.append(_problem(f'{path}: there is no file "{key}" in this folder.', _nearest(name, names)))
        elif not isinstance(values, dict):
            fault = _problem(f'{path}: "{key}" must be a table.', f'Write ["{key}"] on a line of its own.')
            entries.append(Entry(Given(file_name=name), (fault,)))
        else:
            entries.append(_entry(path, name, values))
    return FolderMetadata(tuple(entries), strangers=tuple(strangers))


def _entry(path: Path, name: str, values: dict[str, Any]) -> Entry:
    """Every field that can be used; one problem for each that cannot."""
    given = Given(file_name=name)
    problems: list[Problem] = []
    for key, value in values.items():
        where = f'{path}: {key} of "{name}"'
        if key not in _FIELDS:
            problems.append(_problem(f"{where} is not a field.", _nearest(key, _FIELDS)))
            continue
        field, read = _FIELDS[key]
        try:
            found = read(value)
        except _WrongValue as error:
            problems.append(_problem(f"{where} must be {error.must}, not {_shown(value)}.", error.advice))
            continue
        if field == "numbers":
            found = given.numbers + found
        given = replace(given, **{field: found})
    return Entry(given, tuple(problems))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _WrongValue("text in quotes")
    return nfc(value.strip())


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (_text(value),)
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise _WrongValue("a list of texts in quotes")
    return tuple(_text(entry) for entry in value)


def _date(value: object) -> dt.date:
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise _WrongValue("a date such as 2022-01-31, without quotes")
    return value


def _kind(value: object) -> Kind:
    known = [kind.value for kind in Kind]
    if value not in known:
        raise _WrongValue("a kind of document", _nearest(str(value), known))
    return Kind(value)


def _parliament(value: object) -> Parliament:
    known = [parliament.value for parliament in Parliament]
    if value not in known:
        raise _WrongValue("a parliament", _nearest(str(value), known))
    return Parliament(value)


def _numbers(value: object) -> tuple[Number, ...]:
    found = tuple(number_of(written) for written in _texts(value))
    known = tuple(number for number in found if number is not None)
    if len(known) < len(found):
        raise _WrongValue("an official number in its full form", f"Such as {EXAMPLES}.")
    return tuple(_as_printed(number) for number in known)


def _as_printed(number: Number) -> Number:
    """Links in documents hold the bare number of a Flemish question or file, and that is how it is kept."""
    return Number(number.scheme, number.value.removeprefix(f"{number.scheme}-"))


# The name in the file: the field of Given, and how it is read.
_FIELDS: dict[str, tuple[str, Callable[[object], Any]]] = {
    "kind": ("kind", _kind),
    "parliament": ("parliament", _parliament),
    "title": ("title", _text),
    "date": ("date", _date),
    "asked": ("asked", _date),
    "answered": ("answered", _date),
    "number": ("numbers", _numbers),
    "numbers": ("numbers", _numbers),
    "themes": ("themes", _texts),
    "url": ("url", _text),
}


def _unusable(path: Path, why: str, advice: str) -> FolderMetadata:
    return FolderMetadata(faults=(_problem(f"{path} {why}; its files are taken in without it.", advice),))


def _problem(message: str, advice: str) -> Problem:
    return Problem("metadata", message, advice)


def _nearest(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    begun = [known for known in names if name and known.startswith(name.lower())]
    close = begun or difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    listed = f"Known: {', '.join(names)}." if len(names) <= 20 else ""
    return f"Did you mean {close[0]}?" if close else listed or "Check the spelling."


def _shown(value: object) -> str:
    text = repr(value) if not isinstance(value, dt.date) else value.isoformat()
    return text if len(text) <= 60 else f"{text[:57]}..."
