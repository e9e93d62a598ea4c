"""The screens. The only package with UI text, and with app and selftest the only one that imports Qt."""
