"""Startup: language, single instance, garbage collection and crash reports."""
