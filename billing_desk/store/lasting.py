"""The file that must last: journal, audit log, saved views. Never cleared, set aside when damaged."""

from __future__ import annotations

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
"""
]
"""Migrations by version: only ever add at the end. A test opens a file of every released version."""
