"""Shared by all tabs: page, detail and export."""
