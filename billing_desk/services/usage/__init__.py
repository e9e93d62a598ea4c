"""Meters and their usage."""
