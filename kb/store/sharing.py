"""Which files of a shard a copy may share with its original, by a hard link: those that the engine never writes again.

Once a segment is sealed, the engine marks what is deleted there in small files of its own and leaves the large ones
as they are. Seen for Qdrant Edge 0.9.0, by comparing every byte of an original while a linked copy was loaded, asked,
changed, flushed and merged; `tests/kb/store/test_sharing.py` does it again. For another release nothing is shared.
"""

import re
from functools import lru_cache
from importlib import metadata
from pathlib import Path

SEEN_FOR = "0.9.0"
# Only a sealed segment has this file.
_SEALED = "id_tracker.mappings"
_NEVER_WRITTEN = re.compile(
    r"id_tracker\.mappings"
    r"|vector_index-[^/]+/(?:inverted_index\.dat|indices_tracker\.json)"
    r"|vector_storage-[^/]+/(?:matrix\.dat|quantized\.data|store/page_\d+\.dat)"
    r"|payload_storage/page_\d+\.dat"
    r"|payload_index/[^/]+/(?:point_to_values|values_to_points|data)\.bin"
)


def may_be_shared(shard: Path, file: Path) -> bool:
    """Whether ``file`` of the directory ``shard`` will not be written again, neither there nor in a copy."""
    parts = file.relative_to(shard).parts
    if len(parts) < 3 or parts[0] != "segments" or not _is_known_engine():
        return False
    segment = shard / parts[0] / parts[1]
    return bool(_NEVER_WRITTEN.fullmatch("/".join(parts[2:]))) and (segment / _SEALED).exists()


@lru_cache(maxsize=1)
def _is_known_engine() -> bool:
    try:
        return metadata.version("qdrant-edge-py") == SEEN_FOR
    except metadata.PackageNotFoundError:
        return False
