"""The screens. The only part that words things and the only one, with app and selftest, that knows Qt."""
