"""The Plans tab."""
