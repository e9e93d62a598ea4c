"""Writes what a table shows to a file: CSV, XLSX or JSON lines, row by row, complete or not at all."""
