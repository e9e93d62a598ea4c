"""Text from outside: shown safely, masked, quoted, checked for card numbers."""
