"""Keys, account ids, networks and the anchors of the audit log."""
