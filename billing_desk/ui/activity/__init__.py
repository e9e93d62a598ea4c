"""What was done and what was asked: operations, the audit log, requests."""
