"""The operator's actions: async code over gateway and store, without Qt, SQL or UI text."""
