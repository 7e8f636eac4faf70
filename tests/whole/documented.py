"""`docs/json.md` as something to hold values against: every table of keys under its heading, every example."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_ROW = re.compile(r"^\| `([^`]+)` \| (.+?) \| .*\|$", re.MULTILINE)
_EXAMPLE = re.compile(r"^```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[([^\]]+)\]\(#[^)]+\)")
_AND_MORE = re.compile(r"^Every key of a \[([^\]]+)\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Documented:
    """``keys`` of each named object with what they hold, and the example under its heading, if there is one."""

    keys: dict[str, dict[str, str]]
    examples: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> "Documented":
        parts = _HEADING.split(path.read_text(encoding="utf-8"))[1:]
        texts = dict(zip(parts[::2], parts[1::2], strict=True))
        keys = {name: dict(_ROW.findall(text)) for name, text in texts.items()}
        for name, text in texts.items():
            if more := _AND_MORE.search(text):
                keys[name] = {**keys[more[1]], **keys[name]}
        examples = {name: json.loads(found[1]) for name, text in texts.items() if (found := _EXAMPLE.search(text))}
        return cls(keys, examples)

    def faults(self, value: object, name: str, also: dict[str, str] | None = None) -> list[str]:
        """Where ``value`` is not what is documented as ``name``, with the keys of ``also`` besides."""
        return list(self._faults_of_object(value, {**self.keys[name], **(also or {})}, name))

    def _faults_of_object(self, value: object, keys: dict[str, str], where: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{where} is no object"
            return
        yield from (f"{where}.{key} is not documented" for key in value.keys() - keys.keys())
        yield from (f"{where}.{key} is documented and not there" for key in keys.keys() - value.keys())
        for key in value.keys() & keys.keys():
            yield from self._faults(value[key], keys[key], f"{where}.{key}")

    def _faults(self, value: object, holds: str, where: str) -> Iterator[str]:
        if holds.endswith(" or null"):
            if value is None:
                return
            holds = holds.removesuffix(" or null")
        if holds.startswith("list of "):
            if not isinstance(value, list):
                yield f"{where} is no list"
                return
            for at, item in enumerate(value):
                yield from self._faults(item, holds.removeprefix("list of "), f"{where}[{at}]")
        elif link := _LINK.fullmatch(holds):
            yield from self._faults_of_object(value, self.keys[link[1]], where)
        elif not _is_a(value, holds):
            yield f"{where} is {value!r}, not {holds}"


def _is_a(value: object, holds: str) -> bool:
    match holds:
        case "text":
            return isinstance(value, str)
        case "yes or no":
            return isinstance(value, bool)
        case "whole number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "date":
            return isinstance(value, str) and len(value) == 10 and bool(dt.date.fromisoformat(value))
        case "moment":
            return isinstance(value, str) and dt.datetime.fromisoformat(value).tzinfo is not None
        case "counts" | "dates":
            kind = "whole number" if holds == "counts" else "date"
            return isinstance(value, dict) and all(_is_a(one, kind) for one in value.values())
    raise AssertionError(f"docs/json.md says {holds!r}, which means nothing to this test")
