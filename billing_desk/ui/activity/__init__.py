"""The Activity panel: operations, bulk edits, the audit log, and requests."""
