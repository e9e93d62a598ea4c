"""Text from outside: safe display, masking, quoting, and detection of card numbers."""
