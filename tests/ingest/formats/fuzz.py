"""Mutated files through formats and parsers: run by hand, `python -m tests.ingest.formats.fuzz --count 1000`.

Each format gets the same damage: bytes flipped, cut, doubled, swapped, filled with zeros or joined with another
file. Passed when nothing but LoketError comes out, no file takes over the time limit and memory stays bounded.
"""

import argparse
import io
import random
import re
import resource
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ingest.formats.read import extract
from ingest.parsed import Given
from ingest.parsers.choose import parse
from kb.errors import LoketError
from tests.ingest.formats.builders import seeds

SLOW = 20.0  # seconds that no file may take
MEMORY = 1 << 30  # bytes
EXAMPLES = Path(__file__).parents[1] / "parsers" / "examples"


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """One damaged copy."""
    kind = chance.randrange(9)
    at = chance.randrange(max(1, len(data)))
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[at:]
    if kind == 2:
        return data + data[at:]
    if kind == 3:
        return data[:at] + other + data[at:]
    if kind == 4:
        return data[:at] + bytes(chance.randrange(1, 2_000)) + data[at:]
    if kind == 5:
        end = at + chance.randrange(1, 400)
        return data[:at] + data[at:end] * chance.randrange(2, 200) + data[end:]
    if kind == 6:
        end = at + chance.randrange(1, 400)
        return data[:at] + data[end:]
    copy = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 100))):
        if copy:
            copy[chance.randrange(len(copy))] = chance.randrange(256)
    return bytes(copy)


def cases(files: dict[str, bytes], names: list[str], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    for name in names:
        chance = random.Random(f"{seed} {name}")
        for _ in range(count):
            other = files[chance.choice(list(files))]
            if name.endswith("docx") and chance.random() < 0.8:
                yield name, with_damaged_part(files[name], other, chance)
                continue
            data = mutated(files[name], other, chance)
            yield name, mutated(data, data, chance) if chance.random() < 0.3 else data


def with_damaged_part(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A sound archive around one damaged part: damage to the archive itself is all found by its checksums."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        chosen = chance.choice([name for name in names if name.startswith("word/")] * 3 + names)
        for name in names:
            part = source.read(name)
            target.writestr(name, swapped(part, chance) if name == chosen else part)
        if chance.random() < 0.1:
            target.writestr("word/embeddings/again.docx", data + other)
    return made.getvalue()


def swapped(part: bytes, chance: random.Random) -> bytes:
    """XML that often stays well-formed: elements and values changed, moved and repeated, or plain damage."""
    if chance.random() < 0.3:
        return mutated(part, part, chance)
    pieces = re.split(rb"(?<=>)(?=<)", part)
    for _ in range(chance.randrange(1, 6)):
        at, to = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        pieces[at], pieces[to] = pieces[to], pieces[at]
    words = [b"0", b"-1", b"99999999999", b"decimal", b"none", b"", b"%9%1", b"footnoteReference", b"tbl", b"numPr"]
    return re.sub(rb'(?<=val=")[^"]*', lambda _: chance.choice(words), b"".join(pieces), count=chance.randrange(4))


def outcome(name: str, data: bytes) -> str:
    """ "read", or the class of the error. Anything but a LoketError goes through."""
    try:
        extracted = extract(data, f"x.{name}")
    except LoketError as error:
        return type(error).__name__ if error.message else "an error without words"
    parse(extracted, Given(file_name=f"x.{name}"))
    return "read"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="files per format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", action="append", help="only these (pdf, docx, html, xml, txt)")
    parser.add_argument("--files", type=Path, nargs="+", help="damage these files too")
    parser.add_argument("--examples", action="store_true", help="damage the parsers' examples too")
    parser.add_argument("--keep", type=Path, help="write failing files here")
    chosen = parser.parse_args()
    files = seeds() | {path.name: path.read_bytes() for path in chosen.files or ()}
    if chosen.examples:
        files |= {path.name: path.read_bytes() for path in sorted(EXAMPLES.glob("*.txt"))}
    names = chosen.format or list(files)
    seen: dict[str, Counter[str]] = {name: Counter() for name in names}
    slowest: dict[str, float] = dict.fromkeys(names, 0.0)
    failed = 0
    for number, (name, data) in enumerate(cases(files, names, chosen.count, chosen.seed)):
        start = time.perf_counter()
        try:
            seen[name][outcome(name, data)] += 1
        except BaseException as error:
            failed += 1
            seen[name][f"FAILED {type(error).__name__}"] += 1
            sys.stderr.write(f"{name} {number}: {type(error).__name__}: {error}\n")
            if chosen.keep:
                (chosen.keep / f"{number}.{name}").write_bytes(data)
        took = time.perf_counter() - start
        slowest[name] = max(slowest[name], took)
        failed += took > SLOW
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024
    for name in names:
        sys.stdout.write(f"{name}: {dict(seen[name])}, slowest {slowest[name]:.2f} s\n")
    sys.stdout.write(f"most memory {memory / 1e6:.0f} MB; failures {failed}\n")
    return 1 if failed or memory > MEMORY else 0


if __name__ == "__main__":
    raise SystemExit(main())
