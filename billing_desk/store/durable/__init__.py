"""What must not be lost: the journal, the audit log, bulk edits, saved views."""
