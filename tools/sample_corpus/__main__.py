"""`python -m tools.sample_corpus [FOLDER]`: writes the sample corpus anew."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.sample_corpus.build import SAMPLE, build

target = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
paths = build(target)
size = sum(path.stat().st_size for path in paths)
print(f"{len(paths) - 1} documents and documents.toml in {target}, {size / 1000:.0f} kB")
