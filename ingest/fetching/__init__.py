"""Asking other people's servers for things, the way they would like to be asked.

``port`` what a source may ask of a fetcher; ``rules`` which hosts, how often; ``addresses`` what is never connected
to; ``robots`` what a host asks of visitors; ``pacing`` waiting one's turn; ``retrying`` when and how to ask again;
``transport`` the connection; ``polite`` all of it together: the fetcher.
"""
