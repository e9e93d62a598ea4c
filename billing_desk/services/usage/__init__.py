"""Meters and usage."""
