"""What the tabs share: page, detail, export."""
