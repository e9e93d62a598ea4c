"""The mirror's tables, made from the nouns."""

from __future__ import annotations

from .noun import Noun
from .nouns import NOUNS

_INDEXES = {
    "card": ("customer", "fingerprint"),
    "subscription": ("customer", "price", "standing"),
    "invoice": ("customer", "status", "subscription", "number"),
    "invoice_payment": ("invoice",),
    "customer": ("email",),
}


def _table(noun: Noun) -> str:
    columns = "".join(f", {name} {type_}" for name, type_ in noun.columns.items())
    table = (
        f"CREATE TABLE {noun.name} (id TEXT PRIMARY KEY, created INTEGER, deleted INTEGER NOT NULL DEFAULT 0, "
        f"seen REAL NOT NULL{columns}, json TEXT NOT NULL);"
    )
    names = ("created", *_INDEXES.get(noun.name, ()))
    return table + "".join(f"CREATE INDEX {noun.name}_{name} ON {noun.name} ({name});" for name in names)


_SEARCH = """
CREATE TABLE docs (row INTEGER PRIMARY KEY, noun TEXT NOT NULL, id TEXT NOT NULL, title TEXT, text TEXT NOT NULL,
  UNIQUE (noun, id));
CREATE VIRTUAL TABLE words USING fts5 (text, content='docs', content_rowid='row', tokenize='trigram');
CREATE TRIGGER docs_insert AFTER INSERT ON docs BEGIN
  INSERT INTO words (rowid, text) VALUES (new.row, new.text); END;
CREATE TRIGGER docs_delete AFTER DELETE ON docs BEGIN
  INSERT INTO words (words, rowid, text) VALUES ('delete', old.row, old.text); END;
CREATE TRIGGER docs_update AFTER UPDATE OF text ON docs BEGIN
  INSERT INTO words (words, rowid, text) VALUES ('delete', old.row, old.text);
  INSERT INTO words (rowid, text) VALUES (new.row, new.text); END;
"""
_PROGRESS = """
CREATE TABLE progress (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE usage (meter TEXT, customer TEXT, start INTEGER, finish INTEGER, fetched INTEGER, json TEXT,
  PRIMARY KEY (meter, customer));
"""

MIRROR = ["".join(_table(noun) for noun in NOUNS.values()) + _SEARCH + _PROGRESS]
"""A changed mirror is rebuilt, not migrated: raise `MIRROR_VERSION` with every change of the nouns."""
MIRROR_VERSION = 1
