"""The window: frame, top bar, tabs, notices, job area, palette, actions, lock."""
