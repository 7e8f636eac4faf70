"""Where sentences begin and end, as spans of the text that they stand in.

Written for official Dutch: abbreviations ("nr.", "jl.", "m.b.t."), initials ("A. de Vries"), numbers ("€ 2.8 mln.",
"art. 3."), closing quotes and brackets that belong to the sentence before, list items on their own line. A wrong join
costs a long quote, a wrong split costs half a sentence, which is worse: in doubt nothing is split.
"""

import re

# Abbreviations that are followed by more of the same sentence. Those that often end one ("enz.", "etc.", "e.d.",
# "c.s.", "jl.") are not here: after them a capital decides.
_INNER_ABBREVIATIONS = frozenset(
    """
    nr nrs art artt blz p pp par vgl zgn ca dr drs ir ing mr prof ds dhr mw mevr mej st o.a o.m a.d d.d bijv
    bv m.b.t i.v.m t.a.v t.b.v t.o.v n.a.v i.p.v m.i.v i.c i.h.b o.b.v o.l.v m.n m.a.w d.w.z d.m.v t.w v.a vs
    resp max min incl excl evt gem jan feb mrt apr jun jul aug sep sept okt nov dec tel afd hfst alg red uitg
    stb stcrt trb kst cf fig tab vol no e.g i.e mrs ms zie ref vzr sen parl cfr j.l w.o a.u.b z.g.n ten
    """.split()
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*")
_BOUNDARY = re.compile(r"\s+(?=[\"'“‘«„(\[–•-]*\s?[A-ZÀ-ÖØ-Þ0-9€§])")
_WORD_BEFORE = re.compile(r"([\w.]+)$")
_INITIALS = re.compile(r"^(?:[A-Z]\.)*[A-Z]$")


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans (start, end) of the sentences of ``text[start:end]``, in order, without surrounding white space.

    A line break always ends a sentence: section texts hold whole paragraphs and list items, one per line.
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    position = start
    while position < end:
        newline = text.find("\n", position, end)
        line_end = newline if newline >= 0 else end
        spans.extend(_spans_of_line(text, position, line_end))
        position = line_end + 1
    return spans


def _spans_of_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        after = _BOUNDARY.match(text, match.end(), end)
        if after is None or not _ends_sentence(text, begin, match):
            continue
        _append(spans, text, begin, match.end())
        begin = after.end()
    _append(spans, text, begin, end)
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the stop at ``match`` ends a sentence (a boundary with a capital or digit is known to follow)."""
    if match.group()[0] in "!?…" or len(match.group().rstrip("\"'”’»)]")) > 1:
        return True
    word = _WORD_BEFORE.search(text, begin, match.start())
    if word is None:
        return True
    before = word.group(1)
    if before.lower() in _INNER_ABBREVIATIONS or _INITIALS.match(before):
        return False
    # "1." or "a)" opening a line is a list mark, not a sentence
    return not (word.start() == begin and (before.isdigit() or len(before) == 1))
