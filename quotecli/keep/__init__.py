"""The archive: one SQLite file of articles, quotations, people and utterances that grows.

`door.py` opens it; SQLite is loaded when that is done, for most runs have no archive.
"""
