"""The mirror's schema, generated from the entities."""

from __future__ import annotations

from ..files.identity import IDENTITY
from .entities import ENTITIES
from .entity import Entity


def _table(entity: Entity) -> str:
    """`cut`: 1 if a list in the object is not complete, 2 if the rest could not be read, 0 otherwise."""
    name = entity.name
    columns = "".join(f", {column} {type_}" for column, type_ in entity.columns.items())
    parts = "".join(f", {column} {type_}" for column, type_ in entity.parts.items())
    inside = f"CREATE TABLE {name}_parts (row INTEGER NOT NULL{parts}); " if parts else ""
    inside += f"CREATE INDEX {name}_parts_row ON {name}_parts (row);" if parts else ""
    owner = f"CREATE INDEX {name}_customer ON {name} (customer, row);" if "customer" in entity.columns else ""
    return f"""
CREATE TABLE {name} (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created INTEGER,
  deleted INTEGER NOT NULL DEFAULT 0, seen REAL NOT NULL, cut INTEGER NOT NULL{columns}{_EXTRA.get(name, "")});
CREATE INDEX {name}_cut ON {name} (row) WHERE cut = 1 AND deleted = 0;
CREATE TABLE {name}_json (row INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE VIRTUAL TABLE {name}_words USING fts5 (text, name, content='', contentless_delete=1, tokenize='trigram');
CREATE VIRTUAL TABLE {name}_pairs USING fts5 (text, content='', contentless_delete=1, detail='none',
  tokenize="unicode61 remove_diacritics 0");
INSERT INTO {name}_words ({name}_words, rank) VALUES ('hashsize', 8000000), ('automerge', 16);
{inside}{owner}{_LATER.get(name, "")}"""


# Columns for enrichment, which storing an object again does not change.
_EXTRA = {"customer": ", cards_read REAL"}
_LATER = {
    "customer": "CREATE INDEX customer_unread ON customer (row) WHERE cards_read IS NULL AND deleted = 0;"
    "CREATE INDEX customer_email ON customer (email_folded);",
    "subscription": "CREATE TABLE subscription_revenue (row INTEGER NOT NULL, at INTEGER NOT NULL, "
    "monthly INTEGER NOT NULL, delta INTEGER NOT NULL, currency TEXT NOT NULL);"
    "CREATE INDEX subscription_revenue_row ON subscription_revenue (row, at, delta, currency, monthly);"
    "CREATE INDEX subscription_parts_price ON subscription_parts (price, row, currency, monthly);",
}
_PROGRESS = """
CREATE TABLE progress (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE dictionaries (kind TEXT NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (kind, number));
CREATE TABLE problems (id TEXT PRIMARY KEY, meter TEXT, at INTEGER NOT NULL, count INTEGER NOT NULL,
  json TEXT NOT NULL);
CREATE TABLE parts (owner TEXT NOT NULL, kind TEXT NOT NULL, json TEXT NOT NULL, more INTEGER NOT NULL,
  PRIMARY KEY (owner, kind));
CREATE TABLE results (card TEXT PRIMARY KEY, at INTEGER NOT NULL, code TEXT NOT NULL);
CREATE TABLE documents (place INTEGER PRIMARY KEY AUTOINCREMENT, invoice TEXT NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL, size INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE checks (invoice TEXT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (invoice, rule)) WITHOUT ROWID;
CREATE INDEX checks_rule ON checks (rule, invoice);
CREATE TABLE clocks (id TEXT PRIMARY KEY, json TEXT NOT NULL);
CREATE TABLE usage_points (meter TEXT NOT NULL, customer TEXT NOT NULL, unit INTEGER NOT NULL, at INTEGER NOT NULL,
  value REAL NOT NULL, PRIMARY KEY (meter, customer, unit, at)) WITHOUT ROWID;
CREATE TABLE usage_read (meter TEXT NOT NULL, customer TEXT NOT NULL, unit INTEGER NOT NULL, start INTEGER NOT NULL,
  finish INTEGER NOT NULL, fetched INTEGER NOT NULL, PRIMARY KEY (meter, customer, unit)) WITHOUT ROWID;
"""

MIRROR = [IDENTITY + "".join(_table(entity) for entity in ENTITIES.values()) + _PROGRESS]
"""The mirror is rebuilt, not migrated: increment `MIRROR_VERSION` with every change of the entities."""
MIRROR_VERSION = 9


def indexes(entity: Entity) -> list[str]:
    """Indexes for sorts and filters; created after the backfill, because that takes a third of the time."""
    return [
        f"CREATE INDEX IF NOT EXISTS {entity.name}_by_{name} ON {entity.name} ({columns}) WHERE deleted = 0"
        for name, columns in entity.indexes.items()
    ]
