"""The rules of billing: values and functions over the standard library, with no I/O and no clock of their own."""
