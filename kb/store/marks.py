"""What ranking asks of a candidate, as three numbers: read in microseconds, where reading hundreds of texts takes long.

fold       equal for two passages whose text, apart from spaces, marks and case, is the same
register   in which register the passage speaks, five likelihoods in one number
document   equal for two passages of one document
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.language import register
from kb.model.passage import Passage
from kb.model.terms import Role

_SPACES = re.compile(r"\W+")
# Five likelihoods of twelve bits each in one whole number.
_BITS = 12
_MOST = (1 << _BITS) - 1
_SHIFTS = np.array([_BITS * at for at in range(len(register.REGISTERS))], dtype=np.int64)
_ANSWERS = frozenset(role for role in Role if role.is_government or role.is_member)

Marks = tuple[int, int, int]


def marks_of(passage: Passage) -> Marks:
    """``(fold, register, document)``, each a whole number of at most 63 bits."""
    return fold_of(passage.text), _packed(_register_of(passage)), hashed(str(passage.document))


def fold_of(text: str) -> int:
    return hashed(_SPACES.sub(" ", text.lower()).strip())


def hashed(text: str) -> int:
    """63 bits, the same on every machine. Two of a million texts share one once in 18 million corpora."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big") >> 1


def registers(packed: NDArray[np.int64]) -> NDArray[np.float64]:
    """Likelihoods of each of `register.REGISTERS`, shape (n, 5), from n packed ones; off by at most 1/8000."""
    likelihoods: NDArray[np.float64] = (packed[:, None] >> _SHIFTS & _MOST) / _MOST
    return likelihoods


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Changes when the same passage would get other marks."""
    seen = hashlib.sha256(register.REGISTER_FILE.read_bytes())
    for module in (register.__file__, __file__):
        seen.update(Path(module).read_bytes())
    return seen.hexdigest()[:12]


def _register_of(passage: Passage) -> register.Registers:
    """As `kb.search.ranking` sees it: where the role tells, the text is not asked."""
    if passage.role in _ANSWERS:
        return register.certain("answer")
    if passage.role is Role.SPEECH:
        return register.certain("speech")
    return register.of_passage(passage.text)


def _packed(likelihoods: register.Registers) -> int:
    return sum(round(float(one) * _MOST) << int(shift) for one, shift in zip(likelihoods, _SHIFTS, strict=True))
