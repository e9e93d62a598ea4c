"""The operator's verbs, async: over gateway and store, without Qt, SQL or wording."""
