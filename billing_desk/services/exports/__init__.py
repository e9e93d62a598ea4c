"""Exports a table to a CSV, XLSX or JSON lines file. An incomplete file is removed."""
