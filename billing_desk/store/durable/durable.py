"""The schema of the durable database: journal, audit log, saved views. Never cleared; set aside when damaged."""

from __future__ import annotations

from ..files.identity import IDENTITY

LASTING = [
    """
CREATE TABLE operations (id TEXT PRIMARY KEY, account TEXT NOT NULL, mode TEXT NOT NULL, key_print TEXT NOT NULL,
  verb TEXT NOT NULL, fingerprint TEXT NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL, made INTEGER NOT NULL,
  ended INTEGER);
CREATE UNIQUE INDEX operations_open ON operations (account, mode, fingerprint)
  WHERE state IN ('planned', 'sending', 'unknown');
CREATE INDEX operations_made ON operations (made);
CREATE TABLE steps (operation TEXT NOT NULL REFERENCES operations, position INTEGER NOT NULL, request TEXT NOT NULL,
  key TEXT NOT NULL, version TEXT NOT NULL, first_sent INTEGER, ambiguous INTEGER NOT NULL DEFAULT 0,
  result TEXT, error TEXT, PRIMARY KEY (operation, position));
CREATE TABLE attempts (operation TEXT NOT NULL, position INTEGER NOT NULL, number INTEGER NOT NULL,
  started INTEGER NOT NULL, outcome TEXT, request_id TEXT, PRIMARY KEY (operation, position, number));
CREATE TABLE audit (sequence INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE views (kind TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, name));
""",
    """
ALTER TABLE operations ADD COLUMN bulk TEXT NOT NULL DEFAULT '';
CREATE INDEX operations_bulk ON operations (bulk) WHERE bulk != '';
CREATE TABLE bulks (id TEXT PRIMARY KEY, account TEXT NOT NULL, mode TEXT NOT NULL, body TEXT NOT NULL,
  made INTEGER NOT NULL, ended INTEGER);
CREATE TABLE bulk_rows (bulk TEXT NOT NULL REFERENCES bulks, position INTEGER NOT NULL, subject TEXT NOT NULL,
  title TEXT NOT NULL, state TEXT NOT NULL, operation TEXT, note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (bulk, position));
CREATE TABLE audit_head (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL);
INSERT INTO audit_head SELECT 1, sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1;
CREATE TRIGGER audit_only_grows BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append only'); END;
""",
    """
ALTER TABLE bulk_rows ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
UPDATE bulk_rows SET round = (SELECT json_extract(body, '$.rounds') FROM bulks WHERE id = bulk);
""",
    f"""
ALTER TABLE operations ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;
UPDATE operations SET counted = made;
CREATE INDEX operations_counted ON operations (counted);
CREATE INDEX attempts_started ON attempts (started);
{IDENTITY}
""",
    """
ALTER TABLE bulk_rows ADD COLUMN seen TEXT NOT NULL DEFAULT '';
CREATE TABLE closings (id INTEGER PRIMARY KEY, account TEXT NOT NULL, mode TEXT NOT NULL, month TEXT NOT NULL,
  basis TEXT NOT NULL, zone TEXT NOT NULL, made INTEGER NOT NULL, by TEXT NOT NULL, hash TEXT NOT NULL,
  count INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE muted (account TEXT NOT NULL, mode TEXT NOT NULL, customer TEXT NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (account, mode, customer, rule));
""",
    """
CREATE TABLE usage_imports (id TEXT PRIMARY KEY, account TEXT NOT NULL, mode TEXT NOT NULL, body TEXT NOT NULL,
  by TEXT NOT NULL, made INTEGER NOT NULL, ended INTEGER);
CREATE TABLE usage_events (number INTEGER PRIMARY KEY, account TEXT NOT NULL, mode TEXT NOT NULL, source TEXT NOT NULL,
  line INTEGER NOT NULL, event_name TEXT NOT NULL, customer TEXT NOT NULL, value INTEGER, at INTEGER NOT NULL,
  identifier TEXT NOT NULL, state TEXT NOT NULL, sent INTEGER, by TEXT NOT NULL, operation TEXT,
  note TEXT NOT NULL DEFAULT '');
CREATE INDEX usage_events_identifier ON usage_events (identifier);
CREATE INDEX usage_events_source ON usage_events (source, state, number);
""",
]
"""Migrations by version: append only. A test opens a file of every released version."""
