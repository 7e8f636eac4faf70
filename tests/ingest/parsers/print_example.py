"""`python -m tests.ingest.parsers.print_example NAME`: the result of reading an example, to review and save by hand."""

import json
import sys
from pathlib import Path

from ingest.parsed import Given
from ingest.parsed_json import Json, parsed_as_json
from ingest.reading import read_document

EXAMPLES = Path(__file__).with_name("examples")


def read_example(name: str) -> dict[str, Json]:
    """What is read from ``examples/NAME.txt``: the JSON of `loket parse`, without what only formats decide."""
    path = EXAMPLES / f"{name}.txt"
    result = parsed_as_json(read_document(path.read_bytes(), Given(file_name=path.name)))
    return {key: value for key, value in result.items() if key not in ("dates", "media_type", "people", "url")} | {
        "keys": [person["key"] for person in result["people"]],  # type: ignore[union-attr,index,call-overload]
    }


if __name__ == "__main__":
    print(json.dumps(read_example(sys.argv[1]), ensure_ascii=False, indent=1))
