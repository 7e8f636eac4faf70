"""Starts a program without root's power to open everything: `python -m tests.whole.fewer_rights PROGRAM WORDS...`.

Tests often run as root, which no directory without rights keeps out. Dropped from the bounding set (capabilities(7)),
the two powers are gone after exec.
"""

import ctypes
import os
import sys

_PR_CAPBSET_DROP = 24
_CAP_DAC_OVERRIDE = 1
_CAP_DAC_READ_SEARCH = 2
REFUSED = 77


def main(words: list[str]) -> None:
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for power in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            if libc.prctl(_PR_CAPBSET_DROP, power, 0, 0, 0):
                sys.exit(REFUSED)
    os.execv(words[0], words)


if __name__ == "__main__":
    main(sys.argv[1:])
