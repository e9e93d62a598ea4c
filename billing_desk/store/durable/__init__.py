"""Durable data: the journal, the audit log, bulk edits, saved views."""
