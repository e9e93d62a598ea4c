"""The operator's actions, async: over gateway and store, without Qt, SQL or wording."""
