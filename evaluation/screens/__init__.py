"""Looking at the screens with a real browser.

serving.py   `loket up` on a corpus of its own, as a user runs it
browser.py   Debian's Chromium, driven by Playwright
states.py    every state worth looking at, as an address and what to do there
__main__.py  `python -m evaluation.screens --out DIR`: a picture of each
"""
