"""The dialogs of usage imports."""
