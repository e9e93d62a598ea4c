"""Metered usage: events and their rules, meters, how they are wired to prices, and comparisons of periods."""
