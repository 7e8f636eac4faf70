"""Which of the numbered lines are the numbers we look for: a list inside a question or an answer prints numbers too."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from ingest.formats.lines import Line, LineKind
from ingest.parsers.number_sets import Item, read_item

_MOST_STARTS = 60  # "1." lines tried as the first question
_MOST_WEIGHED = 400  # numbered lines weighed against each other; more are no parliamentary answer


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered line that may start a question or an answer."""

    at: int
    item: Item

    @property
    def numbers(self) -> tuple[int, ...]:
        return self.item.numbers


def numbered_lines(lines: Sequence[Line], start: int, stop: int, *, dotted: bool) -> list[Numbered]:
    """Lines in ``start:stop`` that start with a number; only "3." and "3. Text" where ``dotted``."""
    found = []
    for at in range(start, stop):
        if lines[at].kind in (LineKind.NOTE, LineKind.BLANK, LineKind.TABLE_ROW):
            continue
        item = read_item(lines[at])
        if item and item.numbers and (item.dotted or not dotted):
            found.append(Numbered(at, item))
    return found


def question_chain(candidates: Sequence[Numbered], text_of: Callable[[int, int], str], stop: int) -> list[Numbered]:
    """The run 1, 2, 3 ... that the questions are: with the most questions asked in it, then the longest, then the last.

    ``text_of(a, b)`` is the text of lines a to b; an introduction may hold a numbered list of its own.
    """
    best: list[Numbered] = []
    best_score = (-1, -1)
    places = _by_first_number(candidates)
    for place in places.get(1, [])[-_MOST_STARTS:]:
        chain = _follow(candidates, place, places)
        ends = [*(one.at for one in chain[1:]), stop]
        asking = sum("?" in text_of(one.at, end) for one, end in zip(chain, ends, strict=True))
        if (asking, len(chain)) >= best_score:
            best, best_score = chain, (asking, len(chain))
    return best


def _by_first_number(candidates: Sequence[Numbered]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for place, one in enumerate(candidates):
        places.setdefault(one.numbers[0], []).append(place)
    return places


def _follow(candidates: Sequence[Numbered], place: int, places: dict[int, list[int]]) -> list[Numbered]:
    """From a "1." on, the next number each time; of several, the one after a nested list that started over at 1."""
    chain = [candidates[place]]
    at = place + 1
    while True:
        later = places.get(chain[-1].numbers[-1] + 1, [])
        first = bisect_left(later, at)
        if first == len(later):
            return chain
        chosen = later[first]
        restarts = places[1]
        restart = bisect_left(restarts, at)
        if restart < len(restarts) and restarts[restart] < chosen and first + 1 < len(later):
            chosen = later[first + 1]
        chain.append(candidates[chosen])
        at = chosen + 1


def answer_chain(candidates: Sequence[Numbered], questions: Collection[int]) -> list[Numbered]:
    """The lines that start an answer: together they name as many of the questions as can be, each once, in order.

    A line counts where all its numbers are numbers of questions. Between equals, lines of a list nested in an answer
    (one that starts over at 1) lose, and then the earlier line wins. Groups out of order ("1 en 3." before "2.") are
    taken where they name more than one number.
    """
    known = set(questions)
    usable = [one for one in candidates if set(one.numbers) <= known]
    if len(usable) > _MOST_WEIGHED:
        return _greedy(usable)
    nested = _nested(usable)
    best: list[tuple[int, int, list[Numbered]]] = []  # covered, minus nested ones, chain that ends here
    for place, one in enumerate(usable):
        options = [(len(one.numbers), -(place in nested), [one])]
        for earlier in range(place):
            covered, plain, chain = best[earlier]
            if _may_follow(chain, one):
                options.append((covered + len(one.numbers), plain - (place in nested), [*chain, one]))
        best.append(max(options, key=lambda option: (option[0], option[1], -_last_gap(option[2]))))
    if not best:
        return []
    return max(best, key=lambda option: (option[0], option[1]))[2]


def _greedy(usable: Sequence[Numbered]) -> list[Numbered]:
    """For a text with more numbered lines than any real answer: each number where it first goes on."""
    chain: list[Numbered] = []
    for one in usable:
        if not chain or one.numbers[0] > chain[-1].numbers[-1]:
            chain.append(one)
    return chain


def _may_follow(chain: Sequence[Numbered], one: Numbered) -> bool:
    used = {number for earlier in chain for number in earlier.numbers}
    if used & set(one.numbers):
        return False
    last = chain[-1].numbers
    if one.numbers[0] > last[0]:
        return len(last) > 1 or one.numbers[0] > last[-1]
    # going back is only possible to a number that a group before jumped over
    return any(
        len(earlier.numbers) > 1 and earlier.numbers[0] < one.numbers[0] < earlier.numbers[-1] for earlier in chain
    )


def _last_gap(chain: Sequence[Numbered]) -> int:
    return chain[-1].at - chain[-2].at if len(chain) > 1 else 0


def _nested(candidates: Sequence[Numbered]) -> set[int]:
    """Places in lists that start over at 1 although 1 was there already, as far as they count on by one."""
    places: set[int] = set()
    seen_one = False
    at = 0
    while at < len(candidates):
        if candidates[at].numbers == (1,) and seen_one:
            wanted = 1
            while at < len(candidates) and candidates[at].numbers == (wanted,):
                places.add(at)
                wanted += 1
                at += 1
            continue
        seen_one = seen_one or candidates[at].numbers[0] == 1
        at += 1
    return places
