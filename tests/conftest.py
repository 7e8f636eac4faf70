"""For every test: nothing is asked of the network outside this machine."""

import os

os.environ["LOKET_OFFLINE"] = "1"
