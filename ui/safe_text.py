"""Text of a document made safe to show anywhere: nothing in it drives a terminal or turns the reading direction."""

import re

# Control characters (escape sequences need one), line and paragraph separators, direction marks and overrides, tags
# that nobody sees. One sign for one: places in the text stay where they are. Tab and line break are left.
UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def safe(text: str) -> str:
    """``text`` with a replacement sign for each of those."""
    return UNSAFE.sub("\ufffd", text)
