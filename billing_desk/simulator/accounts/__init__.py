"""Predefined accounts: the practice account, and large generated ones."""
