"""Compare what was read with a hand-checked label: pairs, kind, dates, numbers, people, title, references.

Strings meet under ``squash``: without white space and hyphens, in lower case. A line-end hyphen or a lost space then
makes no difference; a lost word does.
"""

import re
from dataclasses import dataclass, field

Label = dict[str, object]

_TOLERANCE = 0.03


def squash(text: str | None) -> str:
    return re.sub(r"[\s\-\u00ad\u2010\u2011]+", "", text or "").lower()


def letters(text: str | None) -> str:
    return "".join(c for c in (text or "").lower() if c.isalpha())


def starts_with(text: str, start: str) -> bool:
    return squash(text).startswith(squash(start)) or (
        len(letters(start)) > 12 and letters(text).startswith(letters(start))
    )


def ends_with(text: str, end: str) -> bool:
    """``end`` stands at the end of ``text``, a footnote mark behind it forgiven."""
    own = squash(text)
    if own.endswith(squash(end)) or re.sub(r"\d+\W*$", "", own).endswith(squash(end)):
        return True
    return len(letters(end)) > 12 and letters(text).endswith(letters(end))


def has_length(text: str, characters: int) -> bool:
    return abs(len(re.sub(r"\s", "", text)) - characters) <= max(12, _TOLERANCE * characters)


@dataclass
class Tally:
    """Right ones out of how many, per measure, with the misses in words."""

    right: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, measure: str, is_right: bool, miss: str = "") -> None:
        self.total[measure] = self.total.get(measure, 0) + 1
        self.right[measure] = self.right.get(measure, 0) + is_right
        if not is_right:
            self.misses.append(f"{measure}: {miss}")

    def add(self, other: "Tally") -> None:
        for measure, count in other.total.items():
            self.total[measure] = self.total.get(measure, 0) + count
            self.right[measure] = self.right.get(measure, 0) + other.right[measure]
        self.misses.extend(other.misses)

    def share(self, measure: str) -> float:
        return self.right[measure] / self.total[measure]


def compare(name: str, read: dict, label: dict) -> Tally:  # type: ignore[type-arg]
    """``read`` is the JSON of `loket parse`, ``label`` one file of eval/pairs."""
    tally = Tally()
    _compare_pairs(tally, name, read, label)
    tally.count("kind", read["kind"] == label["kind"], f"{name}: {read['kind']} for {label['kind']}")
    tally.count("parliament", read["parliament"] == label["parliament"], f"{name}: {read['parliament']}")
    notice = label.get("notice_received")
    for measure, got in (("asked", read["asked"]), ("answered", read["answered"])):
        wanted = label.get(measure)
        tally.count("dates", got == wanted, f"{name} {measure}: {got} for {wanted}")
    if notice:
        tally.count("dates", read["published"] == notice, f"{name} notice: {read['published']} for {notice}")
    _compare_numbers(tally, name, read, label)
    for measure in ("askers", "addressees", "answered_by", "on_behalf_of", "notice_by"):
        wanted = label.get(measure) or []
        got = read[measure]
        same = sorted(map(squash, got)) == sorted(map(squash, wanted))
        if wanted or got:
            tally.count("people", same, f"{name} {measure}: {got} for {wanted}")
    if label.get("title"):
        same = squash(read["title"]) == squash(label["title"])
        tally.count("title", same, f"{name}: {read['title']!r} for {label['title']!r}")
    _compare_references(tally, name, read, label)
    return tally


def _compare_pairs(tally: Tally, name: str, read: dict, label: dict) -> None:  # type: ignore[type-arg]
    by_numbers = {tuple(pair["questions"]): pair for pair in read["pairs"]}
    matched = 0
    for gold in label["pairs"]:
        accepted = [tuple(numbers) for numbers in gold.get("accept_questions", [gold["questions"]])]
        pair = next((by_numbers[numbers] for numbers in accepted if numbers in by_numbers), None)
        where = f"{name} {gold['questions']}"
        if gold["answer_starts"] is None:
            answerless = pair is not None and not pair["answer"]
            tally.count("unanswered", answerless, f"{where}: {'not found' if pair is None else 'has an answer'}")
            matched += pair is not None
            continue
        if pair is None:
            tally.count("pair", False, f"{where}: no such pair; read {sorted(by_numbers)}")
            continue
        matched += 1
        text = pair["answer"] or ""
        checks = {
            "start": starts_with(text, gold["answer_starts"]),
            "end": ends_with(text, gold["answer_ends"]),
            "length": has_length(text, gold["answer_nonspace_chars"]),
        }
        wrong = [check for check, is_right in checks.items() if not is_right]
        miss = f"{where} wrong {', '.join(wrong)}: {text[:50]!r} .. {text[-60:]!r} for .. {gold['answer_ends'][-60:]!r}"
        if "length" in wrong:
            miss += f" ({len(re.sub(chr(92) + 's', '', text))} for {gold['answer_nonspace_chars']} characters)"
        tally.count("pair", not wrong, miss)
        _compare_questions(tally, where, pair, gold)
        _compare_nature(tally, where, pair, gold)
    extra = len(read["pairs"]) - matched
    tally.count("no extra pairs", extra <= 0, f"{name}: {extra} more than labelled")


def _compare_questions(tally: Tally, where: str, pair: dict, gold: dict) -> None:  # type: ignore[type-arg]
    text = "\n".join(pair["question_texts"])
    starts = [start for start in gold.get("question_starts", []) if start]
    ends = [end for end in gold.get("question_ends", []) if end]
    if not starts or not ends:
        return
    is_right = starts_with(text, starts[0]) and ends_with(
        re.sub(r"[\s\d)\]\[(]+$", "", text), re.sub(r"[\s\d)\]\[(]+$", "", ends[-1])
    )
    tally.count(
        "question text", is_right, f"{where}: {text[:50]!r} .. {text[-50:]!r} for {starts[0]!r} .. {ends[-1]!r}"
    )


def _compare_nature(tally: Tally, where: str, pair: dict, gold: dict) -> None:  # type: ignore[type-arg]
    wanted = gold.get("refers_to") or []
    tally.count("refers to", pair["refers_to"] == wanted, f"{where}: {pair['refers_to']} for {wanted}")
    also = gold.get("also_refers_to") or []
    tally.count("also refers to", pair["also_refers_to"] == also, f"{where}: {pair['also_refers_to']} for {also}")
    procedural = gold.get("answer_kind") == "procedural"
    tally.count(
        "procedural", pair["procedural"] == procedural, f"{where}: {pair['procedural']} {pair['question_texts']}"
    )


def _compare_numbers(tally: Tally, name: str, read: dict, label: dict) -> None:  # type: ignore[type-arg]
    tally.count(
        "numbers",
        read["number"] == label.get("number") or not label.get("number"),
        f"{name}: {read['number']} for {label.get('number')}",
    )
    values = [number["value"] for number in read["numbers"]]
    for scheme, value in (label.get("numbers") or {}).items():
        wanted = str(value).replace(" (file name)", "")
        found = any(wanted == one or one.split(" (")[0] in (wanted, f"SV {wanted}") for one in values)
        tally.count("numbers", found, f"{name}: no {scheme} {wanted} in {values}")


def _compare_references(tally: Tally, name: str, read: dict, label: dict) -> None:  # type: ignore[type-arg]
    printed = [squash(one["printed"]) for one in read["references"]]
    own = [squash(number["value"]) for number in read["numbers"]]
    for wanted in [*(label.get("references") or []), *(label.get("references_in_footnotes_xml") or [])]:
        target = squash(wanted)
        found = any(one in target or target in one for one in printed) or target in own
        tally.count(
            "references", found, f"{name}: {wanted!r} not among {[one['printed'] for one in read['references']]}"
        )
