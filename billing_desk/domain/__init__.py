"""The rules of billing: values and functions that use the standard library only, without I/O or a clock."""
