"""Programs without a window: they work on the same files as the window, one of them at a time."""
