"""The window: frame, top bar, tabs, notices, job area, command palette, actions, lock."""
