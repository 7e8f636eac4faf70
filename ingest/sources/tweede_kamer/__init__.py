"""The Tweede Kamer's Gegevensmagazijn. The SyncFeed keeps a corpus in step; OData answers targeted questions.

source.py    TweedeKamer: the port, put together
addresses.py every address
fields.py    every field name of both interfaces (and of both versions of OData), in one table per entity
raw.py       an entity as an interface gives it: names, texts, references
feed.py      bytes of the SyncFeed -> raw entities and the token to go on from
rows.py      bytes of OData -> raw entities
entities.py  the fields that are used, typed: Case, Actor, Dossier, Paper, Version, Promise
records.py   raw entities -> Records, with what deviates
dates.py     the Chamber's many forms of a moment -> a day
listing.py   pages of the SyncFeed, pages of a selection
selection.py what a user wants -> the questions to OData
numbers.py   official numbers: as typed by a user, as made from fields
people.py    actors -> people with their part
pieces.py    records -> the document to be
sniffing.py  what bytes cannot be the file
probing.py   `loket doctor tweede_kamer`

Feed: https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0; OData: https://gegevensmagazijn.tweedekamer.nl/OData/v5.
"""
